/**
 * Why: a mock exam is a file that says where each of its facts comes from and how surely it is known, so that
 * nobody takes our choice for an official rule.
 */
import { z } from 'zod';
import { KINDS } from './question';
import { idSchema, textSchema } from './text';

/** `own`: no fact about any real exam, but this course’s choice. */
export const CERTAINTIES = ['high', 'medium', 'low', 'unknown', 'own'] as const;
const certaintySchema = z.enum(CERTAINTIES);
export type Certainty = z.infer<typeof certaintySchema>;

/** Names of presets: as ids, with dots for editions: `aca-v1.1-2019`. */
export const PRESET_NAME = /^[a-z0-9]+([-.][a-z0-9]+)*$/;

export const examPresetSchema = z
  .strictObject({
    /** Presets are offered by this number, then by name. */
    order: z.int().min(1),
    title: textSchema,
    /** What kind of exam this is, and what it is not. */
    about: textSchema,
    edition: textSchema,
    /** Where its facts were read. */
    source: textSchema,
    /** Of the edition. */
    date: z.union([z.literal('unknown'), z.iso.date()]),
    /** How surely each fact is known. */
    certainty: z.strictObject({
      minutes: certaintySchema,
      kinds: certaintySchema,
      marks: certaintySchema,
      weights: certaintySchema,
    }),
    minutes: z.int().min(1).max(600),
    /** Number of questions by kind. */
    kinds: z.partialRecord(z.enum(KINDS), z.int().min(1).max(200)),
    /** The kind that stands in where the course has too few questions of another; left out: none may be missing. */
    instead: z.enum(KINDS).optional(),
    /** For each question answered exactly right. */
    marks: z.number().positive(),
    /** How the questions are spread. Without `of`: evenly over all that have questions. */
    weights: z.strictObject({
      by: z.enum(['lesson', 'unit', 'topic']),
      of: z.record(idSchema, z.number().positive()).optional(),
    }),
    /** Pass marks that are offered; the candidate may always set another. */
    pass: z
      .array(
        z.strictObject({
          percent: z.number().min(0).max(100),
          /** Where it comes from. */
          from: textSchema,
          certainty: certaintySchema,
        }),
      )
      .min(1),
    /** What is not known of the real exam, or differs from it. */
    notes: z.array(textSchema).default([]),
  })
  .superRefine(({ kinds, instead, certainty }, context) => {
    if (Object.keys(kinds).length === 0)
      context.addIssue({ code: 'custom', path: ['kinds'], message: 'an exam has questions; found no kind' });
    if (instead !== undefined && kinds[instead] === undefined)
      context.addIssue({
        code: 'custom',
        path: ['instead'],
        message: `"${instead}" stands in for other kinds, so it must be one of the kinds itself; these are ${Object.keys(kinds).join(', ')}`,
      });
    for (const [fact, value] of Object.entries(certainty))
      if (value === 'unknown')
        context.addIssue({
          code: 'custom',
          path: ['certainty', fact],
          message: `found a value for "${fact}" that is called unknown; expected "own" where the value is this course’s choice`,
        });
  });
export type ExamPreset = z.infer<typeof examPresetSchema>;
