/** Why: the partition itself. A pill is one namespace, as tall as the run of rows that are in it; a new one stands out. */
import { ownerClass } from '../../marks/owner';
import type { Layout } from './geometry';
import { COLUMNS, type BadgeOf } from './letters';
import type { Row } from './rows';
import { runsOf } from './runs';

interface PillsProps {
  readonly rows: readonly Row[];
  readonly y: number;
  readonly layout: Layout;
  readonly badgeOf: BadgeOf;
}

/** Where the next child will be, if not with its parent: a small mark at the edge of the pill. */
function Ahead({ rows, y, layout, badgeOf }: PillsProps) {
  const { columnX, column, row: height, pillTop, pillHeight } = layout;
  return rows.flatMap(({ process, gone, before }, i) =>
    (['pid', 'time'] as const).map((kind) => {
      const next = process.children?.[kind];
      if (gone || next === undefined || next === process.ns[kind]) return null;
      const badge = next === null ? undefined : badgeOf(next);
      const x = columnX + (COLUMNS.indexOf(kind) + 1) * column - 7;
      const top = y + i * height + pillTop + pillHeight - 7;
      const fresh = before !== undefined && before.children?.[kind] !== next;
      return (
        <g
          key={`${process.pid} ${kind}`}
          className={`ns-ahead ${ownerClass(badge?.owner ?? 'hw')}${fresh ? ' is-new' : ''}`}
        >
          <circle cx={x} cy={top} r={9.5} />
          <text x={x} y={top + 4.5} textAnchor="middle">
            {badge?.letter ?? '+'}
          </text>
        </g>
      );
    }),
  );
}

export function Pills(props: PillsProps) {
  const { rows, y, layout, badgeOf } = props;
  const { columnX, column, row: height, pillTop, pillHeight, joined } = layout;
  return (
    <>
      {COLUMNS.map((kind, c) =>
        runsOf(rows, kind, joined).map(({ inode, from, to, changed }) => {
          const badge = badgeOf(inode);
          const x = columnX + c * column;
          const top = y + from * height + pillTop;
          const tall = (to - from) * height + pillHeight;
          return (
            <g
              key={`${kind} ${from}`}
              className={`ns-pill ${ownerClass(badge.owner)}${changed ? ' is-new' : ''}`}
            >
              <title>{`${kind}:[${inode}]`}</title>
              <rect x={x + 4} y={top} width={column - 8} height={tall} rx={9} />
              <text x={x + column / 2} y={top + tall / 2 + 5.5} textAnchor="middle">
                {badge.letter}
              </text>
            </g>
          );
        }),
      )}
      <Ahead {...props} />
    </>
  );
}
