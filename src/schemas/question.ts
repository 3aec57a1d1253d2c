/** Why: a question is data that carries its own explanation and, where it can, its own proof. */
import { z } from 'zod';
import { idSchema, textSchema } from './text';

/** Where the answer is proved: a step of a figure, or a section of the lesson (the id of its `<Section>`). */
const proofSchema = z.union([
  z.strictObject({
    figure: idSchema,
    /** A preset's id or control values joined by `.`, as in URLs. */
    scenario: z.string(),
    /** Step id. */
    at: z.string(),
  }),
  z.strictObject({ section: idSchema }),
]);

/** Recomputed by a test: the figure's `facts` of this scenario must hold every expected value. */
const verifySchema = z.strictObject({
  figure: idSchema,
  scenario: z.string(),
  expect: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

const optionSchema = z.strictObject({
  id: idSchema,
  text: textSchema,
  /** Why this option is right, or what is wrong with it. */
  why: textSchema,
});

export const KINDS = ['single', 'multiple', 'true-false'] as const;

export const questionSchema = z
  .strictObject({
    id: idSchema,
    kind: z.enum(KINDS),
    /** 1 recall, 2 understanding, 3 applied. */
    difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    /** Syllabus topic: `cpu`, `kvm`, `memory`, `io`, `concepts`, … */
    topic: idSchema,
    proof: proofSchema,
    verify: verifySchema.optional(),
    stem: textSchema,
    /** Two to six; for `true-false` exactly `true` and `false`, in this order. */
    options: z.array(optionSchema).min(2).max(6),
    /** Ids of the right options. */
    answer: z.array(z.string()).min(1),
  })
  .superRefine((question, context) => {
    const ids = question.options.map((option) => option.id);
    const fail = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    ids.forEach((id, i) => {
      if (ids.indexOf(id) !== i) fail(['options', i, 'id'], `option id "${id}" stands twice`);
    });
    question.answer.forEach((id, i) => {
      if (!ids.includes(id))
        fail(
          ['answer', i],
          `answer "${id}" is no option; the options are ${ids.map((o) => `"${o}"`).join(', ')}`,
        );
      else if (question.answer.indexOf(id) !== i) fail(['answer', i], `answer "${id}" stands twice`);
    });
    if (question.kind !== 'multiple' && question.answer.length !== 1)
      fail(['answer'], `a ${question.kind} question has exactly one answer, found ${question.answer.length}`);
    if (question.kind === 'multiple' && question.answer.length < 2)
      fail(['answer'], 'a multiple question has at least two answers');
    if (question.kind === 'true-false' && ids.join() !== 'true,false')
      fail(
        ['options'],
        `a true-false question has the options "true" and "false" in this order, found "${ids.join()}"`,
      );
  });

export type Question = z.infer<typeof questionSchema>;
export const questionFileSchema = z.array(questionSchema).min(1);
