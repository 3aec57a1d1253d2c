/** Why: binary translation for the back row: two columns of code, the monitor under them, what is not told folded away. */
import { Defs } from '../../marks/Defs';
import { Token } from '../../marks/Token';
import type { BtState } from '../../models/binary-translation/types';
import { STAGE_ROOMS, type StageProps } from '../contract';
import { stageLayout, stageSeat } from './stage-layout';
import { StageCache, StageGuest } from './StageCode';
import { StageCost, StageMeter, StageVmm } from './StageMonitor';
import { StageChains, StageTaken } from './StageWires';
import { OWNER } from './view';
// What page and slide share stays in the figure's own chunk: a page that shows no slide fetches nothing more.
import './figure';

export function Stage({ frame, t, uid, shape }: StageProps<BtState>) {
  const { state } = frame.step;
  const { width, height } = STAGE_ROOMS[shape];
  const layout = stageLayout(state, shape);
  const seat = stageSeat(layout, state.where);
  const place = t(`place.${state.where.kind}`);
  const shared = { state, layout, t, uid };
  return (
    <svg
      className="bt bt-stage"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t({ key: 'picture.alt', values: { place, blocks: state.counts.translations } })}
    >
      <Defs uid={uid} />
      <StageGuest {...shared} />
      <StageCache {...shared} />
      <StageVmm {...shared} />
      <StageMeter {...shared} total={frame.trace.steps.at(-1)!.state.entries.length} />
      {state.phase === 'end' && <StageCost {...shared} />}
      <StageChains {...shared} />
      <StageTaken {...shared} />
      <Token id="control" node="control" x={seat.x} y={seat.y} owner={OWNER[state.where.kind]} r={10} />
    </svg>
  );
}
