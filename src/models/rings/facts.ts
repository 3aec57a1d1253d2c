/** Why: the scalar results of a whole trace, for questions that check their answer against the model. */
import type { Trace } from '../../lib/trace';
import { OUTCOMES, type Outcome, type RingsState } from './types';

/** The worst of several outcomes, in the order of `OUTCOMES`. */
export const worstOf = (outcomes: readonly Outcome[]): Outcome =>
  outcomes.reduce<Outcome>((a, b) => (OUTCOMES.indexOf(b) > OUTCOMES.indexOf(a) ? b : a), 'executed');

/**
 * Facts at the end of a trace: `outcome` (worst of the key instructions), counts, `cycles` and `bareCycles`,
 * `sameAsBare` (the guest-visible end state), `kernelRing` and `endRing` (CPL), `virtualIf` and `believedIf`,
 * `tick` (idle, pending, withheld, delivered), `steps`; and `outcome-<label>` for each line.
 */
export function factsOf(trace: Trace<RingsState>): Readonly<Record<string, string | number | boolean>> {
  const state = trace.steps.at(-1)?.state;
  if (!state) throw new Error('a rings trace without steps has no facts');
  const value = (id: string) => state.registers.find((register) => register.id === id)?.value ?? '—';
  const key = state.lines.flatMap((line) => (line.key && line.outcome ? [line.outcome] : []));
  return {
    outcome: worstOf(key),
    ...state.counts,
    wrong: state.lines.filter((line) => line.outcome === 'wrong').length,
    cycles: state.cost.total,
    bareCycles: state.cost.bare,
    certainty: state.cost.certainty,
    sameAsBare: state.differs.length === 0,
    kernelRing: state.kernelRing,
    endRing: state.control.ring,
    virtualIf: value('virtual-if'),
    believedIf: value('believed-if'),
    tick: state.timer,
    steps: trace.steps.length,
    ...Object.fromEntries(state.lines.map((line) => [`outcome-${line.label}`, line.outcome ?? 'never'])),
  };
}
