/** Why: one reading of "scenario and step" for first load, back button, text links and questions' proofs. */
import type { Figure, ScenarioValues } from '../../figures/contract';
import { parseScenario } from '../../figures/scenario';
import type { PlayerText } from '../../i18n/player';
import { fill } from '../../lib/fill';
import { nearest } from '../../lib/nearest';
import { stepIndex, type Trace } from '../../lib/trace';

export interface Place {
  readonly scenario: ScenarioValues;
  readonly trace: Trace<unknown>;
  readonly index: number;
  /** What had to be replaced, in the reader's language; empty when all was known. */
  readonly notices: readonly string[];
}

/** Finds the nearest valid place to what was asked for, and says what it changed. Never throws. */
export function findPlace(figure: Figure, ref: string, at: string, text: PlayerText): Place {
  const { scenario, problems } = parseScenario(figure, ref);
  const trace = figure.run(scenario);
  const notices = problems.map(({ found, taken, control }) =>
    fill(control === '' ? text.extraValues : text.nowAt, { found, taken }),
  );
  if (at === '') return { scenario, trace, index: 0, notices };
  const exact = stepIndex(trace, at);
  if (exact >= 0) return { scenario, trace, index: exact, notices };
  const ids = trace.steps.map((step) => step.id);
  const number = /^\d+$/.test(at) ? Math.min(Math.max(Number(at), 1), ids.length) - 1 : -1;
  const index = number >= 0 ? number : Math.max(0, stepIndex(trace, nearest(at, ids)[0] ?? ''));
  if (number < 0 || number !== Number(at) - 1)
    notices.push(fill(text.unknownStep, { found: at, taken: ids[index] ?? '' }));
  return { scenario, trace, index, notices };
}
