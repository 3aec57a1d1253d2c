/** Why: tells Astro where the lessons are and what their front matter must hold. */
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { lessonSchema } from './schemas/lesson';

const lessons = defineCollection({
  loader: glob({ base: './content/lessons', pattern: '*/{en,zh-cn}.mdx' }),
  schema: lessonSchema,
});

export const collections = { lessons };
