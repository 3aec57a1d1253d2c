/**
 * Why: where everything stands, as numbers, so that the view only draws. Two layouts of one picture: the guest at the
 * left, QEMU at the right, KVM and the host’s network below them, the card at the bottom. Depth is privilege; the
 * gap beside KVM is the road that needs no one.
 */
import type { Place } from '../../models/io-paths/types';
import type { Box, Point } from '../../marks/shapes';

export type Kind = 'wide' | 'narrow';

export interface Layout {
  readonly kind: Kind;
  readonly width: number;
  readonly height: number;
  readonly app: Box;
  readonly kernel: Box;
  readonly qemu: Box;
  readonly kvm: Box;
  readonly host: Box;
  readonly nic: Box;
  /** The gap beside KVM. */
  readonly iommu: Box;
  /** The first cell of the ring in guest memory; the others follow to the right. */
  readonly cell: Box;
  readonly seats: Readonly<Record<Place, Point>>;
  /** The balance below the picture. */
  readonly score: Box;
}

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });
const at = (x: number, y: number): Point => ({ x, y });

export const PATH: Readonly<Record<Kind, Layout>> = {
  wide: {
    kind: 'wide',
    width: 920,
    height: 540,
    app: box(10, 8, 520, 72),
    kernel: box(10, 84, 520, 136),
    qemu: box(570, 8, 340, 212),
    kvm: box(10, 252, 330, 96),
    host: box(570, 252, 340, 96),
    nic: box(10, 380, 900, 82),
    iommu: box(424, 380, 106, 30),
    cell: box(264, 160, 32, 36),
    seats: {
      app: at(190, 46),
      driver: at(190, 178),
      ring: at(280, 178),
      kvm: at(190, 306),
      qemu: at(740, 124),
      vhost: at(650, 306),
      tap: at(800, 306),
      nic: at(700, 424),
      wire: at(872, 424),
    },
    score: box(10, 478, 900, 54),
  },
  narrow: {
    kind: 'narrow',
    width: 400,
    height: 610,
    app: box(4, 6, 236, 70),
    kernel: box(4, 80, 236, 184),
    qemu: box(254, 6, 142, 258),
    kvm: box(4, 288, 180, 100),
    host: box(254, 288, 142, 142),
    nic: box(4, 446, 392, 88),
    iommu: box(160, 446, 94, 24),
    cell: box(12, 206, 23, 34),
    seats: {
      app: at(216, 50),
      driver: at(216, 168),
      ring: at(23, 223),
      kvm: at(120, 350),
      qemu: at(325, 134),
      vhost: at(372, 350),
      tap: at(372, 406),
      nic: at(280, 492),
      wire: at(370, 492),
    },
    score: box(4, 546, 392, 58),
  },
};

/** One cell of a row of ring slots. */
export const cellAt = ({ cell }: Pick<Layout, 'cell'>, slot: number): Box => ({
  ...cell,
  x: cell.x + slot * cell.width,
});

/** The picture of a stream: the driver, the rings between, the device. */
export interface StreamLayout {
  readonly kind: Kind;
  readonly width: number;
  readonly height: number;
  readonly driver: Box;
  readonly device: Box;
  /** Descriptors, available, used: the first cell of each; a card’s ring stands in the middle. */
  readonly rows: readonly [Box, Box, Box];
  /** Height of the ways of kick and interrupt, and their ends. */
  readonly kickY: number;
  readonly irqY: number;
  readonly ends: readonly [number, number];
  readonly strip: Box;
  readonly score: Box;
}

export const STREAM: Readonly<Record<Kind, StreamLayout>> = {
  wide: {
    kind: 'wide',
    width: 920,
    height: 540,
    driver: box(10, 8, 180, 372),
    device: box(730, 8, 180, 372),
    rows: [box(236, 34, 56, 34), box(236, 110, 56, 34), box(236, 222, 56, 34)],
    kickY: 336,
    irqY: 366,
    ends: [192, 728],
    strip: box(10, 408, 900, 44),
    score: box(10, 478, 900, 54),
  },
  narrow: {
    kind: 'narrow',
    width: 400,
    height: 640,
    driver: box(4, 6, 150, 132),
    device: box(246, 6, 150, 132),
    rows: [box(8, 184, 48, 34), box(8, 278, 48, 32), box(8, 384, 48, 32)],
    kickY: 60,
    irqY: 110,
    ends: [156, 244],
    strip: box(4, 482, 392, 60),
    score: box(4, 574, 392, 58),
  },
};
