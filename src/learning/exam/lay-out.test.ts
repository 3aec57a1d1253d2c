import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyBank, anySeed } from './bank.fixture';
import { laidOut } from './lay-out';

const ids = (list: readonly { readonly id: string }[] = []) => list.map(({ id }) => id);

it('shows the same options in an order that the seed alone decides, whatever the order of the file', () => {
  fc.assert(
    fc.property(anyBank, anySeed, (bank, seed) => {
      for (const question of bank) {
        const shown = laidOut(question, seed);
        expect(ids(shown.options).sort()).toEqual(ids(question.options).sort());
        expect(ids(shown.choices).sort()).toEqual(ids(question.choices).sort());
        expect(shown.answer).toEqual(question.answer);
        expect(laidOut(question, seed)).toEqual(shown);
        if (question.kind === 'true-false' || question.kind === 'point')
          expect(ids(shown.options)).toEqual(ids(question.options));
        else
          expect(laidOut({ ...question, options: question.options.toReversed() }, seed).options).toEqual(
            shown.options,
          );
        if (question.kind === 'ordering') expect(ids(shown.options)).not.toEqual(question.answer);
      }
    }),
  );
});

it('puts the right option in every place about equally often', () => {
  const question = {
    id: 'q',
    kind: 'single' as const,
    options: ['a', 'b', 'c', 'd'].map((id) => ({ id })),
    answer: ['a'],
  };
  const places = [0, 0, 0, 0];
  for (let seed = 0; seed < 4000; seed++)
    places[laidOut(question, seed).options.findIndex(({ id }) => id === 'a')]!++;
  for (const n of places) expect(Math.abs(n - 1000)).toBeLessThan(150);
});
