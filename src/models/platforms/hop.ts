/** Why: a path is a table; these two words keep a row of it on one line. */
import type { Crossing, Hop, LayerId } from './types';

/** A hop that was read in its source. */
export const hop = (layer: LayerId, crossing: Crossing, says: string, source: string, copies = 0): Hop => ({
  layer,
  crossing,
  says,
  source,
  certainty: 'verified',
  copies,
});

/** A hop that is told from memory, or of a design that is not published: the figure says so in place. */
export const unverified = (...row: Parameters<typeof hop>): Hop => ({
  ...hop(...row),
  certainty: 'unverified',
});
