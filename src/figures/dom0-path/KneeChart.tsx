/** Why: throughput over one setting, with the present place marked: the knee can be seen, and that beyond it nothing comes. */
import type { KneePoint } from '../../models/dom0-path/knee';
import { ownerClass } from '../../marks/owner';

const W = 280;
const TALL = 96;
const FOOT = 22;
const round = (value: number) => Math.round(value * 10) / 10;

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
  const most = Math.max(...points.map(({ throughput }) => throughput), 1);
  // Places at equal distances, as on the slider.
  const x = (i: number) => round(20 + (i / (points.length - 1)) * (W - 40));
  const y = (throughput: number) => round(TALL - FOOT - (throughput / most) * (TALL - FOOT - 12));
  return (
    <svg
      className={`dp-knee ${ownerClass('data')}`}
      viewBox={`0 0 ${W} ${TALL}`}
      role="img"
      aria-label={name}
    >
      <path className="dp-axis" d={`M0 ${TALL - FOOT} H${W}`} />
      <polyline points={points.map(({ throughput }, i) => `${x(i)},${y(throughput)}`).join(' ')} />
      {points.map(({ value, throughput }, i) => (
        <g key={value} className={value === current ? 'is-now' : undefined}>
          <circle cx={x(i)} cy={y(throughput)} r={value === current ? 7 : 3.5} />
          <text x={x(i)} y={TALL - 5} textAnchor="middle">
            {label(value)}
          </text>
        </g>
      ))}
    </svg>
  );
}
