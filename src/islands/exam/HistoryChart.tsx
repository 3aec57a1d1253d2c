/** Why: a row of marks is read as a line; the table below says the same in words. */

interface HistoryChartProps {
  readonly points: readonly {
    readonly id: string;
    readonly percent: number;
    readonly pass: number;
    readonly passed: boolean;
  }[];
  readonly name: string;
}

const [WIDTH, HEIGHT, LEFT, TOP, BOTTOM] = [360, 170, 34, 10, 22];
const y = (percent: number) => TOP + ((HEIGHT - TOP - BOTTOM) * (100 - percent)) / 100;

export function HistoryChart({ points, name }: HistoryChartProps) {
  const step = (WIDTH - LEFT - 8) / points.length;
  const x = (i: number) => LEFT + step * (i + 0.5);
  const every = Math.ceil(points.length / 12);
  return (
    <svg className="exam-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={name}>
      {[0, 50, 100].map((percent) => (
        <g key={percent}>
          <path className="is-grid" d={`M${LEFT} ${y(percent)}H${WIDTH - 4}`} />
          <text x={LEFT - 6} y={y(percent) + 4} textAnchor="end">
            {percent}
          </text>
        </g>
      ))}
      {points.map(({ id, pass }, i) => (
        <path key={id} className="is-pass" d={`M${x(i) - step / 2} ${y(pass)}h${step}`} />
      ))}
      <polyline
        className="is-line"
        points={points.map(({ percent }, i) => `${x(i)},${y(percent)}`).join(' ')}
      />
      {points.map(({ id, percent, passed }, i) => (
        <g key={id}>
          <circle className={passed ? 'is-passed' : 'is-failed'} cx={x(i)} cy={y(percent)} r="4.5" />
          {i % every === 0 && (
            <text x={x(i)} y={HEIGHT - 6} textAnchor="middle">
              {i + 1}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
