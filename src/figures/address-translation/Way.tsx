/** Why: how a row of the grid comes about: the entry above gives an address, which is walked from left to right. Cells cover the line. */
import type { State } from '../../models/address-translation/types';
import type { Ref } from '../../models/address-translation/walk';
import { Wire } from '../../marks/Wire';
import { cellAt, GRID, type Cell } from './geometry';

interface WayProps {
  readonly row: number;
  readonly rows: number;
  readonly columns: number;
  readonly refs: readonly Ref[];
  readonly state: State;
  readonly uid: string;
  readonly place: (ref: Ref) => Cell;
}

export function Way({ row, rows, columns, refs, state, uid, place }: WayProps) {
  const first = refs[0]!;
  if (first.n > state.done) return null;
  const now = first.n > state.from;
  const told = refs.filter((ref) => ref.n <= state.done);
  const { x, y, height } = place(first);
  const reach = place(told.at(-1)!);
  const middle = y + height / 2;
  const above = row === 0 ? null : cellAt(row - 1, columns - 1, rows, columns);
  const gap = y - GRID.gap / 2;
  return (
    <g className="at-way">
      {above && (
        <Wire
          uid={uid}
          owner="kern"
          arrow={now}
          kind={now ? 'taken' : 'idle'}
          d={`M${above.x + above.width / 2} ${above.y + above.height} V${gap} H${x - 24} V${middle} H${x - 2}`}
        />
      )}
      <Wire
        uid={uid}
        owner="vmm"
        kind={now ? 'taken' : 'idle'}
        d={`M${above ? x + 4 : x - 14} ${middle} H${reach.x + 4}`}
      />
    </g>
  );
}
