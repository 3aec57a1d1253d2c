/** Why: beside the rings the back row needs the program, what became of its instruction, and the registers that it is about. */
import type { Translate } from '../../lib/message';
import { ownerClass } from '../../marks/owner';
import type { Box } from '../../marks/shapes';
import type { Register, RegisterId, RingsState } from '../../models/rings/types';
import type { Frame } from '../contract';
import { COUNTERS } from './machine-panel';
import { OutcomeMark } from './OutcomeMark';
import { isTrouble } from './owners';
import { ROW, SUM, type StagePlan } from './stage-plan';
import { verdictOf } from './Verdict';

interface StageProgramProps {
  readonly frame: Frame<RingsState>;
  readonly plan: StagePlan;
  readonly wide: boolean;
  readonly t: Translate;
  readonly uid: string;
  readonly focusClass: (node: string) => string;
}

function Listing({ frame, plan, focusClass }: StageProgramProps) {
  const { state } = frame.step;
  const { x, y, width } = plan.listing;
  return state.lines.map((line, i) => {
    const now = i === state.line;
    const top = y + i * ROW;
    const node = `line-${line.label}`;
    const role = now ? 'is-now' : line.outcome ? 'is-past' : 'is-next';
    return (
      <g
        key={line.label}
        data-node={node}
        className={`rings-row ${role} ${ownerClass(line.ring === 3 ? 'user' : 'kern')}${focusClass(node)}`}
      >
        <rect x={x} y={top} width={width} height={ROW - 2} />
        <path d={`M${x + 2.5} ${top}v${ROW - 2}`} />
        <text className="mono" x={x + 14} y={top + 24}>
          {line.text}
        </text>
        {line.outcome && <OutcomeMark outcome={line.outcome} x={x + width - 32} y={top + 3} size={26} />}
      </g>
    );
  });
}

/** What the step did to the instruction, and what it cost. */
function Verdict({ frame, plan, wide, t }: StageProgramProps) {
  const { state } = frame.step;
  const { x, y, width } = plan.verdict;
  const { key, mark, owner } = verdictOf(state);
  const spent = state.cost.total - (frame.trace.steps[frame.index - 1]?.state.cost.total ?? 0);
  return (
    <g className="rings-verdict">
      {mark && <OutcomeMark outcome={mark} x={x} y={y + 6} size={28} />}
      <text
        className={`rings-outcome ${mark && isTrouble(mark) ? '' : `owned ${ownerClass(owner)}`}`}
        x={mark ? x + 38 : x}
        y={y + 30}
      >
        {t(key)}
      </text>
      {spent > 0 && (
        <text
          x={wide ? x : x + width}
          y={wide ? y + 64 : y + 30}
          textAnchor={wide ? 'start' : 'end'}
          className="muted"
        >
          {t({ key: 'picture-cost', values: { cycles: spent } })}
        </text>
      )}
    </g>
  );
}

/** At the end: what it all cost against bare metal, and what was counted. */
function Sum({ frame, plan, wide, t, focusClass }: StageProgramProps) {
  const { cost, counts, scenario } = frame.step.state;
  const { x, y, width } = plan.verdict;
  const cycles = t({ key: 'stage-cycles', values: { cycles: cost.total } });
  const counters = COUNTERS[scenario.technique];
  const number = (value: number) => t({ key: 'cost-number', values: { value } });
  const right = wide ? x : x + width;
  const first = wide ? y + 26 + 2 * SUM : y + 26;
  return (
    <>
      <g data-node="cost" className={focusClass('cost')}>
        <text className="rings-total" x={x} y={y + 26}>
          {cycles}
        </text>
        <text
          className="muted rings-unsure"
          x={wide ? x + width - 6 : x}
          y={wide ? y + 26 : y + 26 + SUM}
          textAnchor={wide ? 'end' : 'start'}
        >
          {t(`stage-${cost.certainty}`)}
        </text>
        {scenario.technique !== 'bare' && (
          <text x={x} y={wide ? y + 26 + SUM : y + 26 + 2 * SUM}>
            {`${t('cost-bare')} ${number(cost.bare)}`}
          </text>
        )}
      </g>
      <g data-node="counts" className={focusClass('counts')} textAnchor={wide ? 'start' : 'end'}>
        {counters.map((name, i) => (
          <text
            key={name}
            className={name === 'silent' && counts.silent > 0 ? 'rings-silent' : 'muted'}
            x={right}
            y={first + i * SUM}
          >
            {`${t(`counts-${name}`)} ${counts[name]}`}
          </text>
        ))}
      </g>
    </>
  );
}

const SHORT: Partial<Record<RegisterId, string>> = {
  'virtual-if': 'stage-virtual-if',
  'believed-if': 'stage-believed-if',
};
/** Drawn elsewhere: the ring in the dot of control, the CPU's IF at the timer's gate. */
const ELSEWHERE: readonly RegisterId[] = ['cpl', 'if'];

/** Width of a character of a value. */
const MONO = 14.6;

/** The registers that some step of the trace is about, always the same rows. */
function shown(
  { trace, step }: Frame<RingsState>,
  wide: boolean,
): readonly { register: Register; height: number }[] {
  const named = new Set(trace.steps.flatMap(({ focus }) => focus));
  const amended = new Set(
    trace.steps.flatMap(({ state }) =>
      state.registers.filter(({ trouble, bare }) => trouble && bare).map(({ id }) => id),
    ),
  );
  return step.state.registers
    .filter(({ id }) => !ELSEWHERE.includes(id) && (named.has(`reg-${id}`) || amended.has(id)))
    .map((register) => ({ register, height: wide && amended.has(register.id) ? ROW + 24 : ROW }));
}

function Row({ register, box, t, uid, focus }: RowProps) {
  const { id, value, changed, trouble, bare } = register;
  const { x, y, width, height } = box;
  const below = height > ROW;
  const owner = register.owner === 'host' || id === 'virtual-if' ? 'vmm' : 'kern';
  return (
    <g
      data-node={`reg-${id}`}
      className={`rings-value ${ownerClass(owner)}${changed ? ' is-changed' : ''}${trouble ? ' is-trouble' : ''}${focus}`}
    >
      <rect x={x} y={y} width={width} height={height - 3} rx={5} />
      {trouble && (
        <rect className="rings-flag" x={x} y={y} width={9} height={height - 3} fill={`url(#${uid}-hazard)`} />
      )}
      <text x={x + 18} y={y + 24}>
        {t(SHORT[id] ?? `reg-${id}`)}
      </text>
      <text className="mono" x={x + width - 10} y={y + 24} textAnchor="end">
        {value}
      </text>
      {trouble && bare !== undefined && (
        <text
          className="muted"
          x={x + width - 10 - (below ? 0 : value.length * MONO + 14)}
          y={below ? y + 48 : y + 24}
          textAnchor="end"
        >
          {t({ key: 'reg-should-be', values: { value: bare } })}
        </text>
      )}
    </g>
  );
}

interface RowProps {
  readonly register: Register;
  readonly box: Box;
  readonly t: Translate;
  readonly uid: string;
  readonly focus: string;
}

export function StageProgram(props: StageProgramProps) {
  const { frame, plan, wide, t, uid, focusClass } = props;
  const rows = shown(frame, wide);
  const { x, width } = plan.registers;
  const from = plan.registers.y;
  const top = (at: number) => rows.slice(0, at).reduce((y, { height }) => y + height, from);
  return (
    <>
      <Listing {...props} />
      {frame.step.state.phase === 'end' ? <Sum {...props} /> : <Verdict {...props} />}
      {rows.map(({ register, height }, i) => (
        <Row
          key={register.id}
          register={register}
          box={{ x, y: top(i), width, height }}
          t={t}
          uid={uid}
          focus={focusClass(`reg-${register.id}`)}
        />
      ))}
    </>
  );
}
