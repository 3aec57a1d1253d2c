/** Why: where a number stands on a place of the picture, and which place is above which, is geometry without a browser. Units: px. */

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

/** The least width and height of something to be touched. */
export const TOUCH = 44;

export const area = ({ width, height }: Rect): number => width * height;

/** The smallest rectangle around all of them. @throws RangeError when there is none */
export function around(rects: readonly Rect[]): Rect {
  if (rects.length === 0) throw new RangeError('nothing to go around');
  const x = Math.min(...rects.map((rect) => rect.x));
  const y = Math.min(...rects.map((rect) => rect.y));
  const right = Math.max(...rects.map((rect) => rect.x + rect.width));
  const bottom = Math.max(...rects.map((rect) => rect.y + rect.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** The rectangle, grown about its middle to what a thumb can touch. */
export function touchable(rect: Rect): Rect {
  const [width, height] = [Math.max(rect.width, TOUCH), Math.max(rect.height, TOUCH)];
  return { x: rect.x - (width - rect.width) / 2, y: rect.y - (height - rect.height) / 2, width, height };
}

const isSmall = (rect: Rect) => rect.width < TOUCH || rect.height < TOUCH;

/** From the bottom to the top, so that each can be touched: a small place lies above a large one that holds it. */
export const fromBelow = <T extends { readonly box: Rect }>(spots: readonly T[]): T[] =>
  spots.toSorted((a, b) => Number(isSmall(a.box)) - Number(isSmall(b.box)) || area(b.box) - area(a.box));

function overlap(a: Rect, b: Rect): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

const COLUMNS = 13;
const ROWS = 7;

/**
 * The middle of a round badge on a place: inside it, over as little else as can be; of equal seats the one nearest to
 * the upper right corner.
 * @param inside whether the place is really there: an arc does not fill its box
 * @param others what should stay readable: words, other badges
 * @param within the picture; the badge does not leave it
 */
export function badgeSeat(
  box: Rect,
  radius: number,
  inside: (point: Point) => boolean,
  others: readonly Rect[],
  within: Rect,
): Point {
  const seats: Point[] = [];
  const margin = radius + 3;
  for (let column = COLUMNS - 1; column >= 0; column--)
    for (let row = 0; row < ROWS; row++)
      seats.push({
        x: box.x + along(column / (COLUMNS - 1), box.width, margin),
        y: box.y + along(row / (ROWS - 1), box.height, margin),
      });
  const cost = ({ x, y }: Point) => {
    const badge = { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
    const covered = others.reduce((sum, other) => sum + overlap(badge, other), 0);
    // Rounded, so that seats that are equally good stay so.
    return Math.round(covered + (inside({ x, y }) ? 0 : 1e6) + (area(badge) - overlap(badge, within)) * 1e3);
  };
  return seats.reduce((best, seat) => (cost(seat) < cost(best) ? seat : best));
}

/** A share of a length, kept clear of both ends; the middle where there is no room for that. */
const along = (share: number, length: number, margin: number): number =>
  length <= 2 * margin ? length / 2 : margin + share * (length - 2 * margin);
