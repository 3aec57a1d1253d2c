/** Why: where rings, Domain 0, the NIC and the machine's memory lie, for any number of guests and both widths. */
import type { Box, Point } from '../../marks/shapes';
import type { Kind } from './geometry';

export interface LoadLayout {
  readonly kind: Kind;
  readonly width: number;
  readonly height: number;
  readonly rings: Box;
  readonly rows: number;
  readonly dom0: Box;
  readonly nic: Box;
  /** One processor's column, and the space to the next. */
  readonly column: { readonly width: number; readonly gap: number };
  readonly machine: Box;
  readonly charts: readonly Box[];
  /** From a guest's ring to Domain 0; from Domain 0 to the NIC; from a guest past Domain 0 to the NIC. */
  readonly splitWay: (guest: number) => string;
  readonly outWay: string;
  readonly directWay: (guest: number) => string;
  /** Where the ways past Domain 0 are named, and the one out of it. */
  readonly bypass: Point;
  readonly out: Point;
}

/** Room that every row has, so that a guest more does not move the rest. */
const ROWS = 6;
const ROW = 50;
const HEAD = 38;

export function rowOf({ rings, rows }: Pick<LoadLayout, 'rings' | 'rows'>, guest: number): Box {
  const height = (rings.height - HEAD - 6) / Math.max(rows, 4);
  return { x: rings.x + 6, y: rings.y + HEAD + guest * height, width: rings.width - 12, height };
}

const ringsAt = (x: number, y: number, width: number): Box => ({
  x,
  y,
  width,
  height: HEAD + ROWS * ROW + 6,
});

function wide(rows: number): LoadLayout {
  const rings = ringsAt(8, 8, 396);
  const dom0: Box = { x: 476, y: 8, width: 396, height: 206 };
  const nic: Box = { x: 676, y: 270, width: 196, height: 82 };
  const right = rings.x + rings.width;
  const middle = (guest: number) => {
    const row = rowOf({ rings, rows }, guest);
    return Math.round(row.y + row.height / 2);
  };
  return {
    kind: 'wide',
    width: 880,
    height: 552,
    rings,
    rows,
    dom0,
    nic,
    column: { width: 50, gap: 12 },
    machine: { x: 8, y: 362, width: 864, height: 84 },
    charts: [0, 1, 2, 3].map((i) => ({ x: 8 + i * 222, y: 456, width: 198, height: 90 })),
    splitWay: (guest) => {
      const from = middle(guest);
      const to = Math.min(dom0.y + dom0.height - 20, dom0.y + 40 + guest * 26);
      return `M${right} ${from} C${right + 40} ${from} ${dom0.x - 40} ${to} ${dom0.x} ${to}`;
    },
    outWay: `M774 ${dom0.y + dom0.height} V${nic.y - 6}`,
    directWay: (guest) => {
      const from = middle(guest);
      const to = nic.y + 16 + guest * 10;
      return `M${right} ${from} C${right + 46} ${from} ${right + 16} ${to} ${right + 66} ${to} H${nic.x}`;
    },
    bypass: { x: nic.x - 14, y: nic.y - 8 },
    out: { x: 760, y: dom0.y + dom0.height + 33 },
  };
}

function narrow(rows: number): LoadLayout {
  const rings = ringsAt(4, 4, 352);
  const top = rings.y + rings.height;
  const dom0: Box = { x: 4, y: top + 26, width: 300, height: 166 };
  const nic: Box = { x: 4, y: dom0.y + dom0.height + 34, width: 352, height: 74 };
  const machine: Box = { x: 4, y: nic.y + nic.height + 12, width: 352, height: 84 };
  const charts = [0, 1, 2, 3].map((i) => ({
    x: 4 + (i % 2) * 184,
    y: machine.y + machine.height + 14 + Math.floor(i / 2) * 98,
    width: 168,
    height: 84,
  }));
  return {
    kind: 'narrow',
    width: 360,
    height: charts[3]!.y + 90,
    rings,
    rows,
    dom0,
    nic,
    column: { width: 30, gap: 8 },
    machine,
    charts,
    splitWay: (guest) => `M${50 + guest * 40} ${top} V${dom0.y}`,
    outWay: `M30 ${dom0.y + dom0.height} V${nic.y - 6}`,
    directWay: (guest) => `M${314 + guest * 7} ${top} V${nic.y}`,
    bypass: { x: 304, y: nic.y - 10 },
    out: { x: 44, y: nic.y - 12 },
  };
}

export const loadLayout = (kind: Kind, rows: number): LoadLayout =>
  kind === 'wide' ? wide(rows) : narrow(rows);
