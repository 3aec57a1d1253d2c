/** Why: live migration for the back row: both hosts with the guest's memory, the link and the question between them, rounds and time below. */
// What page and slide share stays in the figure's own chunk.
import './figure';
import type { MigrationState } from '../../models/live-migration/types';
import type { StageProps } from '../contract';
import { hasAnnounced } from './ends';
import { Scene } from './Scene';
import { stageLayout } from './stage-layout';
import { StageBetween } from './StageBetween';
import { StageLegend, StageRounds, StageTime } from './StageFoot';

export function Stage({ frame, t, uid, shape }: StageProps<MigrationState>) {
  const { trace, index, step } = frame;
  const { state, focus } = step;
  const layout = stageLayout(shape);
  const last = trace.steps.at(-1)!.state;
  const shared = { state, layout, t, uid, recorded: trace.source === 'recorded' };
  const foot = { ...shared, slots: last.rounds.length + 1, totalUs: Math.max(1, last.us) };
  return (
    <Scene frame={frame} layout={layout} room="room" guest="guest" uid={uid} t={t}>
      <StageBetween {...shared} focus={focus} announced={hasAnnounced(trace, index)} />
      <StageRounds {...foot} />
      <StageTime {...foot} />
      <StageLegend {...foot} />
    </Scene>
  );
}
