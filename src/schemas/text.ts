/** Why: every text that people read exists in both languages; one missing translation fails the build. */
import { z } from 'zod';

const sentence = z.string().trim().min(1, 'must not be empty');

/** One text in both languages. May hold `code` in backticks and **bold**. */
export const textSchema = z.strictObject({ en: sentence, 'zh-cn': sentence });
export type Text = z.infer<typeof textSchema>;

/** Ids in content: lower-case letters, digits and `-`. */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and single hyphens');
