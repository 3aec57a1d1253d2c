/** Why: tests of drawing and grading need arbitrary banks, and presets that such a bank can fill. */
import fc from 'fast-check';
import { KINDS } from '../../schemas/question';
import type { Blueprint } from './assemble';
import type { PaperQuestion } from './grade-paper';

export type TestQuestion = PaperQuestion & {
  readonly unit: string;
  readonly choices?: readonly { readonly id: string }[];
};

const LETTERS = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }));
const UNITS: Record<string, string> = { kvm: 'u1', xen: 'u1', io: 'u2', memory: 'u2', cgroups: 'u3' };

const shape = fc.record({
  kind: fc.constantFrom(...KINDS),
  lesson: fc.constantFrom(...Object.keys(UNITS)),
  topic: fc.constantFrom('t1', 't2', 't3'),
  answers: fc.subarray(['a', 'b', 'c', 'd'], { minLength: 2 }),
});

/** Questions with ids of their own, valid as the schema of questions has it. */
export const anyBank: fc.Arbitrary<TestQuestion[]> = fc
  .array(shape, { minLength: 1, maxLength: 80 })
  .map((list) =>
    list.map(({ kind, lesson, topic, answers }, i) => {
      const base = { id: `q${(i * 37) % 101}-${i}`, kind, lesson, topic, unit: UNITS[lesson]! };
      switch (kind) {
        case 'true-false':
          return { ...base, options: [{ id: 'true' }, { id: 'false' }], answer: [i % 2 ? 'true' : 'false'] };
        case 'single':
        case 'point':
          return { ...base, options: LETTERS.slice(0, 4), answer: answers.slice(0, 1) };
        case 'multiple':
          return { ...base, options: LETTERS, answer: answers };
        case 'ordering':
          return { ...base, options: LETTERS.slice(0, 4), answer: ['b', 'a', 'd', 'c'] };
        case 'matching':
          return { ...base, options: LETTERS.slice(0, 2), choices: LETTERS, answer: ['a:b', 'b:a'] };
      }
    }),
  );

/** Any wish: kinds, numbers and weights, whether a bank can fill it or not. */
export const anyBlueprint: fc.Arbitrary<Blueprint> = fc.record({
  kinds: fc
    .dictionary(fc.constantFrom(...KINDS), fc.integer({ min: 1, max: 8 }), { minKeys: 1 })
    .map((kinds) => kinds as Blueprint['kinds']),
  weights: fc.constantFrom('lesson' as const, 'unit' as const, 'topic' as const).map((by) => ({ by })),
});

export const anySeed = fc.nat(999_999);
