/** Why: the corners above the rings say in two words what the back row must read: which instruction, what became of it, what it cost. */
import { ownerClass, type Owner } from '../../marks/owner';
import type { MoveKind, Outcome, RingsState } from '../../models/rings/types';
import type { ViewProps } from '../contract';
import { VIEW } from './geometry';
import { CODE_OWNER, instructionName, isTrouble, OUTCOME_OWNER } from './owners';
import { OutcomeMark } from './OutcomeMark';

interface Word {
  /** Message key. */
  readonly key: string;
  readonly mark: Outcome | undefined;
  readonly owner: Owner;
}

/** Moves that look like an outcome: they share its drawing. */
const MOVE_MARK: Partial<Record<MoveKind, Outcome>> = {
  trap: 'trapped',
  exit: 'exit',
  hypercall: 'hypercall',
  fault: 'fault',
};

/** What the learner's eye should take away from this step: what became of the instruction, or the leg under way. */
export function verdictOf({ phase, outcome, move, control }: RingsState): Word {
  const owner = CODE_OWNER[control.code];
  if (outcome && (phase === 'run' || (phase === 'fault' && isTrouble(outcome))))
    return { key: `outcome-${outcome}`, mark: outcome, owner: OUTCOME_OWNER[outcome] };
  // A tick comes from outside: the instruction shown did not cause it.
  if (phase === 'tick') return { key: 'phase-tick', mark: MOVE_MARK[move.kind], owner };
  if (move.kind !== 'none' && phase !== 'run')
    return { key: `move-${move.kind}`, mark: MOVE_MARK[move.kind], owner };
  return { key: `phase-${phase}`, mark: undefined, owner };
}

/** Printed name of a program. */
export function programName(state: Pick<RingsState, 'scenario'>, t: ViewProps<RingsState>['t']): string {
  const { program } = state.scenario;
  return instructionName(program) ?? t(`program-${program}`);
}

export function Verdict({ frame, t }: Pick<ViewProps<RingsState>, 'frame' | 't'>) {
  const { state } = frame.step;
  const line = state.lines[state.line];
  const { key, mark, owner } = verdictOf(state);
  const spent = state.cost.total - (frame.trace.steps[frame.index - 1]?.state.cost.total ?? 0);
  return (
    <g className="rings-verdict">
      <text className={line ? 'rings-instruction mono' : 'rings-instruction'} x={10} y={24}>
        {line ? line.text : programName(state, t)}
      </text>
      {mark && <OutcomeMark outcome={mark} x={10} y={36} size={20} />}
      <text
        className={`rings-outcome ${mark && isTrouble(mark) ? '' : `owned ${ownerClass(owner)}`}`}
        x={mark ? 37 : 10}
        y={52}
      >
        {t(key)}
      </text>
      {spent > 0 && (
        <text className="rings-spent" x={VIEW.width - 10} y={24} textAnchor="end">
          {t({ key: 'picture-cost', values: { cycles: spent } })}
        </text>
      )}
    </g>
  );
}
