import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { leave, take } from './handover';

let kept: Map<string, string>;
beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

test('what is left is taken whole, once, and by its own name', () => {
  leave('deck:kvm', { hands: [23, 0] });
  expect(take('deck:xen')).toBeUndefined();
  expect(take('deck:kvm')).toEqual({ hands: [23, 0] });
  expect(take('deck:kvm')).toBeUndefined();
});

test('what cannot be read is nothing, and is gone; where storage is refused nothing fails', () => {
  kept.set('deck', '{"hands":');
  expect(take('deck')).toBeUndefined();
  expect(kept.size).toBe(0);
  vi.stubGlobal('sessionStorage', {
    setItem: () => {
      throw new Error('full');
    },
  });
  expect(() => leave('deck', 1)).not.toThrow();
  expect(take('deck')).toBeUndefined();
});
