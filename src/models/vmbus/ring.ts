/**
 * Why: the ring buffer is the mechanism. Real bytes, real indices: a packet is a 16-byte descriptor, a body padded
 * to 8 bytes and an 8-byte trailer; a signal is due only where the rule of the Hyper-V host says so.
 *
 * Source: Linux `drivers/hv/ring_buffer.c` (`hv_ringbuffer_write`, `hv_signal_on_write`, `hv_pkt_iter_close`),
 * `include/linux/hyperv.h` (`vmpacket_descriptor`), `Documentation/virt/hyperv/vmbus.rst`.
 */

/** Bytes of `vmpacket_descriptor`: type, offset8, len8, flags (16 bits each) and a 64-bit transaction id. */
export const DESCRIPTOR = 16;
/** Bytes after each packet: where it began (the old write index in the upper half of 64 bits). */
export const TRAILER = 8;
const ALIGN = 8;

/** One direction of a channel. Indices are byte offsets into `bytes`; equal indices mean empty. */
export interface Ring {
  readonly bytes: Uint8Array;
  read: number;
  write: number;
  /** `interrupt_mask`: the reader is draining and needs no signal. */
  mask: boolean;
  /** `pending_send_sz`: bytes for which a blocked writer waits; 0: none. */
  pending: number;
}

export interface Packet {
  /** Transaction id: a completion carries the id of its request. */
  readonly id: number;
  readonly body: Uint8Array;
}

/** What became of a write. `at`: index of its first byte; `bytes`: with descriptor, padding and trailer. */
export type Written =
  | {
      readonly kind: 'written';
      readonly at: number;
      readonly bytes: number;
      /** Whether a signal is due, and if not, why not. */
      readonly signal: 'due' | 'masked' | 'not-empty';
    }
  | { readonly kind: 'full'; readonly bytes: number; readonly available: number };

/**
 * An empty ring.
 * @param size bytes, a power of two and a multiple of 8 (VMBus asks for whole pages; the model for this much)
 * @param start where both indices stand, a multiple of 8
 * @throws RangeError for a size or start that cannot be
 */
export function createRing(size: number, start = 0): Ring {
  if (size < 64 || (size & (size - 1)) !== 0)
    throw new RangeError(`a ring of ${size} bytes: want a power of two, at least 64`);
  if (start % ALIGN !== 0 || start < 0 || start >= size)
    throw new RangeError(`a ring of ${size} bytes cannot start at ${start}`);
  return { bytes: new Uint8Array(size), read: start, write: start, mask: false, pending: 0 };
}

/** Bytes that wait for the reader. */
export const toRead = ({ bytes, read, write }: Ring): number =>
  (write - read + bytes.length) & (bytes.length - 1);
/** Bytes that are free; a packet must leave at least one of them, or a full ring would look empty. */
export const toWrite = (ring: Ring): number => ring.bytes.length - toRead(ring);
/** Bytes that a body of this length takes in the ring. */
export const packetBytes = (body: number): number => DESCRIPTOR + Math.ceil(body / ALIGN) * ALIGN + TRAILER;

/** Writes one packet and says whether the other side must be signalled: only if it finds an empty, unmasked ring. */
export function writePacket(ring: Ring, { id, body }: Packet): Written {
  const bytes = packetBytes(body.length);
  const available = toWrite(ring);
  if (available <= bytes) return { kind: 'full', bytes, available };
  const { write: at } = ring;
  const size = ring.bytes.length;
  const whole = new Uint8Array(bytes);
  const view = new DataView(whole.buffer);
  view.setUint16(2, DESCRIPTOR / ALIGN, true);
  view.setUint16(4, (bytes - TRAILER) / ALIGN, true);
  view.setUint32(8, id, true);
  whole.set(body, DESCRIPTOR);
  view.setUint32(bytes - 4, at, true);
  whole.forEach((byte, i) => (ring.bytes[(at + i) & (size - 1)] = byte));
  ring.write = (at + bytes) & (size - 1);
  const signal = ring.mask ? 'masked' : at === ring.read ? 'due' : 'not-empty';
  return { kind: 'written', at, bytes, signal };
}

/** Takes the oldest packet, its body padded with zeros to 8 bytes, and moves the read index past it; undefined from an empty ring. */
export function readPacket(
  ring: Ring,
): (Packet & { readonly at: number; readonly bytes: number }) | undefined {
  if (toRead(ring) === 0) return undefined;
  const { read: at } = ring;
  const size = ring.bytes.length;
  const take = (from: number, count: number) =>
    Uint8Array.from({ length: count }, (_, i) => ring.bytes[(from + i) & (size - 1)] ?? 0);
  const head = new DataView(take(at, DESCRIPTOR).buffer);
  const bytes = head.getUint16(4, true) * ALIGN + TRAILER;
  const offset = head.getUint16(2, true) * ALIGN;
  const body = take(at + offset, bytes - TRAILER - offset);
  ring.read = (at + bytes) & (size - 1);
  return { id: head.getUint32(8, true), body, at, bytes };
}

/**
 * Whether a reader that has just freed `freed` bytes must signal a writer that waits for room: only on the way from
 * “not enough” to “enough” for `pending_send_sz`.
 */
export function signalOnRead(ring: Ring, freed: number): boolean {
  if (ring.pending === 0) return false;
  const now = toWrite(ring);
  return now - freed <= ring.pending && now > ring.pending;
}
