/** Why: ten periods side by side: the same number as the meter's, the limit as a line, trouble as a hatched foot. */
import { MAX, type GroupId } from '../../models/cgroups/types';
import type { CgroupsState } from '../../models/cgroups/run';
import { PERIODS } from '../../models/cgroups/run';
import type { Box } from '../../marks/shapes';
import { limitOf, metIn, usedOf, type Resource } from './resources';

interface HistoryProps {
  readonly state: CgroupsState;
  readonly group: GroupId;
  readonly resource: Resource;
  readonly full: number;
  readonly at: Box;
  readonly uid: string;
}

const round = (n: number) => Math.round(n * 10) / 10;

export function History({ state, group, resource, full, at, uid }: HistoryProps) {
  const pitch = at.width / PERIODS;
  const limit = limitOf(resource, state, group);
  const bottom = at.y + at.height;
  const height = (amount: number) => round(Math.min(1, amount / full) * at.height);
  return (
    <g className={resource === 'memory' || resource === 'io' ? 'own-data' : 'own-user'}>
      <path className="cg-axis" d={`M${at.x} ${bottom + 0.5}H${at.x + at.width}`} />
      {state.past.slice(1).map((period, i) => {
        const tall = height(usedOf(resource, period, group));
        const x = round(at.x + i * pitch + 0.5);
        const width = round(pitch - 1.5);
        return (
          <g key={i} className={period === state.period ? 'cg-past is-now' : 'cg-past'}>
            <rect x={x} y={round(bottom - tall)} width={width} height={tall} />
            {metIn(period, group) && (
              <rect
                className="cg-dry"
                x={x}
                y={bottom - 6}
                width={width}
                height={6}
                fill={`url(#${uid}-hazard)`}
              />
            )}
          </g>
        );
      })}
      {limit !== MAX && (
        <path
          className="cg-mark own-host is-line"
          d={`M${at.x} ${round(bottom - height(limit))}H${at.x + at.width}`}
        />
      )}
    </g>
  );
}
