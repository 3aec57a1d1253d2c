import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grade } from './grade';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const options = ids.map((id) => ({ id }));
const subset = fc.subarray(ids);
const answers = fc.subarray(ids, { minLength: 1 });

test('right exactly when the set chosen is the set wanted, in whatever order', () => {
  fc.assert(
    fc.property(answers, subset, (answer, chosen) => {
      const same = answer.length === chosen.length && answer.every((id) => chosen.includes(id));
      expect(grade({ options, answer }, chosen).right).toBe(same);
      expect(grade({ options, answer }, [...chosen].reverse()).right).toBe(same);
    }),
  );
});

test('the marks account for every option, and the counts agree with them', () => {
  fc.assert(
    fc.property(answers, subset, (answer, chosen) => {
      const result = grade({ options, answer }, chosen);
      const count = (mark: string) => Object.values(result.marks).filter((m) => m === mark).length;
      expect(Object.keys(result.marks)).toEqual(ids);
      expect(result.hits).toBe(count('hit'));
      expect(result.mistaken).toBe(count('mistaken'));
      expect(result.wanted).toBe(count('hit') + count('missed'));
      expect(result.right).toBe(count('missed') + count('mistaken') === 0);
    }),
  );
});

test('more right options chosen, with as few wrong ones, never lowers the hits', () => {
  fc.assert(
    fc.property(answers, subset, fc.constantFrom(...ids), (answer, chosen, more) => {
      const before = grade({ options, answer }, chosen);
      const after = grade({ options, answer }, [...chosen, more]);
      expect(after.hits).toBeGreaterThanOrEqual(before.hits);
    }),
  );
});

test('partly right says how much', () => {
  expect(grade({ options, answer: ['a', 'b', 'c'] }, ['a', 'c', 'f'])).toMatchObject({
    right: false,
    hits: 2,
    wanted: 3,
    mistaken: 1,
    marks: { a: 'hit', b: 'missed', c: 'hit', d: 'left', f: 'mistaken' },
  });
});

test('an option that no longer exists makes the answer wrong, and repeats do not count twice', () => {
  expect(grade({ options, answer: ['a'] }, ['a', 'gone']).right).toBe(false);
  expect(grade({ options, answer: ['a', 'b'] }, ['a', 'a']).right).toBe(false);
});
