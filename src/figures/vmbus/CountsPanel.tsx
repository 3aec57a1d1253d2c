/** Why: the score. What has crossed so far, what it cost, and the same work by the other device. */
import type { Counts, DeviceId, VmbusState } from '../../models/vmbus/types';
import { DEVICES } from '../../models/vmbus/types';
import { ownerClass, type Owner } from '../../marks/owner';
import type { ViewProps } from '../contract';

type Row = readonly [name: string, owner: Owner | null, value: (counts: Counts) => number];

const ROWS: Readonly<Record<DeviceId, readonly Row[]>> = {
  synthetic: [
    ['packets', 'data', ({ packets }) => packets],
    ['messages', null, ({ messages }) => messages],
    ['signals-root', 'vmm', ({ signalsToRoot }) => signalsToRoot],
    ['signals-child', 'vmm', ({ signalsToChild }) => signalsToChild],
    ['spared', null, ({ spared }) => spared],
    ['copies', null, ({ copies }) => copies],
  ],
  emulated: [
    ['packets', 'data', ({ packets }) => packets],
    ['intercepts', 'vmm', ({ intercepts }) => intercepts],
    ['interrupts', 'vmm', ({ hypercalls }) => hypercalls],
    ['copies', null, ({ copies }) => copies],
  ],
};

/** How often a child was left or interrupted on account of its device. */
const crossings: Readonly<Record<DeviceId, (counts: Counts) => number>> = {
  synthetic: ({ signalsToRoot, signalsToChild }) => signalsToRoot + signalsToChild,
  emulated: ({ intercepts, hypercalls }) => intercepts + hypercalls,
};

export function CountsPanel({ frame, t }: ViewProps<VmbusState>) {
  const { counts, totals, device } = frame.step.state;
  const before = frame.trace.steps[frame.index - 1]?.state.counts ?? counts;
  const number = (n: number) => t({ key: 'option.number', values: { n } });
  const scale = Math.max(...DEVICES.map((each) => crossings[each](totals[each])));
  return (
    <div className="vb-counts">
      <dl>
        {ROWS[device].map(([name, owner, value]) => (
          <div key={name} className={value(counts) !== value(before) ? 'is-now' : undefined}>
            <dt className={owner ? ownerClass(owner) : undefined}>{t(`count.${name}`)}</dt>
            <dd>{number(value(counts))}</dd>
          </div>
        ))}
      </dl>
      <p className="vb-head">{t('count.compare')}</p>
      <ul>
        {DEVICES.map((each) => {
          const all = crossings[each](totals[each]);
          const width = scale === 0 ? 0 : (100 * all) / scale;
          return (
            <li key={each} className={each === device ? 'is-now' : undefined}>
              <span>{t(`device.${each}`)}</span> <b>{number(all)}</b>
              <svg className="own-vmm" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect width={width} height={8} />
              </svg>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
