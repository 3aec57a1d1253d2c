/**
 * Why: an exam's time runs on through a reload, a sleeping laptop and a closed tab, and no change of the machine's
 * clock may give any of it back. Wall clocks jump, so what is kept is the time used, which only grows.
 */

/** Time used, and the wall clock when that was so; both ms. It is saved every second. */
export interface Beat {
  readonly elapsed: number;
  /** Milliseconds since 1970. */
  readonly wall: number;
}

/**
 * The time used at `wall`. A clock that went forward (sleep, a closed tab, somebody's hand) counts as time passed;
 * one that went back counts as none, and time goes on from there.
 * @param floor time used for certain by another measure (the page's own steady clock), ms
 */
export function advance(beat: Beat, wall: number, floor = 0): Beat {
  return { elapsed: Math.max(beat.elapsed + Math.max(0, wall - beat.wall), floor), wall };
}

/**
 * Where an exam stands when a page opens: as the last beat said, but never before what the log proves.
 * @param start time of the `exam-start`; @param entries times of the later entries; both ms since 1970
 */
export function resumed(start: number, entries: readonly number[], saved: Beat | null): Beat {
  const last = entries.reduce((a, b) => Math.max(a, b), start);
  if (!saved) return { elapsed: last - start, wall: last };
  return { elapsed: Math.max(saved.elapsed, last - start), wall: saved.wall };
}

export interface Remaining {
  /** Milliseconds, never below 0. */
  readonly left: number;
  /** Whole seconds, never more than allowed. */
  readonly used: number;
  readonly up: boolean;
}

export function remaining({ elapsed }: Beat, minutes: number): Remaining {
  const allowed = minutes * 60_000;
  return {
    left: Math.max(0, allowed - elapsed),
    used: Math.round(Math.min(elapsed, allowed) / 1000),
    up: elapsed >= allowed,
  };
}

/** Minutes before the end at which it is said aloud. */
export const CALLS = [10, 5, 1] as const;

/** The call that is due when the time left went from `before` to `now` (ms): the last one passed, or none. */
export function callBetween(before: number, now: number): (typeof CALLS)[number] | null {
  return CALLS.filter((minutes) => before > minutes * 60_000 && now <= minutes * 60_000).at(-1) ?? null;
}
