/** Why: what the machine holds, what the guest believes, and what it has cost, each against bare metal. */
import type { Message } from '../../lib/message';
import type { Counts, Register, RegisterId, RingsState } from '../../models/rings/types';
import type { ViewProps } from '../contract';
import { CostPanel } from './CostPanel';

type T = ViewProps<RingsState>['t'];

interface RegisterRowProps {
  readonly register: Register;
  /** What a troubled value is held against. */
  readonly truth: Message | undefined;
  readonly focus: readonly string[];
  readonly t: T;
}

function RegisterRow({ register, truth, focus, t }: RegisterRowProps) {
  const node = `reg-${register.id}`;
  const classes = [
    'rings-reg',
    register.changed ? 'is-changed' : '',
    register.trouble ? 'is-trouble' : '',
    focus.includes(node) ? 'is-focus' : '',
  ];
  return (
    <div className={classes.filter(Boolean).join(' ')} data-node={node}>
      <dt>
        {t(`reg-${register.id}`)}
        {TABLES.includes(register.id) && register.owner === 'host' && (
          <span className="rings-owner own-vmm">{t('reg-host')}</span>
        )}
      </dt>
      <dd>
        {register.value}
        {register.changed && <span className="visually-hidden"> {t('reg-changed')}</span>}
      </dd>
      {truth && <dd className="rings-truth">{t(truth)}</dd>}
    </div>
  );
}

/** Registers whose values are somebody's: the host's own, or the guest's. */
const TABLES: readonly RegisterId[] = ['gdtr', 'idtr', 'ldtr', 'tr', 'cs', 'ss', 'cr0', 'cr3'];

/** A wrong value stands beside bare metal's; a belief stands beside what the VMM really holds. */
function truthOf(register: Register, state: RingsState): Message | undefined {
  if (!register.trouble) return undefined;
  if (register.id === 'believed-if') {
    const held = state.registers.find(({ id }) => id === 'virtual-if');
    return held && { key: 'reg-in-truth', values: { value: held.value } };
  }
  return register.bare === undefined ? undefined : { key: 'reg-should-be', values: { value: register.bare } };
}

/** Counters that a technique can raise; silent failures always show. */
export const COUNTERS: Readonly<Record<RingsState['scenario']['technique'], readonly (keyof Counts)[]>> = {
  bare: ['silent'],
  deprivileged: ['traps', 'silent'],
  translation: ['traps', 'translations', 'silent'],
  'xen-32': ['traps', 'hypercalls', 'silent'],
  'xen-64': ['traps', 'hypercalls', 'silent'],
  hardware: ['exits', 'silent'],
};

function CountsRow({ state, focus, t }: { state: RingsState; focus: readonly string[]; t: T }) {
  return (
    <dl className={`rings-counts${focus.includes('counts') ? ' is-focus' : ''}`} data-node="counts">
      {COUNTERS[state.scenario.technique].map((name) => (
        <div key={name} className={name === 'silent' && state.counts[name] > 0 ? 'is-trouble' : undefined}>
          <dt>{t(`counts-${name}`)}</dt>
          <dd>{state.counts[name]}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Names of what the guest sees otherwise than on bare metal. */
function Differs({ state, t }: { state: RingsState; t: T }) {
  if (state.differs.length === 0) return <p className="rings-differs">{t('differs-none')}</p>;
  const what = state.differs.map((name) => t(`differs-${name}`)).join(' · ');
  return <p className="rings-differs is-trouble">{t({ key: 'differs-some', values: { what } })}</p>;
}

export function MachinePanel({ frame, t }: ViewProps<RingsState>) {
  const { state, focus } = frame.step;
  const { mode } = state.control;
  // A register that this technique never has gets no row; one that is only empty now keeps its place.
  const exists = new Set(
    frame.trace.steps.flatMap((step) =>
      step.state.registers.filter(({ value }) => value !== '—').map(({ id }) => id),
    ),
  );
  return (
    <div className="rings-machine">
      <dl className="rings-regs">
        {mode !== 'plain' && (
          <div className="rings-reg">
            <dt>{t('reg-mode')}</dt>
            <dd>{t(`mode-${mode}`)}</dd>
          </div>
        )}
        {state.registers
          .filter(({ id }) => exists.has(id))
          .map((register) => (
            <RegisterRow
              key={register.id}
              register={register}
              truth={truthOf(register, state)}
              focus={focus}
              t={t}
            />
          ))}
      </dl>
      {state.scenario.technique !== 'bare' && <Differs state={state} t={t} />}
      <CostPanel frame={frame} t={t} />
      <CountsRow state={state} focus={focus} t={t} />
    </div>
  );
}
