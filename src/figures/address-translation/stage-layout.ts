/** Why: where everything lies on a slide: the CPU beside the tables where it is wide and low, between them where it is nearly square. */
import { STAGE_ROOMS, type Shape } from '../contract';
import { round, type Cell } from './geometry';

/** A table as drawn on a slide, and the slot of its entry. */
export const STAGE_STRIP = { width: 76, slot: 32 } as const;
/** From the top of a band to its tables, and from their foot to the foot of the band. */
const HEAD = 72;
const FOOT = 40;
const GAP = 8;

export interface StageLayout {
  readonly cpu: Cell;
  /** The CPU stands at the side of the tables, as a column, and not as a band between them. */
  readonly side: boolean;
  readonly upper: Cell;
  /** Absent on bare metal, where the upper band takes its room. */
  readonly lower: Cell | undefined;
  /** Height of a table. */
  readonly strip: number;
  /** Where control goes between the guest and the hypervisor. */
  readonly gutter: number;
}

/** Top of the tables in a band. */
export const stripTop = (band: Cell): number => band.y + HEAD;

/** The tables' picture. */
export function stageLayout(shape: Shape, native: boolean): StageLayout {
  const { width, height } = STAGE_ROOMS[shape];
  const side = shape === '4:3';
  const left = side ? 262 : native ? 4 : 54;
  const right = side && !native ? width - 52 : width - 4;
  const cpu = side
    ? { x: 2, y: 2, width: 248, height: height - 4 }
    : { x: left, y: native ? 540 : 272, width: right - left, height: 140 };
  const whole = side ? height - 4 : 526;
  const each = native ? whole : side ? 218 : 258;
  const band = (y: number): Cell => ({ x: left, y, width: right - left, height: each });
  return {
    cpu,
    side,
    upper: band(2),
    lower: native ? undefined : band(height - 2 - each),
    strip: each - HEAD - FOOT,
    gutter: side ? width - 26 : 27,
  };
}

/** Left edges of the columns of a band: one for each level from the root down, the page last. */
export function stageColumns({ x, width }: Cell, levels: number): readonly number[] {
  const left = x + 44;
  const step = (x + width - 16 - STAGE_STRIP.width - left) / levels;
  return Array.from({ length: levels + 1 }, (_, i) => round(left + i * step));
}

/** Where the registers stand in the CPU: baselines, and the height at which their wires begin. */
export function registersOf({ cpu, side }: Pick<StageLayout, 'cpu' | 'side'>) {
  return side
    ? { upper: cpu.y + 84, lower: cpu.y + 296, lift: 8 }
    : { upper: cpu.y + 78, lower: cpu.y + 116, lift: 8 };
}

export interface GridRoom {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Left edge of the rows' names. */
  readonly names: number;
  readonly cpu: Cell;
  readonly side: boolean;
}

/** The grid's picture. */
export function gridRoom(shape: Shape): GridRoom {
  const { width, height } = STAGE_ROOMS[shape];
  const { cpu, side } = stageLayout(shape, false);
  return side
    ? { left: 426, top: 40, right: width + GAP - 4, bottom: height + GAP - 2, names: 262, cpu, side }
    : {
        left: 172,
        top: 40,
        right: width + GAP - 4,
        bottom: 532 + GAP,
        names: 4,
        cpu: { ...cpu, x: 4, y: height - 142, width: width - 8 },
        side,
      };
}

/** Cell of the grid at `row` and `column`, counted from 0. */
export function stageCell(
  { left, top, right, bottom }: GridRoom,
  row: number,
  column: number,
  rows: number,
  columns: number,
): Cell {
  const width = (right - left) / columns;
  const height = (bottom - top) / rows;
  return {
    x: round(left + column * width),
    y: round(top + row * height),
    width: round(width - GAP),
    height: round(height - GAP),
  };
}
