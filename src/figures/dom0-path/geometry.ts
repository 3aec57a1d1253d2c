/**
 * Why: where the domains, Xen and the hardware lie, as numbers, so that the views only draw. Two layouts of the same
 * machine: domains side by side on a wide figure, one above the other on a phone.
 */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface Point {
  readonly x: number;
  readonly y: number;
}
export type Kind = 'wide' | 'narrow';

/** A driver or program that a packet passes, in its domain. */
export const CHIPS = ['app', 'stack', 'netfront', 'netback', 'vif', 'bridge', 'driver'] as const;
export type ChipId = (typeof CHIPS)[number];
/** Where a packet may rest. */
export type Seat = ChipId | 'page-tx' | 'page-rx' | 'nic' | 'wire';

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
  /** The line of each event channel; its ends lie at the domains' sides. */
  readonly channels: Readonly<Record<'tx' | 'rx', { readonly from: Point; readonly to: Point }>>;
}

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });

const WIDE: Layout = {
  kind: 'wide',
  width: 880,
  height: 492,
  domu: box(8, 8, 196, 284),
  shared: box(216, 8, 250, 284),
  dom0: box(478, 8, 394, 284),
  xen: box(8, 304, 640, 108),
  cpu: box(8, 424, 640, 60),
  nic: box(676, 318, 196, 66),
  wire: box(676, 424, 196, 60),
  chips: {
    app: box(24, 52, 164, 52),
    stack: box(24, 132, 164, 52),
    netfront: box(24, 212, 164, 60),
    netback: box(494, 212, 164, 60),
    vif: box(494, 132, 164, 52),
    bridge: box(692, 132, 164, 52),
    driver: box(692, 212, 164, 60),
  },
  pages: { tx: box(230, 64, 222, 88), rx: box(230, 184, 222, 88) },
  channels: {
    tx: { from: { x: 118, y: 354 }, to: { x: 520, y: 354 } },
    rx: { from: { x: 118, y: 390 }, to: { x: 520, y: 390 } },
  },
};

const NARROW: Layout = {
  kind: 'narrow',
  width: 360,
  height: 716,
  domu: box(4, 4, 352, 104),
  shared: box(4, 116, 352, 136),
  dom0: box(4, 260, 352, 168),
  xen: box(4, 436, 352, 118),
  cpu: box(4, 562, 352, 66),
  nic: box(4, 636, 168, 74),
  wire: box(188, 636, 168, 74),
  chips: {
    app: box(12, 44, 104, 52),
    stack: box(128, 44, 104, 52),
    netfront: box(244, 44, 104, 52),
    netback: box(12, 300, 160, 52),
    vif: box(188, 300, 160, 52),
    bridge: box(188, 364, 160, 52),
    driver: box(12, 364, 160, 52),
  },
  pages: { tx: box(12, 152, 162, 90), rx: box(186, 152, 162, 90) },
  channels: {
    tx: { from: { x: 84, y: 500 }, to: { x: 276, y: 500 } },
    rx: { from: { x: 84, y: 534 }, to: { x: 276, y: 534 } },
  },
};

export const layoutOf = (kind: Kind): Layout => (kind === 'wide' ? WIDE : NARROW);

export const middleOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

/** Where the token rests in a place: beside its name. */
export function seatOf(layout: Layout, seat: Seat): Point {
  if (seat === 'page-tx' || seat === 'page-rx') {
    const page = layout.pages[seat === 'page-tx' ? 'tx' : 'rx'];
    return { x: page.x + page.width / 2, y: page.y + page.height - 22 };
  }
  const place = seat === 'nic' || seat === 'wire' ? layout[seat] : layout.chips[seat];
  return { x: place.x + place.width / 2, y: place.y + place.height - 15 };
}

/** A way through some seats: straight lines with round corners. */
export function wayOf(layout: Layout, seats: readonly Seat[]): string {
  const points = seats.map((seat) => seatOf(layout, seat));
  return `M${points.map(({ x, y }) => `${x} ${y}`).join(' L')}`;
}

/** The seats of the CPU: which domain runs. */
export function cpuSeat({ cpu, kind }: Layout, domain: 'domu' | 'dom0'): Point {
  const from = kind === 'wide' ? 250 : 150;
  const step = kind === 'wide' ? 200 : 110;
  return { x: cpu.x + from + (domain === 'dom0' ? step : 0), y: cpu.y + cpu.height / 2 };
}
