/** Why: the order of the course stands in one file; navigation, map and sitemap follow it. */
import { z } from 'zod';
import { idSchema, textSchema } from './text';

export const courseSchema = z.strictObject({
  units: z
    .array(
      z.strictObject({
        id: idSchema,
        title: textSchema,
        lessons: z
          .array(
            z.strictObject({
              id: idSchema,
              /** Short name for navigation; the lesson's own title may be a question. */
              title: textSchema,
              /** One line for the course map. */
              about: textSchema,
            }),
          )
          .min(1),
      }),
    )
    .min(1),
});
export type Course = z.infer<typeof courseSchema>;
