/** Why: small charts in the panel: one quantity over the run, or throughput over one setting with the present place marked. */
import type { KneePoint } from '../../models/dom0-path/knee';
import { ownerClass, type Owner } from '../../marks/owner';

const W = 280;
const H = 56;
const PAD = 4;

const round = (value: number) => Math.round(value * 10) / 10;

/** Values over the run as columns; what is still to come is pale. */
export function TimeChart({
  values,
  shown,
  most,
  owner,
  name,
}: {
  readonly values: readonly number[];
  readonly shown: number;
  /** Value at the chart's top. */
  readonly most: number;
  readonly owner: Owner;
  readonly name: string;
}) {
  const step = W / values.length;
  const y = (value: number) => round(H - PAD - (value / (most || 1)) * (H - 2 * PAD));
  return (
    <svg className={`dp-chart ${ownerClass(owner)}`} viewBox={`0 0 ${W} ${H}`} role="img" aria-label={name}>
      <path className="dp-axis" d={`M0 ${H - PAD} H${W}`} />
      {values.map((value, i) => (
        <rect
          key={i}
          className={i < shown ? (i === shown - 1 ? 'is-now' : 'is-past') : 'is-next'}
          x={round(i * step + 1)}
          y={i < shown ? y(value) : H - PAD - 2}
          width={round(step - 2)}
          height={i < shown ? round(H - PAD - y(value)) : 2}
        />
      ))}
    </svg>
  );
}

/** Throughput over a setting; places at equal distances, as on the slider. */
export function KneeChart({
  points,
  current,
  label,
  name,
}: {
  readonly points: readonly KneePoint[];
  readonly current: number;
  readonly label: (value: number) => string;
  readonly name: string;
}) {
  const tall = 96;
  const foot = 22;
  const most = Math.max(...points.map(({ throughput }) => throughput), 1);
  const x = (i: number) => round(20 + (i / (points.length - 1)) * (W - 40));
  const y = (throughput: number) => round(tall - foot - (throughput / most) * (tall - foot - 12));
  const now = points.findIndex(({ value }) => value === current);
  return (
    <svg
      className={`dp-chart dp-knee ${ownerClass('data')}`}
      viewBox={`0 0 ${W} ${tall}`}
      role="img"
      aria-label={name}
    >
      <path className="dp-axis" d={`M0 ${tall - foot} H${W}`} />
      <polyline points={points.map(({ throughput }, i) => `${x(i)},${y(throughput)}`).join(' ')} />
      {points.map(({ value, throughput }, i) => (
        <g key={value} className={i === now ? 'is-now' : undefined}>
          <circle cx={x(i)} cy={y(throughput)} r={i === now ? 7 : 3.5} />
          <text x={x(i)} y={tall - 5} textAnchor="middle">
            {label(value)}
          </text>
        </g>
      ))}
    </svg>
  );
}
