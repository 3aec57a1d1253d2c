/**
 * Why: a split virtqueue as the virtio specification (1.2, section 2.7) describes it: a descriptor table, the driver's
 * available ring and the device's used ring, each with a free-running 16-bit index, and the two event indexes by which
 * each side tells the other when it wants to be notified (VIRTIO_F_EVENT_IDX).
 *
 * Left out: chained and indirect descriptors (a packet is one buffer), feature negotiation, the packed layout.
 */

/** Entries; a power of two. Real queues have 256 or more; a small one can be drawn, and fills. */
export const SIZE = 8;
const WRAP = 1 << 16;

export interface Descriptor {
  /** Number of the packet whose buffer it names, or undefined when free. */
  readonly packet: number | undefined;
}

export interface Virtqueue {
  readonly descriptors: readonly Descriptor[];
  /** Heads of descriptors that the driver offers; entry `i` stands at `i mod SIZE`. */
  readonly avail: readonly number[];
  readonly availIdx: number;
  /** Heads that the device has done with. */
  readonly used: readonly number[];
  readonly usedIdx: number;
  /** How far the device has read the available ring, and the driver the used one. */
  readonly lastAvail: number;
  readonly lastUsed: number;
  /** Device → driver: kick me when `availIdx` passes this. */
  readonly availEvent: number;
  /** Driver → device: interrupt me when `usedIdx` passes this. */
  readonly usedEvent: number;
}

export const EMPTY: Virtqueue = {
  descriptors: Array.from({ length: SIZE }, () => ({ packet: undefined })),
  avail: Array.from({ length: SIZE }, () => 0),
  availIdx: 0,
  used: Array.from({ length: SIZE }, () => 0),
  usedIdx: 0,
  lastAvail: 0,
  lastUsed: 0,
  availEvent: 0,
  usedEvent: 0,
};

/** Distance from `from` to `to` on a 16-bit counter. */
const distance = (from: number, to: number) => (to - from + WRAP) % WRAP;
const next = (index: number) => (index + 1) % WRAP;
const put = (ring: readonly number[], index: number, value: number) => ring.with(index % SIZE, value);

/** `vring_need_event` of the specification: whether moving an index from `old` to `now` passes `event`. */
export const passes = (event: number, now: number, old: number): boolean =>
  distance(event + 1, now) < distance(old, now);

/** Entries offered and not read by the device; done with and not read by the driver; free descriptors. */
export const offeredIn = (queue: Virtqueue): number => distance(queue.lastAvail, queue.availIdx);
export const doneIn = (queue: Virtqueue): number => distance(queue.lastUsed, queue.usedIdx);
export const freeIn = (queue: Virtqueue): number =>
  queue.descriptors.filter(({ packet }) => packet === undefined).length;

/**
 * The driver offers a buffer.
 * @returns undefined when no descriptor is free: the driver stops its transmit queue
 */
export function offer(queue: Virtqueue, packet: number): Virtqueue | undefined {
  const head = queue.descriptors.findIndex((descriptor) => descriptor.packet === undefined);
  if (head < 0) return undefined;
  return {
    ...queue,
    descriptors: queue.descriptors.with(head, { packet }),
    avail: put(queue.avail, queue.availIdx, head),
    availIdx: next(queue.availIdx),
  };
}

/** Whether the driver must kick after it moved the available index from `old`. */
export const mustKick = (queue: Virtqueue, old: number): boolean =>
  passes(queue.availEvent, queue.availIdx, old);

/** The device takes the next buffer that is offered. @returns undefined when there is none */
export function take(
  queue: Virtqueue,
): { readonly queue: Virtqueue; readonly head: number; readonly packet: number } | undefined {
  if (offeredIn(queue) === 0) return undefined;
  const head = queue.avail[queue.lastAvail % SIZE]!;
  const packet = queue.descriptors[head]!.packet!;
  return { queue: { ...queue, lastAvail: next(queue.lastAvail) }, head, packet };
}

/** The device gives a buffer back. */
export const complete = (queue: Virtqueue, head: number): Virtqueue => ({
  ...queue,
  used: put(queue.used, queue.usedIdx, head),
  usedIdx: next(queue.usedIdx),
});

/** Whether the device must interrupt after it moved the used index from `old`. */
export const mustInterrupt = (queue: Virtqueue, old: number): boolean =>
  passes(queue.usedEvent, queue.usedIdx, old);

/**
 * The device goes to sleep and wants the next kick; it must look once more whether something came meanwhile. Once
 * awake it leaves the event index behind: passed, it asks for nothing more (as QEMU and vhost do).
 */
export const wantKick = (queue: Virtqueue): Virtqueue => ({ ...queue, availEvent: queue.lastAvail });

/** The driver takes back all buffers that the device has done with, and wants an interrupt `after` so many more. */
export function reap(
  queue: Virtqueue,
  after: number,
): { readonly queue: Virtqueue; readonly packets: readonly number[] } {
  let { descriptors, lastUsed } = queue;
  const packets: number[] = [];
  while (lastUsed !== queue.usedIdx) {
    const head = queue.used[lastUsed % SIZE]!;
    packets.push(descriptors[head]!.packet!);
    descriptors = descriptors.with(head, { packet: undefined });
    lastUsed = next(lastUsed);
  }
  return {
    queue: { ...queue, descriptors, lastUsed, usedEvent: (lastUsed + after - 1 + WRAP) % WRAP },
    packets,
  };
}
