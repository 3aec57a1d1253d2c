/** Why: which slots of a ring are in use between two running indices that wrap at 65,536, for the page and the slide alike. */
import { SIZE, type Virtqueue } from '../../models/io-paths/virtqueue';
import { SLOTS } from './slots';

/** Whether a slot lies between two running indices. */
export const isIn = (slot: number, from: number, to: number): boolean =>
  (slot - (from % SIZE) + SIZE) % SIZE < (to - from + 65_536) % 65_536;

/** Descriptors that the device has given back and the driver has not yet freed. */
export const usedNow = (queue: Virtqueue): readonly number[] =>
  SLOTS.filter((slot) => isIn(slot, queue.lastUsed, queue.usedIdx)).map((slot) => queue.used[slot]!);
