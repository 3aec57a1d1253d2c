/**
 * Why: where lanes, columns and ways lie, as numbers, so that the view only draws. Time runs to the right,
 * one column an exit (not to scale: a wait of two million ticks would hide the rest); depth is who works.
 */
import type { Lane, Phase } from './state';
import type { Point } from '../../marks/shapes';

export const VIEW = { width: 640, height: 420 } as const;

export interface Band {
  readonly y: number;
  readonly height: number;
}

export const BANDS: Readonly<Record<Lane, Band>> = {
  ring3: { y: 4, height: 74 },
  ring0: { y: 82, height: 88 },
  cpu: { y: 178, height: 48 },
  kvm: { y: 234, height: 88 },
  vmm: { y: 326, height: 90 },
};

/** Where control runs inside a lane. */
export const DEPTH: Readonly<Record<Lane, number>> = { ring3: 56, ring0: 146, cpu: 202, kvm: 254, vmm: 346 };

/** Columns: the first possible exit, the last one, and how wide an exit is drawn while it is told. */
const FIRST = 196;
const LAST = 378;
export const WIDTH = 236;
const WIDEST_GAP = 30;
const CURVE = 12;

/** Column of exit `n` of `total`: equal gaps, the last one always at the same place. */
export function columnOf(n: number, total: number): number {
  const gap = total < 2 ? 0 : Math.min(WIDEST_GAP, (LAST - FIRST) / (total - 1));
  return Math.round((LAST - (total - n) * gap) * 10) / 10;
}

/** Everything that an exit's way needs. */
export interface Route {
  readonly x: number;
  readonly guest: 'ring3' | 'ring0';
  readonly heavy: boolean;
}

const floorOf = (route: Route) => (route.heavy ? DEPTH.vmm : DEPTH.kvm);
const middleOf = (route: Route): Point => ({ x: route.x + WIDTH / 2, y: floorOf(route) });
const KVM_STOP = BANDS.kvm.y + 44;

const down = ({ x }: Route, floor: number) =>
  `V${floor - CURVE} Q${x} ${floor} ${x + CURVE} ${floor} H${x + WIDTH / 2}`;
const up = ({ x, guest }: Route, floor: number) =>
  `H${x + WIDTH - CURVE} Q${x + WIDTH} ${floor} ${x + WIDTH} ${floor - CURVE} V${DEPTH[guest]}`;

/** The way of one phase, as path data. */
export function wayOf(route: Route, phase: Phase): string {
  const { x, guest, heavy } = route;
  const floor = floorOf(route);
  switch (phase) {
    case 'exit':
      return `M${x} ${DEPTH[guest]} V${DEPTH.cpu}`;
    case 'handle':
      return heavy ? `M${x} ${DEPTH.cpu} V${KVM_STOP}` : `M${x} ${DEPTH.cpu} ${down(route, floor)}`;
    case 'user':
      return `M${x} ${KVM_STOP} ${down(route, floor)}`;
    case 'entry':
      return `M${middleOf(route).x} ${floor} ${up(route, floor)}`;
    case 'round':
      return `M${x} ${DEPTH[guest]} ${down(route, floor)} ${up(route, floor)}`;
    case 'start':
    case 'wait':
    case 'run':
    case 'end':
      return '';
  }
}

/** Where control stands at the end of a phase. */
export function restOf(route: Route, phase: Phase): Point {
  switch (phase) {
    case 'exit':
      return { x: route.x, y: DEPTH.cpu };
    case 'handle':
      return route.heavy ? { x: route.x, y: KVM_STOP } : middleOf(route);
    case 'wait':
    case 'user':
      return middleOf(route);
    case 'entry':
    case 'round':
    case 'run':
    case 'end':
      return { x: route.x + WIDTH, y: DEPTH[route.guest] };
    case 'start':
      return { x: route.x, y: DEPTH[route.guest] };
  }
}

/** Control between ring 3 and ring 0, `teeth` times there and back, from `from` to `to`. */
export function zigzag(from: number, to: number, teeth: number): string {
  const step = (to - from) / (2 * teeth);
  const points = Array.from({ length: 2 * teeth + 1 }, (_, i) => {
    const lane: Lane = i % 2 === 0 ? 'ring3' : 'ring0';
    return `${Math.round((from + i * step) * 10) / 10} ${DEPTH[lane]}`;
  });
  return `M${points.join(' L')}`;
}
