/** Why: the score of this story, and of the same story under the other techniques; exits stand beside what KVM recorded. */
import { isRecorded } from '../../models/address-translation/recorded';
import { totalsOf } from '../../models/address-translation/run';
import {
  depthOf,
  SHAPE,
  TECHNIQUES,
  type Scenario,
  type State,
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
          ({n} + 1)({m} + 1) − 1 = <b>{(n + 1) * (m + 1) - 1}</b> <span>{t('formula')}</span>
        </p>
      )}
      <table className="at-totals">
        <caption>{t('totals')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('totals-technique')}</th>
            <th scope="col">{t('totals-references')}</th>
            <th scope="col">{t('totals-exits')}</th>
            {recorded && <th scope="col">{t('totals-recorded')}</th>}
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
              <td>{number(all[i]!.references)}</td>
              <td>{number(all[i]!.exits)}</td>
              {recorded && (
                <td className={ownerClass('vmm')}>
                  {each === 'native' ? '—' : number(recorded[each].exits)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {recorded && technique !== 'native' && (
        <Reasons
          recorded={recorded[technique].reasons}
          model={all[TECHNIQUES.indexOf(technique)]!.reasons}
          t={t}
        />
      )}
      {recorded && (
        <p className="at-source">{t({ key: 'recorded-with', values: { what: RECORDED_WITH } })}</p>
      )}
    </div>
  );
}

interface ReasonsProps {
  readonly recorded: Readonly<Record<string, number>>;
  readonly model: Readonly<Record<string, number>>;
  readonly t: ViewProps<State>['t'];
}

/** Exits by reason, model and recording; where they differ, first touches are why. */
function Reasons({ recorded, model, t }: ReasonsProps) {
  const names = [...new Set([...Object.keys(model), ...Object.keys(recorded)])];
  const differs = names.some((name) => (model[name] ?? 0) !== (recorded[name] ?? 0));
  if (names.length === 0) return null;
  return (
    <>
      <table className="at-totals">
        <thead>
          <tr>
            <th scope="col">{t('reasons')}</th>
            <th scope="col">{t('reasons-model')}</th>
            <th scope="col">{t('totals-recorded')}</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>{model[name] ?? 0}</td>
              <td className={ownerClass('vmm')}>{recorded[name] ?? 0}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {differs && <p className="at-source">{t('reasons-differ')}</p>}
    </>
  );
}
