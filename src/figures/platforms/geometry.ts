/**
 * Why: where the boxes of each stack and the seats of control lie, as numbers, so that the view only draws. The
 * same rows in every column, so that the same depth is at the same height: guest above, what bears it below.
 */
import { STACKS } from '../../models/platforms/stacks';
import type { LayerId, PlatformId } from '../../models/platforms/types';
import type { Point } from '../../marks/shapes';

/** Rows from the top: user, kernel, monitor, ground, hardware; then the way so far and the counters. */
const ROWS = { user: 48, kernel: 102, monitor: 161, ground: 201, hardware: 246 } as const;
const TALL = 50;
const SHORT = 32;
export const MONITOR = 36;
const GROUND = 37;
const HARDWARE = 30;
const GAP = 4;
/** First line of the words beside what stands on the hardware. */
export const GROUND_Y = ROWS.ground + 9;
export const TRAIL_Y = 290;
export const COUNTS_Y = 320;
export const COUNT_STEP = 21;
export const COUNT_ROWS = ['rings', 'entered', 'switches', 'copies', 'crossings'] as const;
export const HEIGHT = COUNTS_Y + COUNT_STEP * COUNT_ROWS.length - 4;

/** Room for the names of the rows of counters. */
const GUTTER = 112;
/** Between two columns. */
export const SPACE = 12;
/** Width of one column by how many there are. On a phone a column carries the names of its rows itself. */
const WIDTHS = [0, 300, 260, 220, 184, 162, 144];
const PHONE = [0, 240, 145];

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly gutter: number;
  /** Width of a stack. */
  readonly stack: number;
  /** Left edge of each stack. */
  readonly xs: readonly number[];
}

export function layoutOf(count: number, phone: boolean): Layout {
  const gutter = phone ? 0 : GUTTER;
  const column = (phone ? PHONE : WIDTHS)[count] ?? 0;
  const xs = Array.from({ length: count }, (_, i) => gutter + i * column);
  return { width: gutter + count * column, height: HEIGHT, gutter, stack: column - SPACE, xs };
}

export interface Box {
  readonly layer: LayerId;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Where its name stands: `middle` beside the seat of control, `top` and `bottom` clear of it. */
  readonly label: 'top' | 'middle' | 'bottom';
}

interface Lanes {
  /** Width of the left lane (the guest) and the left edge and width of the right one. */
  readonly left: number;
  readonly right: number;
  readonly rest: number;
  readonly full: number;
}

function lanesOf(stack: number): Lanes {
  const left = Math.round(stack * 0.58);
  return { left, right: left + GAP, rest: stack - left - GAP, full: stack };
}

/** The boxes of a stack, its left edge at 0; a box inside another comes after it. */
export function boxesOf(platform: PlatformId, stack: number): readonly Box[] {
  const { left, right, rest, full } = lanesOf(stack);
  const both = ROWS.kernel - ROWS.user + TALL;
  const base = ROWS.ground - ROWS.monitor + GROUND;
  const box = (
    layer: LayerId,
    x: number,
    y: number,
    width: number,
    height: number,
    label: Box['label'] = 'middle',
  ): Box => ({ layer, x, y, width, height, label });
  const guest = [box('guser', 0, ROWS.user, left, TALL), box('gkernel', 0, ROWS.kernel, left, TALL)];
  const hw = box('hw', 0, ROWS.hardware, full, HARDWARE);
  switch (platform) {
    case 'kvm':
      return [
        ...guest,
        box('huser', right, ROWS.user, rest, both, 'top'),
        box('host', 0, ROWS.monitor, full, base, 'bottom'),
        box('vmm', 4, ROWS.monitor + 4, left - 8, MONITOR - 2),
        hw,
      ];
    case 'xen':
      return [
        ...guest,
        box('host', right, ROWS.user, rest, both, 'top'),
        box('vmm', 0, ROWS.monitor, full, base, 'bottom'),
        hw,
      ];
    case 'esxi':
    case 'workstation':
      return [
        ...guest,
        box('vmm', 0, ROWS.monitor, left, MONITOR),
        box('huser', right, ROWS.user, rest, ROWS.monitor - ROWS.user + MONITOR, 'top'),
        box('host', 0, ROWS.ground, full, GROUND),
        hw,
      ];
    case 'hyper-v':
      return [
        ...guest,
        box('huser', right, ROWS.user, rest, SHORT, 'top'),
        box('host', right, ROWS.user + SHORT + GAP, rest, both - SHORT - GAP, 'top'),
        box('vmm', 0, ROWS.monitor, full, base, 'bottom'),
        hw,
      ];
    case 'container':
      return [
        box('guser', 0, ROWS.user, full, both, 'top'),
        box('host', 0, ROWS.monitor, full, base, 'bottom'),
        hw,
      ];
  }
}

/** Radius of the token of control. */
export const TOKEN = 7;

/** Where control rests in a layer: on the guest's rail at the right of its lane, or in the middle of the host's lane. */
export function seatOf(platform: PlatformId, layer: LayerId, stack: number): Point {
  const { left, right, rest } = lanesOf(stack);
  const box = boxesOf(platform, stack).find((each) => each.layer === layer);
  if (!box) throw new Error(`${platform} has no layer "${layer}"`);
  const guest = left - 14;
  const host = right + rest / 2;
  const middle = box.y + box.height / 2;
  const ground = ROWS.ground + GROUND / 2;
  switch (layer) {
    case 'guser':
    case 'gkernel':
      return { x: guest, y: middle };
    case 'vmm':
      return { x: guest, y: ROWS.monitor + MONITOR / 2 + 2 };
    case 'host':
      return { x: host, y: STACKS[platform].ground === 'host' ? ground : box.y + box.height - 14 };
    case 'huser':
      return { x: host, y: box.y + box.height - (platform === 'hyper-v' ? 14 : 24) };
    case 'hw':
      return { x: host, y: middle };
  }
}
