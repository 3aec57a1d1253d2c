/** Why: the recorded exits of two hundred packets, read once: a figure writes none of their numbers itself. */
import nicJson from '../../../content/recordings/kvm-nic.json';
import type { RecordedHead } from '../../lib/recorded';
import { HANDLER_QEMU } from '../../models/io-paths/stream';

export const NICS = ['virtio-net-pci', 'e1000', 'rtl8139'] as const;
export type Nic = (typeof NICS)[number];

interface Run {
  readonly total: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly packets: number;
}

// The file is checked against its schema and its raw trace by the converter's test.
const RUNS = nicJson.runs as unknown as readonly {
  readonly id: string;
  readonly parameters: { readonly packets: number };
  readonly counts: Readonly<Record<string, number>>;
  readonly total: number;
}[];

/** @throws Error when the recording has no such run */
export function recorded(nic: Nic): Run {
  const run = RUNS.find(({ id }) => id === `${nic}-subjects`);
  if (!run) throw new Error(`recording kvm-nic has no run "${nic}-subjects"`);
  return { total: run.total, counts: run.counts, packets: run.parameters.packets };
}

/** Accesses to the card itself: QEMU's for an emulated one, doorbells for virtio. */
export const cardExits = (nic: Nic): number => {
  const { counts } = recorded(nic);
  return (counts['npf card'] ?? 0) + (counts['npf card (QEMU)'] ?? 0);
};

/**
 * How often the recorded e1000 driver rang: its accesses to the card without those of its interrupt handler, `each` for
 * every interrupt. Linux writes TDT once for a batch that the stack hands over together (`netdev_xmit_more`).
 */
export function doorbellsOfE1000() {
  const { packets, counts } = recorded('e1000');
  const interrupts = counts['msr end of interrupt'] ?? 0;
  const card = cardExits('e1000');
  return { packets, interrupts, each: HANDLER_QEMU, card, doorbells: card - HANDLER_QEMU * interrupts };
}

export const RECORDED_WITH = {
  date: nicJson.provenance.date,
  qemu: nicJson.provenance.versions.QEMU.split(' ')[0]!,
  linux: nicJson.provenance.versions.Linux.split(' ')[0]!,
};

export const PROVENANCE: Pick<RecordedHead, 'caveats'> = nicJson.provenance;
