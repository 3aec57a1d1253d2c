/**
 * Why: what a command printed or a kernel file held, page by page, as it stood there: before, between and after what
 * was done. Lines are interned, since one page repeats most of the page before.
 */
import { z } from 'zod';
import { headShape, indexSchema } from './recording-head.ts';
import { idSchema, textSchema } from './text.ts';

const pageSchema = z.strictObject({
  id: idSchema,
  /** What was typed or read, e.g. `xl list`, `/proc/41/status`. */
  command: z.string().min(1),
  /** Indexes into the recording's `lines`. */
  lines: z.array(indexSchema),
});

const sceneSchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  /** What was set for this scene, e.g. `dom0_mem` → `600M,max:600M`. */
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
  pages: z.array(pageSchema).min(1),
});

export const pagesRecordingSchema = z
  .strictObject({
    ...headShape,
    kind: z.literal('pages'),
    lines: z.array(z.string()),
    scenes: z.array(sceneSchema).min(1),
  })
  .superRefine(({ lines, scenes }, context) => {
    const fail = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const ids = scenes.map(({ id }) => id);
    scenes.forEach(({ id, pages }, s) => {
      if (ids.indexOf(id) !== s) fail(['scenes', s, 'id'], `scene "${id}" stands twice`);
      const names = pages.map((page) => page.id);
      pages.forEach((page, p) => {
        if (names.indexOf(page.id) !== p)
          fail(['scenes', s, 'pages', p, 'id'], `page "${page.id}" stands twice`);
        page.lines.forEach((line, l) => {
          if (line >= lines.length)
            fail(
              ['scenes', s, 'pages', p, 'lines', l],
              `index ${line} is outside "lines", which has ${lines.length} entries`,
            );
        });
      });
    });
  });

export type PagesRecording = z.infer<typeof pagesRecordingSchema>;
