/** Why: a ring of slots as a circle: where a slot lies on it, and the arc of those in use, at any size. */
import type { Point } from '../../marks/shapes';
import { RING_SLOTS } from '../../models/dom0-path/load';

interface Circle extends Point {
  readonly r: number;
}

/** Where a counter stands; slot 0 is at the top. */
export function pointAt({ x, y, r }: Circle, index: number): Point {
  const angle = ((index % RING_SLOTS) / RING_SLOTS) * 2 * Math.PI - Math.PI / 2;
  return {
    x: Math.round((x + r * Math.cos(angle)) * 10) / 10,
    y: Math.round((y + r * Math.sin(angle)) * 10) / 10,
  };
}

/** The slots in use, from consumer to producer, as path data; a full ring as two halves. */
export function usedSlots(circle: Circle, consumed: number, produced: number): string {
  const used = produced - consumed;
  if (used <= 0) return '';
  const { r } = circle;
  const arc = (from: number, to: number) => {
    const a = pointAt(circle, from);
    const b = pointAt(circle, to);
    return `M${a.x} ${a.y} A${r} ${r} 0 ${to - from > RING_SLOTS / 2 ? 1 : 0} 1 ${b.x} ${b.y}`;
  };
  if (used < RING_SLOTS - 1) return arc(consumed, produced);
  return arc(consumed, consumed + RING_SLOTS / 2) + arc(consumed + RING_SLOTS / 2, consumed + RING_SLOTS);
}
