/** Why: the two-dimensional walk for a room: big numbers in the cells, the index of an entry only while it is read. */
import { hex } from '../../models/address-translation/address';
import { SHAPE, type State } from '../../models/address-translation/types';
import type { Ref } from '../../models/address-translation/walk';
import { ownerClass } from '../../marks/owner';
import { Token } from '../../marks/Token';
import { Wire } from '../../marks/Wire';
import type { StageProps } from '../contract';
import { round, type Cell } from './geometry';
import { gridRoom, stageCell } from './stage-layout';
import { StageCpu } from './StageCpu';

const RADIUS = 7;

/** The corner of a cell that holds neither its number nor its index. */
const seatIn = ({ x, y, width }: Cell) => ({ x: round(x + width - 17), y: round(y + 17) });

function RoomCell({ at, reference, state }: { at: Cell; reference: Ref; state: State }) {
  const { n, table, index } = reference;
  const phase = n <= state.from ? 'past' : n <= state.done ? 'now' : 'next';
  return (
    <g
      className={`at-cell is-${phase} ${ownerClass(table === 'guest' ? 'kern' : 'vmm')}`}
      data-node={`ref-${n}`}
    >
      <rect x={at.x} y={at.y} width={at.width} height={at.height} rx={7} />
      <text className="at-number" x={at.x + 9} y={round(at.y + 29)}>
        {n}
      </text>
      {phase === 'now' && (
        <text
          className="at-index at-mono"
          x={round(at.x + at.width - 7)}
          y={round(at.y + at.height - 8)}
          textAnchor="end"
        >
          {`[${index}]`}
        </text>
      )}
    </g>
  );
}

export function StageGrid({ frame, t, uid, shape }: StageProps<State>) {
  const { state } = frame.step;
  const { walk, done, from } = state;
  const guest = SHAPE[state.scenario.guest];
  const host = SHAPE[state.scenario.host];
  const room = gridRoom(shape);
  const rows = guest.levels + 1;
  const columns = host.levels + 1;
  const cell = (row: number, column: number) => stageCell(room, row, column, rows, columns);
  const rowOf = (row: number) => (row === 0 ? rows - 1 : guest.levels - row);
  const columnOf = (ref: Ref) => (ref.table === 'guest' ? columns - 1 : host.levels - ref.level);
  const place = (ref: Ref) => cell(rowOf(ref.row), columnOf(ref));
  const now = done > from ? walk[done - 1] : undefined;
  const corner = cell(rows - 1, columns - 1);
  const taken = new Set(walk.map((ref) => `${rowOf(ref.row)}-${columnOf(ref)}`));
  const levels = Array.from({ length: rows }, (_, i) => (guest.levels - i > 0 ? guest.levels - i : 0));
  return (
    <>
      <text className={`at-head ${ownerClass('vmm')}`} x={room.left - 14} y={28} textAnchor="end">
        {`${t('head-nested').trim()} →`}
      </text>
      {Array.from({ length: columns }, (_, i) => {
        const { x, width } = cell(0, i);
        const level = host.levels - i;
        const last = i === columns - 1;
        return (
          <text
            key={i}
            className={`at-head ${ownerClass(last ? 'kern' : 'vmm')}${!last && level < host.leaf ? ' is-spared' : ''}`}
            x={round(x + width / 2)}
            y={28}
            textAnchor="middle"
          >
            {last ? t('head-guest') : `L${level}`}
          </text>
        );
      })}
      {levels.map((level, i) => {
        const refs = walk.filter((ref) => ref.row === level);
        const first = refs[0];
        const { y, height } = cell(i, 0);
        const middle = round(y + height / 2);
        const reached = first !== undefined && first.n <= done;
        const here = now?.row === level;
        const told = refs.filter((ref) => ref.n <= done).at(-1);
        const above = i === 0 ? undefined : cell(i - 1, columns - 1);
        const kind = here && first && first.n > from ? 'taken' : 'idle';
        const start = first && place(first);
        return (
          <g
            key={level}
            className={`at-row ${ownerClass(level === 0 ? 'data' : 'kern')}${here ? ' is-here' : ''}${level > 0 && level < guest.leaf ? ' is-spared' : ''}`}
          >
            <text className="at-head" x={room.names} y={middle - 5}>
              {level === 0 ? t('head-page') : t({ key: 'head-level', values: { level } })}
            </text>
            <text className="at-mono" x={room.names} y={middle + 23}>
              {reached ? hex(first.gpa) : first ? '…' : '—'}
            </text>
            {told && start && (
              <g className="at-way">
                {above && (
                  <Wire
                    uid={uid}
                    owner="kern"
                    kind={kind}
                    d={`M${round(above.x + above.width / 2)} ${round(above.y + above.height)} V${round(y - 4)} H${start.x - 11} V${middle} H${start.x}`}
                  />
                )}
                <Wire
                  uid={uid}
                  owner="vmm"
                  kind={kind}
                  d={`M${above ? start.x + 4 : start.x - 12} ${middle} H${place(told).x + 4}`}
                />
              </g>
            )}
          </g>
        );
      })}
      {levels.flatMap((_, row) =>
        Array.from({ length: columns }, (_each, column) => {
          const at = cell(row, column);
          if (taken.has(`${row}-${column}`) || (row === rows - 1 && column === columns - 1)) return null;
          return <rect key={`${row}-${column}`} className="at-spared" {...at} rx={7} />;
        }),
      )}
      {walk.map((ref) => (
        <RoomCell key={ref.n} at={place(ref)} reference={ref} state={state} />
      ))}
      <g className={`at-cell at-data ${state.hpa === null ? 'is-next' : 'is-now'} ${ownerClass('data')}`}>
        <rect {...corner} rx={7} />
        <text
          className="at-head"
          x={round(corner.x + corner.width / 2)}
          y={round(corner.y + corner.height / 2 + 9)}
          textAnchor="middle"
        >
          {t('head-data')}
        </text>
      </g>
      {now && <Token id="walker" {...seatIn(place(now))} owner="hw" r={RADIUS} />}
      <StageCpu frame={frame} t={t} cpu={room.cpu} side={room.side} />
    </>
  );
}
