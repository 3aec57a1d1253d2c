/** Why: every recording, of whatever kind, says what was recorded, by what and how, and what its numbers are not. */
import { z } from 'zod';
import { idSchema, textSchema } from './text.ts';

/** Place in a table of interned strings, or a count. */
export const indexSchema = z.int().nonnegative();

export const provenanceSchema = z.strictObject({
  /** What wrote the raw trace. */
  tool: z.string().min(1),
  /** Program or part → version. */
  versions: z.record(z.string(), z.string().min(1)),
  command: z.string().min(1),
  /** ISO date; a caveat says so where it is not the day of the recording itself. */
  date: z.iso.date(),
  /** Raw trace, gzipped, relative to the repository; left out where it is too large to commit (200 KB). */
  raw: z.string().min(1).optional(),
  /** SHA-256 of the raw trace before gzip; of the tar archive where it is several files. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 lower-case hexadecimal digits'),
  /** What the numbers are not. */
  caveats: z.array(textSchema).min(1),
});

/** What each kind of recording begins with. */
export const headShape = { version: z.literal(1), id: idSchema, provenance: provenanceSchema } as const;

export type RecordingProvenance = z.infer<typeof provenanceSchema>;
