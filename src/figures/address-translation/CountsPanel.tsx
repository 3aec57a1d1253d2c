/** Why: the score of this story, and of the same story under the other techniques; exits stand beside what KVM recorded. */
import { isRecorded, type Recorded } from '../../models/address-translation/recorded';
import { totalsOf } from '../../models/address-translation/run';
import {
  depthOf,
  SHAPE,
  TECHNIQUES,
  type Scenario,
  type State,
  type Technique,
} from '../../models/address-translation/types';
import { ownerClass } from '../../marks/owner';
import type { ViewProps } from '../contract';
import { RECORDED, RECORDED_WITH } from './recordings';

const spell = ({ operation, guest, host, address }: Scenario) => `${operation}.${guest}.${host}.${address}`;
const known = new Map<string, readonly ReturnType<typeof totalsOf>[]>();

/** Totals of one operation under all techniques; each is run once. */
function totalsFor(scenario: Scenario): readonly ReturnType<typeof totalsOf>[] {
  const key = spell(scenario);
  const found = known.get(key) ?? TECHNIQUES.map((technique) => totalsOf(scenario, technique, RECORDED));
  if (!known.has(key) && known.size > 40) known.clear();
  known.set(key, found);
  return found;
}

export function CountsPanel({ frame, t, onScenario }: ViewProps<State>) {
  const { state, focus } = frame.step;
  const { counts, scenario } = state;
  const { technique, operation } = scenario;
  const n = depthOf(SHAPE[scenario.guest]);
  const m = depthOf(SHAPE[scenario.host]);
  const all = totalsFor(scenario);
  const recorded = isRecorded(operation) ? RECORDED[operation] : null;
  const number = (count: number) => t({ key: 'number', values: { count } });
  // How this story ends shows at its end: until then the learner may guess.
  const ended = frame.index === frame.trace.steps.length - 1;
  const total = (each: Technique, count: number) => (ended || each !== technique ? number(count) : '…');
  const changed = (index: number, of: (each: State['counts']) => number) =>
    index > 0 &&
    of(frame.trace.steps[index]!.state.counts) !== of(frame.trace.steps[index - 1]!.state.counts);
  const row = (key: string, of: (each: State['counts']) => number) => (
    <div className={changed(frame.index, of) ? 'is-now' : undefined}>
      <dt>{t(key)}</dt>
      <dd>{number(of(counts))}</dd>
    </div>
  );
  return (
    <div className={`at-counts${focus.includes('counts') ? ' is-focus' : ''}`} data-node="counts">
      <dl className="at-rows">
        {row('count-references', (each) => each.references)}
        {row('count-exits', (each) => each.exits)}
        {row('count-misses', (each) => each.misses)}
        {row('count-hits', (each) => each.hits)}
      </dl>
      {technique === 'nested' && (
        <p className="at-formula">
          ({n} + 1)({m} + 1) − 1 = <b>{ended ? (n + 1) * (m + 1) - 1 : '…'}</b> <span>{t('formula')}</span>
        </p>
      )}
      <table className="at-totals">
        <caption>{t('totals')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('totals-technique')}</th>
            <th scope="col">{t('totals-references')}</th>
            <th scope="col">{t('totals-exits')}</th>
          </tr>
        </thead>
        <tbody>
          {TECHNIQUES.map((each, i) => (
            <tr key={each} className={each === technique ? 'is-now' : undefined}>
              <th scope="row">
                {onScenario && each !== technique ? (
                  <button type="button" className="at-link" onClick={() => onScenario({ technique: each })}>
                    {t(`technique-${each}`)}
                  </button>
                ) : (
                  t(`technique-${each}`)
                )}
              </th>
              <td>{total(each, all[i]!.references)}</td>
              <td>{total(each, all[i]!.exits)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {recorded && <Exits recorded={recorded} model={all} technique={technique} ended={ended} t={t} />}
    </div>
  );
}

interface ExitsProps {
  readonly recorded: Recorded['pte-edit'];
  readonly model: readonly State['counts'][];
  readonly technique: Technique;
  readonly ended: boolean;
  readonly t: ViewProps<State>['t'];
}

/** Exits, model and recording side by side, those of the present technique by reason; they differ where the tables are not those of the recorded guest. */
function Exits({ recorded, model, technique, ended, t }: ExitsProps) {
  const shown = (key: string, reason: boolean, count: number) =>
    ended || (key !== technique && !reason) ? count : '…';
  const ours = (each: Technique) => model[TECHNIQUES.indexOf(each)]!;
  const rows = (['shadow', 'nested'] as const).flatMap((each) => {
    const real = recorded[each];
    const total = {
      key: each,
      name: t(`technique-${each}`),
      reason: false,
      model: ours(each).exits,
      real: real.exits,
    };
    if (each !== technique) return [total];
    const reasons: Readonly<Record<string, number>> = ours(each).reasons;
    const names = [...new Set([...Object.keys(reasons), ...Object.keys(real.reasons)])];
    return [
      total,
      ...names.map((name) => ({
        key: name,
        name,
        reason: true,
        model: reasons[name] ?? 0,
        real: real.reasons[name] ?? 0,
      })),
    ];
  });
  return (
    <>
      <table className="at-totals">
        <thead>
          <tr>
            <th scope="col">{t('count-exits')}</th>
            <th scope="col">{t('reasons-model')}</th>
            <th scope="col">{t('totals-recorded')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.key}
              className={row.key === technique ? 'is-now' : row.reason ? 'is-reason' : undefined}
            >
              <th scope="row">{row.reason ? <code>{row.name}</code> : row.name}</th>
              <td>{shown(row.key, row.reason, row.model)}</td>
              <td className={ownerClass('vmm')}>{shown(row.key, row.reason, row.real)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.some((row) => row.model !== row.real) && <p className="at-source">{t('reasons-differ')}</p>}
      <p className="at-source">{t({ key: 'recorded-with', values: { what: RECORDED_WITH } })}</p>
    </>
  );
}
