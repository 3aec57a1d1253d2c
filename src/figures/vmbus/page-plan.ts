/** Why: where everything lies on a page, in the picture's own units. */
import { area, geometryOf, type ChildAreas, type Plan } from './geometry';

export const SIZE = { width: 720, height: 458 } as const;
export const CPU = area(112, 406, 604, 48);

const ofTwo = (child: 0 | 1): ChildAreas => {
  const y = 4 + 172 * child;
  return { box: area(506, y, 210, 164), app: area(612, y + 8, 94, 30), vsc: area(516, y + 46, 190, 108) };
};
const ringsOfTwo = (child: 0 | 1) => ({ out: 73 + 172 * child, in: 137 + 172 * child, outer: 29, inner: 17 });

const PLAN: Plan = {
  root: area(4, 4, 246, 336),
  vsp: area(140, 38, 100, 290),
  switch: area(14, 112, 112, 84),
  driver: area(14, 252, 112, 76),
  hypervisor: area(112, 348, 604, 50),
  device: area(4, 406, 100, 48),
  user: area(14, 38, 226, 46),
  idleWorkers: area(14, 38, 112, 46),
  firstWorker: 109,
  buffers: [area(262, 4, 232, 40), area(262, 4, 232, 28), area(262, 176, 232, 28)],
  children: [
    { box: area(506, 4, 210, 336), app: area(516, 38, 190, 46), vsc: area(516, 96, 190, 232) },
    ofTwo(0),
    ofTwo(1),
  ],
  dials: [{ out: 122, in: 268, outer: 68, inner: 45 }, ringsOfTwo(0), ringsOfTwo(1)],
  middle: 378,
  lane: 386,
  rootX: 222,
  workerX: 190,
  childX: 536,
  gapX: 501,
  deviceX: 26,
  switchY: 131,
  rootGapX: 255,
};

export const PAGE = geometryOf(PLAN);
