/** Why: the same step elsewhere. Each stage of a split driver has a name of its own in Xen; the one that runs now is lit. */
import type { Translate } from '../../lib/message';
import { STAGES, type StageId } from '../../models/vmbus/stages';
import type { VmbusState } from '../../models/vmbus/types';
import { ownerClass, type Owner } from '../../marks/owner';

const OWNER: Readonly<Record<StageId, Owner>> = {
  'frontend-queues': 'kern',
  'shared-memory': 'data',
  signal: 'vmm',
  'backend-wakes': 'host',
  copy: 'host',
  switch: 'host',
  hardware: 'hw',
  completion: 'data',
};
const LEFT = 742;
const WIDTH = 176;
const TOP = 38;
const PITCH = 54;

export function XenColumn({ state, t }: { readonly state: VmbusState; readonly t: Translate }) {
  const way = state.device === 'emulated' ? 'emulated' : state.scene === 'disk' ? 'disk' : 'net';
  return (
    <g className="vb-xen">
      <path className="vb-xen-edge" d="M731 4 V470" />
      <text className="vb-title" x={LEFT} y={24}>
        {t('xen.title')}
      </text>
      {STAGES.map((stage, i) => {
        const y = TOP + i * PITCH;
        return (
          <g
            key={stage}
            className={`vb-stage ${ownerClass(OWNER[stage])}${stage === state.stage ? ' is-now' : ''}`}
          >
            <rect x={LEFT} y={y} width={WIDTH} height={46} rx={7} />
            <text className="vb-name" x={LEFT + 12} y={y + 20}>
              {t(`xen.${stage}.${way}`)}
            </text>
            <text className="vb-sub" x={LEFT + 12} y={y + 38}>
              {t(`stage.${stage}`)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
