/** Why: the numbers behind the picture: the header page of each ring, or what each port access is for. */
import type { RingView, VmbusState } from '../../models/vmbus/types';
import type { ViewProps } from '../contract';
import { childrenOf } from './platform';

type Field = readonly [name: string, value: (ring: RingView) => number];

const FIELDS: readonly Field[] = [
  ['read_index', ({ read }) => read],
  ['write_index', ({ write }) => write],
  ['interrupt_mask', ({ mask }) => Number(mask)],
  ['pending_send_sz', ({ pending }) => pending],
];

export function ChannelPanel({ frame, t }: ViewProps<VmbusState>) {
  const { state } = frame.step;
  const before = frame.trace.steps[frame.index - 1]?.state;
  const number = (n: number) => t({ key: 'option.number', values: { n } });
  if (state.cpu)
    return (
      <dl className="vb-header">
        {(
          [
            ['mode', t(`mode.${state.cpu.mode}`)],
            ['cpl', number(state.cpu.cpl)],
            ['runs', t(`runs.${state.cpu.runs}`)],
          ] as const
        ).map(([name, value]) => (
          <div key={name}>
            <dt>{t(`cpu.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    );
  if (state.device === 'emulated')
    return (
      <ol className="vb-steps">
        {state.accesses.map(({ kind, port }, i) => (
          <li key={i} className={i < state.accessed ? 'is-done' : undefined}>
            <code>
              {kind === 'in' ? 'IN' : 'OUT'} {port}
            </code>{' '}
            {t(`port.${kind}.${port}`)}
          </li>
        ))}
      </ol>
    );
  return (
    <>
      {childrenOf(state).map((child) => {
        const channel = state.channels[child]!;
        const old = before?.channels[child] ?? channel;
        return (
          <table key={child} className="vb-header">
            <thead>
              <tr>
                <th scope="col">{t({ key: 'picture.channel-n', values: { n: child + 1 } })}</th>
                <th scope="col">{t('ring.out')}</th>
                <th scope="col">{t('ring.in')}</th>
              </tr>
            </thead>
            <tbody>
              {FIELDS.map(([name, value]) => (
                <tr key={name}>
                  <th scope="row">
                    <code>{name}</code>
                  </th>
                  {(['out', 'in'] as const).map((direction) => (
                    <td
                      key={direction}
                      className={value(channel[direction]) !== value(old[direction]) ? 'is-now' : undefined}
                    >
                      {number(value(channel[direction]))}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        );
      })}
    </>
  );
}
