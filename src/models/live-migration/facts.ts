/** Why: what a question may check of a whole migration. */
import type { Trace } from '../../lib/trace';
import { downtimeUs } from './story-closing';
import { PAGES_PER_MIB, type MigrationState } from './types';

/**
 * Of the whole trace; of a recording what was recorded. `rounds` while the guest ran at the source, `downtimeMs`,
 * `totalMs`, `pagesSent`, `sentMib`, `memoryMib`, `faults`, `throttle` (the highest, %), `converged` (the guest has moved).
 */
export function factsOf({
  source,
  steps,
}: Trace<MigrationState>): Readonly<Record<string, string | number | boolean>> {
  const { state } = steps.at(-1)!;
  const { scene, setup, rounds, us, sent, faults, end } = state;
  return {
    scene,
    recorded: source === 'recorded',
    rounds: rounds.length,
    downtimeMs: Math.round(downtimeUs(state) / 1000),
    totalMs: Math.round(us / 1000),
    pagesSent: sent,
    sentMib: Math.round(sent / PAGES_PER_MIB),
    memoryMib: Math.round(setup.pages / PAGES_PER_MIB),
    faults,
    throttle: Math.max(0, ...rounds.map(({ throttle }) => throttle)),
    converged: end === 'moved',
  };
}
