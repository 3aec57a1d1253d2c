/** Why: what the load's picture cannot count: where its packets are, and at the end where the knee is. */
import type { Translate } from '../../lib/message';
import { backlogOf } from '../../models/dom0-path/telling';
import { KneeChart } from './KneeChart';
import type { LoadState } from './state';

interface Props {
  readonly state: LoadState;
  readonly t: Translate;
}

/** Where all packets are: what was offered is delivered, dropped or still in a ring. */
function Sums({ state: { windows, shown }, t }: Props) {
  const now = windows[shown - 1];
  const sum = (name: 'offered' | 'dropped' | 'consumed') =>
    now?.guests.reduce((all, guest) => all + guest[name], 0) ?? 0;
  const bells = windows.slice(0, shown).reduce((all, { notifiedHere }) => all + notifiedHere, 0);
  const rows = [
    ['offered', sum('offered')],
    ['delivered', sum('consumed')],
    ['dropped', sum('dropped')],
    ['waiting', backlogOf(now)],
    ['bells', bells],
  ] as const;
  return (
    <dl className="dp-rows">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`sum.${name}`)}</dt>
          <dd>{t({ key: 'count.number', values: { value } })}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Shown when the run is over: before that it would answer the question that the run asks. */
function Knees({ state: { knee, choice }, t }: Props) {
  const short = (mib: number) => (mib >= 1024 ? `${mib / 1024}G` : String(mib));
  return (
    <div data-node="knee">
      {(['memory', 'vcpus'] as const).map((name) => {
        const here = knee[name].find(({ value }) => value === choice[name]);
        const perSecond = Math.round(here?.throughput ?? 0);
        const values = { what: t(`knee.${name}`), place: choice[name], perSecond };
        return (
          <div key={name} className="dp-measure">
            <span>{t(`knee.${name}`)}</span>
            <KneeChart
              points={knee[name]}
              current={choice[name]}
              label={name === 'memory' ? short : String}
              name={t({ key: 'knee.alt', values })}
            />
          </div>
        );
      })}
    </div>
  );
}

export function LoadMeasure(props: Props) {
  return props.state.over ? <Knees {...props} /> : <Sums {...props} />;
}
