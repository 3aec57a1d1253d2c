/** Why: on a page and in a room the picture has the same frame: both hosts, what `children` draw, and over all of it the guest. */
import type { ReactNode } from 'react';
import type { Translate } from '../../lib/message';
import { Defs } from '../../marks/Defs';
import { plainText } from '../../marks/RichText';
import { Token } from '../../marks/Token';
import type { MigrationState } from '../../models/live-migration/types';
import type { ViewProps } from '../contract';
import { looksAtDestination, looksAtSource } from './cells';
import { counts, guestAt } from './ends';
import type { Layout } from './geometry';
import { Host } from './Host';

interface Props {
  readonly frame: ViewProps<MigrationState>['frame'];
  readonly layout: Layout;
  readonly room: Layout['id'] | 'room';
  /** Id of the guest's token: two drawings of one figure move their own. */
  readonly guest: string;
  /** Unlike that of any other drawing in the page. */
  readonly uid: string;
  readonly t: Translate;
  readonly children: ReactNode;
}

export function Scene({ frame: { trace, step }, layout, room, guest, uid, t, children }: Props) {
  const { state, focus, caption } = step;
  const said = counts(state, trace.source === 'recorded');
  const shared = { state, layout, t, uid };
  return (
    <svg
      className={`lm lm-${room}`}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="img"
      aria-label={t({
        key: 'picture',
        values: { scene: t(`scene-${state.scene}`), caption: plainText(t(caption)) },
      })}
    >
      <Defs uid={uid} />
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
      {children}
      <Token
        id={guest}
        node="guest"
        {...guestAt(state, layout)}
        owner={state.guest === 'nobody' ? 'hw' : 'kern'}
        r={9}
      />
    </svg>
  );
}
