/** Why: what a candidate must know is listed once, each thing with the sentence that teaches it. */
import { z } from 'zod';
import { idSchema, textSchema } from './text';

/** One system, product, command or claim of the syllabus, and where it is taught. */
export const coverageRowSchema = z.strictObject({
  item: textSchema,
  /** Id of the lesson's `<Section>`; `''` is what stands before the first one. */
  section: z.union([idSchema, z.literal('')]),
  /** An excerpt of the section's plain text that teaches the item, inside one paragraph, list item, table row or code block. */
  says: textSchema,
});
/** A file `content/coverage/<lesson>.yaml`. */
export const coverageFileSchema = z.array(coverageRowSchema).min(1);
export type CoverageRow = z.infer<typeof coverageRowSchema>;

/** A regular expression, as text. */
const patternSchema = z.string().refine((text) => {
  try {
    return new RegExp(text, 'iu').source.length > 0;
  } catch {
    return false;
  }
}, 'expected a regular expression');

/** Something that is often said and is wrong, old, or half of the truth. */
export const correctionSchema = z.strictObject({
  id: idSchema,
  /** How it is said, in either language. */
  wrong: z.array(z.string().min(1)).min(1),
  /** What must not stand in the course; each wrong saying holds one of them. */
  forms: z.array(patternSchema).min(1),
  caseMatters: z.boolean().default(false),
  /** The coverage row, by its lesson and English name, that quotes the right thing; missing where no lesson has to say it, and it is simply right. */
  taught: z.strictObject({ lesson: idSchema, item: z.string().min(1) }).optional(),
});
export const correctionsSchema = z.array(correctionSchema).min(1);
export type Correction = z.infer<typeof correctionSchema>;
