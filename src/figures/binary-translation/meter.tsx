/** Why: warming up, at a glance: one bar for each time control came to a block, the higher the more it cost. */
import type { Translate } from '../../lib/message';
import { ownerClass, type Owner } from '../../marks/owner';
import type { BtState } from '../../models/binary-translation/types';
import type { Layout } from './geometry';

type Way = BtState['entries'][number];
export const BAR: Readonly<
  Record<Way, { readonly height: number; readonly owner: Owner; readonly shape: string }>
> = {
  miss: { height: 34, owner: 'vmm', shape: 'is-full' },
  hit: { height: 20, owner: 'vmm', shape: 'is-open' },
  ret: { height: 9, owner: 'kern', shape: 'is-full' },
  chained: { height: 9, owner: 'kern', shape: 'is-full' },
  direct: { height: 9, owner: 'user', shape: 'is-full' },
};
export const LEGEND: readonly Way[] = ['miss', 'hit', 'chained'];
const BASE = 58;

export function Meter({
  state,
  total,
  layout,
  t,
}: {
  state: BtState;
  total: number;
  layout: Layout;
  t: Translate;
}) {
  const { meter, kind } = layout;
  const { entries, phase } = state;
  const step = Math.min(46, (meter.width - 4) / Math.max(total, 1));
  const bar = Math.min(28, step * 0.66);
  const y = meter.y + BASE;
  const wide = kind === 'wide';
  const seen = LEGEND.map((way) => ({
    way,
    count: entries.filter((each) => (way === 'chained' ? each !== 'miss' && each !== 'hit' : each === way))
      .length,
  }));
  const place = (i: number) => meter.x + (wide ? [400, 556, 712] : [0, 98, 236])[i]!;
  return (
    <g data-node="meter">
      {wide && (
        <text className="bt-head" x={meter.x} y={meter.y + 4}>
          {t('meter.title')}
        </text>
      )}
      {seen.map(({ way, count }, i) => (
        <g key={way} className={`bt-legend ${ownerClass(BAR[way].owner)}`}>
          <rect
            className={`bt-bar ${BAR[way].shape}`}
            x={place(i)}
            y={meter.y - 7}
            width={11}
            height={11}
            rx={2}
          />
          <text x={place(i) + 17} y={meter.y + 4}>
            {t({ key: `meter.${way}`, values: { count } })}
          </text>
        </g>
      ))}
      <path className="bt-ground" d={`M${meter.x} ${y} H${meter.x + meter.width}`} />
      {entries.map((way, i) => {
        const { height, owner, shape } = BAR[way];
        const last = i === entries.length - 1 && phase !== 'end';
        return (
          <rect
            key={i}
            className={`bt-bar ${ownerClass(owner)} ${shape}${last ? ' is-last' : ''}`}
            {...{
              x: Math.round((meter.x + 2 + i * step) * 10) / 10,
              y: y - height,
              width: Math.round(bar * 10) / 10,
              height,
              rx: 2,
            }}
          />
        );
      })}
    </g>
  );
}
