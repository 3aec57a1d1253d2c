/** Why: how control went from seat to seat, drawn so that no way runs through a token or past a layer unseen. */
import type { Point } from '../../marks/shapes';
import { TOKEN } from './geometry';

const round = (n: number): number => Math.round(n * 10) / 10;

/**
 * The way between two seats, clear of both.
 * @param passes it goes past a layer on the same rail, and bows around it
 */
export function wayOf(a: Point, b: Point, passes: boolean): string {
  const bow = passes ? 20 : 0;
  const mid = { x: (a.x + b.x) / 2 + bow, y: (a.y + b.y) / 2 };
  const toward = (from: Point, by: number) => {
    const d = Math.hypot(mid.x - from.x, mid.y - from.y) || 1;
    return `${round(from.x + ((mid.x - from.x) * by) / d)} ${round(from.y + ((mid.y - from.y) * by) / d)}`;
  };
  const [start, end] = [toward(a, TOKEN), toward(b, TOKEN + 7)];
  return bow === 0 ? `M${start}L${end}` : `M${start}Q${round(mid.x)} ${round(mid.y)} ${end}`;
}
