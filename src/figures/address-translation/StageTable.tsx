/** Why: one table for a room: a page of entries, of which the address picks one, and the way to what that one names. */
import type { State, TableBox } from '../../models/address-translation/types';
import type { Owner } from '../../marks/owner';
import type { Point } from '../../marks/shapes';
import { Wire } from '../../marks/Wire';
import { round } from './geometry';
import { STAGE_STRIP } from './stage-layout';

const { width: WIDTH, slot: SLOT } = STAGE_STRIP;

interface TableProps {
  readonly owner: Owner;
  readonly state: State;
  readonly focus: readonly string[];
  readonly uid: string;
  readonly box: TableBox | null | undefined;
  readonly x: number;
  readonly top: number;
  readonly height: number;
  readonly node: string | undefined;
  readonly to: Point;
  readonly name?: string;
}

export function StageTable({ box, x, top, height, node, to, name, owner, state, focus, uid }: TableProps) {
  if (!box)
    return <rect className="at-spared" x={x} y={top} width={WIDTH} height={height} rx={4} data-node={node} />;
  const touched = node !== undefined && (state.writes.includes(node) || state.reads.includes(node));
  const written = node !== undefined && state.writes.includes(node);
  const mark = written
    ? ' is-written'
    : touched
      ? ' is-read'
      : node && focus.includes(node)
        ? ' is-focus'
        : '';
  const y = round(top + (box.index / 511) * (height - SLOT));
  const middle = y + SLOT / 2;
  const bend = (to.x - x - WIDTH) / 2;
  return (
    <g className={`at-strip${mark}`} data-node={node}>
      <rect className="at-table" x={x} y={top} width={WIDTH} height={height} rx={4} />
      <rect
        className={box.entry === 0 ? 'at-slot is-empty' : 'at-slot'}
        x={x}
        y={y}
        width={WIDTH}
        height={SLOT}
      />
      <text className="at-slot-text" x={x + (name ? 48 : WIDTH / 2)} y={y + 25} textAnchor="middle">
        {box.index}
      </text>
      {name && (
        <text className="at-space" x={x + 5} y={y + 25}>
          {name}
        </text>
      )}
      {box.entry !== 0 && (
        <Wire
          uid={uid}
          owner={owner}
          arrow
          kind={touched ? 'taken' : 'idle'}
          d={`M${x + WIDTH} ${middle} C${x + WIDTH + bend} ${middle} ${to.x - bend} ${to.y} ${to.x - 3} ${to.y}`}
        />
      )}
    </g>
  );
}
