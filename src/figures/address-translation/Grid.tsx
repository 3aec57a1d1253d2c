/**
 * Why: the two-dimensional walk is a grid, so it is drawn as one. Down: the guest's levels and then the page; across:
 * the nested levels that translate each of these addresses, and last the guest's own entry. The corner is the data.
 */
import { hex } from '../../models/address-translation/address';
import type { Ref } from '../../models/address-translation/walk';
import type { State } from '../../models/address-translation/types';
import { SHAPE } from '../../models/address-translation/types';
import { ownerClass } from '../../marks/owner';
import { Token } from '../../marks/Token';
import type { ViewProps } from '../contract';
import { CpuBand } from './CpuBand';
import { cellAt, CPU_HEIGHT, VIEW } from './geometry';
import { RefCell, type Go, type Phase } from './RefCell';
import { Way } from './Way';

export function Grid({ frame, t, uid, onScenario, onStep }: ViewProps<State>) {
  const { state } = frame.step;
  const { walk, done, from } = state;
  const guest = SHAPE[state.scenario.guest];
  const host = SHAPE[state.scenario.host];
  // What large pages spare stays as an empty place: rows and columns are those of a walk down to 4 KiB.
  const rows = guest.levels + 1;
  const columns = host.levels + 1;
  const rowOf = (row: number) => (row === 0 ? rows - 1 : guest.levels - row);
  const columnOf = (ref: Ref) => (ref.table === 'guest' ? columns - 1 : host.levels - ref.level);
  const place = (ref: Ref) => cellAt(rowOf(ref.row), columnOf(ref), rows, columns);
  const phaseOf = (ref: Ref): Phase => (ref.n <= from ? 'past' : ref.n <= done ? 'now' : 'next');
  const go: Go | undefined =
    onScenario && onStep && state.scenario.operation === 'walk'
      ? (n) => {
          const index = frame.trace.steps.findIndex((step) => step.id === `ref-${n}`);
          if (index === -1) onScenario({ detail: 'each' }, `ref-${n}`);
          else onStep(index);
        }
      : undefined;
  const now = walk[done - 1];
  const at = now && done > from ? place(now) : undefined;
  const corner = cellAt(rows - 1, columns - 1, rows, columns);
  const found = state.hpa !== null;
  const levels = (count: number) => Array.from({ length: count }, (_, i) => count - i);
  const first = new Map(walk.toReversed().map((ref) => [ref.row, ref]));
  const labelOf = (ref: Ref) =>
    t({
      key: 'cell-name',
      values: { n: ref.n, index: String(ref.index), level: ref.level, table: { key: `cell-${ref.table}` } },
    });
  return (
    <>
      {levels(host.levels).map((level, i) => {
        const { x, width } = cellAt(0, i, rows, columns);
        return (
          <text
            key={level}
            className={`at-head ${ownerClass('vmm')}${level < host.leaf ? ' is-spared' : ''}`}
            x={x + width / 2}
            y={22}
            textAnchor="middle"
          >
            <tspan className="at-long">{t('head-nested')}</tspan>L{level}
          </text>
        );
      })}
      <text
        className={`at-head ${ownerClass('kern')}`}
        x={corner.x + corner.width / 2}
        y={22}
        textAnchor="middle"
      >
        {t('head-guest')}
      </text>
      {levels(rows).map((count) => {
        const row = count - 1;
        const ref = first.get(row);
        const { y, height } = cellAt(rowOf(row), 0, rows, columns);
        const here = now?.row === row && done > from;
        const reached = ref !== undefined && ref.n <= done;
        return (
          <g
            key={row}
            className={`at-row ${ownerClass(row === 0 ? 'data' : 'kern')}${here ? ' is-here' : ''}${row > 0 && row < guest.leaf ? ' is-spared' : ''}`}
          >
            <text className="at-head" x={4} y={y + height / 2 - 3}>
              {row === 0 ? t('head-page') : t({ key: 'head-level', values: { level: row } })}
            </text>
            <text className="at-mono" x={4} y={y + height / 2 + 16}>
              {ref ? (reached ? hex(ref.gpa) : '…') : '—'}
            </text>
          </g>
        );
      })}
      {levels(rows).flatMap((count) =>
        levels(columns).map((column) => {
          const row = rowOf(count - 1);
          const cell = cellAt(row, columns - column, rows, columns);
          const taken = walk.some((ref) => rowOf(ref.row) === row && columnOf(ref) === columns - column);
          const isCorner = row === rows - 1 && column === 1;
          if (taken || isCorner || walk.length === 0) return null;
          return (
            <rect
              key={`${row}-${column}`}
              className="at-spared"
              x={cell.x}
              y={cell.y}
              width={cell.width}
              height={cell.height}
              rx={6}
            />
          );
        }),
      )}
      {walk
        .filter((ref) => ref.row === 0 || ref.table === 'guest')
        .map((ref) => rowOf(ref.row))
        .filter((row, i, all) => all.indexOf(row) === i)
        .map((row) => (
          <Way
            key={row}
            row={row}
            rows={rows}
            columns={columns}
            refs={walk.filter((ref) => rowOf(ref.row) === row)}
            state={state}
            uid={uid}
            place={place}
          />
        ))}
      {walk.map((ref) => (
        <RefCell
          key={ref.n}
          at={place(ref)}
          reference={ref}
          phase={phaseOf(ref)}
          label={labelOf(ref)}
          stop={ref.n === Math.max(done, 1)}
          go={go}
        />
      ))}
      <g className={`at-cell at-data ${found ? 'is-now' : 'is-next'} ${ownerClass('data')}`}>
        <rect x={corner.x} y={corner.y} width={corner.width} height={corner.height} rx={6} />
        <text
          className="at-head"
          x={corner.x + corner.width / 2}
          y={corner.y + corner.height / 2 + 5}
          textAnchor="middle"
        >
          {t('head-data')}
        </text>
      </g>
      {at && <Token id="walker" x={at.x + at.width - 15} y={at.y + 15} owner="hw" r={6} />}
      <CpuBand frame={frame} t={t} x={4} y={VIEW.height - CPU_HEIGHT - 4} />
    </>
  );
}
