/** Why: what the command line asks for, apart from doing it; an unknown topic is answered with near ones. */
import { nearest } from '../src/lib/nearest.ts';

export const TOPICS = ['kvm', 'kvm-linux', 'xen', 'memory', 'migration', 'containers'] as const;
export type Topic = (typeof TOPICS)[number];

export interface Request {
  /** `make` a recording in the work folder, or `check` that a new one tells what the committed one tells. */
  readonly kind: 'make' | 'check';
  readonly topic: Topic;
}

const USAGE = 'npm run record -- [--check] <topic>';
const isTopic = (word: string): word is Topic => TOPICS.some((topic) => topic === word);

/**
 * @param words the command line after the program's name
 * @throws Error: no topic, more than one, an unknown option or topic (with near matches)
 */
export function readRequest(words: readonly string[]): Request {
  const options = words.filter((word) => word.startsWith('-'));
  const unknown = options.find((option) => option !== '--check');
  if (unknown !== undefined) throw new Error(`found the option "${unknown}"; expected ${USAGE}`);
  const [topic, ...more] = words.filter((word) => !word.startsWith('-'));
  const topics = `topics: ${TOPICS.join(', ')}`;
  if (topic === undefined) throw new Error(`found no topic; expected ${USAGE} (${topics})`);
  if (more.length > 0)
    throw new Error(`found ${more.length + 1} topics, "${topic} ${more.join(' ')}"; expected one: ${USAGE}`);
  if (!isTopic(topic)) {
    const near = nearest(topic, TOPICS);
    throw new Error(
      `found the topic "${topic}"; expected one of the ${topics}${near.length > 0 ? `. Near: ${near.join(', ')}` : ''}`,
    );
  }
  return { kind: options.length > 0 ? 'check' : 'make', topic };
}
