/**
 * Why: where the boxes of each stack and the seats of control lie, as numbers, so that the view only draws. The
 * same rows in every column, so that the same depth is at the same height: guest above, what bears it below.
 */
import { STACKS } from '../../models/platforms/stacks';
import type { LayerId, PlatformId } from '../../models/platforms/types';
import type { Point } from '../../marks/shapes';

/** One row of all stacks: its top and its height. */
export interface Row {
  readonly y: number;
  readonly height: number;
}

/** What a stack is stood up in: rows from the top, and how they are shared by guest and host. */
export interface Rows {
  readonly user: Row;
  readonly kernel: Row;
  readonly monitor: Row;
  readonly ground: Row;
  readonly hardware: Row;
  /** Height of the process in Hyper-V's root partition, which stands over the partition's kernel. */
  readonly worker: number;
  /** The guest's part of the width. */
  readonly share: number;
}

/** On a page; below them come the way so far and the counters. */
const ROWS: Rows = {
  user: { y: 48, height: 50 },
  kernel: { y: 102, height: 50 },
  monitor: { y: 161, height: 36 },
  ground: { y: 201, height: 37 },
  hardware: { y: 246, height: 30 },
  worker: 32,
  share: 0.58,
};
const GAP = 4;
/** First line of the words beside what stands on the hardware. */
export const GROUND_Y = ROWS.ground.y + 9;
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

export interface Lanes {
  /** Width of the left lane (the guest) and the left edge and width of the right one. */
  readonly left: number;
  readonly right: number;
  readonly rest: number;
  readonly full: number;
}

export function lanesOf(stack: number, { share }: Rows = ROWS): Lanes {
  const left = Math.round(stack * share);
  return { left, right: left + GAP, rest: stack - left - GAP, full: stack };
}

/** The boxes of a stack, its left edge at 0; a box inside another comes after it. */
export function boxesOf(platform: PlatformId, stack: number, rows: Rows = ROWS): readonly Box[] {
  const { left, right, rest, full } = lanesOf(stack, rows);
  const { user, kernel, monitor, ground, hardware, worker } = rows;
  const both = kernel.y - user.y + kernel.height;
  const base = ground.y - monitor.y + ground.height;
  const box = (
    layer: LayerId,
    x: number,
    y: number,
    width: number,
    height: number,
    label: Box['label'] = 'middle',
  ): Box => ({ layer, x, y, width, height, label });
  const guest = [
    box('guser', 0, user.y, left, user.height),
    box('gkernel', 0, kernel.y, left, kernel.height),
  ];
  const hw = box('hw', 0, hardware.y, full, hardware.height);
  switch (platform) {
    case 'kvm':
      return [
        ...guest,
        box('huser', right, user.y, rest, both, 'top'),
        box('host', 0, monitor.y, full, base, 'bottom'),
        box('vmm', 4, monitor.y + 4, left - 8, monitor.height - 2),
        hw,
      ];
    case 'xen':
      return [
        ...guest,
        box('host', right, user.y, rest, both, 'top'),
        box('vmm', 0, monitor.y, full, base, 'bottom'),
        hw,
      ];
    case 'esxi':
    case 'workstation':
      return [
        ...guest,
        box('vmm', 0, monitor.y, left, monitor.height),
        box('huser', right, user.y, rest, monitor.y - user.y + monitor.height, 'top'),
        box('host', 0, ground.y, full, ground.height),
        hw,
      ];
    case 'hyper-v':
      return [
        ...guest,
        box('huser', right, user.y, rest, worker, 'top'),
        box('host', right, user.y + worker + GAP, rest, both - worker - GAP, 'top'),
        box('vmm', 0, monitor.y, full, base, 'bottom'),
        hw,
      ];
    case 'container':
      return [
        box('guser', 0, user.y, full, both, 'top'),
        box('host', 0, monitor.y, full, base, 'bottom'),
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
  const ground = ROWS.ground.y + ROWS.ground.height / 2;
  switch (layer) {
    case 'guser':
    case 'gkernel':
      return { x: guest, y: middle };
    case 'vmm':
      return { x: guest, y: ROWS.monitor.y + ROWS.monitor.height / 2 + 2 };
    case 'host':
      return { x: host, y: STACKS[platform].ground === 'host' ? ground : box.y + box.height - 14 };
    case 'huser':
      return { x: host, y: box.y + box.height - (platform === 'hyper-v' ? 14 : 24) };
    case 'hw':
      return { x: host, y: middle };
  }
}
