/** Why: what the steps so far have cost, part by part, against bare metal, and how sure the numbers are. */
import { ownerClass, type Owner } from '../../marks/owner';
import { COST_PARTS, type CostPart, type RingsState } from '../../models/rings/types';
import type { ViewProps } from '../contract';

const PART_OWNER: Readonly<Record<CostPart, Owner>> = {
  guest: 'kern',
  crossing: 'hw',
  vmm: 'vmm',
  translate: 'data',
};

/** A bar of stacked parts; lengths are shares of `full` cycles. */
function CostBar({ parts, full }: { parts: readonly { owner: Owner; cycles: number }[]; full: number }) {
  const widths = parts.map(({ cycles }) => (cycles === 0 ? 0 : Math.max(0.8, (cycles / full) * 100)));
  const before = (i: number) => widths.slice(0, i).reduce((sum, width) => sum + width, 0);
  return (
    <svg
      className="rings-costbar"
      viewBox="0 0 100 10"
      width="100%"
      height="12"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect className="rings-costbar-rest" width={100} height={10} />
      {parts.map(({ owner }, i) => (
        <rect key={i} className={ownerClass(owner)} x={before(i)} width={widths[i]} height={10} />
      ))}
    </svg>
  );
}

export function CostPanel({ frame, t }: Pick<ViewProps<RingsState>, 'frame' | 't'>) {
  const { state, focus } = frame.step;
  const { cost } = state;
  const last = frame.trace.steps.at(-1)?.state.cost ?? cost;
  const full = Math.max(last.total, last.bare, 1);
  const number = (value: number) => t({ key: 'cost-number', values: { value } });
  const parts = COST_PARTS.map((part) => ({ part, owner: PART_OWNER[part], cycles: cost.parts[part] }));
  const bare = state.scenario.technique === 'bare';
  return (
    <div className={`rings-cost${focus.includes('cost') ? ' is-focus' : ''}`} data-node="cost">
      <p className="rings-head">{t('cost-title')}</p>
      <p>
        <span>{t('cost-bare')}</span> <b>{number(cost.bare)}</b>
      </p>
      <CostBar parts={[{ owner: 'hw', cycles: cost.bare }]} full={full} />
      {!bare && (
        <>
          <p>
            <span>{t(`technique-${state.scenario.technique}`)}</span>{' '}
            <b>
              {number(cost.total)}
              {cost.bare >= 10 && (
                <small>{t({ key: 'cost-times', values: { ratio: ratio(cost.total / cost.bare) } })}</small>
              )}
            </b>
          </p>
          <CostBar parts={parts} full={full} />
          <ul className="rings-parts">
            {parts
              .filter(({ cycles }) => cycles > 0)
              .map(({ part, owner, cycles }) => (
                <li key={part} className={ownerClass(owner)}>
                  {t(`cost-part-${part}`)} <b>{number(cycles)}</b>
                </li>
              ))}
          </ul>
        </>
      )}
      <p className="rings-certainty">{t(`certainty-${cost.certainty}`)}</p>
    </div>
  );
}

/** Two significant figures: the numbers behind are no surer. */
const ratio = (value: number): number => (value >= 10 ? Math.round(value) : Math.round(value * 10) / 10);
