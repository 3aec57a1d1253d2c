/**
 * Why: the transmit ring of a plain network card (e1000 and its successors, a virtual function): descriptors in
 * memory, a head that the card moves and a tail register that the driver writes. Empty when both are equal, so one
 * slot always stays free. Source: Intel 8254x developer's manual, section 3.4 (TDH, TDT, the DD bit).
 *
 * Left out: context descriptors, several descriptors a packet, write-back thresholds.
 */
import { SIZE } from './virtqueue.ts';

export interface DescriptorRing {
  /** Number of the packet whose buffer each slot names, or undefined when free. */
  readonly slots: readonly (number | undefined)[];
  /** TDH: the slot that the card sends next. */
  readonly head: number;
  /** TDT: the slot after the last one that the driver has filled. */
  readonly tail: number;
  /** The oldest slot that the driver has not cleaned. */
  readonly clean: number;
}

export const ringFrom = (slot: number): DescriptorRing => ({
  slots: Array.from({ length: SIZE }, () => undefined),
  head: slot,
  tail: slot,
  clean: slot,
});

const distance = (from: number, to: number) => (to - from + SIZE) % SIZE;
const next = (slot: number) => (slot + 1) % SIZE;

/** Filled and not sent; sent and not cleaned; slots that the driver may still fill. */
export const waitingIn = (ring: DescriptorRing): number => distance(ring.head, ring.tail);
export const sentIn = (ring: DescriptorRing): number => distance(ring.clean, ring.head);
export const roomIn = (ring: DescriptorRing): number => SIZE - 1 - distance(ring.clean, ring.tail);

/** The driver fills a slot and writes the tail. @returns undefined when the ring is full */
export function post(ring: DescriptorRing, packet: number): DescriptorRing | undefined {
  if (roomIn(ring) === 0) return undefined;
  return { ...ring, slots: ring.slots.with(ring.tail, packet), tail: next(ring.tail) };
}

/** The packet that the card sends next, or undefined. */
export const fetch = (ring: DescriptorRing): number | undefined =>
  waitingIn(ring) === 0 ? undefined : ring.slots[ring.head];

/** The card writes DD back and moves its head. */
export const writeBack = (ring: DescriptorRing): DescriptorRing =>
  waitingIn(ring) === 0 ? ring : { ...ring, head: next(ring.head) };

/** The driver frees all slots that carry DD. */
export function clean(ring: DescriptorRing): {
  readonly ring: DescriptorRing;
  readonly packets: readonly number[];
} {
  let { slots, clean: at } = ring;
  const packets: number[] = [];
  while (at !== ring.head) {
    packets.push(slots[at]!);
    slots = slots.with(at, undefined);
    at = next(at);
  }
  return { ring: { ...ring, slots, clean: at }, packets };
}
