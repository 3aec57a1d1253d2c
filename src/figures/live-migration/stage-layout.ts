/** Why: where hosts, link, rounds and time lie on a slide: rounds beside time where it is wide and low, over it where it is nearly square. */
import type { Box, Point } from '../../marks/shapes';
import { STAGE_ROOMS, type Shape } from '../contract';
import { COLUMNS, type Layout } from './geometry';

/** A layout for letters of 24 units; the legend is set in lines. */
export interface StageLayout extends Layout {
  /** Baselines of the legend, and where its lines begin. */
  readonly lines: readonly Point[];
  /** Whether the sum of all that was sent has room beside the head of the rounds. */
  readonly total: boolean;
}

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });

interface Measures {
  readonly host: Box;
  readonly pitch: number;
  readonly slot: Box;
  readonly grid: number;
}

/** Both hosts, of one size, at the sides of the room. */
function hostsOf(shape: Shape, { host, pitch, slot, grid }: Measures) {
  const { width, height } = STAGE_ROOMS[shape];
  return {
    id: 'wide' as const,
    width,
    height,
    source: host,
    destination: box(width - host.x - host.width, host.y, host.width, host.height),
    host: {
      title: { x: 12, y: 32 },
      slot,
      grid: { x: (host.width - COLUMNS * pitch) / 2, y: grid },
      count: host.height - 12,
    },
    pitch,
    cell: pitch - 2,
    legend: [],
  };
}

const LOW: StageLayout = {
  ...hostsOf('4:3', {
    host: box(2, 2, 300, 298),
    pitch: 11,
    slot: box(12, 43, 276, 38),
    grid: 87,
  }),
  link: { y: 52, request: 102, name: { x: 488, y: 32 }, moved: { x: 488, y: 86 }, anchor: 'middle' },
  decision: box(318, 140, 340, 70),
  network: box(418, 244, 140, 42),
  rounds: box(4, 309, 516, 109),
  time: box(544, 313, 428, 16),
  lines: [386, 414, 442].map((y) => ({ x: 544, y })),
  total: false,
};

const TALL: StageLayout = {
  ...hostsOf('16:9', {
    host: box(2, 2, 288, 396),
    pitch: 15,
    slot: box(12, 46, 264, 42),
    grid: 104,
  }),
  link: { y: 66, request: 122, name: { x: 450, y: 44 }, moved: { x: 450, y: 104 }, anchor: 'middle' },
  decision: box(304, 190, 292, 70),
  network: box(385, 324, 130, 46),
  rounds: box(4, 410, 892, 122),
  time: box(4, 565, 892, 18),
  lines: [643, 671].map((y) => ({ x: 4, y })),
  total: true,
};

export const stageLayout = (shape: Shape): StageLayout => (shape === '4:3' ? LOW : TALL);

/** Room between two signs of the legend. */
const GAP = 18;

/** Where signs of these widths stand in the lines of the legend: a new line where one is full. */
export function placesIn({ lines, width }: StageLayout, rooms: readonly number[]): readonly Point[] {
  const places: Point[] = [];
  let [line, x] = [0, lines[0]!.x];
  for (const room of rooms) {
    if (x + room > width && line < lines.length - 1) {
      line += 1;
      x = lines[line]!.x;
    }
    places.push({ x, y: lines[line]!.y });
    x += room + GAP;
  }
  return places;
}
