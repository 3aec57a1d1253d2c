/** Why: driver and device do the same four things on a virtqueue and on a card's own ring; a simulation needs one name each. */
import {
  clean,
  fetch,
  post,
  ringFrom,
  roomIn,
  sentIn,
  waitingIn,
  writeBack,
  type DescriptorRing,
} from './descriptor-ring.ts';
import {
  complete,
  doneIn,
  EMPTY,
  freeIn,
  mustInterrupt,
  offer,
  offeredIn,
  reap,
  SIZE,
  take,
  type Virtqueue,
} from './virtqueue.ts';

export type Rings =
  | { readonly kind: 'virtqueue'; readonly queue: Virtqueue }
  | { readonly kind: 'registers'; readonly ring: DescriptorRing };

/** A virtqueue that has run for a while: all its indices stand at `index`. */
export const agedQueue = (index: number): Virtqueue => ({
  ...EMPTY,
  availIdx: index,
  usedIdx: index,
  lastAvail: index,
  lastUsed: index,
  availEvent: index,
  usedEvent: index,
});

export const emptyRings = (kind: Rings['kind'], index: number): Rings =>
  kind === 'virtqueue' ? { kind, queue: agedQueue(index) } : { kind, ring: ringFrom(index % SIZE) };

/** The driver gives a buffer. @returns undefined when there is no room */
export function give(rings: Rings, packet: number): Rings | undefined {
  if (rings.kind === 'virtqueue') {
    const queue = offer(rings.queue, packet);
    return queue && { ...rings, queue };
  }
  const ring = post(rings.ring, packet);
  return ring && { ...rings, ring };
}

/** The device looks at the next buffer: `head` is its descriptor. @returns undefined when there is none */
export function pick(
  rings: Rings,
): { readonly rings: Rings; readonly packet: number; readonly head: number } | undefined {
  if (rings.kind === 'virtqueue') {
    const taken = take(rings.queue);
    return taken && { rings: { ...rings, queue: taken.queue }, packet: taken.packet, head: taken.head };
  }
  const packet = fetch(rings.ring);
  return packet === undefined ? undefined : { rings, packet, head: rings.ring.head };
}

/** The device is done with a buffer. `notify`: whether the event index asks for an interrupt (a card asks its throttle). */
export function finish(rings: Rings, head: number): { readonly rings: Rings; readonly notify: boolean } {
  if (rings.kind === 'registers') return { rings: { ...rings, ring: writeBack(rings.ring) }, notify: true };
  const queue = complete(rings.queue, head);
  return { rings: { ...rings, queue }, notify: mustInterrupt(queue, rings.queue.usedIdx) };
}

/** The driver takes back what is done; a virtqueue's driver wants an interrupt after `after` more. */
export function free(
  rings: Rings,
  after: number,
): { readonly rings: Rings; readonly packets: readonly number[] } {
  if (rings.kind === 'virtqueue') {
    const { queue, packets } = reap(rings.queue, after);
    return { rings: { ...rings, queue }, packets };
  }
  const { ring, packets } = clean(rings.ring);
  return { rings: { ...rings, ring }, packets };
}

/** Entries by what they wait for: room · the device · the driver; what is missing to the sum is in the device's hands. */
export const census = (rings: Rings) =>
  rings.kind === 'virtqueue'
    ? { room: freeIn(rings.queue), offered: offeredIn(rings.queue), done: doneIn(rings.queue), size: SIZE }
    : {
        room: roomIn(rings.ring),
        offered: waitingIn(rings.ring),
        done: sentIn(rings.ring),
        size: SIZE - 1,
      };
