import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editDistance, nearest } from './nearest';

const word = fc.stringMatching(/^[a-z-]{0,10}$/);

it('is a distance: zero only for the same word, the same both ways, never over the longer word', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      const distance = editDistance(a, b);
      expect(distance === 0).toBe(a === b);
      expect(editDistance(b, a)).toBe(distance);
      expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }),
  );
});

it('counts a swap of neighbours as one', () => {
  expect(editDistance('popf', 'pofp')).toBe(1);
  expect(editDistance('rings', 'rigns')).toBe(1);
});

it('names what is near, nearest first, and nothing when nothing is', () => {
  expect(nearest('quite', ['quiet', 'quilt', 'popf'])).toEqual(['quiet', 'quilt']);
  expect(nearest('popf', ['popf-trap', 'syscall'])).toEqual(['popf-trap']);
  expect(nearest('zzzz', ['rings', 'kvm-exits'])).toEqual([]);
});
