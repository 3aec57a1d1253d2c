/** Why: the same step elsewhere. Each stage of a split driver has a name of its own in Xen; the one that runs now is lit. */
import type { Translate } from '../../lib/message';
import { STAGES, type StageId } from '../../models/split-driver/stages';
import type { VmbusState } from '../../models/vmbus/types';
import { ownerClass, type Owner } from '../../marks/owner';

export const STAGE_OWNER: Readonly<Record<StageId, Owner>> = {
  'frontend-queues': 'kern',
  'shared-memory': 'data',
  signal: 'vmm',
  'backend-wakes': 'host',
  copy: 'host',
  switch: 'host',
  hardware: 'hw',
  completion: 'data',
};

/** Which of Xen's names apply. */
export const roadOf = ({ device, scene }: VmbusState): 'emulated' | 'disk' | 'net' =>
  device === 'emulated' ? 'emulated' : scene === 'disk' ? 'disk' : 'net';

const WIDTH = 176;
const TOP = 38;
const PITCH = { x: 190, y: 52.4 };

/** As a column beside the picture, or in two columns under it: the stylesheet shows the one that there is room for. */
export function XenStages({
  state,
  columns,
  t,
}: {
  readonly state: VmbusState;
  readonly columns: 1 | 2;
  readonly t: Translate;
}) {
  const way = roadOf(state);
  const rows = STAGES.length / columns;
  const now = state.stage ? t(`stage.${state.stage}`) : '';
  return (
    <svg
      className={`vb vb-xen vb-xen-${columns}`}
      viewBox={`0 0 ${columns * PITCH.x} ${columns === 1 ? 458 : TOP + rows * PITCH.y}`}
      role="img"
      aria-label={`${t('xen.title')}: ${now}`}
    >
      <text className="vb-title" x={6} y={24}>
        {t('xen.title')}
      </text>
      {STAGES.map((stage, i) => {
        const x = 6 + Math.floor(i / rows) * PITCH.x;
        const y = TOP + (i % rows) * PITCH.y;
        return (
          <g
            key={stage}
            className={`vb-stage ${ownerClass(STAGE_OWNER[stage])}${stage === state.stage ? ' is-now' : ''}`}
          >
            <rect x={x} y={y} width={WIDTH} height={47} rx={7} />
            <text className="vb-name" x={x + 12} y={y + 20}>
              {t(`xen.${stage}.${way}`)}
            </text>
            <text className="vb-sub" x={x + 12} y={y + 39}>
              {t(`stage.${stage}`)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
