/**
 * Why: where lanes, columns and ways lie, as numbers, so that the view only draws. Time runs to the right,
 * one column an exit (not to scale: a wait of two million ticks would hide the rest); depth is who works.
 */
import type { Lane, Phase } from './state';
import type { Point } from '../../marks/shapes';

export interface Band {
  readonly y: number;
  readonly height: number;
}

/** A picture's lanes and columns: one for a page, one for each shape of a slide. */
export interface Grid {
  readonly width: number;
  readonly height: number;
  readonly bands: Readonly<Record<Lane, Band>>;
  /** Where control runs inside a lane. */
  readonly depth: Readonly<Record<Lane, number>>;
  /** Columns: the first possible exit, the last one, and how wide an exit is drawn while it is told. */
  readonly first: number;
  readonly last: number;
  readonly span: number;
  readonly widestGap: number;
  /** How far into KVM's lane a way goes that does not end there. */
  readonly stop: number;
}

export const PAGE: Grid = {
  width: 640,
  height: 420,
  bands: {
    ring3: { y: 4, height: 74 },
    ring0: { y: 82, height: 88 },
    cpu: { y: 178, height: 48 },
    kvm: { y: 234, height: 88 },
    vmm: { y: 326, height: 90 },
  },
  depth: { ring3: 56, ring0: 146, cpu: 202, kvm: 254, vmm: 346 },
  first: 196,
  last: 378,
  span: 236,
  widestGap: 30,
  stop: 44,
};

const CURVE = 12;

/** Column of exit `n` of `total`: equal gaps, the last one always at the same place. */
export function columnOf(n: number, total: number, { first, last, widestGap }: Grid): number {
  const gap = total < 2 ? 0 : Math.min(widestGap, (last - first) / (total - 1));
  return Math.round((last - (total - n) * gap) * 10) / 10;
}

/** Everything that an exit's way needs. */
export interface Route {
  readonly x: number;
  readonly guest: 'ring3' | 'ring0';
  readonly heavy: boolean;
}

const floorOf = (route: Route, { depth }: Grid) => (route.heavy ? depth.vmm : depth.kvm);
const middleOf = (route: Route, grid: Grid): Point => ({
  x: route.x + grid.span / 2,
  y: floorOf(route, grid),
});
const stopOf = ({ bands, stop }: Grid) => bands.kvm.y + stop;

const down = ({ x }: Route, floor: number, { span }: Grid) =>
  `V${floor - CURVE} Q${x} ${floor} ${x + CURVE} ${floor} H${x + span / 2}`;
const up = ({ x, guest }: Route, floor: number, { span, depth }: Grid) =>
  `H${x + span - CURVE} Q${x + span} ${floor} ${x + span} ${floor - CURVE} V${depth[guest]}`;

/** The way of one phase, as path data. */
export function wayOf(route: Route, phase: Phase, grid: Grid): string {
  const { x, guest, heavy } = route;
  const { depth } = grid;
  const floor = floorOf(route, grid);
  switch (phase) {
    case 'exit':
      return `M${x} ${depth[guest]} V${depth.cpu}`;
    case 'handle':
      return heavy ? `M${x} ${depth.cpu} V${stopOf(grid)}` : `M${x} ${depth.cpu} ${down(route, floor, grid)}`;
    case 'user':
      return `M${x} ${stopOf(grid)} ${down(route, floor, grid)}`;
    case 'entry':
      return `M${middleOf(route, grid).x} ${floor} ${up(route, floor, grid)}`;
    case 'round':
      return `M${x} ${depth[guest]} ${down(route, floor, grid)} ${up(route, floor, grid)}`;
    case 'start':
    case 'wait':
    case 'run':
    case 'end':
      return '';
  }
}

/** Where control stands at the end of a phase. */
export function restOf(route: Route, phase: Phase, grid: Grid): Point {
  const { depth, span } = grid;
  switch (phase) {
    case 'exit':
      return { x: route.x, y: depth.cpu };
    case 'handle':
      return route.heavy ? { x: route.x, y: stopOf(grid) } : middleOf(route, grid);
    case 'wait':
    case 'user':
      return middleOf(route, grid);
    case 'entry':
    case 'round':
    case 'run':
    case 'end':
      return { x: route.x + span, y: depth[route.guest] };
    case 'start':
      return { x: route.x, y: depth[route.guest] };
  }
}

/** Control between ring 3 and ring 0, `teeth` times there and back, from `from` to `to`. */
export function zigzag(from: number, to: number, teeth: number, { depth }: Grid): string {
  const step = (to - from) / (2 * teeth);
  const points = Array.from({ length: 2 * teeth + 1 }, (_, i) => {
    const lane: Lane = i % 2 === 0 ? 'ring3' : 'ring0';
    return `${Math.round((from + i * step) * 10) / 10} ${depth[lane]}`;
  });
  return `M${points.join(' L')}`;
}
