/**
 * Why: where everything stands, as numbers, so that the view only draws. Two layouts of the same picture: side by
 * side on a wide figure, one above the other on a phone. Room is kept for all that the trace will bring.
 */
import type { BtState, Duty, Where } from '../../models/binary-translation/types';
import type { Box, Point } from '../../marks/shapes';

export const ROW = 22;
const GAP = 10;
/** How far from its middle a way to the token ends. */
const TOKEN = 16;
const TOP = 58;
export const DUTIES: readonly Duty[] = ['lookup', 'translate', 'emulate'];

export interface Layout {
  readonly kind: 'wide' | 'narrow';
  readonly width: number;
  readonly height: number;
  /** Boxes of the guest's basic blocks, and the middle of each line by its address. */
  readonly guest: Box & { readonly blocks: readonly (Box & { readonly at: number })[] };
  readonly lineY: ReadonlyMap<number, number>;
  readonly vmm: Box;
  readonly duties: Readonly<Record<Duty, Box>>;
  readonly cache: Box;
  /** By block id. */
  readonly blocks: readonly Box[];
  readonly meter: Box;
}

/** Stacks groups of rows from `y` down; gives each group's top, and where the stack ends. */
function stack(
  sizes: readonly number[],
  y: number,
): { readonly tops: readonly number[]; readonly end: number } {
  let top = y;
  const tops = sizes.map((size) => {
    const here = top;
    top += size * ROW + GAP;
    return here;
  });
  return { tops, end: top - GAP };
}

/** `last`: the trace's last state, which has every block. */
export function layoutOf(last: BtState, kind: Layout['kind']): Layout {
  const wide = kind === 'wide';
  const groups: (typeof last.lines)[number][][] = [];
  for (const line of last.lines) {
    if (line.leads || groups.length === 0) groups.push([]);
    groups.at(-1)!.push(line);
  }
  const column = wide ? { x: 8, width: 400 } : { x: 30, width: 300 };
  const left = stack(
    groups.map((group) => group.length),
    TOP,
  );
  const dutyTop = wide ? TOP + 50 : left.end + 58;
  const vmm: Box = wide
    ? { x: 432, y: TOP - 6, width: 112, height: 0 }
    : { x: 8, y: dutyTop - 32, width: 344, height: 94 };
  const cacheX = wide ? { x: 574, width: 290 } : { x: 30, width: 286 };
  const cacheTop = wide ? TOP : vmm.y + vmm.height + 64;
  const right = stack(
    last.cache.map((block) => block.lines.length),
    cacheTop,
  );
  const bottom = wide ? Math.max(left.end, right.end, TOP + 306) : right.end;
  const tall: Box = wide ? { ...vmm, height: bottom - vmm.y + 6 } : vmm;
  const dutyHeight = wide ? Math.min(120, (bottom - dutyTop - 18) / 3) : 54;
  const duties = Object.fromEntries(
    DUTIES.map((duty, i) => [
      duty,
      wide
        ? { x: vmm.x + 8, y: dutyTop + i * (dutyHeight + 8), width: vmm.width - 16, height: dutyHeight }
        : { x: 16 + i * 111, y: dutyTop, width: 106, height: dutyHeight },
    ]),
  ) as Record<Duty, Box>;
  const rowsFrom = (top: number, i: number): Box => ({ ...column, y: top, height: groups[i]!.length * ROW });
  const meterY = bottom + (wide ? 36 : 40);
  return {
    kind,
    width: wide ? 912 : 360,
    height: meterY + 66,
    guest: {
      ...column,
      y: TOP,
      height: left.end - TOP,
      blocks: left.tops.map((top, i) => ({ ...rowsFrom(top, i), at: groups[i]![0]!.at })),
    },
    lineY: new Map(
      groups.flatMap((group, g) =>
        group.map((line, i) => [line.at, left.tops[g]! + (i + 0.5) * ROW] as const),
      ),
    ),
    vmm: tall,
    duties,
    cache: { ...cacheX, y: cacheTop, height: bottom - cacheTop },
    blocks: right.tops.map((top, i) => ({ ...cacheX, y: top, height: last.cache[i]!.lines.length * ROW })),
    meter: { x: 8, y: meterY, width: wide ? 856 : 344, height: 60 },
  };
}

/** The middle of a line of the cache. */
export const lineOf = ({ blocks }: Layout, block: number, line: number): number =>
  blocks[block]!.y + (line + 0.5) * ROW;

/** Where the token rests. */
export function seatOf(layout: Layout, where: Where): Point {
  if (where.kind === 'tc') return { x: layout.cache.x - 14, y: lineOf(layout, where.block, where.line) };
  if (where.kind === 'guest')
    return {
      x: layout.kind === 'wide' ? layout.guest.x + layout.guest.width + 14 : layout.guest.x - 14,
      y: layout.lineY.get(where.at)!,
    };
  const box = layout.duties[where.duty];
  return { x: box.x + box.width / 2, y: box.y + box.height - 15 };
}

/** Where a wire touches what it comes from or goes to: at the side that faces `other`. */
function edgeOf(layout: Layout, where: Where, other: Where): Point {
  const wide = layout.kind === 'wide';
  if (where.kind === 'vmm') {
    const box = layout.duties[where.duty];
    if (wide) return { x: other.kind === 'guest' ? box.x : box.x + box.width, y: box.y + box.height / 2 };
    const { vmm } = layout;
    return { x: box.x + box.width / 2, y: other.kind === 'guest' ? vmm.y : vmm.y + vmm.height };
  }
  if (where.kind === 'guest')
    return { x: layout.guest.x + (wide ? layout.guest.width : 0), y: layout.lineY.get(where.at)! };
  return { x: layout.cache.x, y: lineOf(layout, where.block, where.line) };
}

const round = (value: number) => Math.round(value * 10) / 10;

/** A way between two places, neither both in the cache. */
export function wayOf(layout: Layout, from: Where, to: Where): string {
  const a = edgeOf(layout, from, to);
  const edge = edgeOf(layout, to, from);
  // Beside a line of the guest's code the token rests: the way ends at the token.
  const b = to.kind === 'guest' ? { ...edge, x: seatOf(layout, to).x + TOKEN } : edge;
  if (layout.kind === 'wide') {
    const middle = (a.x + b.x) / 2;
    return `M${a.x} ${round(a.y)} C${middle} ${round(a.y)} ${middle} ${round(b.y)} ${b.x} ${round(b.y)}`;
  }
  // One above the other: along the left margin, then just above or below the monitor.
  const [monitor, code] = from.kind === 'vmm' ? [a, b] : [b, a];
  const rail = monitor.y + (code.y < monitor.y ? -9 : 9);
  const turn = Math.sign(code.y - rail) * 10;
  const there = `M${code.x} ${round(code.y)} H16 Q6 ${round(code.y)} 6 ${round(code.y - turn)} V${round(rail + turn)}`;
  const on = ` Q6 ${round(rail)} 16 ${round(rail)} H${monitor.x - 8} Q${monitor.x} ${round(rail)} ${monitor.x} ${round(monitor.y)}`;
  const back = `M${monitor.x} ${round(monitor.y)} Q${monitor.x} ${round(rail)} ${monitor.x - 8} ${round(rail)} H16 Q6 ${round(rail)} 6 ${round(rail + turn)}`;
  if (from.kind !== 'vmm') return there + on;
  return `${back} V${round(code.y - turn)} Q6 ${round(code.y)} 16 ${round(code.y)} H${code.x}`;
}

/** A jump inside the cache, around its right side. */
export function jumpOf(layout: Layout, block: number, line: number, to: number): string {
  const { x, width } = layout.cache;
  const right = x + width;
  const y1 = lineOf(layout, block, line);
  const y2 = lineOf(layout, to, 0) + (to === block ? 0 : y2Shift(y1, lineOf(layout, to, 0)));
  const reach = round(right + Math.min(44, 14 + Math.abs(y2 - y1) / 7) * (layout.kind === 'wide' ? 1 : 0.9));
  return `M${right} ${round(y1)} C${reach} ${round(y1)} ${reach} ${round(y2)} ${right + 1} ${round(y2)}`;
}
/** Jumps from above arrive a little higher than those from below. */
const y2Shift = (from: number, to: number) => (from < to ? -3 : 3);
