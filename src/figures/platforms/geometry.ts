/**
 * Why: where the boxes of each stack and the seats of control lie, as numbers, so that the view only draws. The
 * same rows in every column, so that the same depth is at the same height: guest above, what bears it below.
 */
import { STACKS } from '../../models/platforms/stacks';
import type { LayerId, PlatformId } from '../../models/platforms/types';

/** Rows from the top: user, kernel, monitor, ground, hardware; then the way so far and the counters. */
const ROWS = { user: 52, kernel: 114, monitor: 182, ground: 226, hardware: 280 } as const;
const TALL = 58;
export const MONITOR = 40;
const GROUND = 44;
const HARDWARE = 36;
const GAP = 4;
export const TRAIL_Y = 334;
export const COUNTS_Y = 366;
export const COUNT_STEP = 23;
export const COUNT_ROWS = ['rings', 'entered', 'switches', 'copies', 'crossings'] as const;
export const HEIGHT = COUNTS_Y + COUNT_STEP * COUNT_ROWS.length - 4;

/** Room for the names of the rows of counters. */
export const GUTTER = 122;
const SPACE = 14;
/** Width of one column by how many there are; on a phone there is no room for more than two narrow ones. */
const WIDTHS = [0, 330, 280, 256, 208, 168, 139];
const PHONE = { gutter: 92, width: 132 } as const;

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
  const gutter = phone ? PHONE.gutter : GUTTER;
  const column = phone ? PHONE.width : (WIDTHS[count] ?? 139);
  const xs = Array.from({ length: count }, (_, i) => gutter + i * column);
  return { width: gutter + count * column - SPACE + 2, height: HEIGHT, gutter, stack: column - SPACE, xs };
}

export interface Box {
  readonly layer: LayerId;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

interface Lanes {
  /** Width of the left lane (the guest) and the left edge and width of the right one. */
  readonly left: number;
  readonly right: number;
  readonly rest: number;
  readonly full: number;
}

function lanesOf(stack: number): Lanes {
  const left = Math.round(stack * 0.62);
  return { left, right: left + GAP, rest: stack - left - GAP, full: stack };
}

/** The boxes of a stack, its left edge at 0; a box inside another comes after it. */
export function boxesOf(platform: PlatformId, stack: number): readonly Box[] {
  const { left, right, rest, full } = lanesOf(stack);
  const both = ROWS.kernel - ROWS.user + TALL;
  const base = ROWS.ground - ROWS.monitor + GROUND;
  const box = (layer: LayerId, x: number, y: number, width: number, height: number): Box => ({
    layer,
    x,
    y,
    width,
    height,
  });
  const guest = [box('guser', 0, ROWS.user, left, TALL), box('gkernel', 0, ROWS.kernel, left, TALL)];
  const hw = box('hw', 0, ROWS.hardware, full, HARDWARE);
  switch (platform) {
    case 'kvm':
      return [
        ...guest,
        box('huser', right, ROWS.user, rest, both),
        box('host', 0, ROWS.monitor, full, base),
        box('vmm', 4, ROWS.monitor + 4, left - 8, MONITOR - 2),
        hw,
      ];
    case 'xen':
      return [
        ...guest,
        box('host', right, ROWS.user, rest, both),
        box('vmm', 0, ROWS.monitor, full, base),
        hw,
      ];
    case 'esxi':
    case 'workstation':
      return [
        ...guest,
        box('vmm', 0, ROWS.monitor, left, MONITOR),
        box('huser', right, ROWS.user, rest, ROWS.monitor - ROWS.user + MONITOR),
        box('host', 0, ROWS.ground, full, GROUND),
        hw,
      ];
    case 'hyper-v':
      return [
        ...guest,
        box('huser', right, ROWS.user, rest, TALL),
        box('host', right, ROWS.kernel, rest, TALL),
        box('vmm', 0, ROWS.monitor, full, base),
        hw,
      ];
    case 'container':
      return [box('guser', 0, ROWS.user, full, both), box('host', 0, ROWS.monitor, full, base), hw];
  }
}

/** Radius of the token of control. */
export const TOKEN = 7;

/** Where control rests in a layer: on the guest's rail at the right of its lane, or in the middle of the host's lane. */
export function seatOf(platform: PlatformId, layer: LayerId, stack: number): Point {
  const { left, right, rest } = lanesOf(stack);
  const box = boxesOf(platform, stack).find((each) => each.layer === layer);
  if (!box) throw new Error(`${platform} has no layer "${layer}"`);
  const guest = left - 15;
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

const round = (n: number): number => Math.round(n * 10) / 10;

/** The way between two seats, clear of both; one that passes a layer on the same rail bows around it. */
export function wayOf(a: Point, b: Point): string {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const bow = a.x === b.x && length > 75 ? 20 : 0;
  const mid = { x: (a.x + b.x) / 2 + bow, y: (a.y + b.y) / 2 };
  const toward = (from: Point, by: number) => {
    const d = Math.hypot(mid.x - from.x, mid.y - from.y) || 1;
    return `${round(from.x + ((mid.x - from.x) * by) / d)} ${round(from.y + ((mid.y - from.y) * by) / d)}`;
  };
  const [start, end] = [toward(a, TOKEN), toward(b, TOKEN + 7)];
  return bow === 0 ? `M${start}L${end}` : `M${start}Q${round(mid.x)} ${round(mid.y)} ${end}`;
}
