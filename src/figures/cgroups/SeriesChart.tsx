/** Why: one recorded run as a small chart: lines over the kernel's own clock, its limit, and what happened when. */
import type { Translate } from '../../lib/message';
import type { Series } from './recordings';

const VIEW = { width: 300, height: 180 } as const;
const PLOT = { left: 34, right: 296, top: 12, bottom: 142 } as const;
const OWNERS = ['own-user', 'own-data'] as const;

/** The next of 1, 2, 5 × 10ⁿ that is at least `value`. */
function nice(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5, 10].find((step) => step * power >= value) ?? 10) * power;
}

const round = (n: number) => Math.round(n * 10) / 10;

export function SeriesChart({ series, t }: { readonly series: Series; readonly t: Translate }) {
  const { lines, limit, unit, marks, shaded } = series;
  const ends = lines.map(({ points }) => points.at(-1)!);
  const lastMs = ends[0]![0];
  const highest = Math.max(limit ?? 0, ...lines.flatMap(({ points }) => points.map(([, value]) => value)));
  const step = nice(highest / 3);
  const top = Math.ceil(highest / step + 0.05) * step;
  const x = (ms: number) => round(PLOT.left + (ms / lastMs) * (PLOT.right - PLOT.left));
  const y = (value: number) => round(PLOT.bottom - (value / top) * (PLOT.bottom - PLOT.top));
  const ticks = Array.from({ length: Math.round(top / step) + 1 }, (_, i) => i * step);
  const unitName = t(`unit-${unit}`);
  const stepMs = nice(lastMs / 4);
  const times = Array.from({ length: Math.floor(lastMs / stepMs) + 1 }, (_, i) => i * stepMs);
  return (
    <svg
      className="cg-chart"
      viewBox={`0 0 ${VIEW.width} ${VIEW.height}`}
      role="img"
      aria-label={t({
        key: 'chart',
        values: {
          what: lines.map(({ id }) => t(`line-${id}`)).join(', '),
          end: round(ends[0]![1]),
          unit: unitName,
        },
      })}
    >
      {shaded.map(([from, to]) => (
        <rect
          key={from}
          className="cg-shade"
          x={x(from)}
          y={PLOT.top}
          width={round(x(to) - x(from))}
          height={PLOT.bottom - PLOT.top}
        />
      ))}
      {ticks.map((value) => (
        <g key={value}>
          <path className="cg-axis" d={`M${PLOT.left} ${y(value)}H${PLOT.right}`} />
          <text x={PLOT.left - 5} y={y(value) + 4} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {times.map((ms) => (
        <text
          key={ms}
          x={x(ms)}
          y={PLOT.bottom + 16}
          textAnchor={ms === 0 ? 'start' : x(ms) > PLOT.right - 14 ? 'end' : 'middle'}
        >
          {ms}
        </text>
      ))}
      <text x={PLOT.right} y={VIEW.height - 2} textAnchor="end">
        {t('unit-clock')}
      </text>
      <text x={2} y={VIEW.height - 2}>
        {unitName}
      </text>
      {marks.slice(1).map(([ms]) => (
        <path key={ms} className="cg-moment" d={`M${x(ms)} ${PLOT.top}V${PLOT.bottom}`} />
      ))}
      {limit !== undefined && (
        <path className="cg-mark own-host is-line" d={`M${PLOT.left} ${y(limit)}H${PLOT.right}`} />
      )}
      {lines.map(({ id, points }, i) => (
        <path
          key={id}
          className={`cg-line ${OWNERS[i] ?? OWNERS[0]}`}
          d={`M${points.map(([ms, value]) => `${x(ms)} ${y(value)}`).join('L')}`}
        />
      ))}
    </svg>
  );
}
