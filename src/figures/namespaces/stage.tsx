/** Why: the kernel's table for the back row: the call, what one process sees of it, all processes, and the rooms below. */
// What page and slide share stays in the figure's own chunk.
import './figure';
import { NAMESPACE_KINDS } from '../../lib/snapshots';
import type { NamespacesState } from '../../models/namespaces/state';
import { Defs } from '../../marks/Defs';
import { Token } from '../../marks/Token';
import type { StageProps } from '../contract';
import { badges, COLUMNS } from './letters';
import { rowsOf } from './rows';
import { stageLayout, NAME_X } from './stage-layout';
import { StageCalls, StageSees } from './StageCalls';
import { StageNets } from './StageNets';
import { StageTable } from './StageTable';
import { StageUsers } from './StageUsers';

export function Stage({ frame, t, uid, shape }: StageProps<NamespacesState>) {
  const { trace, index } = frame;
  const { calls, snapshot } = frame.step.state;
  const layout = stageLayout(trace, shape);
  const rows = rowsOf(trace, index);
  const badgeOf = badges(trace);
  const { width, height, head, pidX, uidX, columnX, column } = layout;
  const at = rows.findIndex(({ process }) => process.pid === calls.at(-1)?.by);
  const alive = snapshot.procs;
  const namespaces = new Set(alive.flatMap(({ ns }) => NAMESPACE_KINDS.map((kind) => ns[kind]))).size;
  const shared = { frame, layout, badgeOf, uid, t };
  return (
    <svg
      className="ns ns-room-view"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t({ key: 'picture.alt', values: { processes: alive.length, namespaces } })}
    >
      <Defs uid={uid} />
      <StageCalls {...shared} />
      <StageSees {...shared} />
      <g className="ns-heads">
        <text x={NAME_X + 3} y={head}>
          {t('head.process')}
        </text>
        <text x={pidX} y={head}>
          {t('head.pid')}
        </text>
        <text x={uidX} y={head}>
          {t('head.uid')}
        </text>
        {COLUMNS.map((kind, i) => (
          <text key={kind} x={columnX + (i + 0.5) * column} y={head} textAnchor="middle">
            {kind === 'cgroup' ? 'cgrp' : kind}
          </text>
        ))}
      </g>
      <StageTable rows={rows} {...shared} />
      {at >= 0 && <Token id="call" x={11} y={layout.rows + (at + 0.5) * layout.row} owner="hw" r={8} />}
      {layout.strip?.kind === 'net' && <StageNets {...shared} />}
      {layout.strip?.kind === 'user' && <StageUsers {...shared} />}
    </svg>
  );
}
