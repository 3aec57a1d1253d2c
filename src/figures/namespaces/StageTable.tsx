/** Why: the kernel's table for the back row: processes with their numbers, and the pills that they share. */
import type { NamespacesState } from '../../models/namespaces/state';
import { ownerClass } from '../../marks/owner';
import type { Frame } from '../contract';
import { COLUMNS, type BadgeOf } from './letters';
import { numbersOf, type Numbered } from './numbers';
import { parentRow, type Row } from './rows';
import { runsOf } from './runs';
import { MONO, NAME_X, type StageLayout } from './stage-layout';
import { viewerOf } from './viewer';

interface StageTableProps {
  readonly frame: Frame<NamespacesState>;
  readonly rows: readonly Row[];
  readonly layout: StageLayout;
  readonly badgeOf: BadgeOf;
  readonly uid: string;
}

const PILL = 3;
const BASE = 8;
const chipWidth = (text: string) => Math.round(10 + text.length * MONO);

function Chips({ x, y, height, list }: { x: number; y: number; height: number; list: readonly Numbered[] }) {
  let at = x;
  return list.map(([text, badge], i) => {
    const [left, width] = [at, chipWidth(text)];
    at += width + 3;
    return (
      <g key={i} className={`ns-chip ${ownerClass(badge.owner)}`}>
        <rect x={left} y={y - height / 2} width={width} height={height} rx={6} />
        <text className="mono" x={left + width / 2} y={y + BASE} textAnchor="middle">
          {text}
        </text>
      </g>
    );
  });
}

function StageRow({ row, index, ...props }: StageTableProps & { readonly row: Row; readonly index: number }) {
  const { frame, rows, layout, badgeOf, uid } = props;
  const { process, depth, before, gone } = row;
  const { row: height, indent, pidX, uidX, columnX } = layout;
  const { snapshot, calls } = frame.step.state;
  const top = layout.rows + index * height;
  const middle = top + height / 2;
  const x = NAME_X + depth * indent;
  const up = index - parentRow(rows, row);
  const { pids, uids } = numbersOf(process, snapshot, badgeOf);
  const last = calls.at(-1);
  const refused = last?.error !== undefined && last.by === process.pid;
  const node = `process-${process.pid}`;
  const classes = [
    'ns-row',
    gone && 'is-gone',
    before === undefined && 'is-new',
    viewerOf(frame) === process.pid && 'is-viewed',
    frame.step.focus.includes(node) && 'is-focus',
  ];
  const band = { x: NAME_X - 5, y: top + 1.5, width: columnX - NAME_X - 1, height: height - 3, rx: 8 };
  return (
    <g className={classes.filter(Boolean).join(' ')} data-node={gone ? undefined : node}>
      <rect className="ns-band" {...band} />
      {refused && <rect className="ns-trouble" {...band} stroke={`url(#${uid}-hazard)`} />}
      {depth > 0 && (
        <path
          className="ns-branch"
          d={`M${x - indent + 5} ${middle - up * height + 12}V${middle}H${x - 1}`}
        />
      )}
      <text className="ns-name" x={x + 3} y={middle + BASE}>
        {process.comm}
      </text>
      {!gone && <Chips x={pidX} y={middle} height={Math.min(34, height - 6)} list={pids} />}
      {!gone && <Chips x={uidX} y={middle} height={Math.min(34, height - 6)} list={uids} />}
    </g>
  );
}

/** Where the next child will be, if not with its parent: a dashed mark in the pill. */
function nextOf({ process, gone }: Row, kind: string): number | null | undefined {
  if (gone || (kind !== 'pid' && kind !== 'time')) return undefined;
  const next = process.children?.[kind];
  return next === process.ns[kind] ? undefined : next;
}

function StagePills({ rows, layout, badgeOf }: StageTableProps) {
  const { columnX, column, row: height } = layout;
  return COLUMNS.flatMap((kind, c) =>
    runsOf(rows, kind, true).map(({ inode, from, to, changed }) => {
      const badge = badgeOf(inode);
      const x = columnX + c * column;
      const top = layout.rows + from * height + PILL;
      const tall = (to - from + 1) * height - 2 * PILL;
      const members = rows.slice(from, to + 1);
      const waits = members.some((row) => nextOf(row, kind) !== undefined);
      return (
        <g
          key={`${kind} ${from}`}
          className={`ns-pill ${ownerClass(badge.owner)}${changed ? ' is-new' : ''}`}
        >
          <rect x={x + 3} y={top} width={column - 6} height={tall} rx={9} />
          <text x={x + column * (waits ? 0.28 : 0.5)} y={top + tall / 2 + BASE} textAnchor="middle">
            {badge.letter}
          </text>
          {members.map((row, i) => {
            const next = nextOf(row, kind);
            if (next === undefined) return null;
            const ahead = next === null ? undefined : badgeOf(next);
            const middle = layout.rows + (from + i + 0.5) * height;
            return (
              <g key={row.process.pid} className={`ns-ahead ${ownerClass(ahead?.owner ?? 'hw')}`}>
                <rect x={x + column - 32} y={middle - 13} width={26} height={26} rx={6} />
                <text x={x + column - 19} y={middle + BASE} textAnchor="middle">
                  {ahead?.letter ?? '+'}
                </text>
              </g>
            );
          })}
        </g>
      );
    }),
  );
}

export function StageTable(props: StageTableProps) {
  return (
    <>
      {props.rows.map((row, i) => (
        <StageRow key={row.process.pid} {...props} row={row} index={i} />
      ))}
      <StagePills {...props} />
    </>
  );
}
