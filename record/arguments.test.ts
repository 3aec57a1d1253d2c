import { describe, expect, it } from 'vitest';
import { readRequest, TOPICS } from './arguments';

const topics = `topics: ${TOPICS.join(', ')}`;

describe('readRequest', () => {
  it('reads a topic, with --check before or after it', () => {
    expect(readRequest(['kvm'])).toEqual({ kind: 'make', topic: 'kvm' });
    expect(readRequest(['--check', 'kvm'])).toEqual({ kind: 'check', topic: 'kvm' });
    expect(readRequest(['kvm', '--check'])).toEqual({ kind: 'check', topic: 'kvm' });
  });

  it.each([
    [[], `found no topic; expected npm run record -- [--check] <topic> (${topics})`],
    [['kmv'], `found the topic "kmv"; expected one of the ${topics}. Near: kvm`],
    [['housekeeping'], `found the topic "housekeeping"; expected one of the ${topics}`],
    [['kvm', 'kvm'], 'found 2 topics, "kvm kvm"; expected one: npm run record -- [--check] <topic>'],
    [['--chekc', 'kvm'], 'found the option "--chekc"; expected npm run record -- [--check] <topic>'],
  ])('refuses %j', (words, message) => {
    expect(() => readRequest(words)).toThrow(new Error(message));
  });
});
