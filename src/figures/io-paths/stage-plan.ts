/** Why: where everything stands in the two rooms of a slide, as numbers. The ways between places are those of the page (`ways.ts`). */
import type { Box, Point } from '../../marks/shapes';
import { STAGE_ROOMS, type Shape } from '../contract';
import type { Layout } from './geometry';

export interface PathPlan extends Layout {
  /** Radius of what moves. */
  readonly r: number;
  /** Baseline of a box's name under its top edge. */
  readonly name: number;
  /** On which side of the vCPU the packet stands in the program. */
  readonly appSide: 1 | -1;
  /** Where names begin in the guest and in KVM, beside the vCPU's way down. */
  readonly names: number;
  /** Where the ring's indices are told; it ends there. */
  readonly index: Point;
  /** Where the host's two seats are named, and QEMU's device; a way from tap up to QEMU leaves the middle free. */
  readonly vhost: Point;
  readonly tap: Point;
  readonly device: Point;
  readonly legend: Point;
  readonly crossed: { readonly exits: Point; readonly switches: Point };
}

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });
const at = (x: number, y: number): Point => ({ x, y });

export const PATH_PLAN: Readonly<Record<Shape, PathPlan>> = {
  '4:3': {
    kind: 'wide',
    ...STAGE_ROOMS['4:3'],
    app: box(4, 4, 572, 52),
    kernel: box(4, 60, 572, 112),
    qemu: box(616, 4, 356, 168),
    kvm: box(4, 206, 380, 78),
    host: box(616, 206, 356, 78),
    nic: box(4, 300, 968, 80),
    iommu: box(426, 300, 150, 32),
    cell: box(300, 112, 34, 40),
    seats: {
      app: at(264, 30),
      driver: at(264, 132),
      ring: at(317, 132),
      kvm: at(264, 256),
      qemu: at(760, 102),
      vhost: at(820, 260),
      tap: at(920, 260),
      nic: at(780, 326),
      wire: at(920, 326),
    },
    score: box(4, 384, 968, 64),
    r: 16,
    appSide: 1,
    names: 18,
    name: 30,
    index: at(570, 92),
    vhost: at(834, 233),
    tap: at(934, 233),
    device: at(760, 74),
    legend: at(18, 370),
    crossed: { exits: at(18, 198), switches: at(630, 160) },
  },
  '16:9': {
    kind: 'wide',
    ...STAGE_ROOMS['16:9'],
    app: box(4, 4, 506, 84),
    kernel: box(4, 92, 506, 184),
    qemu: box(552, 4, 344, 272),
    kvm: box(4, 318, 330, 118),
    host: box(552, 318, 344, 118),
    nic: box(4, 464, 892, 136),
    iommu: box(360, 464, 150, 36),
    cell: box(210, 206, 36, 44),
    seats: {
      app: at(92, 46),
      driver: at(92, 228),
      ring: at(228, 228),
      kvm: at(92, 378),
      qemu: at(700, 150),
      vhost: at(690, 411),
      tap: at(830, 411),
      nic: at(690, 516),
      wire: at(830, 516),
    },
    score: box(4, 612, 892, 68),
    r: 19,
    appSide: -1,
    names: 132,
    name: 34,
    index: at(496, 180),
    vhost: at(690, 383),
    tap: at(830, 383),
    device: at(700, 116),
    legend: at(18, 584),
    crossed: { exits: at(126, 306), switches: at(566, 260) },
  },
};

/** A line of text beside a ring: where it begins or ends. */
export interface Line extends Point {
  readonly anchor: 'start' | 'end';
}

/** A ring: its title's baseline, its first cell, and below it what its two indices say, and what the event index says. */
export interface RingPlan {
  readonly title: number;
  readonly first: Box;
  readonly lines: readonly [Line, Line, Line];
}

export interface StreamPlan {
  readonly width: number;
  readonly height: number;
  readonly driver: Box;
  readonly device: Box;
  readonly table: RingPlan;
  readonly avail: RingPlan;
  readonly used: RingPlan;
  /** A card's own ring, where there are no queues. */
  readonly registers: RingPlan;
  readonly kickY: number;
  readonly irqY: number;
  /** Baseline of the strip's title, and its base line. */
  readonly strip: { readonly title: number; readonly base: number };
  readonly score: Box;
}

const line = (x: number, y: number, anchor: Line['anchor'] = 'start'): Line => ({ x, y, anchor });
const none = line(0, 0);

export const STREAM_PLAN: Readonly<Record<Shape, StreamPlan>> = {
  '4:3': {
    ...STAGE_ROOMS['4:3'],
    driver: box(4, 4, 196, 312),
    device: box(776, 4, 196, 312),
    table: { title: 24, first: box(212, 34, 69, 36), lines: [none, none, none] },
    avail: {
      title: 98,
      first: box(212, 106, 33, 32),
      lines: [line(212, 174), line(212, 202), line(206, 230)],
    },
    used: {
      title: 98,
      first: box(500, 106, 33, 32),
      lines: [line(500, 174), line(500, 202), line(770, 230, 'end')],
    },
    registers: {
      title: 80,
      first: box(212, 94, 69, 48),
      lines: [line(212, 192), line(340, 192), line(764, 192, 'end')],
    },
    kickY: 270,
    irqY: 310,
    strip: { title: 343, base: 366 },
    score: box(4, 384, 968, 64),
  },
  '16:9': {
    ...STAGE_ROOMS['16:9'],
    driver: box(4, 4, 196, 516),
    device: box(700, 4, 196, 516),
    table: { title: 28, first: box(212, 38, 59.5, 42), lines: [none, none, none] },
    avail: {
      title: 118,
      first: box(212, 128, 59.5, 38),
      lines: [line(212, 206), line(688, 206, 'end'), line(212, 234)],
    },
    used: {
      title: 278,
      first: box(212, 288, 59.5, 38),
      lines: [line(212, 366), line(688, 366, 'end'), line(212, 394)],
    },
    registers: {
      title: 170,
      first: box(212, 186, 59.5, 56),
      lines: [line(212, 294), line(330, 294), line(688, 294, 'end')],
    },
    kickY: 446,
    irqY: 500,
    strip: { title: 552, base: 582 },
    score: box(4, 612, 892, 68),
  },
};
