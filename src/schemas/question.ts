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

/** A meaning to match a term with. */
const choiceSchema = z.strictObject({ id: idSchema, text: textSchema });

/**
 * `ordering`: bring the options into order. `matching`: give each option (a term) its choice (a meaning).
 * `point`: click one place in the figure's picture; the options name places by their `data-node`.
 */
export const KINDS = ['single', 'multiple', 'true-false', 'ordering', 'matching', 'point'] as const;

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
    /** Of a `point`: the picture to click in. */
    place: z.strictObject({ figure: idSchema, scenario: z.string(), at: z.string() }).optional(),
    /** Two to eight, in the order in which they are shown; for `true-false` exactly `true` and `false`. */
    options: z.array(optionSchema).min(2).max(8),
    /** Of a `matching`: the meanings, in the order in which they are shown; there may be more than terms. */
    choices: z.array(choiceSchema).min(2).max(8).optional(),
    /** Ids of the right options; of an `ordering` all ids in order; of a `matching` `option:choice` for each option. */
    answer: z.array(z.string()).min(1),
  })
  .superRefine((question, context) => {
    const fail = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const { kind, answer } = question;
    const ids = question.options.map((option) => option.id);
    const choices = question.choices?.map((choice) => choice.id) ?? [];
    const twice = (list: readonly string[]) => list.flatMap((id, i) => (list.indexOf(id) === i ? [] : [i]));
    for (const i of twice(ids)) fail(['options', i, 'id'], `option id "${ids[i]}" stands twice`);
    for (const i of twice(choices)) fail(['choices', i, 'id'], `choice id "${choices[i]}" stands twice`);
    for (const i of twice(answer)) fail(['answer', i], `answer "${answer[i]}" stands twice`);

    const known = kind === 'matching' ? ids.flatMap((id) => choices.map((choice) => `${id}:${choice}`)) : ids;
    answer.forEach((id, i) => {
      if (!known.includes(id))
        fail(
          ['answer', i],
          kind === 'matching'
            ? `answer "${id}" is no "option:choice"; options are ${list(ids)}, choices ${list(choices)}`
            : `answer "${id}" is no option; the options are ${list(ids)}`,
        );
    });
    if ((kind === 'matching') !== (question.choices !== undefined))
      fail(['choices'], `choices belong to a matching question, and only to one; this is ${kind}`);
    if ((kind === 'point') !== (question.place !== undefined))
      fail(['place'], `a place belongs to a point question, and only to one; this is ${kind}`);
    switch (kind) {
      case 'single':
      case 'point':
      case 'true-false':
        if (answer.length !== 1)
          fail(['answer'], `a ${kind} question has exactly one answer, found ${answer.length}`);
        if (kind === 'true-false' && ids.join() !== 'true,false')
          fail(
            ['options'],
            `a true-false question has the options "true" and "false" in this order, found "${ids.join()}"`,
          );
        break;
      case 'multiple':
        if (answer.length < 2) fail(['answer'], 'a multiple question has at least two answers');
        break;
      case 'ordering':
        if (answer.length !== ids.length)
          fail(['answer'], `an ordering names every option, expected ${ids.length}, found ${answer.length}`);
        if (ids.length < 3) fail(['options'], 'an ordering has at least three options');
        if (answer.join() === ids.join())
          fail(
            ['options'],
            'the options of an ordering are shown as they stand here, so not in the right order',
          );
        break;
      case 'matching':
        if (ids.some((id) => answer.filter((pair) => pair.startsWith(`${id}:`)).length !== 1))
          fail(['answer'], 'a matching question has exactly one "option:choice" for each option');
        break;
    }
  });

const list = (ids: readonly string[]) => ids.map((id) => `"${id}"`).join(', ');

export type Question = z.infer<typeof questionSchema>;
export const questionFileSchema = z.array(questionSchema).min(1);
