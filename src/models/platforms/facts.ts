/** Why: the scalar results of an event, for questions that check their answer against the model. */
import type { Trace } from '../../lib/trace';
import { countsOf } from './counts';
import { PATHS } from './paths';
import { PLATFORMS, type PlatformsState } from './types';

/**
 * `event`, `beats`; of every platform, chosen or not: `<platform>-exits`, `-hypercalls`, `-traps`, `-entered` (the
 * hypervisor), `-rings`, `-switches`, `-copies`, `-crossings`, and `<platform>-driver`, the layer that was in control
 * before the hardware (`none` where the event does not end there).
 */
export function factsOf(trace: Trace<PlatformsState>): Readonly<Record<string, string | number | boolean>> {
  const state = trace.steps.at(-1)?.state;
  if (!state) throw new Error('a trace without steps has no facts');
  const facts = PLATFORMS.flatMap((platform): (readonly [string, string | number])[] => {
    const path = PATHS[state.event][platform];
    const driver = path.at(-1)?.layer === 'hw' ? path.at(-2)?.layer : undefined;
    return [
      ...Object.entries(countsOf(platform, path)).map(
        ([name, count]: [string, number]) => [`${platform}-${name}`, count] as const,
      ),
      [`${platform}-driver`, driver ?? 'none'],
    ];
  });
  return { event: state.event, beats: state.beats, ...Object.fromEntries(facts) };
}
