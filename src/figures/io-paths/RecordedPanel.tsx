/** Why: what a real KVM counted for 200 packets, beside what the model says for 200: the slow and the fast guest as bounds. */
import { streamCounts } from '../../models/io-paths/stream';
import type { IoState, Road } from '../../models/io-paths/types';
import type { ViewProps } from '../contract';
import { CAVEATS, cardExits, doorbellsOfE1000, NICS, recorded, RECORDED_WITH, type Nic } from './recordings';

const ROAD: Readonly<Record<Nic, Road | undefined>> = {
  'virtio-net-pci': 'virtio',
  e1000: 'e1000',
  rtl8139: undefined,
};

export function RecordedPanel({ frame, t }: ViewProps<IoState>) {
  const { road } = frame.step.state.settings;
  const number = (value: number) => t({ key: 'number', values: { value } });
  const range = (own: Road) =>
    t({
      key: 'recorded.range',
      values: { low: streamCounts(own, 'guest-faster').exits, high: streamCounts(own, 'guest-slower').exits },
    });
  return (
    <div className="io-recorded">
      <p className="io-kind">
        <b>{t('recorded.badge')}</b> {t('recorded.only')}
      </p>
      <table>
        <thead>
          <tr>
            {['nic', 'all', 'card', 'model'].map((column) => (
              <th key={column} scope="col">
                {t(`recorded.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {NICS.map((nic) => {
            const own = ROAD[nic];
            return (
              <tr key={nic} className={own === road ? 'is-own' : undefined}>
                <th scope="row">{nic.replace('-pci', '')}</th>
                <td>
                  <b>{number(recorded(nic).total)}</b>
                </td>
                <td>{number(cardExits(nic))}</td>
                <td>{own ? range(own) : '–'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p>{t({ key: 'recorded.rule', values: doorbellsOfE1000() })}</p>
      <details>
        <summary>{t('recorded.caveats')}</summary>
        <ul className="io-caveats">
          <li>{t({ key: 'recorded.with', values: RECORDED_WITH })}</li>
          {Array.from({ length: CAVEATS }, (_, i) => (
            <li key={i}>{t(`caveat-${i}`)}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}
