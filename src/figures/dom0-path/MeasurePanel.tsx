/** Why: what the picture cannot count: hypercalls and grants of the recording, or the load's charts and its knee. */
import type { Translate } from '../../lib/message';
import { backlogOf, latencyOf } from '../../models/dom0-path/telling';
import { ownerClass, type Owner } from '../../marks/owner';
import type { ViewProps } from '../contract';
import { KneeChart, TimeChart } from './charts';
import type { LoadState, PathState, PingState } from './state';

const COUNTS = ['hypercalls', 'upcalls', 'switches', 'copies', 'maps', 'unmaps'] as const;

function PingCounts({ state, t }: { readonly state: PingState; readonly t: Translate }) {
  return (
    <dl className="dp-rows">
      {COUNTS.map((name) => (
        <div key={name}>
          <dt>{t(`count.${name}`)}</dt>
          <dd>{t({ key: 'count.of', values: { seen: state.counts[name], total: state.totals[name] } })}</dd>
        </div>
      ))}
      <div className="is-big">
        <dt>{t('count.instructions')}</dt>
        <dd>{t({ key: 'count.number', values: { value: state.instructions } })}</dd>
      </div>
    </dl>
  );
}

/** Shown when the run is over: before that it would answer the question that the run asks. */
function Knees({ state: { knee, choice }, t }: { readonly state: LoadState; readonly t: Translate }) {
  const kilo = (value: number) => (value >= 1024 ? `${value / 1024}G` : String(value));
  return (
    <div data-node="knee">
      {(['memory', 'vcpus'] as const).map((name) => {
        const points = knee[name];
        const here = points.find(({ value }) => value === choice[name]);
        const perSecond = Math.round(here?.throughput ?? 0);
        return (
          <div key={name} className="dp-measure">
            <span>{t(`knee.${name}`)}</span>
            <KneeChart
              points={points}
              current={choice[name]}
              label={name === 'memory' ? kilo : String}
              name={t({
                key: 'knee.alt',
                values: { what: t(`knee.${name}`), place: choice[name], perSecond },
              })}
            />
          </div>
        );
      })}
    </div>
  );
}

function LoadCharts({ state, t }: { readonly state: LoadState; readonly t: Translate }) {
  const { windows, shown } = state;
  const series: readonly {
    readonly id: string;
    readonly owner: Owner;
    readonly values: readonly number[];
    readonly most?: number;
  }[] = [
    { id: 'delivered', owner: 'data', values: windows.map(({ deliveredHere }) => deliveredHere) },
    { id: 'dropped', owner: 'vmm', values: windows.map(({ droppedHere }) => droppedHere) },
    { id: 'latency', owner: 'kern', values: windows.map((window, i) => latencyOf(window, windows[i - 1])) },
    { id: 'busy', owner: 'host', values: windows.map(({ busy }) => busy * 100), most: 100 },
  ];
  return (
    <>
      {state.over && <Knees state={state} t={t} />}
      {series.map(({ id, owner, values, most }) => {
        const value = Math.round(values[shown - 1] ?? 0);
        return (
          <div key={id} className={`dp-measure ${ownerClass(owner)}`}>
            <span>{t(`chart.${id}`)}</span>
            <b>{t({ key: `chart.${id}.value`, values: { value } })}</b>
            <TimeChart
              values={values}
              shown={shown}
              most={most ?? Math.max(...values, 1)}
              owner={owner}
              name={t({ key: 'chart.alt', values: { what: t(`chart.${id}`), value } })}
            />
          </div>
        );
      })}
      <p className="dp-note">
        {t({ key: 'chart.backlog', values: { backlog: backlogOf(windows[shown - 1]) } })}
      </p>
    </>
  );
}

export function MeasurePanel({ frame, t }: ViewProps<PathState>) {
  const { state } = frame.step;
  switch (state.kind) {
    case 'ping':
      return <PingCounts state={state} t={t} />;
    case 'load':
      return <LoadCharts state={state} t={t} />;
  }
}
