/** Why: the pieces of the picture for a room: a partition, a part of it, a ring whose words do not move. */
import type { Translate } from '../../lib/message';
import { ownerClass, type Owner } from '../../marks/owner';
import type { RingView, VmbusState } from '../../models/vmbus/types';
import { onDial, segment, type Area, type Dial } from './geometry';
import type { StagePlan } from './stage-plan';

interface PartProps {
  readonly area: Area;
  readonly owner: Owner;
  readonly name: string;
  readonly sub?: string;
  readonly node?: string;
  /** Middle of the words; left out: in the middle of the part. */
  readonly textX?: number;
  readonly active?: boolean;
  readonly idle?: boolean;
  readonly focus?: boolean;
}

export function Part({ area, owner, name, sub, node, textX, active, idle, focus }: PartProps) {
  const { x, y, width, height } = area;
  const middle = y + height / 2;
  const mood = `${active ? ' is-active' : ''}${idle ? ' is-idle' : ''}${focus ? ' is-focus' : ''}`;
  const centre = textX ?? x + width / 2;
  return (
    <g className={`vb-box ${ownerClass(owner)}${mood}`} data-node={node}>
      <rect {...area} rx={8} />
      <text className="vb-room-name" x={centre} y={sub ? middle - 6 : middle + 9} textAnchor="middle">
        {name}
      </text>
      {sub && (
        <text className="vb-room-sub" x={centre} y={middle + 25} textAnchor="middle">
          {sub}
        </text>
      )}
    </g>
  );
}

export function Partition({ area, owner, name, node }: Pick<PartProps, 'area' | 'owner' | 'name' | 'node'>) {
  return (
    <g className={`vb-field ${ownerClass(owner)}`} data-node={node}>
      <rect {...area} rx={10} />
      <text className="vb-room-title" x={area.x + 12} y={area.y + 30}>
        {name}
      </text>
    </g>
  );
}

interface RingProps {
  readonly ring: RingView;
  readonly dial: Dial;
  readonly name: string;
  readonly node: string;
  readonly focus: boolean;
  readonly t: Translate;
}

/** A ring: what waits, what has just come and gone; the write index a line, the read index a broken one. */
export function StageRing({ ring, dial, name, node, focus, t }: RingProps) {
  const { cx, cy, outer, inner } = dial;
  const { size, read, write } = ring;
  const large = outer > 40;
  const pointer = (at: number) => {
    const [x0, y0] = onDial(dial, inner - 3, at / size);
    const [x1, y1] = onDial(dial, outer + 7, at / size);
    return `M${x0} ${y0} L${x1} ${y1}`;
  };
  // In a large ring the words stand inside, beside a small one above the ways that lead to it.
  const places = large
    ? ([
        { x: cx, y: cy - 14, textAnchor: 'middle' },
        { x: cx, y: cy + 15, textAnchor: 'middle' },
      ] as const)
    : ([
        { x: cx - outer - 12, y: cy - 14, textAnchor: 'end' },
        { x: cx + outer + 12, y: cy - 14, textAnchor: 'start' },
      ] as const);
  return (
    <g className={`vb-ring own-data${focus ? ' is-focus' : ''}`} data-node={node}>
      <circle className="vb-band" cx={cx} cy={cy} r={(outer + inner) / 2} strokeWidth={outer - inner} />
      <circle className="vb-rim" cx={cx} cy={cy} r={outer} />
      <circle className="vb-rim" cx={cx} cy={cy} r={inner} />
      {ring.slots.map(({ at, bytes, mark }) => (
        <path
          key={at}
          className={`vb-slot is-${mark}`}
          d={segment(dial, at, bytes, size)}
          strokeWidth={outer - inner - (mark === 'gone' ? 7 : 4)}
        />
      ))}
      <path className="vb-read" d={pointer(read)} />
      <path className="vb-write" d={pointer(write)} />
      <text className="vb-room-name" {...places[0]}>
        {name}
      </text>
      <text {...places[1]}>{t({ key: 'picture.bytes', values: { bytes: ring.toRead } })}</text>
    </g>
  );
}

/** What the two marks at a ring are, in the space between an only child's rings. */
export function IndexLegend({ out, back }: { readonly out: Dial; readonly back: Dial }) {
  const y = (out.cy + back.cy) / 2;
  const left = out.cx - out.outer - 6;
  const right = out.cx + out.outer - 22;
  return (
    <g>
      <path className="vb-read" d={`M${left} ${y - 13} v26`} />
      <text x={left + 10} y={y + 9}>
        R
      </text>
      <path className="vb-write" d={`M${right} ${y - 13} v26`} />
      <text x={right + 10} y={y + 9}>
        W
      </text>
    </g>
  );
}

/** The registers that the driver touches, in order; what has stopped the child already is bold. */
export function StagePorts({
  state,
  plan,
  focus,
  t,
}: {
  readonly state: VmbusState;
  readonly plan: StagePlan;
  readonly focus: boolean;
  readonly t: Translate;
}) {
  const { accesses, accessed, scene } = state;
  const { buffers, root } = plan.geometry.plan;
  const [{ x: left, y: top, width }] = buffers;
  const frame = { x: left - 5, y: top, width: width + 8, height: root.height };
  const columns = Math.ceil(accesses.length / plan.portRows);
  const rows = Math.ceil(accesses.length / columns);
  const pitch = Math.min(44, Math.floor((frame.height - 62) / rows));
  const step = (frame.width - 4) / columns;
  return (
    <g className={`vb-ports${focus ? ' is-focus' : ''}`} data-node="ports">
      <rect {...frame} rx={8} />
      <text className="vb-room-name" x={frame.x + frame.width / 2} y={frame.y + 34} textAnchor="middle">
        {t(scene === 'disk' ? 'picture.no-ide' : 'picture.no-card')}
      </text>
      {accesses.map(({ kind, port }, i) => {
        const x = frame.x + (columns === 1 ? 66 : 7) + Math.floor(i / rows) * step;
        const y = frame.y + 34 + ((i % rows) + 1) * pitch;
        return (
          <g key={i} className={i < accessed ? 'is-done' : undefined}>
            <text className="vb-room-port" x={x} y={y}>
              {kind === 'in' ? 'IN' : 'OUT'}
            </text>
            <text className="vb-room-port" x={x + 63} y={y}>
              {port}
            </text>
          </g>
        );
      })}
    </g>
  );
}
