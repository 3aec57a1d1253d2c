/** Why: the front matter of `content/lessons/<lesson>/{en,zh-cn}.mdx`. */
import { z } from 'zod';
import { idSchema } from './text';

export const lessonSchema = z.strictObject({
  title: z.string().min(1),
  /** One or two sentences under the title. */
  lede: z.string().min(1),
  /** Reading time with the figure, minutes. */
  minutes: z.number().int().positive(),
  /** Glossary ids that the lesson teaches, in order. */
  terms: z.array(idSchema).min(1),
  /** Source ids (`content/sources.yaml`) listed at the end. */
  sources: z.array(idSchema).min(1),
});
export type Lesson = z.infer<typeof lessonSchema>;
