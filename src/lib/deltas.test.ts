import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deltasOf, rowsOf } from './deltas';

test('rows come back from their deltas', () => {
  const row = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      expect(rowsOf(deltasOf(rows))).toEqual(rows);
    }),
  );
});

test('each number is the sum of its column so far', () => {
  expect(
    rowsOf([
      [5, 1],
      [2, 0],
      [1, -1],
    ]),
  ).toEqual([
    [5, 1],
    [7, 1],
    [8, 0],
  ]);
});
