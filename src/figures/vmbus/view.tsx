/**
 * Why: place before words. A packet goes from the child through shared memory to the root; only a signal goes
 * through the hypervisor. With an emulated device everything does.
 */
import { Defs } from '../../marks/Defs';
import { Token } from '../../marks/Token';
import { Wire } from '../../marks/Wire';
import type { VmbusState } from '../../models/vmbus/types';
import type { ViewProps } from '../contract';
import { PAGE, SIZE } from './page-plan';
import { Platform } from './platform';
import { RingScene } from './ring-scene';
import { travelOf } from './travel';
import { XenStages } from './xen';

export function View({ frame, t, uid }: ViewProps<VmbusState>) {
  const { state } = frame.step;
  const xen = frame.scenario['beside'] === 'xen';
  const synthetic = state.device === 'synthetic';
  const { call, taken, journey, packet, message } = travelOf(state, PAGE);
  const picture = (
    <svg
      className="vb"
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      role="img"
      aria-label={t(`picture.alt.${state.scene === 'ring' ? 'ring' : state.device}`)}
    >
      <Defs uid={uid} />
      {state.cpu ? (
        <RingScene state={state} uid={uid} t={t} />
      ) : (
        <>
          <Platform state={state} t={t} />
          {taken && <Wire {...taken} uid={uid} kind="taken" arrow />}
          {call && (
            <text className="vb-call own-vmm" x={synthetic ? 378 : 362} y={374} textAnchor="middle">
              {t(call)}
            </text>
          )}
          {journey && <path className="vb-journey" data-node="journey" d={journey} />}
          {packet && <Token id="packet" {...packet} owner="data" r={9} />}
          {message && <Token id="message" {...message} owner="data" r={4.5} />}
        </>
      )}
    </svg>
  );
  return xen ? (
    <>
      {picture}
      <XenStages state={state} columns={1} t={t} />
      <XenStages state={state} columns={2} t={t} />
    </>
  ) : (
    picture
  );
}
