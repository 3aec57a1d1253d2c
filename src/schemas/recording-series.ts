/**
 * Why: what a kernel or QEMU counted, sampled over time, in one or more runs that differ in a parameter. Rows are
 * deltas to the row before (the first to zero), so that slow counters cost a byte: `rowsOf` in `lib/deltas.ts`
 * gives the values.
 */
import { z } from 'zod';
import { headShape, indexSchema } from './recording-head.ts';
import { idSchema, textSchema } from './text.ts';

const columnSchema = z.strictObject({
  id: idSchema,
  /** e.g. `pages`, `bytes`, `ms`, `us`, `periods`, `%`; `level` for the number of a state. */
  unit: z.string().min(1),
  /** The counter's own name where it has one, e.g. `/sys/kernel/mm/ksm/pages_sharing`. */
  source: z.string().min(1).optional(),
});

const runSchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  /** What was set for this run, e.g. `cpu.max` → `20000 100000`. */
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
  columns: z.array(columnSchema).min(1),
  /** `[delta of the clock, ...delta of each column]`. */
  rows: z.array(z.tuple([indexSchema], z.int())).min(1),
  /** What happened at a moment: `[clock, what]`, in order; words are the tool's own. */
  marks: z.array(z.tuple([indexSchema, z.string().min(1)])),
  /** How it ended, e.g. `status` → `completed`. */
  outcome: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const seriesRecordingSchema = z
  .strictObject({
    ...headShape,
    kind: z.literal('series'),
    /** Whose time: `ms` on the clock of the machine that recorded, or `instructions` of an emulated one. */
    clock: z.strictObject({ unit: z.enum(['ms', 'us', 'instructions']) }),
    runs: z.array(runSchema).min(1),
  })
  .superRefine(({ runs }, context) => {
    const fail = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const ids = runs.map(({ id }) => id);
    runs.forEach(({ id, columns, rows, marks }, r) => {
      if (ids.indexOf(id) !== r) fail(['runs', r, 'id'], `run "${id}" stands twice`);
      const names = columns.map((column) => column.id);
      names.forEach((name, c) => {
        if (names.indexOf(name) !== c) fail(['runs', r, 'columns', c, 'id'], `column "${name}" stands twice`);
      });
      rows.forEach((row, i) => {
        if (row.length !== columns.length + 1)
          fail(
            ['runs', r, 'rows', i],
            `found ${row.length} numbers; expected the clock and ${columns.length} columns`,
          );
      });
      marks.forEach(([clock], i) => {
        if (clock < (marks[i - 1]?.[0] ?? 0)) fail(['runs', r, 'marks', i, 0], 'the clock runs backwards');
      });
    });
  });

export type SeriesRecording = z.infer<typeof seriesRecordingSchema>;
