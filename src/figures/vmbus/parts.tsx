/** Why: the pieces that the picture is made of: a box with a name, a ring with its two indices, a list of port accesses. */
import type { Translate } from '../../lib/message';
import type { RingView, VmbusState } from '../../models/vmbus/types';
import { ownerClass, type Owner } from '../../marks/owner';
import { onDial, segment, type Area, type Dial } from './geometry';

interface BoxProps {
  readonly area: Area;
  readonly owner: Owner;
  readonly name: string;
  readonly sub?: string;
  readonly node?: string;
  /** Where the name stands; left out: in the middle. */
  readonly textX?: number;
  /** Works in this step. */
  readonly active?: boolean;
  /** Has no part in this scene. */
  readonly idle?: boolean;
}

/** A part with its name in the middle. */
export function Box({ area, owner, name, sub, node, textX, active = false, idle = false }: BoxProps) {
  const { x, y, width, height } = area;
  const middle = y + height / 2;
  const centre = textX ?? x + width / 2;
  return (
    <g
      className={`vb-box ${ownerClass(owner)}${height < 40 ? ' is-low' : ''}${active ? ' is-active' : ''}${idle ? ' is-idle' : ''}`}
      data-node={node}
    >
      <rect x={x} y={y} width={width} height={height} rx={7} />
      <text className="vb-name" x={centre} y={sub ? middle - 3 : middle + 6} textAnchor="middle">
        {name}
      </text>
      {sub && (
        <text className="vb-sub" x={centre} y={middle + 18} textAnchor="middle">
          {sub}
        </text>
      )}
    </g>
  );
}

/** A partition: a field with its name in the corner. */
export function Field({
  area,
  owner,
  name,
  node,
}: {
  readonly area: Area;
  readonly owner: Owner;
  readonly name: string;
  readonly node?: string;
}) {
  return (
    <g className={`vb-field ${ownerClass(owner)}`} data-node={node}>
      <rect x={area.x} y={area.y} width={area.width} height={area.height} rx={10} />
      <text className="vb-title" x={area.x + 12} y={area.y + 24}>
        {name}
      </text>
    </g>
  );
}

/** Two labels keep this share of a turn between them. */
const APART = 0.1;

/** A ring buffer: what waits, what has just come and gone, and the read and write index. */
export function RingDial({
  ring,
  dial,
  name,
  node,
  owner,
  t,
}: {
  readonly ring: RingView;
  readonly dial: Dial;
  readonly name: string;
  readonly node: string;
  /** Who writes it. */
  readonly owner: Owner;
  readonly t: Translate;
}) {
  const { cx, cy, outer, inner } = dial;
  const { size, read, write } = ring;
  const large = outer > 40;
  const band = (outer + inner) / 2;
  const empty = read === write;
  const gap = (write - read + size) % size;
  const near = Math.max(0, APART - Math.min(gap, size - gap) / size) / 2;
  const shift = gap > size / 2 ? -near : near;
  const pointer = (at: number) => {
    const [x0, y0] = onDial(dial, inner - 2, at / size);
    const [x1, y1] = onDial(dial, outer + 5, at / size);
    return `M${x0} ${y0} L${x1} ${y1}`;
  };
  const label = (at: number, by: number) => onDial(dial, inner - 11, at / size + by);
  // The words in the middle make room for the letters at the indices.
  const lean = Math.round(7 * Math.cos((2 * Math.PI * write) / size));
  const [readX, readY] = label(read, empty ? 0 : -shift);
  const [writeX, writeY] = label(write, shift);
  return (
    <g className={`vb-ring ${ownerClass(owner)}${large ? '' : ' is-small'}`} data-node={node}>
      <circle className="vb-band" cx={cx} cy={cy} r={band} strokeWidth={outer - inner} />
      <circle className="vb-rim" cx={cx} cy={cy} r={outer} />
      <circle className="vb-rim" cx={cx} cy={cy} r={inner} />
      {ring.slots.map(({ at, bytes, mark }) => (
        <path
          key={at}
          className={`vb-slot is-${mark}`}
          d={segment(dial, at, bytes, size)}
          strokeWidth={outer - inner - (mark === 'gone' ? 8 : 5)}
        />
      ))}
      <path className="vb-read" d={pointer(read)} />
      <path className="vb-write" d={pointer(write)} />
      {large && (
        <g className="vb-index">
          {!empty && (
            <text x={writeX} y={writeY + 5} textAnchor="middle">
              W
            </text>
          )}
          <text x={readX} y={readY + 5} textAnchor="middle">
            {empty ? 'RW' : 'R'}
          </text>
        </g>
      )}
      <text className="vb-name" x={cx} y={cy + (large ? lean - 4 : 6)} textAnchor="middle">
        {name}
      </text>
      {large && (
        <text className="vb-bytes" x={cx} y={cy + lean + 16} textAnchor="middle">
          {t({ key: 'picture.bytes', values: { bytes: ring.toRead } })}
        </text>
      )}
    </g>
  );
}

/** The registers that the driver touches, in order; the marked ones have each stopped the child. */
export function Ports({
  state,
  x,
  t,
}: {
  readonly state: VmbusState;
  readonly x: number;
  readonly t: Translate;
}) {
  const { accesses, accessed, scene } = state;
  const top = 66;
  const pitch = Math.min(40, Math.floor(276 / accesses.length));
  return (
    <g className="vb-ports" data-node="ports">
      <rect x={x - 108} y={10} width={216} height={top + accesses.length * pitch - 14} rx={7} />
      <text className="vb-name" x={x} y={34} textAnchor="middle">
        {t(scene === 'disk' ? 'picture.no-ide' : 'picture.no-card')}
      </text>
      {accesses.map(({ kind, port }, i) => (
        <g key={i} className={i < accessed ? 'is-done' : undefined}>
          <path d={`M${x - 76} ${top + i * pitch - 5} h18 m-6 -5 l6 5 l-6 5`} />
          <text className="vb-port" x={x - 44} y={top + i * pitch}>
            {kind === 'in' ? 'IN' : 'OUT'}
          </text>
          <text className="vb-port" x={x + 6} y={top + i * pitch}>
            {port}
          </text>
        </g>
      ))}
    </g>
  );
}
