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

/** Bands of the tables' picture. On bare metal there is no lower one, and the upper one is higher. */
export const BANDS = {
  upper: { y: 4, height: 158 },
  cpu: { y: 174, height: CPU_HEIGHT },
  lower: { y: 258, height: 158 },
} as const;

/** Left of the bands: where control goes from the guest to the hypervisor. */
export const GUTTER = 16;
export const BAND_LEFT = 34;

export const STRIP = { width: 62, top: 52, height: 76 } as const;

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
