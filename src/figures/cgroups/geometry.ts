/**
 * Why: where rows, meters and charts lie, as numbers, so that the view only draws. Frames nest as groups do; meters
 * and charts of all rows stand under each other, so that they can be compared. A phone has a layout of its own.
 */
import type { GroupId } from '../../models/cgroups/types';
import type { Box } from '../../marks/shapes';

/** Dots in rows, from one to the next, and how large. */
export interface Grid {
  readonly rows: number;
  readonly pitch: number;
  readonly r: number;
}
const GRIDS: readonly Grid[] = [
  { rows: 2, pitch: 12, r: 4.4 },
  { rows: 3, pitch: 9, r: 3.3 },
];

/** Offsets `dy` count from the top of a row. */
export interface Layout {
  readonly id: 'wide' | 'narrow' | 'stage';
  readonly width: number;
  readonly height: number;
  /** What a group encloses: its own row and those of the groups below it. */
  readonly frames: Readonly<Record<GroupId, Box>>;
  /** Top of each group's own row. */
  readonly rows: Readonly<Record<GroupId, number>>;
  readonly name: { readonly dy: number };
  /** `letter`: room of a Latin letter; `x`: where they begin, if not under the name; `right`: where they end; `base`: of the text, from the middle. */
  readonly pills: {
    readonly dy: number;
    readonly height: number;
    readonly letter: number;
    readonly right: number;
    readonly x?: number;
    readonly base: number;
  };
  readonly limits: { readonly x: number; readonly dy: number; readonly letter: number };
  readonly meter: {
    readonly x: number;
    readonly dy: number;
    readonly width: number;
    readonly height: number;
    /** Of dots, large ones while they are few. */
    readonly grids: readonly Grid[];
  };
  /** Right end and baseline of the number. */
  readonly value: { readonly x: number; readonly dy: number };
  /** `letter`: what one takes of the line of the limits. */
  readonly aside: { readonly x: number; readonly dy: number; readonly letter: number };
  readonly history: {
    readonly x: number;
    readonly dy: number;
    readonly width: number;
    readonly height: number;
  };
  /** Beside the name. */
  readonly refusal: { readonly dx: number; readonly dy: number };
  readonly head: number;
  readonly legend: { readonly y: number; readonly line: number };
}

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });

export const WIDE: Layout = {
  id: 'wide',
  width: 680,
  height: 394,
  frames: {
    root: box(2, 24, 676, 342),
    web: box(10, 92, 660, 62),
    batch: box(10, 160, 660, 200),
    train: box(18, 226, 644, 62),
    report: box(18, 293, 644, 61),
  },
  rows: { root: 28, web: 93, batch: 162, train: 227, report: 293 },
  name: { dy: 22 },
  pills: { dy: 31, height: 24, letter: 8, right: 246, base: 5 },
  limits: { x: 252, dy: 19, letter: 8.1 },
  meter: { x: 252, dy: 26, width: 230, height: 28, grids: GRIDS },
  value: { x: 557, dy: 46 },
  aside: { x: 557, dy: 19, letter: 7.4 },
  history: { x: 568, dy: 12, width: 86, height: 42 },
  refusal: { dx: 64, dy: 6 },
  head: 16,
  legend: { y: 385, line: 20 },
};

export const NARROW: Layout = {
  id: 'narrow',
  width: 360,
  height: 512,
  frames: {
    root: box(2, 24, 356, 426),
    web: box(7, 106, 346, 82),
    batch: box(7, 194, 346, 251),
    train: box(12, 276, 336, 80),
    report: box(12, 361, 336, 79),
  },
  rows: { root: 26, web: 107, batch: 196, train: 277, report: 361 },
  name: { dy: 22 },
  pills: { dy: 6, height: 24, letter: 8.6, right: 264, x: 92, base: 5 },
  limits: { x: 18, dy: 44, letter: 8.6 },
  meter: { x: 18, dy: 50, width: 210, height: 25, grids: GRIDS },
  value: { x: 340, dy: 23 },
  aside: { x: 340, dy: 44, letter: 7.4 },
  history: { x: 242, dy: 50, width: 98, height: 25 },
  refusal: { dx: 184, dy: 6 },
  head: 16,
  legend: { y: 467, line: 19 },
};

/** Where the text of a row begins: further in for groups further down. */
export const textLeft = (layout: Layout, group: GroupId): number =>
  layout.frames[group].x + (layout.id === 'narrow' ? 9 : 13);
