/** Why: what the picture cannot count: hypercalls and grants of the recording, or the load's sums and its knee. */
import type { Translate } from '../../lib/message';
import { backlogOf } from '../../models/dom0-path/telling';
import type { ViewProps } from '../contract';
import { KneeChart } from './KneeChart';
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
      <div>
        <dt>{t('count.instructions')}</dt>
        <dd>{t({ key: 'count.number', values: { value: state.instructions } })}</dd>
      </div>
    </dl>
  );
}

/** Where all packets are: what was offered is delivered, dropped or still in a ring. */
function Sums({ state: { windows, shown }, t }: { readonly state: LoadState; readonly t: Translate }) {
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
function Knees({ state: { knee, choice }, t }: { readonly state: LoadState; readonly t: Translate }) {
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

export function MeasurePanel({ frame, t }: ViewProps<PathState>) {
  const { state } = frame.step;
  switch (state.kind) {
    case 'ping':
      return <PingCounts state={state} t={t} />;
    case 'load':
      return state.over ? <Knees state={state} t={t} /> : <Sums state={state} t={t} />;
  }
}
