/** Why: one platform in one beat: what it is made of, where control is, how it came there, and the score. */
import { countsOf } from '../../models/platforms/counts';
import { STACKS } from '../../models/platforms/stacks';
import { nameOf, type ColumnState, type LayerId } from '../../models/platforms/types';
import type { Translate } from '../../lib/message';
import { ownerClass } from '../../marks/owner';
import { Token } from '../../marks/Token';
import { Wire } from '../../marks/Wire';
import { boxesOf, COUNT_ROWS, COUNT_STEP, COUNTS_Y, seatOf, TOKEN, TRAIL_Y } from './geometry';
import { Layer } from './Layer';
import { ownerOf } from './owners';
import { wayOf } from './way';

interface StackProps {
  readonly column: ColumnState;
  readonly x: number;
  readonly width: number;
  /** Drawn for a phone, beside the same column for wide places: it names its rows itself. */
  readonly phone: boolean;
  readonly ended: boolean;
  /** The caption tells of this one. */
  readonly told: boolean;
  readonly uid: string;
  readonly t: Translate;
}

/** A stack this wide has room for the CPU's mode in each layer. */
const ROOMY = 240;

/** The way so far as a row of cells, one a beat, each in the colour of the layer that had control. */
function Trail({ column, width }: { column: ColumnState; width: number }) {
  const { platform, past, done } = column;
  const size = Math.min(15, (width - 16) / 8);
  return (
    <g className="pf-trail">
      {past.map(({ layer }, i) => (
        <rect
          key={i}
          className={ownerClass(ownerOf(platform, layer))}
          x={i * size}
          y={TRAIL_Y}
          width={size - 2}
          height={13}
          rx={2.5}
        />
      ))}
      {done && <path className="pf-done" d={`M${past.length * size + 3} ${TRAIL_Y + 7}l4 4.5l7 -9`} />}
    </g>
  );
}

export function Stack({ column, x, width, phone, ended, told, uid, t }: StackProps) {
  const { platform, hop, from, moved, past, counts } = column;
  const seat = seatOf(platform, hop.layer, width);
  const origin = seatOf(platform, from, width);
  const before = countsOf(platform, moved ? past.slice(0, -1) : past);
  const owner = (layer: LayerId) => ownerOf(platform, layer);
  const passes = platform !== 'container' && [from, hop.layer].sort().join() === 'guser,vmm';
  const fresh = (row: (typeof COUNT_ROWS)[number]) =>
    counts[row] !== before[row] || (ended && row === 'crossings');
  const number = (value: number) => t({ key: 'number', values: { value } });
  return (
    <g className={moved || ended ? 'pf-stack' : 'pf-stack is-still'} transform={`translate(${x} 0)`}>
      <text className={told ? 'pf-name is-told' : 'pf-name'} y={20}>
        {t(nameOf(platform))}
      </text>
      <text className="small muted" y={40}>
        {t(`type-${STACKS[platform].type}`)}
      </text>
      {boxesOf(platform, width).map((box) => (
        <Layer key={box.layer} box={box} column={column} modes={width >= ROOMY} t={t} />
      ))}
      {hop.layer !== from && (
        <>
          <circle className={`pf-was ${ownerClass(owner(from))}`} cx={origin.x} cy={origin.y} r={5} />
          <Wire uid={uid} owner={owner(hop.layer)} kind="taken" arrow d={wayOf(origin, seat, passes)} />
        </>
      )}
      <Trail column={column} width={width} />
      {COUNT_ROWS.map((row, i) => {
        const y = COUNTS_Y + COUNT_STEP * i + 10;
        return (
          <g key={row}>
            {phone && (
              <text className={row === 'crossings' ? 'small pf-total' : 'small'} y={y}>
                {t(`row-${row}`)}
              </text>
            )}
            <text
              className={fresh(row) ? 'pf-count is-new' : 'pf-count'}
              x={phone ? width : 0}
              y={y}
              textAnchor={phone ? 'end' : undefined}
            >
              {number(counts[row])}
            </text>
          </g>
        );
      })}
      <Token
        id={phone ? `phone-${platform}` : platform}
        x={seat.x}
        y={seat.y}
        owner={owner(hop.layer)}
        r={TOKEN}
      />
    </g>
  );
}
