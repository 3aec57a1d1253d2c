/** Why: the model as a figure sees it: a scenario in, a trace out, and the same operation's totals under all three techniques. */
import { PROVENANCE } from './provenance';
import type { Recorded } from './recorded';
import { tellEdit } from './story-edit';
import { tellSwitch } from './story-switch';
import { tellTlb } from './story-tlb';
import { tellWalk } from './story-walk';
import type { Step, Trace } from '../../lib/trace';
import type { Counts, Scenario, State, Technique } from './types';

function stepsOf(scenario: Scenario, recorded: Recorded): readonly Step<State>[] {
  switch (scenario.operation) {
    case 'walk':
      return tellWalk(scenario);
    case 'tlb':
    case 'tlb-untagged':
      return tellTlb(scenario);
    case 'context-switch':
      return tellSwitch(scenario, recorded);
    case 'pte-edit':
      return tellEdit(scenario, recorded);
  }
}

/**
 * The story of one operation. Pure and total over the scenario type.
 * Step ids: `start`; of a walk `level-<n>`, `page` (or `ref-<n>`), `filled`; of the others see their stories; `end`.
 */
export const runTranslation = (scenario: Scenario, recorded: Recorded): Trace<State> => ({
  source: 'model',
  provenance: PROVENANCE,
  steps: stepsOf(scenario, recorded),
});

/** What an operation costs in the end under a technique. */
export function totalsOf(scenario: Scenario, technique: Technique, recorded: Recorded): Counts {
  return stepsOf({ ...scenario, technique, detail: 'grouped' }, recorded).at(-1)!.state.counts;
}
