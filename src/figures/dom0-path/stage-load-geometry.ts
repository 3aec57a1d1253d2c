/** Why: where rings, Domain 0, the NIC, charts and memory lie in the two rooms of a slide, for any number of guests. */
import type { Box, Point } from '../../marks/shapes';
import type { Shape } from '../contract';

export interface StageLoadLayout {
  readonly rings: Box;
  readonly dom0: Box;
  /** Where Domain 0 says how busy it is, and below that whether it ever sleeps. */
  readonly busy: readonly [Point, Point];
  /** The columns of its processors. */
  readonly columns: { readonly top: number; readonly height: number; readonly width: number };
  readonly nic: Box;
  readonly machine: Box;
  /** Of which series there is a chart; their boxes. When the run is over, the knees take that room. */
  readonly series: readonly ('delivered' | 'dropped' | 'latency' | 'busy')[];
  readonly charts: readonly Box[];
  readonly knees: Readonly<Record<'memory' | 'vcpus', Box>>;
}

const LAYOUTS: Readonly<Record<Shape, StageLoadLayout>> = {
  '4:3': {
    rings: { x: 4, y: 4, width: 436, height: 334 },
    dom0: { x: 510, y: 4, width: 462, height: 164 },
    busy: [
      { x: 756, y: 80 },
      { x: 756, y: 116 },
    ],
    columns: { top: 44, height: 84, width: 44 },
    nic: { x: 510, y: 202, width: 462, height: 48 },
    machine: { x: 4, y: 344, width: 968, height: 102 },
    series: ['dropped', 'latency'],
    charts: [510, 752].map((x) => ({ x, y: 258, width: 220, height: 80 })),
    knees: {
      memory: { x: 510, y: 258, width: 262, height: 80 },
      vcpus: { x: 796, y: 258, width: 176, height: 80 },
    },
  },
  '16:9': {
    rings: { x: 4, y: 4, width: 430, height: 400 },
    dom0: { x: 498, y: 4, width: 398, height: 244 },
    busy: [
      { x: 512, y: 228 },
      { x: 698, y: 228 },
    ],
    columns: { top: 48, height: 110, width: 70 },
    nic: { x: 498, y: 298, width: 398, height: 106 },
    machine: { x: 4, y: 424, width: 892, height: 106 },
    series: ['delivered', 'dropped', 'latency', 'busy'],
    charts: [4, 232, 460, 688].map((x) => ({ x, y: 552, width: 208, height: 128 })),
    knees: {
      memory: { x: 4, y: 552, width: 436, height: 128 },
      vcpus: { x: 498, y: 552, width: 398, height: 128 },
    },
  },
};

export const stageLoadLayout = (shape: Shape): StageLoadLayout => LAYOUTS[shape];

/** Room for a guest's ring; with fewer guests each has more of it. */
export function stageRow({ rings }: StageLoadLayout, rows: number, guest: number): Box {
  const height = (rings.height - 44) / Math.max(rows, 4);
  return { x: rings.x, y: rings.y + 40 + guest * height, width: rings.width, height };
}

/** From a guest's ring to Domain 0, or past it to the NIC. */
export function stageWay(layout: StageLoadLayout, rows: number, guest: number, direct: boolean): string {
  const { x, y, width, height } = stageRow(layout, rows, guest);
  const target = direct ? layout.nic : layout.dom0;
  const from = Math.round(y + height / 2);
  const to = Math.round(target.y + ((guest + 1) * target.height) / (rows + 1));
  const right = x + width;
  return `M${right} ${from} C${right + 40} ${from} ${target.x - 40} ${to} ${target.x} ${to}`;
}
