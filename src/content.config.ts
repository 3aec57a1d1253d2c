/**
 * Why: tells Astro where the lessons are, so that it renders them. Their front matter is read and checked with
 * everything else in `src/content/check.ts`, which names the line and lists all problems at once.
 */
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

const lessons = defineCollection({
  loader: glob({ base: './content/lessons', pattern: '*/{en,zh-cn}.mdx' }),
});

export const collections = { lessons };
