/** Why: where on a line of time things are, and what is said below it. */
import type { Message } from '../../lib/message';
import { timeOf } from '../../models/live-migration/amounts';
import { downtimeUs } from '../../models/live-migration/story-closing';
import type { MigrationState } from '../../models/live-migration/types';
import { seen } from './geometry';

/**
 * Time on an axis that begins at `x` and takes `length` for the whole story of `totalUs` µs. What stood still is
 * widened to be seen (`pauseWidth`); what comes after begins behind it (`behind`).
 */
export function timeline(state: MigrationState, totalUs: number, x: number, length: number) {
  const to = (us: number) => x + (us / totalUs) * length;
  const pause = state.spans.find(({ guest }) => guest === 'nobody');
  const pauseWidth = pause ? seen((pause.toUs - pause.fromUs) / totalUs, length, 4) : 0;
  const behind = pause ? Math.max(0, pauseWidth - (to(pause.toUs) - to(pause.fromUs))) : 0;
  return { to, now: to(state.us), pauseWidth, behind };
}

/** The time now, and the downtime once there is some. */
export function timeSaid(state: MigrationState): Message {
  const down = downtimeUs(state);
  return down > 0
    ? { key: 'time-down', values: { now: timeOf(state.us), down: timeOf(down) } }
    : { key: 'time-now', values: { now: timeOf(state.us) } };
}
