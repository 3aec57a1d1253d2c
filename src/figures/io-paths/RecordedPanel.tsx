/** Why: what a real KVM counted for 200 packets, beside what the model says for 200: the slow and the fast guest as bounds. */
import { streamCounts } from '../../models/io-paths/stream';
import type { IoState, Road } from '../../models/io-paths/types';
import type { ViewProps } from '../contract';
import {
  cardExits,
  doorbellsOfE1000,
  NICS,
  PROVENANCE,
  recorded,
  RECORDED_WITH,
  type Nic,
} from './recordings';

const ROAD: Readonly<Record<Nic, Road | undefined>> = {
  'virtio-net-pci': 'virtio',
  e1000: 'e1000',
  rtl8139: undefined,
};

const ranges = new Map<Road, { readonly low: number; readonly high: number }>();

/** Exits of the model's fast and slow guest; reckoned once, as the panel is drawn anew with every step. */
function rangeOf(road: Road): { readonly low: number; readonly high: number } {
  const known = ranges.get(road);
  if (known) return known;
  const exits = (pace: 'guest-faster' | 'guest-slower') => streamCounts(road, pace).exits;
  const range = { low: exits('guest-faster'), high: exits('guest-slower') };
  ranges.set(road, range);
  return range;
}

export function RecordedPanel({ frame, t }: ViewProps<IoState>) {
  const { road } = frame.step.state.settings;
  const number = (value: number) => t({ key: 'number', values: { value } });
  const range = (own: Road) => t({ key: 'recorded.range', values: rangeOf(own) });
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
          {PROVENANCE.caveats.map((_, i) => (
            <li key={i}>{t(`caveat.${i}`)}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}
