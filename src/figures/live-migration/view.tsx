/**
 * Why: two hosts side by side, the guest's memory in each as cells, the guest itself a token above one of them; below,
 * what each round sent, and a line of time on which the downtime is to scale. Drawn twice, for a wide figure and a phone.
 */
import { Defs } from '../../marks/Defs';
import { plainText } from '../../marks/RichText';
import { Token } from '../../marks/Token';
import type { MigrationState } from '../../models/live-migration/types';
import type { ViewProps } from '../contract';
import { Between } from './Between';
import { looksAtDestination, looksAtSource } from './cells';
import { counts, guestAt, hasAnnounced } from './ends';
import { NARROW, WIDE, type Layout } from './geometry';
import { Host } from './Host';
import { Legend } from './Legend';
import { Rounds } from './Rounds';
import { TimeAxis } from './TimeAxis';

type Props = ViewProps<MigrationState>;

function Picture({ frame, t, uid, layout }: Props & { readonly layout: Layout }) {
  const { trace, index, step } = frame;
  const { state, focus, caption } = step;
  const recorded = trace.source === 'recorded';
  const id = `${uid}-${layout.id}`;
  const last = trace.steps.at(-1)!.state;
  const announced = hasAnnounced(trace, index);
  const said = counts(state, recorded);
  const shared = { state, layout, t, uid: id };
  const guest = guestAt(state, layout);
  return (
    <svg
      className={`lm lm-${layout.id}`}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="img"
      aria-label={t({
        key: 'picture',
        values: { scene: t(`scene-${state.scene}`), caption: plainText(t(caption)) },
      })}
    >
      <Defs uid={id} />
      <Host
        {...shared}
        name="source"
        looks={looksAtSource(state)}
        focused={focus.includes('source')}
        count={said.source}
      />
      <Host
        {...shared}
        name="destination"
        looks={looksAtDestination(state)}
        focused={focus.includes('destination')}
        count={said.destination}
      />
      <Legend layout={layout} recorded={recorded} t={t} />
      <Between {...shared} focus={focus} recorded={recorded} announced={announced} />
      <Rounds {...shared} slots={last.rounds.length} recorded={recorded} />
      <TimeAxis {...shared} totalUs={Math.max(1, last.us)} />
      <Token
        id={`guest-${layout.id}`}
        node="guest"
        {...guest}
        owner={state.guest === 'nobody' ? 'hw' : 'kern'}
        r={9}
      />
    </svg>
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
