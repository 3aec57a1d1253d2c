/** Why: a lane with its name for the back row, and what is said in one. */
import type { Translate } from '../../lib/message';
import { ownerClass, type Owner } from '../../marks/owner';
import type { Grid } from './geometry';
import { OWNER } from './lanes';
import type { Lane } from './state';

interface StageLaneProps {
  readonly lane: Lane;
  readonly grid: Grid;
  readonly active: boolean;
  readonly t: Translate;
}

export function StageLane({ lane, grid, active, t }: StageLaneProps) {
  const { y, height } = grid.bands[lane];
  const middle = y + height / 2;
  const flat = lane === 'cpu';
  return (
    <g className={`kx-lane ${ownerClass(OWNER[lane])}${active ? ' is-active' : ''}`} data-node={lane}>
      <rect x={3} y={y} width={grid.width - 6} height={height} rx={12} />
      <text className="kx-lane-name" x={20} y={flat ? middle + 9 : middle - 5}>
        {t(`lane.${lane}`)}
      </text>
      <text className="kx-lane-sub" x={flat ? 84 : 20} y={flat ? middle + 9 : middle + 24}>
        {t(`lane.${lane}.sub`)}
      </text>
    </g>
  );
}

interface StageSaysProps {
  readonly x: number;
  /** The lane in which it is said. */
  readonly lane: 'kvm' | 'vmm';
  readonly grid: Grid;
  readonly text: string;
  readonly owner: Owner;
}

/** Up to two lines, between the way's floor and the lane's. */
export function StageSays({ x, lane, grid, text, owner }: StageSaysProps) {
  const lines = text.split('|');
  const { y, height } = grid.bands[lane];
  const middle = (grid.depth[lane] + 6 + y + height) / 2;
  const first = Math.round(middle + 9 - ((lines.length - 1) * LINE) / 2);
  return (
    <text className={`kx-says ${ownerClass(owner)}`}>
      {lines.map((line, i) => (
        <tspan key={i} x={x} y={first + i * LINE}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

const LINE = 31;
