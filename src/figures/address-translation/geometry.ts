/** Why: where everything lies, as numbers, so that the views only draw. */

export const VIEW = { width: 640, height: 420 } as const;

/** The CPU's band: in the middle of the tables, at the foot of the grid. */
export const CPU_HEIGHT = 72;

/** The grid of a nested walk: guest levels down, nested levels across, the guest's own entry last. */
export const GRID = {
  left: 134,
  top: 34,
  bottom: VIEW.height - CPU_HEIGHT - 14,
  right: VIEW.width - 4,
  gap: 8,
} as const;

export interface Cell {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Cell in a grid of `rows` × `columns`, counted from 0. */
export function cellAt(row: number, column: number, rows: number, columns: number): Cell {
  const width = (GRID.right - GRID.left) / columns;
  const height = (GRID.bottom - GRID.top) / rows;
  return {
    x: round(GRID.left + column * width),
    y: round(GRID.top + row * height),
    width: round(width - GRID.gap),
    height: round(height - GRID.gap),
  };
}

export const round = (value: number): number => Math.round(value * 10) / 10;

/** Where the bands of the tables' picture lie. */
export interface Plan {
  readonly upper: { readonly y: number; readonly height: number };
  readonly cpu: number;
  readonly lower: { readonly y: number; readonly height: number };
  /** Height of a table. */
  readonly strip: number;
}

const HALVES: Plan = { upper: { y: 4, height: 158 }, cpu: 174, lower: { y: 258, height: 158 }, strip: 76 };
/** On bare metal there is no lower band, and the tables take its room. */
const WHOLE: Plan = { upper: { y: 4, height: 322 }, cpu: 340, lower: { y: 420, height: 0 }, strip: 236 };
export const planOf = (native: boolean): Plan => (native ? WHOLE : HALVES);

/** Left of the bands: where control goes from the guest to the hypervisor. */
export const GUTTER = 16;
export const BAND_LEFT = 34;

/** Width of a table, and where it begins in its band. */
export const STRIP = { width: 62, top: 52 } as const;

/** Left edges of the columns: one for each level from the root down, the page last. */
export function columnsOf(levels: number): readonly number[] {
  const left = BAND_LEFT + 34;
  const step = (VIEW.width - 14 - STRIP.width - left) / levels;
  return Array.from({ length: levels + 1 }, (_, i) => round(left + i * step));
}

/** Height of the slot of an entry in a strip: index 0 is at the top, 511 at the foot. */
export const SLOT = 20;
export const slotAt = (top: number, height: number, index: number): number =>
  round(top + (index / 511) * (height - SLOT));

/** Room of one of `count` (1 or 2) things that stand one above the other in the place of a table. */
export function shareOf(
  top: number,
  height: number,
  count: number,
  i: number,
): { readonly top: number; readonly height: number } {
  if (count < 2) return { top, height };
  return { top: top + i * (height / 2 + 3), height: height / 2 - 3 };
}
