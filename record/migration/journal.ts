/** Why: what a migration's raw trace holds, entry by entry; the recorder writes it, the converter reads it. */
import { z } from 'zod';
import { checkClocks, parseJournal, type Entry } from '../journal.ts';
import { TraceError } from '../trace-error.ts';

const side = z.enum(['source', 'destination']);
export type Side = z.infer<typeof side>;
/** Microseconds since 1970, on the clock of the machine that recorded. */
const at = z.int().positive();

const ramSchema = z.object({
  remaining: z.int(),
  transferred: z.int(),
  normal: z.int(),
  'dirty-sync-count': z.int(),
  'dirty-pages-rate': z.int(),
  'postcopy-requests': z.int(),
  mbps: z.number(),
});

/** A reply of `query-migrate`, kept whole; named is what is read. */
export const statusSchema = z.looseObject({
  status: z.string(),
  ram: ramSchema.loose().optional(),
  'cpu-throttle-percentage': z.int().optional(),
  'total-time': z.int().optional(),
  downtime: z.int().optional(),
  'setup-time': z.int().optional(),
});
export type MigrationStatus = z.infer<typeof statusSchema>;

const entrySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('run'),
    run: z.string(),
    date: z.iso.date(),
    versions: z.record(z.string(), z.string()),
    command: z.string(),
    parameters: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
  z.strictObject({ kind: z.literal('command'), at, to: side, execute: z.string() }),
  z.strictObject({
    kind: z.literal('event'),
    at,
    from: side,
    event: z.string(),
    data: z.record(z.string(), z.unknown()),
  }),
  z.strictObject({ kind: z.literal('sample'), at, reply: statusSchema }),
  /** How the guest is: `ticks` counts its milliseconds. */
  z.strictObject({ kind: z.literal('guest'), at, on: side, status: z.string(), ticks: z.int() }),
  z.strictObject({ kind: z.literal('end') }),
]);
export type MigrationEntry = z.infer<typeof entrySchema>;
type Of<K extends MigrationEntry['kind']> = Extract<MigrationEntry, { kind: K }>;

export interface Section {
  /** Line of its `run` entry. */
  readonly line: number;
  readonly head: Of<'run'>;
  readonly entries: readonly Entry<MigrationEntry>[];
}

/** Of a section, the entries of a kind. */
export const ofKind = <K extends MigrationEntry['kind']>(section: Section, kind: K): readonly Of<K>[] =>
  section.entries.map(({ item }) => item).filter((item): item is Of<K> => item.kind === kind);

function clockOf(item: MigrationEntry): { of: string; at: number } | undefined {
  switch (item.kind) {
    case 'run':
    case 'end':
      return undefined;
    case 'event':
      return { of: item.from, at: item.at };
    case 'command':
    case 'sample':
    case 'guest':
      return { of: 'recorder', at: item.at };
  }
}

/**
 * The runs of a raw trace.
 * @param wanted which runs it must hold, in this order
 * @throws TraceError: a line that is no entry, a run that is missing, out of place, or without its end, a clock that
 * runs backwards
 */
export function readRuns(file: string, text: string, wanted: readonly string[]): readonly Section[] {
  const entries = parseJournal(file, text, entrySchema);
  const starts = entries.flatMap(({ item }, i) => (item.kind === 'run' ? [i] : []));
  if (starts[0] !== 0) throw new TraceError(file, 1, 'an entry of no run', 'the entry "run" first');
  const sections = starts.map((start, s): Section => {
    const { item, line } = entries[start]!;
    if (item.kind !== 'run') throw new Error('unreachable: a section starts at its run');
    return { head: item, line, entries: entries.slice(start + 1, starts[s + 1] ?? entries.length) };
  });
  wanted.forEach((run, i) => {
    const section = sections[i];
    if (section?.head.run !== run)
      throw new TraceError(
        file,
        section?.line ?? entries.at(-1)!.line,
        section ? `the run "${section.head.run}"` : 'no more runs',
        `the run "${run}"`,
      );
  });
  const extra = sections[wanted.length];
  if (extra) throw new TraceError(file, extra.line, `the run "${extra.head.run}"`, 'no more runs');
  for (const section of sections) {
    const ends = section.entries.findIndex(({ item }) => item.kind === 'end');
    const last = section.entries.length - 1;
    if (ends === -1 || ends !== last)
      throw new TraceError(
        file,
        section.entries.at(ends)?.line ?? section.line,
        `a run "${section.head.run}" ${ends === -1 ? 'without its end' : 'that goes on after its end'}`,
        'the entry "end" last',
      );
    checkClocks(file, section.entries, clockOf);
  }
  return sections;
}
