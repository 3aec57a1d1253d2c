/** Why: two CPUs are at work: the one that the guest sees and the real one. Beside them, what has been counted so far. */
import { FLAG } from '../../models/binary-translation/flags';
import type { BtState, Counts } from '../../models/binary-translation/types';
import { hex, REGISTERS } from '../../models/binary-translation/x86';
import type { ViewProps } from '../contract';

const COUNTED: readonly (keyof Counts)[] = ['translations', 'misses', 'hits', 'chained', 'callouts', 'traps'];
/** Rows that a program without them would only carry about. */
const rare: Partial<Record<keyof Counts, boolean>> = { traps: true };

const word = (value: number) => value.toString(16).padStart(8, '0');

/** Registers that the program names, in their order in the machine. */
function used({ lines }: BtState): readonly number[] {
  return REGISTERS.flatMap((name, i) => (lines.some(({ text }) => text.includes(`%${name}`)) ? [i] : []));
}

export function MachinePanel({ frame, t }: ViewProps<BtState>) {
  const { state, focus } = frame.step;
  const before = frame.trace.steps[frame.index - 1]?.state;
  const last = frame.trace.steps.at(-1)!.state;
  const { machine, counts } = state;
  const cr3 = state.lines.some(({ text }) => text.includes('%cr3'));
  const pairs: readonly {
    readonly id: string;
    readonly guest: string | number;
    readonly real: string | number;
  }[] = [
    { id: 'if', guest: machine.virtualIf, real: machine.realIf },
    { id: 'ring', guest: machine.virtualCpl, real: machine.realCpl },
    ...(cr3 ? [{ id: 'cr3', guest: hex(machine.cr3), real: t('machine.shadow') }] : []),
  ];
  const changed = (is: boolean | undefined) => (is ? 'is-changed' : undefined);
  return (
    <div className="bt-machine">
      <table className={`bt-two${focus.includes('flags') ? ' is-focus' : ''}`} data-node="flags">
        <thead>
          <tr>
            <td />
            <th scope="col" className="own-kern">
              {t('machine.guest')}
            </th>
            <th scope="col" className="own-hw">
              {t('machine.real')}
            </th>
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ id, guest, real }, i) => {
            const old =
              before && [before.machine.virtualIf, before.machine.virtualCpl, hex(before.machine.cr3)][i];
            return (
              <tr key={id}>
                <th scope="row">{t(`machine.${id}`)}</th>
                <td className={changed(old !== undefined && old !== guest)}>{guest}</td>
                <td>{real}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <dl className="bt-regs">
        {used(state).map((i) => (
          <div key={i} className={changed(before && before.machine.regs[i] !== machine.regs[i])}>
            <dt>{REGISTERS[i]}</dt>
            <dd>{word(machine.regs[i]!)}</dd>
          </div>
        ))}
        <div className={changed(before && ((before.machine.flags ^ machine.flags) & FLAG.ZF) !== 0)}>
          <dt>ZF</dt>
          <dd>{machine.flags & FLAG.ZF ? 1 : 0}</dd>
        </div>
      </dl>
      <dl className={`bt-counts${focus.includes('counts') ? ' is-focus' : ''}`} data-node="counts">
        {COUNTED.filter((id) => !rare[id] || last.counts[id] > 0).map((id) => (
          <div key={id} className={changed(before && before.counts[id] !== counts[id])}>
            <dt>{t(`count.${id}`)}</dt>
            <dd>{t({ key: 'number', values: { value: counts[id] } })}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
