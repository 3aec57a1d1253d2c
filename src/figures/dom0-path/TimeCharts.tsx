/** Why: four quantities over the run, beside the picture that they measure; what is still to come is pale. */
import type { Translate } from '../../lib/message';
import { latencyOf } from '../../models/dom0-path/telling';
import { ownerClass, type Owner } from '../../marks/owner';
import type { Box } from '../../marks/shapes';
import type { LoadState } from './state';

const HEAD = 26;
const round = (value: number) => Math.round(value * 10) / 10;

export interface Series {
  readonly id: 'delivered' | 'dropped' | 'latency' | 'busy';
  readonly owner: Owner;
  readonly values: readonly number[];
  /** Value at the chart's top; without it the largest of the run. */
  readonly most?: number;
}

export function seriesOf({ windows }: LoadState): readonly Series[] {
  return [
    { id: 'delivered', owner: 'data', values: windows.map(({ deliveredHere }) => deliveredHere) },
    { id: 'dropped', owner: 'hw', values: windows.map(({ droppedHere }) => droppedHere) },
    { id: 'latency', owner: 'kern', values: windows.map((window, i) => latencyOf(window, windows[i - 1])) },
    { id: 'busy', owner: 'host', values: windows.map(({ busy }) => busy * 100), most: 100 },
  ];
}

export function TimeCharts({
  state,
  boxes,
  brief,
  uid,
  t,
}: {
  readonly state: LoadState;
  /** Four, in the order of the series. */
  readonly boxes: readonly Box[];
  readonly brief: boolean;
  readonly uid: string;
  readonly t: Translate;
}) {
  const { shown } = state;
  return seriesOf(state).map(({ id, owner, values, most = Math.max(...values, 1) }, n) => {
    const { x, y, width, height } = boxes[n]!;
    const step = width / values.length;
    const foot = y + height;
    const tall = (value: number) => round((value / most) * (height - HEAD));
    return (
      <g key={id} className={`dp-chart is-${id} ${ownerClass(owner)}`}>
        <text className="dp-quiet" x={x} y={y + 14}>
          {t(brief ? `chart.${id}.short` : `chart.${id}`)}
        </text>
        <text className="dp-value" x={x + width} y={y + 14} textAnchor="end">
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
