/** Why: the scalar results of a whole trace, for questions that check their answer against the model. */
import type { Trace } from '../../lib/trace';
import type { BtState } from './types';

/**
 * At the end of a trace: `translations`, `misses`, `hits`, `chained`, `callouts`, `traps`, `adaptations`, `direct`
 * (counts); `blocks` (distinct entries); `entries` (block entries); cycles `native`, `bt`, `btOnce` (of them for
 * translating), `trapAndEmulate`, `vtx`; `trapAndEmulateRight`, `sameAsBare`; `virtualIf`, `realIf`; `instructions`.
 */
export function factsOf(trace: Trace<BtState>): Readonly<Record<string, string | number | boolean>> {
  const state = trace.steps.at(-1)?.state;
  if (!state) throw new Error('a trace of binary translation without steps has no facts');
  const { counts, cost, machine } = state;
  return {
    ...counts,
    blocks: new Set(state.cache.map(({ entry }) => entry)).size,
    entries: state.entries.length,
    instructions: state.executed,
    native: cost.native,
    bt: cost.bt.guest + cost.bt.vmm + cost.bt.translate,
    btOnce: cost.bt.translate,
    trapAndEmulate: cost.trap,
    vtx: cost.vtx,
    trapAndEmulateRight: state.trapWrong === null,
    sameAsBare: state.sameAsBare === true,
    virtualIf: machine.virtualIf,
    realIf: machine.realIf,
  };
}
