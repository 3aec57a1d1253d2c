/** Why: a slide has room for one row of stacks, or two rows of lower ones; this says where each stands and what fits into it. */
import { STACKS } from '../../models/platforms/stacks';
import type { LayerId, PlatformId } from '../../models/platforms/types';
import type { Point } from '../../marks/shapes';
import { STAGE_ROOMS, type Shape } from '../contract';
import { boxesOf, lanesOf, type Rows } from './geometry';

/** Room of a Latin letter of 24 units, and from one line to the next. */
export const STAGE_LETTER = 13.4;
export const STAGE_LINE = 26;
/** Radius of the token of control. */
export const STAGE_TOKEN = 10;

export interface StageLayout {
  /** Top left corner of each stack. */
  readonly places: readonly Point[];
  /** Width of a stack. */
  readonly stack: number;
  readonly rows: Rows;
  /** Baseline of the name. */
  readonly name: number;
  /** Baseline of the type; the name's own if there is room beside it. */
  readonly type: number;
  /** Top of the cells of the way so far; left out where there is no room. */
  readonly trail: number | undefined;
  /** First baseline of the counters, and from one to the next; `undefined`: the sum stands beside the name. */
  readonly counts: { readonly y: number; readonly step: number; readonly all: boolean } | undefined;
  /** Baseline of the legend, where signs stand for words. */
  readonly legend: number | undefined;
  /** Whether the CPU's mode is told. */
  readonly modes: boolean;
}

const GAP = 4;

/** Heights of the five rows, one under the other. */
function rowsFrom(
  top: number,
  heights: readonly [number, number, number, number, number],
  share: number,
): Rows {
  const [user, kernel, monitor, ground, hardware] = heights.map((height, i) => ({
    y: top + heights.slice(0, i).reduce((sum, each) => sum + each + GAP, 0),
    height,
  })) as [Rows['user'], Rows['user'], Rows['user'], Rows['user'], Rows['user']];
  return { user, kernel, monitor, ground, hardware, worker: user.height, share };
}

/** A single stack is no wider than this. */
const WIDEST = 480;
const BETWEEN = 16;
/** A thick edge needs this much room at both sides. */
const MARGIN = 3;

/** How a number of stacks stands on a slide of a shape. */
export function stageLayout(count: number, shape: Shape): StageLayout {
  const { width, height } = STAGE_ROOMS[shape];
  const across = count <= 3 ? count : Math.ceil(count / 2);
  const down = Math.ceil(count / across);
  const stack = Math.min(WIDEST, Math.floor((width - 2 * MARGIN - BETWEEN * (across - 1)) / across));
  const left = (width - across * stack - (across - 1) * BETWEEN) / 2;
  const low = shape === '4:3' && down === 2;
  const foot = low ? 32 : 0;
  const pitch = (height - foot) / down + (low ? 4 : 0);
  const places = Array.from({ length: count }, (_, i) => ({
    x: left + (i % across) * (stack + BETWEEN),
    y: Math.floor(i / across) * pitch,
  }));
  const share = across > 2 ? (low ? 0.66 : 0.62) : 0.55;
  const roomy = down === 1 && across <= 2;
  const shared = { places, stack, modes: roomy };
  if (low)
    return {
      ...shared,
      rows: rowsFrom(32, [32, 32, 34, 32, 28], share),
      name: 24,
      type: 24,
      trail: undefined,
      counts: undefined,
      legend: height - 8,
    };
  if (down === 2)
    return {
      ...shared,
      rows: rowsFrom(66, [40, 56, 40, 40, 36], share),
      name: 26,
      type: 55,
      trail: undefined,
      counts: { y: 323, step: 0, all: false },
      legend: undefined,
    };
  if (shape === '4:3')
    return {
      ...shared,
      rows: rowsFrom(42, [56, 56, 40, 40, 34], share),
      name: 28,
      type: 28,
      trail: roomy ? 10 : undefined,
      counts: { y: 318, step: 31, all: true },
      legend: undefined,
    };
  return {
    ...shared,
    rows: rowsFrom(84, [84, 84, 66, 56, 50], share),
    name: 32,
    type: 66,
    trail: 18,
    counts: { y: 492, step: 40, all: true },
    legend: undefined,
  };
}

/** Control keeps this far from the right edge of its lane. */
const EDGE = 14;
/** And this far from the top or bottom of a box with room for more than its name. */
export const STAGE_DEEP = 18;

/** Where control rests in a layer: at the right end of the guest's lane or of the host's, clear of the name. */
export function stageSeat(platform: PlatformId, layer: LayerId, { stack, rows, modes }: StageLayout): Point {
  const box = boxesOf(platform, stack, rows).find((each) => each.layer === layer);
  if (!box) throw new Error(`${platform} has no layer "${layer}"`);
  const guest = lanesOf(stack, rows).left - EDGE;
  const host = stack - EDGE;
  const middle = ({ y, height }: Rows['user']) => y + height / 2;
  const under = Math.max(middle(box), box.y + box.height - STAGE_DEEP);
  switch (layer) {
    case 'guser':
    case 'gkernel':
      return { x: platform === 'container' ? host : guest, y: middle(box) };
    case 'vmm':
      return { x: guest, y: middle(rows.monitor) + (platform === 'kvm' ? 3 : 0) };
    case 'host': {
      if (STACKS[platform].ground === 'host') return { x: host, y: middle(rows.ground) };
      return { x: host, y: platform === 'xen' ? under : modes ? box.y + STAGE_DEEP : middle(box) };
    }
    case 'huser':
      return { x: host, y: under };
    case 'hw':
      return { x: host, y: middle(box) };
  }
}

const round = (n: number): number => Math.round(n * 10) / 10;

/** A way leaves the small ring of where control was, and its head stops short of where control is. */
const CLEAR = { from: 6, to: STAGE_TOKEN + 6 } as const;

/**
 * How control went from seat to seat: between the lanes it bends in the lower of the two rows, so that it runs over
 * no name.
 * @param passes it goes past a layer on the same rail, and bows around it
 */
export function stageWay(a: Point, b: Point, passes: boolean): string {
  const [upper, lower] = a.y < b.y ? [a, b] : [b, a];
  const bend = a.x === b.x ? { x: a.x + (passes ? 22 : 0), y: (a.y + b.y) / 2 } : { x: upper.x, y: lower.y };
  const toward = (end: Point, by: number) => {
    const d = Math.hypot(bend.x - end.x, bend.y - end.y) || 1;
    return `${round(end.x + ((bend.x - end.x) * by) / d)} ${round(end.y + ((bend.y - end.y) * by) / d)}`;
  };
  return `M${toward(a, CLEAR.from)}Q${round(bend.x)} ${round(bend.y)} ${toward(b, CLEAR.to)}`;
}
