/**
 * Why: progress leaves and enters a browser as one JSON file. A wrong file must be refused as a whole, with
 * words for the person who chose it.
 */
import * as v from 'valibot';
import { readEvent, type LearningEvent } from './event';
import { isRecord, problemOf, show, type Problem } from './problem';

const FILE_FORMAT = 'ringside-progress';
const FILE_VERSION = 1;
/** Bytes; 50,000 answers take about 15 MB. */
export const FILE_LIMIT = 20 * 1024 * 1024;

export const progressFileSchema = v.strictObject({
  format: v.literal(FILE_FORMAT),
  version: v.literal(FILE_VERSION),
  /** When it was written, ISO 8601. */
  exported: v.pipe(v.string(), v.isoTimestamp()),
  /** Of this version or an earlier one; `readEvent` says what each is. */
  events: v.array(v.unknown()),
  /** Entries that the writing site could not read and kept, as they were found. */
  aside: v.optional(v.array(v.unknown())),
});
export type ProgressFile = v.InferOutput<typeof progressFileSchema>;

export type FileReading =
  | {
      readonly kind: 'ok';
      readonly events: readonly LearningEvent[];
      /** How many entries that were kept aside cannot be read here either. */
      readonly unreadable: number;
    }
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-json'; readonly begins: string }
  | { readonly kind: 'other-json'; readonly found: string }
  | { readonly kind: 'newer'; readonly version: string }
  | { readonly kind: 'broken'; readonly problem: Problem };

/** Reads the text of a chosen file. Never throws; anything but `ok` means that nothing of it may be used. */
export function readProgressFile(text: string): FileReading {
  if (text.trim() === '') return { kind: 'empty' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'not-json', begins: text.trimStart().slice(0, 40) };
  }
  if (!isRecord(value) || value['format'] !== FILE_FORMAT) return { kind: 'other-json', found: show(value) };
  const { version } = value;
  if (typeof version === 'number' && version > FILE_VERSION) return { kind: 'newer', version: show(version) };
  const events = Array.isArray(value['events']) ? value['events'] : [];
  const readable: LearningEvent[] = [];
  for (const [i, entry] of events.entries()) {
    const read = readEvent(entry);
    if (read.kind === 'event') {
      readable.push(read.event);
      continue;
    }
    if (read.kind === 'newer') return { kind: 'newer', version: `events[${i}].v = ${read.problem.found}` };
    const { path } = read.problem;
    return { kind: 'broken', problem: { ...read.problem, path: `events[${i}]${path && `.${path}`}` } };
  }
  const result = v.safeParse(progressFileSchema, value);
  if (!result.success) return { kind: 'broken', problem: problemOf(result.issues[0], value) };
  const aside = (result.output.aside ?? []).map(readEvent);
  const rescued = aside.flatMap((read) => (read.kind === 'event' ? [read.event] : []));
  return {
    kind: 'ok',
    events: [...readable, ...rescued],
    unreadable: aside.length - rescued.length,
  };
}

/** The text of a file with these entries. @param exported ISO 8601 time. */
export function writeProgressFile(
  events: readonly LearningEvent[],
  aside: readonly unknown[],
  exported: string,
): string {
  const file: ProgressFile = {
    format: FILE_FORMAT,
    version: FILE_VERSION,
    exported,
    events: [...events],
    ...(aside.length > 0 && { aside: [...aside] }),
  };
  return JSON.stringify(file, null, 1);
}
