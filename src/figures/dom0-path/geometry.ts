/**
 * Why: where the domains, Xen and the hardware lie, as numbers, so that the views only draw. Two layouts of the same
 * machine: domains side by side on a wide figure, one above the other on a phone. Ways turn at right angles.
 */
import type { Box, Point } from '../../marks/shapes';
export type Kind = 'wide' | 'narrow';
export type Domain = 'domu' | 'dom0';

/** A driver or program that a packet passes, in its domain. */
export const CHIPS = ['app', 'stack', 'netfront', 'netback', 'vif', 'bridge', 'driver'] as const;
export type ChipId = (typeof CHIPS)[number];
/** Where a packet may rest. The two drivers have a seat for each direction: what is sent, what is received. */
export type Seat = ChipId | 'netfront-rx' | 'netback-rx' | 'page-tx' | 'page-rx' | 'nic' | 'wire';

export interface Layout {
  readonly kind: Kind;
  readonly width: number;
  readonly height: number;
  readonly domu: Box;
  readonly dom0: Box;
  readonly shared: Box;
  readonly xen: Box;
  readonly cpu: Box;
  readonly nic: Box;
  readonly wire: Box;
  readonly chips: Readonly<Record<ChipId, Box>>;
  readonly pages: Readonly<Record<'tx' | 'rx', Box>>;
  readonly seats: Readonly<Record<Seat, Point>>;
  /** The line of each event channel; its ends lie at the domains' sides. */
  readonly channels: Readonly<Record<'tx' | 'rx', { readonly from: Point; readonly to: Point }>>;
  /** The processor's two seats, and the space between a domain and Xen where calls go down and events come up. */
  readonly turns: Readonly<Record<Domain, Point>>;
  readonly gates: Readonly<Record<Domain, { readonly call: string; readonly event: string }>> | undefined;
}

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });
const at = (x: number, y: number): Point => ({ x, y });

const WIDE: Layout = {
  kind: 'wide',
  width: 880,
  height: 568,
  domu: box(8, 8, 204, 316),
  shared: box(224, 8, 248, 316),
  dom0: box(484, 8, 388, 316),
  xen: box(8, 364, 640, 122),
  cpu: box(8, 498, 640, 62),
  nic: box(676, 364, 196, 82),
  wire: box(676, 478, 196, 82),
  chips: {
    app: box(20, 72, 84, 104),
    stack: box(20, 206, 84, 104),
    netfront: box(116, 72, 84, 238),
    netback: box(496, 72, 84, 238),
    vif: box(596, 72, 84, 104),
    bridge: box(696, 72, 164, 104),
    driver: box(696, 206, 164, 104),
  },
  pages: { tx: box(236, 72, 224, 104), rx: box(236, 206, 224, 104) },
  seats: {
    app: at(62, 148),
    stack: at(62, 282),
    netfront: at(158, 148),
    'netfront-rx': at(158, 282),
    'page-tx': at(348, 148),
    'page-rx': at(348, 282),
    netback: at(538, 148),
    'netback-rx': at(538, 282),
    vif: at(638, 148),
    bridge: at(778, 148),
    driver: at(778, 282),
    nic: at(778, 420),
    wire: at(778, 534),
  },
  channels: {
    tx: { from: at(118, 426), to: at(540, 426) },
    rx: { from: at(118, 466), to: at(540, 466) },
  },
  turns: { domu: at(200, 529), dom0: at(400, 529) },
  gates: {
    domu: { call: 'M158 326 V358', event: 'M85 362 V330' },
    dom0: { call: 'M538 326 V358', event: 'M606 362 V330' },
  },
};

const NARROW: Layout = {
  kind: 'narrow',
  width: 360,
  height: 806,
  domu: box(4, 4, 352, 168),
  shared: box(4, 180, 352, 152),
  dom0: box(4, 340, 352, 168),
  nic: box(4, 516, 122, 74),
  wire: box(134, 516, 222, 74),
  xen: box(4, 598, 352, 132),
  cpu: box(4, 738, 352, 64),
  chips: {
    app: box(12, 42, 162, 56),
    stack: box(186, 42, 162, 56),
    netfront: box(12, 108, 336, 56),
    netback: box(12, 378, 336, 56),
    driver: box(12, 444, 98, 56),
    bridge: box(118, 444, 74, 56),
    vif: box(200, 444, 148, 56),
  },
  pages: { rx: box(12, 236, 162, 88), tx: box(186, 236, 162, 88) },
  seats: {
    app: at(93, 82),
    stack: at(267, 82),
    netfront: at(267, 148),
    'netfront-rx': at(93, 148),
    'page-tx': at(267, 302),
    'page-rx': at(93, 302),
    netback: at(267, 418),
    'netback-rx': at(93, 418),
    vif: at(267, 484),
    bridge: at(155, 484),
    driver: at(61, 484),
    nic: at(61, 570),
    wire: at(300, 570),
  },
  channels: {
    tx: { from: at(84, 664), to: at(276, 664) },
    rx: { from: at(84, 706), to: at(276, 706) },
  },
  turns: { domu: at(126, 770), dom0: at(246, 770) },
  gates: undefined,
};

export const layoutOf = (kind: Kind): Layout => (kind === 'wide' ? WIDE : NARROW);

/** A way through some seats, as path data. */
export const wayOf = ({ seats }: Layout, way: readonly Seat[]): string =>
  `M${way.map((seat) => `${seats[seat].x} ${seats[seat].y}`).join(' L')}`;

/** All ways that a packet may take. */
export const ROADS: readonly (readonly Seat[])[] = [
  ['app', 'stack'],
  ['stack', 'netfront-rx', 'netfront', 'page-tx', 'netback', 'vif', 'bridge', 'driver', 'nic', 'wire'],
  ['netback', 'netback-rx', 'page-rx', 'netfront-rx'],
];
/** The same on a phone, where the stack stands above the other half of netfront. */
export const NARROW_ROADS: readonly (readonly Seat[])[] = [
  ['app', 'stack', 'netfront', 'page-tx', 'netback', 'vif', 'bridge', 'driver', 'nic', 'wire'],
  ['netback', 'netback-rx', 'page-rx', 'netfront-rx', 'netfront'],
];
