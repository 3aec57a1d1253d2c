/** Why: what a single millisecond cannot say: how loss and waiting went on, and at the end where the knee is. */
import { ownerClass } from '../../marks/owner';
import { stageLoadLayout } from './stage-load-geometry';
import type { LoadProps } from './StageLoad';
import { seriesOf } from './TimeCharts';

const HEAD = 34;
const round = (value: number) => Math.round(value * 10) / 10;

export function StageCharts({ state, shape, uid, t }: LoadProps & { readonly uid: string }) {
  const layout = stageLoadLayout(shape);
  const { shown } = state;
  const wanted = seriesOf(state).filter(({ id }) => layout.series.includes(id));
  return wanted.map(({ id, owner, values, most = Math.max(...values, 1) }, n) => {
    const { x, y, width, height } = layout.charts[n]!;
    const step = width / values.length;
    const foot = y + height;
    const tall = (value: number) => round((value / most) * (height - HEAD));
    return (
      <g key={id} className={`dp-chart is-${id} ${ownerClass(owner)}`}>
        <text x={x} y={y + 23}>
          {t(`chart.${id}.short`)}
        </text>
        <text className="dp-room-value owned" x={x + width} y={y + 23} textAnchor="end">
          {t({ key: `chart.${id}.value`, values: { value: Math.round(values[shown - 1] ?? 0) } })}
        </text>
        <path className="dp-axis" d={`M${x} ${foot} H${x + width}`} />
        {values.slice(0, shown).map((value, i) => (
          <rect
            key={i}
            className={i === shown - 1 ? 'is-now' : undefined}
            x={round(x + i * step + 1)}
            y={round(foot - tall(value))}
            width={round(step - 2)}
            height={tall(value)}
            {...(id === 'dropped' ? { fill: `url(#${uid}-hazard)` } : {})}
          />
        ))}
      </g>
    );
  });
}

/** Throughput over one setting of Domain 0, the present one marked and named. */
export function StageKnees({ state: { knee, choice }, shape, t }: LoadProps) {
  const boxes = stageLoadLayout(shape).knees;
  const names = {
    memory: `dom0_mem ${t({ key: 'setting.memory.value', values: { value: choice.memory } })}`,
    vcpus: t({ key: 'load.vcpus', values: { vcpus: choice.vcpus } }),
  };
  return (
    <g className={ownerClass('data')} data-node="knee">
      {(['memory', 'vcpus'] as const).map((name) => {
        const { x, y, width, height } = boxes[name];
        const points = knee[name];
        const most = Math.max(...points.map(({ throughput }) => throughput), 1);
        const places = points.map(({ value, throughput }, i) => ({
          now: value === choice[name],
          x: round(x + 12 + (i / (points.length - 1)) * (width - 24)),
          y: round(y + height - 6 - (throughput / most) * (height - HEAD - 18)),
        }));
        return (
          <g key={name} className="dp-knee">
            <text x={x} y={y + 23}>
              {names[name]}
            </text>
            <path className="dp-axis" d={`M${x} ${y + height} H${x + width}`} />
            <polyline points={places.map((place) => `${place.x},${place.y}`).join(' ')} />
            {places.map((place) => (
              <g key={place.x} className={place.now ? 'is-now' : undefined}>
                <circle cx={place.x} cy={place.y} r={place.now ? 8 : 4} />
              </g>
            ))}
          </g>
        );
      })}
    </g>
  );
}
