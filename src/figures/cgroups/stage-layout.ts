/** Why: where rows, meters and charts lie on a slide: on a wide and low one in two lines a row, on a higher one in three. */
import type { Box } from '../../marks/shapes';
import type { Shape } from '../contract';
import type { Layout } from './geometry';

export interface StageLayout extends Layout {
  /** Baseline of what the meters show, and where it begins. */
  readonly heads: { readonly x: number; readonly y: number };
}

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });

const LOW: StageLayout = {
  id: 'stage',
  width: 976,
  height: 450,
  frames: {
    root: box(3, 30, 970, 390),
    web: box(11, 103, 954, 74),
    batch: box(11, 181, 954, 235),
    train: box(20, 256, 936, 75),
    report: box(20, 336, 936, 75),
  },
  rows: { root: 31, web: 104, batch: 181, train: 257, report: 337 },
  name: { dy: 22 },
  pills: { dy: 34, height: 32, letter: 14.6, right: 326, base: 8 },
  limits: { x: 332, dy: 22, letter: 14.5 },
  meter: {
    x: 332,
    dy: 34,
    width: 340,
    height: 32,
    grids: [
      { rows: 2, pitch: 16, r: 6 },
      { rows: 3, pitch: 11, r: 4.2 },
    ],
  },
  value: { x: 852, dy: 59 },
  aside: { x: 852, dy: 22, letter: 12.5 },
  history: { x: 862, dy: 14, width: 88, height: 52 },
  refusal: { dx: 100, dy: 7 },
  head: 23,
  heads: { x: 400, y: 23 },
  legend: { y: 443, line: 0 },
};

const HIGH: StageLayout = {
  id: 'stage',
  width: 900,
  height: 684,
  frames: {
    root: box(3, 66, 894, 554),
    web: box(11, 174, 878, 104),
    batch: box(11, 284, 878, 330),
    train: box(20, 392, 860, 106),
    report: box(20, 504, 860, 106),
  },
  rows: { root: 67, web: 174, batch: 285, train: 393, report: 505 },
  name: { dy: 26 },
  pills: { dy: 40, height: 34, letter: 14.6, right: 332, base: 8 },
  limits: { x: 340, dy: 26, letter: 14.5 },
  meter: {
    x: 340,
    dy: 40,
    width: 300,
    height: 34,
    grids: [
      { rows: 2, pitch: 17, r: 6.4 },
      { rows: 3, pitch: 11, r: 4.4 },
    ],
  },
  value: { x: 768, dy: 66 },
  // A line of its own takes no room from the limits.
  aside: { x: 768, dy: 98, letter: 0 },
  history: { x: 780, dy: 16, width: 92, height: 78 },
  refusal: { dx: 100, dy: 11 },
  head: 25,
  heads: { x: 340, y: 58 },
  legend: { y: 647, line: 30 },
};

export const STAGE: Readonly<Record<Shape, StageLayout>> = { '4:3': LOW, '16:9': HIGH };
