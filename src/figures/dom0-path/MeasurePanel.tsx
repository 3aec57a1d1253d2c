/** Why: what the picture cannot count: hypercalls and grants of the recording; of the load `LoadMeasure.tsx`. */
import type { Translate } from '../../lib/message';
import type { ViewProps } from '../contract';
import { load } from './load';
import type { PathState, PingState } from './state';

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

export function MeasurePanel({ frame, t }: ViewProps<PathState>) {
  const { state } = frame.step;
  switch (state.kind) {
    case 'ping':
      return <PingCounts state={state} t={t} />;
    case 'load':
      return <load.here.LoadMeasure state={state} t={t} />;
  }
}
