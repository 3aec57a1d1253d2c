/** Why: live migration for the back row: both hosts with the guest's memory, the link and the question between them, rounds and time below. */
// What page and slide share stays in the figure's own chunk.
import './figure';
import { Defs } from '../../marks/Defs';
import { plainText } from '../../marks/RichText';
import { Token } from '../../marks/Token';
import type { MigrationState } from '../../models/live-migration/types';
import type { StageProps } from '../contract';
import { looksAtDestination, looksAtSource } from './cells';
import { counts, guestAt, hasAnnounced } from './ends';
import { Host } from './Host';
import { stageLayout } from './stage-layout';
import { StageBetween } from './StageBetween';
import { StageLegend, StageRounds, StageTime } from './StageFoot';

export function Stage({ frame, t, uid, shape }: StageProps<MigrationState>) {
  const { trace, index, step } = frame;
  const { state, focus, caption } = step;
  const layout = stageLayout(shape);
  const recorded = trace.source === 'recorded';
  const last = trace.steps.at(-1)!.state;
  const said = counts(state, recorded);
  const shared = { state, layout, t, uid, recorded };
  const foot = { ...shared, slots: last.rounds.length + 1, totalUs: Math.max(1, last.us) };
  return (
    <svg
      className="lm lm-room"
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
      <StageBetween {...shared} focus={focus} announced={hasAnnounced(trace, index)} />
      <StageRounds {...foot} />
      <StageTime {...foot} />
      <StageLegend {...foot} />
      <Token
        id="guest"
        node="guest"
        {...guestAt(state, layout)}
        owner={state.guest === 'nobody' ? 'hw' : 'kern'}
        r={9}
      />
    </svg>
  );
}
