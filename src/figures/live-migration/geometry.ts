/** Why: where hosts, link, rounds and time lie, as numbers, so that the view only draws. A phone has a layout of its own. */
import type { Box, Point } from '../../marks/shapes';
import { CELLS } from '../../models/live-migration/types';

export interface Layout {
  readonly id: 'wide' | 'narrow';
  readonly width: number;
  readonly height: number;
  readonly source: Box;
  readonly destination: Box;
  /** Inside a host, from its corner. */
  readonly host: {
    readonly title: Point;
    /** Where the guest runs: the slot of its vCPUs. */
    readonly slot: Box;
    readonly grid: Point;
    readonly count: number;
  };
  /** From one cell to the next, and the side of a cell. */
  readonly pitch: number;
  readonly cell: number;
  readonly legend: readonly Point[];
  /** Height of the link and of the request below it; baselines of what stands beside it. */
  readonly link: {
    readonly y: number;
    readonly request: number;
    readonly name: Point;
    readonly moved: Point;
    readonly anchor: 'middle' | 'start';
  };
  readonly decision: Box;
  readonly network: Box;
  readonly rounds: Box;
  readonly time: Box;
}

/** Cells in a row of the picture of memory. */
export const COLUMNS = Math.sqrt(CELLS);

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });

export const WIDE: Layout = {
  id: 'wide',
  width: 760,
  height: 426,
  source: box(4, 4, 270, 272),
  destination: box(486, 4, 270, 272),
  host: { title: { x: 14, y: 29 }, slot: box(116, 8, 146, 32), grid: { x: 40, y: 50 }, count: 263 },
  pitch: 12,
  cell: 10.2,
  legend: [0, 1, 2, 3].map((i) => ({ x: 302, y: 20 + i * 20 })),
  link: { y: 116, request: 150, name: { x: 380, y: 107 }, moved: { x: 380, y: 136 }, anchor: 'middle' },
  decision: box(294, 182, 172, 54),
  network: box(335, 246, 90, 28),
  rounds: box(4, 284, 752, 80),
  time: box(4, 390, 752, 12),
};

export const NARROW: Layout = {
  id: 'narrow',
  width: 360,
  height: 626,
  source: box(2, 2, 166, 246),
  destination: box(192, 2, 166, 246),
  host: { title: { x: 6, y: 20 }, slot: box(6, 28, 154, 32), grid: { x: 7, y: 68 }, count: 239 },
  pitch: 9.5,
  cell: 8,
  legend: [0, 1, 2, 3].map((i) => ({ x: 4 + (i % 2) * 178, y: 310 + Math.floor(i / 2) * 20 })),
  link: { y: 110, request: 150, name: { x: 4, y: 356 }, moved: { x: 182, y: 356 }, anchor: 'start' },
  decision: box(4, 372, 352, 56),
  network: box(130, 260, 100, 28),
  rounds: box(2, 440, 356, 100),
  time: box(2, 572, 356, 12),
};

/** The place of a cell in a host, its upper left corner. */
export const cellAt = (layout: Layout, host: Box, cell: number): Point => ({
  x: host.x + layout.host.grid.x + (cell % COLUMNS) * layout.pitch,
  y: host.y + layout.host.grid.y + Math.floor(cell / COLUMNS) * layout.pitch,
});

/** A width on an axis of `length`, never too small to be seen. */
export const seen = (part: number, length: number, least: number): number =>
  part === 0 ? 0 : Math.max(least, Math.round(part * length * 10) / 10);
