/**
 * Why: two hosts side by side, the guest's memory in each as cells, the guest itself a token above one of them; below,
 * what each round sent, and a line of time on which the downtime is to scale. Drawn twice, for a wide figure and a phone.
 */
import { Defs } from '../../marks/Defs';
import { plainText } from '../../marks/RichText';
import { Token } from '../../marks/Token';
import type { Message } from '../../lib/message';
import { pagesOf, sizeOf } from '../../models/live-migration/amounts';
import type { MigrationState } from '../../models/live-migration/types';
import type { ViewProps } from '../contract';
import { Between } from './Between';
import { looksAtDestination, looksAtSource } from './cells';
import { NARROW, WIDE, type Layout } from './geometry';
import { Host } from './Host';
import { Legend } from './Legend';
import { Rounds } from './Rounds';
import { TimeAxis } from './TimeAxis';

type Props = ViewProps<MigrationState>;

/** Where the guest is drawn: in the slot of its host, or between the two. */
function guestAt({ guest }: MigrationState, layout: Layout) {
  const { slot } = layout.host;
  const y = layout.source.y + slot.y + slot.height / 2;
  if (guest === 'nobody')
    return { x: layout.source.x + slot.x + slot.width - (layout.id === 'wide' ? 24 : 20), y };
  return { x: layout[guest].x + slot.x + 20, y };
}

/** What stands below the memory of each host. */
function counts(
  state: MigrationState,
  recorded: boolean,
): Readonly<Record<'source' | 'destination', Message>> {
  const size = (n: number) => (recorded ? pagesOf(n) : sizeOf(n));
  const { setup, remaining, guest, end } = state;
  const left = { size: size(remaining) };
  const there = { size: size(setup.pages - remaining) };
  if (end === 'moved')
    return { source: { key: 'count-deleted' }, destination: { key: 'count-all', values: there } };
  if (end === 'cancelled') return { source: { key: 'count-stays' }, destination: { key: 'count-useless' } };
  if (remaining === 0 && guest !== 'destination' && state.rounds.at(-1)?.written === undefined && recorded)
    return { source: { key: 'count-not-recorded' }, destination: { key: 'count-nearly' } };
  return {
    source:
      remaining === 0
        ? { key: 'count-none' }
        : { key: guest === 'destination' ? 'count-only-here' : 'count-left', values: left },
    destination: { key: 'count-there', values: there },
  };
}

function Picture({ frame, t, uid, layout }: Props & { readonly layout: Layout }) {
  const { trace, index, step } = frame;
  const { state, focus, caption } = step;
  const recorded = trace.source === 'recorded';
  const id = `${uid}-${layout.id}`;
  const last = trace.steps.at(-1)!.state;
  const announcedAt = trace.steps.findIndex((each) => each.id === 'announce');
  const announced = announcedAt < 0 ? state.end === 'moved' : index >= announcedAt;
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
