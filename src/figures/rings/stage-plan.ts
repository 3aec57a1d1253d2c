/**
 * Why: where the rings and what stands beside them lie on a slide: the page's own geometry, enlarged, so that control
 * takes the same ways; the program at the right on a wide room, under the rings on a nearly square one.
 */
import type { Box, Point } from '../../marks/shapes';
import type { Shape } from '../contract';
import { BASES, type Base, type Layout } from './geometry';

interface Enlarged {
  /** Units of the room for one of the page's picture. */
  readonly k: number;
  /** Where the centre of the rings and the top of their CPU lie in the room. */
  readonly cx: number;
  readonly top: number;
}

export interface StagePlan extends Enlarged {
  readonly base: Base;
  /** The CPU under the rings. */
  readonly bar: Box;
  /** The page's picture in the room. */
  readonly transform: string;
  /** Left edge, top and width of the boxes under the CPU; the timer's when it stands alone. */
  readonly sockets: {
    readonly left: number;
    readonly right: number;
    readonly alone: number;
    readonly top: number;
  };
  readonly listing: Box;
  /** What became of the instruction: under the program, or in the corner over the rings. */
  readonly verdict: Box;
  /** Below these the registers. */
  readonly registers: Box;
}

export const ROW = 34;
/** Height of a row of the sum at the end. */
export const SUM = 29;
export const SOCKET_BOX = { width: 184, height: 66 } as const;

const WIDE: Readonly<Record<Layout, Enlarged>> = {
  plain: { k: 1.25, cx: 312, top: 302 },
  split: { k: 1.25, cx: 352, top: 250 },
};
const SQUARE: Readonly<Record<Layout, Enlarged>> = {
  plain: { k: 1.4, cx: 450, top: 340 },
  split: { k: 1.4, cx: 450, top: 280 },
};

/** @param lines how many rows the program has; @param sums how many the sum at its end */
export function stagePlan(shape: Shape, layout: Layout, lines: number, sums: number): StagePlan {
  const wide = shape === '4:3';
  const place = (wide ? WIDE : SQUARE)[layout];
  const { k, cx, top } = place;
  const base = BASES[layout];
  const bar = wide
    ? { x: 12, y: top, width: 600, height: base.height * k }
    : { x: 90, y: top, width: 720, height: base.height * k };
  const right = bar.x + bar.width - SOCKET_BOX.width;
  const column = { x: 624, width: 350 };
  const under = 508;
  const listed = wide
    ? { ...column, y: 6, height: lines * ROW }
    : { x: 12, y: under, width: 346, height: 170 };
  return {
    ...place,
    base,
    bar,
    transform: `translate(${cx - base.cx * k} ${top - base.top * k}) scale(${k})`,
    sockets: {
      left: bar.x,
      right: layout === 'split' && wide ? 500 : right,
      alone: layout === 'split' ? bar.x : cx - SOCKET_BOX.width / 2,
      top: top + bar.height + (layout === 'split' ? 48 : 30),
    },
    listing: listed,
    verdict: wide
      ? { ...column, y: listed.y + listed.height + 10, height: 74 }
      : { x: 12, y: 0, width: 876, height: 74 },
    registers: wide
      ? { ...column, y: listed.y + listed.height + 40 + sums * SUM, height: 0 }
      : { x: 374, y: under, width: 514, height: 0 },
  };
}

/** A point of the page's picture, in the room. */
export const inRoom = ({ k, cx, top, base }: StagePlan, { x, y }: Point): Point => ({
  x: cx + (x - base.cx) * k,
  y: top + (y - base.top) * k,
});

/** Left edge of the timer's box: in the middle unless something else stands beside it. */
export const timerLeft = ({ sockets }: StagePlan, alone: boolean): number =>
  alone ? sockets.alone : sockets.left;
