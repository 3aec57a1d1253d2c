/** Why: every generated question hangs on this: the same key, the same chance, and no side preferred. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomOf } from './random';

describe('chance from a key', () => {
  it('is the same for the same key', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.integer({ min: 1, max: 1e6 })), (key, bounds) => {
        const [a, b] = [randomOf(key), randomOf(key)];
        for (const n of bounds) {
          const drawn = a.below(n);
          expect(b.below(n)).toBe(drawn);
          expect(drawn).toBeGreaterThanOrEqual(0);
          expect(drawn).toBeLessThan(n);
        }
      }),
    );
  });

  it('shuffles without losing anything', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.integer()), (key, list) => {
        expect(randomOf(key).shuffle(list).toSorted()).toEqual(list.toSorted());
      }),
    );
  });

  it('prefers no place: neighbouring keys put the first of four everywhere', () => {
    const places = [0, 0, 0, 0];
    for (let i = 0; i < 4000; i++) places[randomOf(`gen/rings/${i}`).shuffle([0, 1, 2, 3]).indexOf(0)]!++;
    for (const n of places) expect(Math.abs(n - 1000)).toBeLessThan(120);
  });

  it('has nothing to pick from an empty list', () => {
    expect(() => randomOf('').pick([])).toThrow('the list is empty');
  });
});
