/** Why: how travellers get from place to place: through the gaps between the boxes, not across their words. */
import type { Place } from '../../models/io-paths/types';
import type { Point } from '../../marks/shapes';
import type { Layout } from './geometry';

const at = (x: number, y: number): Point => ({ x, y });

/** Sides on which different travellers go, so that two in one step do not lie on each other. */
const ASIDE = { vcpu: -7, packet: 9, worker: 0, signal: 3 } as const;
export type Traveller = keyof typeof ASIDE;
const aside = ({ kind }: Layout, who: Traveller) => ASIDE[who] * (kind === 'wide' ? 1 : 0.4);

/** The corners of a way between two places: straight, or through the gaps between the boxes. */
export function wayOf(layout: Layout, from: Place, to: Place, who: Traveller): readonly Point[] {
  const a = layout.seats[from];
  const b = layout.seats[to];
  const pair = (one: Place, two: Place) => (from === one && to === two) || (from === two && to === one);
  // Inside the guest: along the driver.
  if (pair('driver', 'ring')) return from === 'ring' ? [a, at(a.x, b.y), b] : [a, at(b.x, a.y), b];
  if (pair('app', 'ring')) {
    const { x, y } = layout.seats.driver;
    const corners = [
      at(layout.seats.ring.x, y),
      at(x + aside(layout, who), y),
      at(x + aside(layout, who), layout.seats.app.y),
    ];
    return [a, ...(from === 'ring' ? corners : corners.reverse()), b];
  }
  if (pair('driver', 'kvm')) {
    const gap = (layout.kernel.y + layout.kernel.height + layout.kvm.y) / 2;
    return [a, at(a.x, gap), at(b.x, gap), b];
  }
  // Doorbell, DMA and interrupt of a card that belongs to the guest: beside KVM, through the IOMMU.
  if (pair('driver', 'nic') || pair('ring', 'nic')) {
    const gap = layout.iommu.x + layout.iommu.width - 16 + aside(layout, who);
    const level = layout.kernel.y + layout.kernel.height + (who === 'signal' ? 17 : 10);
    const inside = from === 'nic' ? b : a;
    const outside = from === 'nic' ? a : b;
    const corners = [inside, at(inside.x, level), at(gap, level), at(gap, outside.y), outside];
    return from === 'nic' ? corners.reverse() : corners;
  }
  const middle = (layout.kernel.x + layout.kernel.width + layout.qemu.x) / 2 + aside(layout, who);
  if (pair('qemu', 'tap')) return from === 'qemu' ? [a, at(b.x, a.y), b] : [a, at(a.x, b.y), b];
  if (pair('tap', 'wire')) return from === 'tap' ? [a, at(a.x, b.y), b] : [a, at(b.x, a.y), b];
  const crosses = layout.qemu.x > a.x !== layout.qemu.x > b.x;
  if (!crosses || a.y === b.y) return [a, b];
  // Out of the ring downwards, so that no other slot is crossed.
  const below = layout.cell.y + layout.cell.height + 10;
  const start = from === 'ring' ? [a, at(a.x, below), at(middle, below)] : [a, at(middle, a.y)];
  const end = to === 'ring' ? [at(middle, below), at(b.x, below), b] : [at(middle, b.y), b];
  return [...start, ...end];
}

/** The same for a round trip: how far the vCPU goes, by way of KVM. */
export const roundOf = (layout: Layout, from: Place, to: Place): readonly Point[] => {
  const down = wayOf(layout, from, 'kvm', 'vcpu');
  return to === 'kvm' ? down : [...down, ...wayOf(layout, 'kvm', to, 'vcpu').slice(1)];
};

/** Corners as path data; `short` leaves so many units before the end, for an arrow head beside a token. */
export function pathOf(corners: readonly Point[], short = 0): string {
  const last = corners.at(-1)!;
  const before = corners.findLast(({ x, y }) => x !== last.x || y !== last.y) ?? last;
  const length = Math.hypot(last.x - before.x, last.y - before.y) || 1;
  const share = Math.min(short, length / 2) / length;
  const end = at(last.x + (before.x - last.x) * share, last.y + (before.y - last.y) * share);
  return `M${[...corners.slice(0, -1), end].map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`).join(' L')}`;
}
