/** Why: the score. Exits so far by reason and by depth, and the whole scene under both kinds of paging. */
import { ownerClass, type Owner } from '../../marks/owner';
import type { ViewProps } from '../contract';
import { PAGINGS } from './recordings';
import type { ExitState } from './state';

/** A bar of `value`, its possible end at `total`, the scale ending at `scale`. */
function Bar({ value, total, scale, owner }: { value: number; total: number; scale: number; owner: Owner }) {
  const width = (count: number) => (scale === 0 ? 0 : (100 * count) / scale);
  return (
    <svg
      className={`kx-bar ${ownerClass(owner)}`}
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect className="kx-bar-all" width={width(total)} height={8} />
      <rect className="kx-bar-now" width={width(value)} height={8} />
    </svg>
  );
}

export function ExitsPanel({ frame, t }: ViewProps<ExitState>) {
  const { state } = frame.step;
  const { totals, paging, counts } = state;
  const whole = totals[paging];
  const number = (count: number) => t({ key: 'overview.exits', values: { count } });
  const of = (seen: number, total: number) => t({ key: 'count.of', values: { seen, total } });
  const scale = Math.max(totals.nested.exits, totals.shadow.exits);
  return (
    <div className="kx-exits">
      <dl className="kx-rows">
        <div className={state.seen > 0 ? 'is-big' : undefined}>
          <dt>{t('count.so-far')}</dt>
          <dd>{of(state.seen, whole.exits)}</dd>
        </div>
        <div>
          <dt className="own-vmm">{t('count.light')}</dt>
          <dd>{number(state.light)}</dd>
        </div>
        <div>
          <dt className="own-host">{t('count.heavy')}</dt>
          <dd>{number(state.heavy)}</dd>
        </div>
        <div>
          <dt>{t('count.instructions')}</dt>
          <dd>{number(state.instructions)}</dd>
        </div>
        {state.exits.some((exit) => exit.waited > 0) && (
          <div>
            <dt>{t('count.asleep')}</dt>
            <dd>{number(state.asleep)}</dd>
          </div>
        )}
      </dl>
      <p className="kx-head">{t('count.reasons')}</p>
      {whole.exits === 0 && <p className="kx-more">{t('count.none')}</p>}
      <ul className="kx-reasons">
        {Object.entries(whole.reasons).map(([reason, total]) => (
          <li
            key={reason}
            className={state.exit?.reason === reason && state.phase !== 'end' ? 'is-now' : undefined}
          >
            <span>
              <code>{reason}</code> {t(`reason.${reason}`)}
            </span>
            <b>{of(counts[reason] ?? 0, total)}</b>
            <Bar value={counts[reason] ?? 0} total={total} scale={whole.exits} owner="vmm" />
          </li>
        ))}
      </ul>
      <p className="kx-head">{t('count.compare')}</p>
      <ul className="kx-reasons">
        {PAGINGS.map((each) => (
          <li key={each} className={each === paging ? 'is-now' : undefined}>
            <span>{t(`paging.${each}`)}</span>
            <b>{number(totals[each].exits)}</b>
            <Bar value={totals[each].exits} total={totals[each].exits} scale={scale} owner="vmm" />
          </li>
        ))}
      </ul>
    </div>
  );
}
