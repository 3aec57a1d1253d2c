/**
 * Why: a day of study is the learner's, not Greenwich's, and it ends when the learner sleeps: who reviews at half past
 * midnight is still at yesterday's cards. The zone is passed in, as the clock is.
 */

/** Minutes by which the learner's clock is ahead of UTC at a moment (ms since 1970). It changes with summer time. */
export type Zone = (at: number) => number;

const MINUTE = 60_000;
export const DAY = 86_400_000;
/** Where a day of study begins, ms after midnight of the learner's clock: 04:00, as in Anki. */
export const DAY_BEGINS = 4 * 60 * MINUTE;

/** The day of study that holds a moment: days since 1970-01-01 by the learner's clock. @param at ms since 1970 */
export const dayOf = (at: number, zone: Zone): number =>
  Math.floor((at + zone(at) * MINUTE - DAY_BEGINS) / DAY);

/** The moment at which a day of study begins, ms since 1970. */
export function startOf(day: number, zone: Zone): number {
  const local = day * DAY + DAY_BEGINS;
  const guess = local - zone(local) * MINUTE;
  return local - zone(guess) * MINUTE;
}
