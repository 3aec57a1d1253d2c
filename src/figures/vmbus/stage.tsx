/** Why: VMBus for the back row: the data stays, a message goes around a ring, and only a signal goes down to the hypervisor. */
// What page and slide share stays in the figure's own chunk.
import './figure';
import { Defs } from '../../marks/Defs';
import { Token } from '../../marks/Token';
import { Wire } from '../../marks/Wire';
import type { VmbusState } from '../../models/vmbus/types';
import { STAGE_ROOMS, type StageProps } from '../contract';
import { stagePlan } from './stage-plan';
import { StageBar } from './StageBar';
import { StagePlatform } from './StagePlatform';
import { StageRingScene } from './StageRingScene';
import { travelOf } from './travel';

export function Stage({ frame, t, uid, shape }: StageProps<VmbusState>) {
  const { state, focus } = frame.step;
  const { width, height } = STAGE_ROOMS[shape];
  const plan = stagePlan(shape);
  const { rootX, workerX, childX } = plan.geometry.plan;
  const { call, taken, journey, packet, message } = travelOf(state, plan.geometry);
  const left = state.device === 'synthetic' ? rootX : workerX;
  return (
    <svg
      className="vb-room"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t(`picture.alt.${state.scene === 'ring' ? 'ring' : state.device}`)}
    >
      <Defs uid={uid} />
      {state.cpu ? (
        <StageRingScene {...{ state, shape, uid, t }} />
      ) : (
        <>
          <StagePlatform {...{ state, plan, focus, t }} />
          {taken && <Wire {...taken} uid={uid} kind="taken" arrow />}
          {call && (
            <text className="vb-room-call own-vmm" x={(left + childX) / 2} y={plan.call} textAnchor="middle">
              {t(call)}
            </text>
          )}
          {journey && <path className="vb-journey" data-node="journey" d={journey} />}
          {packet && <Token id="packet" {...packet} owner="data" r={12} />}
          {message && <Token id="message" {...message} owner="data" r={6.5} />}
          <StageBar {...{ state, plan, t }} xen={frame.scenario['beside'] === 'xen'} />
        </>
      )}
    </svg>
  );
}
