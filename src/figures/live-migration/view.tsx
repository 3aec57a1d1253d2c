/**
 * Why: two hosts side by side, the guest's memory in each as cells, the guest itself a token above one of them; below,
 * what each round sent, and a line of time on which the downtime is to scale. Drawn twice, for a wide figure and a phone.
 */
import type { MigrationState } from '../../models/live-migration/types';
import type { ViewProps } from '../contract';
import { Between } from './Between';
import { hasAnnounced } from './ends';
import { NARROW, WIDE, type Layout } from './geometry';
import { Legend } from './Legend';
import { Rounds } from './Rounds';
import { Scene } from './Scene';
import { TimeAxis } from './TimeAxis';

type Props = ViewProps<MigrationState>;

function Picture({ frame, t, uid, layout }: Props & { readonly layout: Layout }) {
  const { trace, index, step } = frame;
  const { state, focus } = step;
  const recorded = trace.source === 'recorded';
  const id = `${uid}-${layout.id}`;
  const last = trace.steps.at(-1)!.state;
  const shared = { state, layout, t, uid: id };
  return (
    <Scene frame={frame} layout={layout} room={layout.id} guest={`guest-${layout.id}`} uid={id} t={t}>
      <Legend layout={layout} recorded={recorded} t={t} />
      <Between {...shared} focus={focus} recorded={recorded} announced={hasAnnounced(trace, index)} />
      <Rounds {...shared} slots={last.rounds.length} recorded={recorded} />
      <TimeAxis {...shared} totalUs={Math.max(1, last.us)} />
    </Scene>
  );
}

export function View(props: Props) {
  return (
    <div className="lm-view">
      <Picture {...props} layout={WIDE} />
      <Picture {...props} layout={NARROW} />
    </div>
  );
}
