/**
 * Why: the page's picture has more lines than a room can read at once. Guest and cache keep all their blocks in view;
 * what does not fit is folded to its first line, the block that the step is about last.
 */
import type { Duty, TcBlock, Where } from '../../models/binary-translation/types';
import type { Box, Point } from '../../marks/shapes';
import type { BtState } from '../../models/binary-translation/types';
import { STAGE_ROOMS, type Shape } from '../contract';
import { DUTIES } from './geometry';
import { originOf } from './guest';

/** Between two blocks. */
const GAP = 6;
/** How far ways to the VMM lie from those that leave it: half of it. */
const SIDE = 9;
/** How far from its middle a way to the token ends. */
const TOKEN = 18;
/** Tops of the columns. */
const TOP = 38;

export interface Folded extends Box {
  readonly open: boolean;
  readonly lines: number;
  /** Height of a line. */
  readonly row: number;
}

export interface StageLayout {
  readonly guest: Box;
  readonly cache: Box;
  /** Guest blocks: kernel code by basic block, user code, which is not translated, as one. */
  readonly guestBlocks: readonly (Folded & { readonly code: readonly BtState['lines'][number][] })[];
  readonly cacheBlocks: readonly Folded[];
  readonly vmm: Box;
  readonly duties: Readonly<Record<Duty, Box>>;
  readonly meter: Box;
  /** Height of the channel between the code and the VMM. */
  readonly channel: number;
}

interface Plan {
  /** Height of a line of code. */
  readonly row: number;
  readonly guest: readonly [x: number, width: number];
  readonly cache: readonly [x: number, width: number];
  /** Where the columns end, and the VMM begins. */
  readonly bottom: number;
  readonly vmm: number;
}
const PLANS: Readonly<Record<Shape, Plan>> = {
  '4:3': { row: 29, guest: [4, 410], cache: [482, 438], bottom: 365, vmm: 380 },
  '16:9': { row: 31, guest: [2, 390], cache: [450, 400], bottom: 570, vmm: 588 },
};

/** Opens blocks in the order of `wanted` while they fit, and stacks them. */
function fold(
  sizes: readonly number[],
  wanted: readonly number[],
  [x, width]: readonly [number, number],
  { row, bottom }: Plan,
): readonly Folded[] {
  const open = new Set<number>();
  let rows = sizes.length;
  const room = bottom - TOP - Math.max(0, sizes.length - 1) * GAP;
  for (const i of wanted) {
    const more = (sizes[i] ?? 1) - 1;
    if (open.has(i) || (rows + more) * row > room) continue;
    open.add(i);
    rows += more;
  }
  let y = TOP;
  return sizes.map((lines, i) => {
    const box = { x, y, width, height: (open.has(i) ? lines : 1) * row, open: open.has(i), lines, row };
    y += box.height + GAP;
    return box;
  });
}

/** Kernel code by basic block; user code together. */
function codeOf({ lines }: BtState): readonly BtState['lines'][number][][] {
  const groups: BtState['lines'][number][][] = [];
  lines.forEach((line, i) => {
    const same = line.owner === 'user' && lines[i - 1]?.owner === 'user';
    if (i === 0 || (line.leads && !same)) groups.push([]);
    groups.at(-1)!.push(line);
  });
  return groups;
}

/** Blocks of the cache, those of which the step speaks first, those that are replaced last. */
function wantedOf({ cache, where, from }: BtState): readonly number[] {
  const told = [where, from].flatMap((each) => (each?.kind === 'tc' ? [each.block] : []));
  const fresh = cache.filter((block) => block.fresh);
  const rest = cache.toSorted((a, b) => Number(a.replaced !== null) - Number(b.replaced !== null));
  return [...told, ...[...fresh, ...rest].map((block: TcBlock) => block.id)];
}

export function stageLayout(state: BtState, shape: Shape): StageLayout {
  const plan = PLANS[shape];
  const { height } = STAGE_ROOMS[shape];
  const groups = codeOf(state);
  const about = originOf(state) ?? state.at;
  const first = Math.max(
    0,
    groups.findIndex((group) => group.some((line) => line.at === about)),
  );
  // At the end the guest's code makes room for what it all cost.
  const wanted = state.phase === 'end' ? [] : [first, ...groups.keys()];
  const guestBlocks = fold(
    groups.map((group) => group.length),
    wanted,
    plan.guest,
    plan,
  ).map((box, i) => ({ ...box, code: groups[i]! }));
  const cacheBlocks = fold(
    state.cache.map((block) => block.lines.length),
    wantedOf(state),
    plan.cache,
    plan,
  );
  const vmm = { x: 3, y: plan.vmm, width: 501, height: height - plan.vmm - 2 };
  const duties = Object.fromEntries(
    DUTIES.map((duty, i) => [
      duty,
      { x: vmm.x + 76 + i * 141, y: vmm.y + 4, width: 138, height: vmm.height - 8 },
    ]),
  ) as Record<Duty, Box>;
  const column = ([x, width]: readonly [number, number]): Box => ({
    x,
    y: TOP,
    width,
    height: plan.bottom - TOP,
  });
  return {
    guest: column(plan.guest),
    cache: column(plan.cache),
    guestBlocks,
    cacheBlocks,
    vmm,
    duties,
    meter: { x: 520, y: vmm.y, width: STAGE_ROOMS[shape].width - 524, height: vmm.height },
    channel: (plan.bottom + plan.vmm) / 2,
  };
}

/** The middle of a line in a block; of its only row when it is folded. */
const rowOf = ({ y, open, row }: Folded, line: number) => y + ((open ? line : 0) + 0.5) * row;
export const cacheLine = ({ cacheBlocks }: StageLayout, block: number, line: number): number =>
  rowOf(cacheBlocks[block]!, line);

function guestLine({ guestBlocks }: StageLayout, at: number): number {
  const block = guestBlocks.find(({ code }) => code.some((line) => line.at === at))!;
  return rowOf(
    block,
    block.code.findIndex((line) => line.at === at),
  );
}

/** Where the token rests: beside a line, or in a duty's box. */
export function stageSeat(layout: StageLayout, where: Where): Point {
  const { guest, cache, duties } = layout;
  if (where.kind === 'tc') return { x: cache.x - 19, y: cacheLine(layout, where.block, where.line) };
  if (where.kind === 'guest') return { x: guest.x + guest.width + 19, y: guestLine(layout, where.at) };
  const box = duties[where.duty];
  return { x: box.x + box.width / 2, y: box.y + box.height - 18 };
}

/** A way between two places, not both in the cache: by the gap between the columns and the channel over the VMM. */
export function stageWay(layout: StageLayout, from: Where, to: Where): string {
  const { channel, guest, cache, duties } = layout;
  const middle = (guest.x + guest.width + cache.x) / 2;
  // What leaves the VMM and what comes to it do not lie on each other.
  const side = (to: boolean) => (to ? -SIDE : SIDE);
  const edge = (where: Where, to: boolean): Point => {
    if (where.kind === 'guest') return { x: guest.x + guest.width, y: guestLine(layout, where.at) };
    if (where.kind === 'tc') return { x: cache.x, y: cacheLine(layout, where.block, where.line) };
    const { x, y, width } = duties[where.duty];
    return { x: x + width / 2 + side(to), y };
  };
  const a = edge(from, false);
  // Beside a line of the guest's code the token rests: the way ends at the token.
  const b = to.kind === 'guest' ? { ...edge(to, true), x: stageSeat(layout, to).x + TOKEN } : edge(to, true);
  if (from.kind === 'vmm' && to.kind === 'vmm') return `M${a.x} ${a.y} V${channel} H${b.x} V${b.y}`;
  const rail = middle + side(to.kind === 'vmm');
  if (from.kind !== 'vmm' && to.kind !== 'vmm') return `M${a.x} ${a.y} H${middle} V${b.y} H${b.x}`;
  return from.kind === 'vmm'
    ? `M${a.x} ${a.y} V${channel + 3} H${rail} V${b.y} H${b.x}`
    : `M${a.x} ${a.y} H${rail} V${channel - 3} H${b.x} V${b.y}`;
}

/** A jump inside the cache, around its right side. */
export function stageJump(layout: StageLayout, block: number, line: number, to: number): string {
  const right = layout.cache.x + layout.cache.width;
  const y1 = cacheLine(layout, block, line);
  const target = cacheLine(layout, to, 0);
  const y2 = Math.abs(target - y1) < 4 ? y1 - 9 : target + (y1 < target ? -4 : 4);
  const reach = right + Math.min(50, 20 + Math.abs(y2 - y1) / 6);
  return `M${right} ${y1} C${reach} ${y1} ${reach} ${y2} ${right + 2} ${y2}`;
}
