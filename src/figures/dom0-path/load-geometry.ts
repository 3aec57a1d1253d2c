/** Why: where rings, Domain 0, the NIC and the machine's memory lie, for any number of guests and both widths. */
import type { Box, Kind, Point } from './geometry';

export interface LoadLayout {
  readonly kind: Kind;
  readonly width: number;
  readonly height: number;
  readonly rings: Box;
  readonly rows: number;
  readonly dom0: Box;
  readonly nic: Box;
  readonly machine: Box;
  /** From a guest's ring to Domain 0; from Domain 0 to the NIC; from a guest past Domain 0 to the NIC. */
  readonly splitWay: (guest: number) => string;
  readonly outWay: string;
  readonly directWay: (guest: number) => string;
  /** Where the way past Domain 0 is named. */
  readonly bypass: Point;
  readonly bypassAnchor: 'start' | 'end';
}

/** Room that every row has, so that a guest more does not move the rest. */
const ROWS = 6;
const ROW = 58;
const HEAD = 38;

export function rowOf({ rings, rows }: Pick<LoadLayout, 'rings' | 'rows'>, guest: number): Box {
  const height = (rings.height - HEAD - 6) / Math.max(rows, 4);
  return { x: rings.x + 6, y: rings.y + HEAD + guest * height, width: rings.width - 12, height };
}

export function loadLayout(kind: Kind, rows: number): LoadLayout {
  const rings: Box =
    kind === 'wide'
      ? { x: 8, y: 8, width: 404, height: HEAD + ROWS * ROW + 6 }
      : { x: 4, y: 4, width: 352, height: HEAD + ROWS * ROW + 6 };
  const middle = (guest: number) => {
    const row = rowOf({ rings, rows }, guest);
    return Math.round(row.y + row.height / 2);
  };
  const right = rings.x + rings.width;
  if (kind === 'wide') {
    const dom0: Box = { x: 476, y: 8, width: 396, height: 222 };
    const nic: Box = { x: 676, y: 314, width: 196, height: 86 };
    return {
      kind,
      width: 880,
      height: 502,
      rings,
      rows,
      dom0,
      nic,
      machine: { x: 8, y: 412, width: 864, height: 84 },
      splitWay: (guest) => {
        const to = dom0.y + 60 + guest * 24;
        return `M${right} ${middle(guest)} C${right + 36} ${middle(guest)} ${dom0.x - 36} ${to} ${dom0.x - 4} ${to}`;
      },
      outWay: `M774 ${dom0.y + dom0.height} V${nic.y - 4}`,
      directWay: (guest) => {
        const to = nic.y + 20 + guest * 9;
        return `M${right} ${middle(guest)} C${right + 90} ${middle(guest)} ${right + 60} ${to} ${right + 150} ${to} H${nic.x - 4}`;
      },
      bypass: { x: nic.x - 14, y: nic.y + 2 },
      bypassAnchor: 'end',
    };
  }
  const top = rings.y + rings.height;
  const dom0: Box = { x: 4, y: top + 30, width: 308, height: 176 };
  const nic: Box = { x: 4, y: dom0.y + dom0.height + 30, width: 352, height: 70 };
  return {
    kind,
    width: 360,
    height: nic.y + nic.height + 108,
    rings,
    rows,
    dom0,
    nic,
    machine: { x: 4, y: nic.y + nic.height + 14, width: 352, height: 88 },
    splitWay: (guest) => `M${60 + guest * 40} ${top} V${dom0.y - 3}`,
    outWay: `M160 ${dom0.y + dom0.height} V${nic.y - 3}`,
    directWay: (guest) => `M${320 + guest * 6} ${top} V${nic.y - 3}`,
    bypass: { x: 308, y: nic.y - 9 },
    bypassAnchor: 'end',
  };
}
