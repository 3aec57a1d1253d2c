/** Why: how often each thing happened while something was done, for several ways of doing it side by side. */
import { z } from 'zod';
import { headShape, indexSchema } from './recording-head.ts';
import { idSchema, textSchema } from './text.ts';

const runSchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  /** What was set for this run, e.g. `nic` → `virtio-net-pci`. */
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
  /** By the tracer's own name, most frequent first. */
  counts: z.record(z.string(), z.int().positive()),
  /** Sum of `counts`. */
  total: indexSchema,
});

export const countsRecordingSchema = z
  .strictObject({
    ...headShape,
    kind: z.literal('counts'),
    /** What is counted, e.g. `VM exits by reason`. */
    what: textSchema,
    runs: z.array(runSchema).min(1),
  })
  .superRefine(({ runs }, context) => {
    const ids = runs.map(({ id }) => id);
    runs.forEach(({ id, counts, total }, r) => {
      const fail = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: ['runs', r, path], message });
      if (ids.indexOf(id) !== r) fail('id', `run "${id}" stands twice`);
      const values = Object.values(counts);
      const sum = values.reduce((before, count) => before + count, 0);
      if (sum !== total) fail('total', `found ${total}; expected ${sum}, the sum of the counts`);
      if (values.some((count, i) => count > (values[i - 1] ?? Infinity)))
        fail('counts', 'expected the most frequent first');
    });
  });

export type CountsRecording = z.infer<typeof countsRecordingSchema>;
