/** Why: what the raw traces of the memory topic hold, entry by entry; the recorders write it, the converter reads it. */
import { z } from 'zod';
import { checkClocks, parseJournal } from '../journal.ts';
import { TraceError } from '../trace-error.ts';

/** Microseconds, on the clock that the recording names. */
const at = z.int().nonnegative();
const values = z.record(z.string(), z.int().nonnegative());

const entrySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('run'),
    date: z.iso.date(),
    versions: z.record(z.string(), z.string()),
    command: z.string(),
  }),
  z.strictObject({ kind: z.literal('setup'), values }),
  z.strictObject({ kind: z.literal('sample'), at, values }),
  z.strictObject({ kind: z.literal('event'), at, what: z.string().min(1) }),
  z.strictObject({ kind: z.literal('end') }),
]);
export type MemoryEntry = z.infer<typeof entrySchema>;

export interface MemoryTrace {
  readonly head: Extract<MemoryEntry, { kind: 'run' }>;
  /** What was set. */
  readonly setup: Readonly<Record<string, number>>;
  /** `[clock, ...one value a column]`. */
  readonly samples: readonly (readonly number[])[];
  readonly events: readonly { readonly at: number; readonly what: string }[];
}

/**
 * Reads a raw trace.
 * @param columns which values a sample must hold
 * @throws TraceError: a line that is no entry, an entry out of place, a value that is missing, no end, a clock that
 * runs backwards
 */
export function readMemory(file: string, text: string, columns: readonly string[]): MemoryTrace {
  const entries = parseJournal(file, text, entrySchema);
  const wanted = (index: number, kind: MemoryEntry['kind']) => {
    const entry = entries.at(index);
    if (entry?.item.kind !== kind)
      throw new TraceError(
        file,
        entry?.line ?? entries.at(-1)!.line,
        `the entry "${entry?.item.kind ?? 'none'}"`,
        `the entry "${kind}"`,
      );
    return entry.item;
  };
  const [head, setup] = [wanted(0, 'run'), wanted(1, 'setup')];
  wanted(-1, 'end');
  if (head.kind !== 'run' || setup.kind !== 'setup') throw new Error('unreachable: both were checked');
  const samples: number[][] = [];
  const events: { at: number; what: string }[] = [];
  for (const { item, line } of entries.slice(2, -1)) {
    switch (item.kind) {
      case 'sample':
        samples.push([
          item.at,
          ...columns.map((column) => {
            const value = item.values[column];
            if (value === undefined)
              throw new TraceError(file, line, `a sample without ${column}`, 'all its values');
            return value;
          }),
        ]);
        break;
      case 'event':
        events.push({ at: item.at, what: item.what });
        break;
      case 'run':
      case 'setup':
      case 'end':
        throw new TraceError(file, line, `another entry "${item.kind}"`, 'samples and events until the end');
    }
  }
  if (samples.length === 0) throw new TraceError(file, entries.at(-1)!.line, 'no samples', 'some');
  checkClocks(file, entries, (item) => ('at' in item ? { of: 'recorder', at: item.at } : undefined));
  return { head, setup: setup.values, samples, events };
}
