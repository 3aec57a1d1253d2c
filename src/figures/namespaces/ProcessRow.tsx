/** Why: one process in the kernel's table: its place in the tree, and its numbers and user ids in every namespace that knows it. */
import type { Snapshot } from '../../models/namespaces/snapshot';
import { ownerClass } from '../../marks/owner';
import type { Layout } from './geometry';
import type { Badge, BadgeOf } from './letters';
import { numbersOf, type Numbered } from './numbers';
import { parentRow, type Row } from './rows';

const LETTER = 8.6;

interface ChipProps {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly badge: Badge;
}
const chipWidth = (text: string) => Math.round(12 + text.length * LETTER);

/** A number in the colour of the namespace where it holds. */
function Chip({ x, y, text, badge }: ChipProps) {
  const width = chipWidth(text);
  return (
    <g className={`ns-chip ${ownerClass(badge.owner)}`}>
      <rect x={x} y={y - 17} width={width} height={24} rx={5} />
      <text className="mono" x={x + width / 2} y={y} textAnchor="middle">
        {text}
      </text>
    </g>
  );
}

function Chips({
  x,
  y,
  list,
}: {
  readonly x: number;
  readonly y: number;
  readonly list: readonly Numbered[];
}) {
  let at = x;
  return list.map(([text, badge], i) => {
    const left = at;
    at += chipWidth(text) + 4;
    return <Chip key={i} x={left} y={y} text={text} badge={badge} />;
  });
}

interface RowProps {
  readonly row: Row;
  readonly rows: readonly Row[];
  readonly index: number;
  readonly y: number;
  readonly layout: Layout;
  readonly snapshot: Snapshot;
  readonly badgeOf: BadgeOf;
  /** Its view is told. */
  readonly viewed: boolean;
  /** Its call was refused. */
  readonly refused: boolean;
  readonly uid: string;
  readonly onPick: (() => void) | undefined;
}

export function ProcessRow(props: RowProps) {
  const { row, rows, index, y, layout, snapshot, badgeOf, viewed, refused, uid, onPick } = props;
  const { process, depth, before, gone } = row;
  const { row: height, text, indent, pidX, uidX, joined, width } = layout;
  const x = 30 + depth * indent;
  const base = y + text;
  const up = index - parentRow(rows, row);
  const { pids, uids } = numbersOf(process, snapshot, badgeOf);
  const state = `${gone ? ' is-gone' : ''}${before === undefined ? ' is-new' : ''}${viewed ? ' is-viewed' : ''}`;
  return (
    // A short way for the pointer; the list in the panel is everybody's.

    <g
      className={`ns-row${state}`}
      data-node={gone ? undefined : `process-${process.pid}`}
      onClick={gone ? undefined : onPick}
    >
      <rect
        className="ns-band"
        x={27}
        y={y + 1}
        width={joined ? layout.columnX - 33 : width - 29}
        height={height - 2}
        rx={7}
      />
      {refused && (
        <rect
          x={(joined ? layout.columnX - 6 : width - 2) - 14}
          y={y + 4}
          width={11}
          height={(joined ? height : layout.pillTop) - 8}
          fill={`url(#${uid}-hazard)`}
        />
      )}
      {depth > 0 && (
        <path
          className="ns-branch"
          d={`M${x - indent + 4} ${base - up * height + 8} V${base - 5} H${x - 2}`}
        />
      )}
      <text className="ns-name" x={x + 2} y={base}>
        {process.comm}
      </text>
      {!gone && <Chips x={pidX} y={base} list={pids} />}
      {!gone && <Chips x={uidX} y={base} list={uids} />}
    </g>
  );
}
