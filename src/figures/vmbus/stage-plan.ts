/** Why: where everything lies in the two rooms of a slide; the ways follow from it as on the page. */
import type { Shape } from '../contract';
import { area, geometryOf, type Area, type ChildAreas, type Geometry, type Plan } from './geometry';

/** What a slide has besides the plan. */
export interface StagePlan {
  readonly geometry: Geometry;
  /** Middle of the names of switch, driver and device: the way down is left of them. */
  readonly nameX: { readonly root: number; readonly device: number };
  /** Baseline of what the hypervisor is asked for, and of its own name. */
  readonly call: number;
  /** Below the hypervisor: what it has cost so far. */
  readonly bar: Area;
  readonly low: boolean;
  /** Rows of port accesses in one column. */
  readonly portRows: number;
}

const childOfTwo = (y: number, height: number, x: number, width: number, app: Area): ChildAreas => ({
  box: area(x, y, width, height),
  app: { ...app, y: y + app.y },
  vsc: area(x + 12, y + app.y + app.height + 8, width - 24, height - app.y - app.height - 16),
});

const LOW: Plan = {
  root: area(4, 4, 320, 326),
  vsp: area(186, 42, 128, 278),
  switch: area(14, 112, 150, 84),
  driver: area(14, 246, 150, 74),
  hypervisor: area(196, 338, 776, 54),
  device: area(4, 400, 180, 46),
  user: area(14, 42, 300, 48),
  idleWorkers: area(14, 42, 158, 48),
  firstWorker: 176,
  buffers: [area(340, 4, 296, 42), area(340, 4, 296, 32), area(340, 172, 296, 32)],
  children: [
    { box: area(652, 4, 320, 326), app: area(664, 42, 296, 46), vsc: area(664, 102, 296, 218) },
    childOfTwo(4, 158, 652, 320, area(780, 8, 180, 40)),
    childOfTwo(172, 158, 652, 320, area(780, 8, 180, 40)),
  ],
  dials: [
    { out: 122, in: 262, outer: 66, inner: 50 },
    { out: 72, in: 131, outer: 27, inner: 15 },
    { out: 240, in: 299, outer: 27, inner: 15 },
  ],
  middle: 488,
  lane: 381,
  rootX: 286,
  workerX: 260,
  childX: 700,
  gapX: 645,
  deviceX: 32,
  switchY: 132,
  rootGapX: 331,
};

const SQUARE: Plan = {
  root: area(4, 4, 318, 470),
  vsp: area(180, 52, 132, 410),
  switch: area(14, 152, 148, 110),
  driver: area(14, 356, 148, 106),
  hypervisor: area(186, 486, 710, 90),
  device: area(4, 588, 172, 92),
  user: area(14, 52, 298, 58),
  idleWorkers: area(14, 52, 148, 58),
  firstWorker: 178,
  buffers: [area(334, 4, 262, 52), area(334, 4, 262, 42), area(334, 242, 262, 42)],
  children: [
    { box: area(612, 4, 284, 470), app: area(624, 52, 260, 56), vsc: area(624, 126, 260, 336) },
    childOfTwo(4, 232, 612, 284, area(624, 44, 260, 44)),
    childOfTwo(242, 232, 612, 284, area(624, 44, 260, 44)),
  ],
  dials: [
    { out: 166, in: 366, outer: 94, inner: 66 },
    { out: 116, in: 194, outer: 38, inner: 23 },
    { out: 354, in: 432, outer: 38, inner: 23 },
  ],
  middle: 457,
  lane: 556,
  rootX: 270,
  workerX: 240,
  childX: 662,
  gapX: 604,
  deviceX: 30,
  switchY: 176,
  rootGapX: 328,
};

const PLANS: Readonly<Record<Shape, StagePlan>> = {
  '4:3': {
    geometry: geometryOf(LOW),
    nameX: { root: 106, device: 117 },
    call: 363,
    bar: area(196, 400, 776, 46),
    low: true,
    portRows: 7,
  },
  '16:9': {
    geometry: geometryOf(SQUARE),
    nameX: { root: 103, device: 111 },
    call: 524,
    bar: area(186, 588, 710, 92),
    low: false,
    portRows: 13,
  },
};

export const stagePlan = (shape: Shape): StagePlan => PLANS[shape];
