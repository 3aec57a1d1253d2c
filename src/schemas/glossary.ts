/** Why: a term has one name in each language, everywhere. */
import { z } from 'zod';
import { idSchema, textSchema } from './text';

export const termSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  /** One sentence, complete without its neighbours. */
  definition: textSchema,
  /** Other spellings that people search for. */
  aliases: z.array(z.string()).default([]),
  /** Ids of related terms. */
  related: z.array(idSchema).default([]),
});
export type Term = z.infer<typeof termSchema>;
export const glossarySchema = z.array(termSchema).min(1);
