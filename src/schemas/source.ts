/** Why: each fact has a source, and the reader is told how surely it is known. */
import { z } from 'zod';
import { idSchema, textSchema } from './text';

export const sourceSchema = z.strictObject({
  id: idSchema,
  /** Author, title, venue, year: as a bibliography prints it. */
  citation: z.string().min(1),
  url: z.url().optional(),
  /** `primary`: read in the original; `secondary`: read in a copy or quotation; `unverified`: from memory. */
  certainty: z.enum(['primary', 'secondary', 'unverified']),
  note: textSchema.optional(),
});
export type Source = z.infer<typeof sourceSchema>;
export const sourcesSchema = z.array(sourceSchema).min(1);
