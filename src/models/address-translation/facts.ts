/** Why: what a question may check: scalar results of a whole trace. */
import { hex } from './address';
import type { Trace } from '../../lib/trace';
import type { State } from './types';

/**
 * `references`: of the last complete walk (0: there was none); `allReferences`, `exits`, `tlbHits`, `tlbMisses`: of the
 * whole story; `tlbHit`: the last load needed no walk; `gpa`, `hpa`: where it ended, hexadecimal.
 */
export function factsOf({ steps }: Trace<State>): Readonly<Record<string, string | number | boolean>> {
  const last = steps.at(-1)!.state;
  const { counts, scenario } = last;
  return {
    technique: scenario.technique,
    references: counts.perWalk,
    allReferences: counts.references,
    exits: counts.exits,
    tlbHits: counts.hits,
    tlbMisses: counts.misses,
    tlbHit: last.tlbEvent === 'hit',
    gpa: hex(last.gpa ?? 0),
    hpa: hex(last.hpa ?? 0),
  };
}
