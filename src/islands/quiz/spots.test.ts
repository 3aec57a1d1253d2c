import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { area, around, badgeSeat, fromBelow, TOUCH, touchable, type Rect } from './spots';

const size = fc.integer({ min: 1, max: 400 });
const rect: fc.Arbitrary<Rect> = fc.record({
  x: fc.integer({ min: 0, max: 600 }),
  y: fc.integer({ min: 0, max: 400 }),
  width: size,
  height: size,
});
const PICTURE: Rect = { x: -1000, y: -1000, width: 4000, height: 4000 };
const holds = (outer: Rect, inner: Rect) =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.width >= inner.x + inner.width &&
  outer.y + outer.height >= inner.y + inner.height;

test('around holds each of them, and is no larger than their sides ask for', () => {
  fc.assert(
    fc.property(fc.array(rect, { minLength: 1 }), (rects) => {
      const all = around(rects);
      for (const each of rects) expect(holds(all, each)).toBe(true);
      expect(around([all, ...rects])).toEqual(all);
    }),
  );
  expect(() => around([])).toThrow(RangeError);
});

test('whatever is small can be touched, and what is large stays as it is', () => {
  fc.assert(
    fc.property(rect, (small) => {
      const reach = touchable(small);
      expect(holds(reach, small)).toBe(true);
      expect(Math.min(reach.width, reach.height)).toBeGreaterThanOrEqual(TOUCH);
      if (Math.min(small.width, small.height) >= TOUCH) expect(reach).toEqual(small);
    }),
  );
});

test('a place inside another lies above it', () => {
  fc.assert(
    fc.property(fc.array(rect, { minLength: 2, maxLength: 8 }), (rects) => {
      const order = fromBelow(rects.map((box) => ({ box })));
      expect(order).toHaveLength(rects.length);
      order.forEach(({ box }, i) => {
        const below = order.slice(0, i).filter((spot) => holds(box, spot.box) && area(spot.box) < area(box));
        // Only a flat or narrow one, which is lifted above all that can be touched as they are.
        if (below.length > 0) expect(Math.min(box.width, box.height)).toBeLessThan(TOUCH);
      });
    }),
  );
});

describe('the seat of a number', () => {
  const R = 10;
  const everywhere = () => true;
  const room = rect.filter(({ width, height }) => width > 3 * R && height > 3 * R);
  const badgeAt = ({ x, y }: { x: number; y: number }) => ({
    x: x - R,
    y: y - R,
    width: 2 * R,
    height: 2 * R,
  });

  test('lies within the place and the picture, in the upper right corner where nothing is in its way', () => {
    fc.assert(
      fc.property(room, (box) => {
        const badge = badgeAt(badgeSeat(box, R, everywhere, [], PICTURE));
        expect(holds(box, badge)).toBe(true);
        expect(badge.x + badge.width).toBeGreaterThan(box.x + box.width - R);
        expect(badge.y).toBeLessThan(box.y + R);
      }),
    );
  });

  test('keeps clear of words where there is room for it', () => {
    const box = { x: 0, y: 0, width: 200, height: 100 };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 80 }), (x, y) => {
        const words = { x, y, width: 80, height: 20 };
        const badge = badgeAt(badgeSeat(box, R, everywhere, [words], PICTURE));
        const apart = badge.x >= x + 80 || badge.x + 2 * R <= x || badge.y >= y + 20 || badge.y + 2 * R <= y;
        expect(apart).toBe(true);
      }),
    );
  });

  test('lies in the shape, not merely in its box', () => {
    const box = { x: 0, y: 0, width: 200, height: 200 };
    const ring = ({ x, y }: { x: number; y: number }) => {
      const far = Math.hypot(x - 100, y - 100);
      return far > 70 && far < 100;
    };
    expect(ring(badgeSeat(box, R, ring, [], PICTURE))).toBe(true);
  });
});
