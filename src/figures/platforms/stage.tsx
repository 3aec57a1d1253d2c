/** Why: the platforms for the back row: up to three stacks beside each other, more of them in two rows, every one in view. */
// What page and slide share stays in the figure's own chunk.
import './figure';
import { leadOf } from '../../models/platforms/captions';
import type { PlatformsState } from '../../models/platforms/types';
import { Defs } from '../../marks/Defs';
import { STAGE_ROOMS, type StageProps } from '../contract';
import { nameFor } from './name-for';
import { stageLayout } from './stage-layout';
import { CROSSING, StageStack } from './StageStack';

export function Stage({ frame, t, uid, shape }: StageProps<PlatformsState>) {
  const { state, caption } = frame.step;
  const { columns, event } = state;
  const { width, height } = STAGE_ROOMS[shape];
  const layout = stageLayout(columns.length, shape);
  const lead = caption.key === 'many' ? leadOf(columns).platform : undefined;
  const { legend } = layout;
  return (
    <svg
      className={legend === undefined ? 'pf pf-room' : 'pf pf-room is-low'}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={nameFor(columns, state, t)}
    >
      <Defs uid={uid} />
      <g data-node="counts">
        {columns.map((column, i) => (
          <StageStack
            key={column.platform}
            column={column}
            event={event}
            layout={layout}
            index={i}
            ended={state.phase === 'end'}
            told={column.platform === lead}
            uid={uid}
            t={t}
          />
        ))}
      </g>
      {legend !== undefined && (
        <g transform={`translate(3 ${legend})`}>
          <path className="pf-arrows" d={CROSSING} transform="translate(0 -16)" />
          <text x={34}>{t('row-crossings')}</text>
          <rect className="pf-swatch" x={width / 2} y={-17} width={30} height={18} rx={4} />
          <text x={width / 2 + 42}>{t('unverified')}</text>
        </g>
      )}
    </svg>
  );
}
