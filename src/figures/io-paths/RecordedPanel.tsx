/** Why: what a real KVM counted for 200 packets, beside what the model says for 200: the slow and the fast guest as bounds. */
import { streamCounts } from '../../models/io-paths/stream';
import type { IoState, Road } from '../../models/io-paths/types';
import type { ViewProps } from '../contract';
import { CAVEATS, cardExits, NICS, predictedE1000, recorded, RECORDED_WITH, type Nic } from './recordings';

const ROAD: Readonly<Record<Nic, Road | undefined>> = {
  'virtio-net-pci': 'virtio',
  e1000: 'e1000',
  rtl8139: undefined,
};

export function RecordedPanel({ frame, t }: ViewProps<IoState>) {
  const { road } = frame.step.state.settings;
  const number = (value: number) => t({ key: 'number', values: { value } });
  const scale = Math.max(...NICS.map((nic) => recorded(nic).total));
  return (
    <div className="io-recorded">
      <p className="io-kind">
        <b>{t('recorded.badge')}</b> {t({ key: 'recorded.with', values: RECORDED_WITH })}
      </p>
      <ul>
        {NICS.map((nic) => {
          const own = ROAD[nic];
          const bounds = own && [
            streamCounts(own, 'guest-faster').exits,
            streamCounts(own, 'guest-slower').exits,
          ];
          const { total } = recorded(nic);
          return (
            <li key={nic} className={own === road ? 'is-own' : undefined}>
              <span>{nic}</span> <b>{number(total)}</b>
              <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect className="io-bar-all" width={(100 * total) / scale} height={8} />
                <rect className="io-bar-card" width={(100 * cardExits(nic)) / scale} height={8} />
              </svg>
              <small>
                {t({ key: 'recorded.card', values: { card: cardExits(nic) } })}
                {bounds && (
                  <> · {t({ key: 'recorded.model', values: { low: bounds[0]!, high: bounds[1]! } })}</>
                )}
              </small>
            </li>
          );
        })}
      </ul>
      <p>{t({ key: 'recorded.rule', values: { ...predictedE1000(), card: cardExits('e1000') } })}</p>
      <details>
        <summary>{t('recorded.caveats')}</summary>
        <ul className="io-caveats">
          {Array.from({ length: CAVEATS }, (_, i) => (
            <li key={i}>{t(`caveat-${i}`)}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}
