/**
 * Why: what two recordings of a real Linux guest must have in common. Its timers and QEMU's threads shift the counts
 * by a few per cent; who pays for what does not shift.
 */
import { NICS, PACKETS, type Nic } from './convert.ts';
import type { Boot } from './histogram.ts';
import type { Counts, Window } from './window.ts';

export interface Finding {
  readonly holds: boolean;
  /** One line for the reader. */
  readonly what: string;
}

/** Share by which a total may differ from the committed one; another differed by less than 5%. */
const TOLERANCE = 0.15;

const total = (counts: Counts) => Object.values(counts).reduce((sum, count) => sum + count, 0);
const near = (name: string, before: number, now: number): Finding => ({
  holds: Math.abs(now - before) <= before * TOLERANCE,
  what: `${name}: found ${now} exits; expected ${before} within ${TOLERANCE * 100}%`,
});

/** Laws of one recording of the three cards. */
export function lawsOfNics(nics: Readonly<Record<Nic, Window>>): readonly Finding[] {
  const [virtio, e1000, rtl8139] = [nics['virtio-net-pci'], nics.e1000, nics.rtl8139];
  const light = (window: Window) => window.subjects['npf card'] ?? 0;
  const heavy = (window: Window) => window.subjects['npf card (QEMU)'] ?? 0;
  return [
    {
      holds: total(virtio.reasons) < total(e1000.reasons) && total(virtio.reasons) < total(rtl8139.reasons),
      what: 'virtio-net costs fewer exits than either emulated card',
    },
    {
      holds: light(virtio) > 0 && light(virtio) < PACKETS && heavy(virtio) === 0,
      what: `virtio-net’s doorbells, ${light(virtio)} for ${PACKETS} packets, end in KVM (ioeventfd)`,
    },
    {
      holds: [e1000, rtl8139].every((window) => light(window) === 0 && heavy(window) > 0),
      what: 'each register of an emulated card is a trip to QEMU',
    },
    {
      holds: heavy(rtl8139) >= PACKETS,
      what: 'rtl8139 makes at least one such trip for each packet',
    },
  ];
}

export function compareNics(
  before: Parameters<typeof lawsOfNics>[0],
  now: Parameters<typeof lawsOfNics>[0],
): readonly Finding[] {
  return [
    ...lawsOfNics(now),
    ...NICS.map((card) => near(card, total(before[card].reasons), total(now[card].reasons))),
  ];
}

export function compareBoots(before: Boot, now: Boot): readonly Finding[] {
  const most = (boot: Boot) => Object.keys(boot.reasons).slice(0, 3).join(', ');
  return [
    near('boot', total(before.reasons), total(now.reasons)),
    {
      holds: most(before) === most(now),
      what: `boot: found ${most(now)} as the most frequent reasons; expected ${most(before)}`,
    },
  ];
}
