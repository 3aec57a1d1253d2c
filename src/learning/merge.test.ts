import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyLog } from './events.fixture';
import { merge } from './merge';

test('idempotent: the same file twice changes nothing', () => {
  fc.assert(
    fc.property(anyLog, anyLog, (a, b) => {
      const once = merge(a, b);
      expect(merge(once, b)).toEqual(once);
      expect(merge(once, once)).toEqual(once);
    }),
  );
});

test('commutative and associative: browsers agree whoever imports first', () => {
  fc.assert(
    fc.property(anyLog, anyLog, anyLog, (a, b, c) => {
      expect(merge(a, b)).toEqual(merge(b, a));
      expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
    }),
  );
});

test('loses no id and makes none up', () => {
  fc.assert(
    fc.property(anyLog, anyLog, (a, b) => {
      const ids = merge(a, b).map((event) => event.id);
      expect([...ids].sort()).toEqual([...new Set([...a, ...b].map((event) => event.id))].sort());
    }),
  );
});
