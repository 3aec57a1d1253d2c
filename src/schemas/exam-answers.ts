/** Why: what the exam wants and what is true stand in one file, from which the lesson's table and the printed sheet are made. */
import { z } from 'zod';
import { idSchema, textSchema, type Text } from './text';

const answerSchema = z.strictObject({
  id: idSchema,
  /** Lesson that explains it, and its section where the lesson has one for it. */
  lesson: idSchema,
  section: idSchema.optional(),
  /** The question as papers ask it. */
  asked: textSchema,
  /** The answer that is marked right. */
  exam: textSchema,
  truth: textSchema,
  /** For the sheet: cue and answer in one line. */
  short: textSchema,
});
export type ExamAnswer = z.infer<typeof answerSchema>;

/** The same in every language (`mnt`, `2017`), or one text for each; may be empty in a head. */
const cellSchema = z.union([z.string(), textSchema]);
export type Cell = string | Text;

const blockSchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  /** Two cells each: what, and what of it. */
  rows: z.array(z.tuple([cellSchema, cellSchema])).min(1),
});
export type SheetBlock = z.infer<typeof blockSchema>;

export const examAnswersSchema = z.strictObject({
  answers: z.array(answerSchema).min(1),
  /** What the sheet holds besides the answers, in order. */
  blocks: z.array(blockSchema).min(1),
});
export type ExamAnswers = z.infer<typeof examAnswersSchema>;
