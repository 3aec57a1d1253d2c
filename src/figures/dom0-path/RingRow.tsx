/** Why: a shared ring is a page with two counters. What lies between producer and consumer is what Domain 0 still owes. */
import type { Translate } from '../../lib/message';
import { ownerClass } from '../../marks/owner';
import type { Box } from '../../marks/shapes';
import { pointAt, usedSlots } from './ring-arc';
import type { LoadState } from './state';

const R = 20;

interface RingRowProps {
  readonly state: LoadState;
  readonly guest: number;
  readonly box: Box;
  readonly uid: string;
  readonly t: Translate;
}

export function RingRow({ state, guest, box, uid, t }: RingRowProps) {
  const { choice, windows, shown, started } = state;
  const cx = box.x + 34;
  const cy = box.y + box.height / 2;
  const name = t({ key: 'load.guest', values: { n: guest + 1 } });
  if (guest >= started)
    return (
      <g className="dp-row is-missing">
        <circle className="dp-ring" cx={cx} cy={cy} r={R} />
        <text className="dp-guest" x={cx + 36} y={cy - 6}>
          {name}
        </text>
        <text className="dp-quiet" x={cx + 36} y={cy + 17}>
          {t('load.no-memory')}
        </text>
      </g>
    );
  const now = windows[shown - 1]?.guests[guest];
  const before = windows[shown - 2]?.guests[guest];
  const { produced = 0, consumed = 0 } = now ?? {};
  const dropped = (now?.dropped ?? 0) - (before?.dropped ?? 0);
  const rung = (now?.notifications ?? 0) - (before?.notifications ?? 0);
  const direct = choice.nic === 'passthrough';
  const end = box.x + box.width - 10;
  const put = pointAt({ x: cx, y: cy, r: R }, produced);
  const taken = pointAt({ x: cx, y: cy, r: R }, consumed);
  return (
    <g className={`dp-row${dropped > 0 ? ' is-full' : ''}`}>
      <circle className="dp-ring" cx={cx} cy={cy} r={R} />
      <path
        className={`dp-used ${ownerClass('data')}`}
        d={usedSlots({ x: cx, y: cy, r: R }, consumed, produced)}
      />
      <circle className={`dp-index ${ownerClass('host')}`} cx={taken.x} cy={taken.y} r={5.5} />
      <circle className={`dp-index ${ownerClass('kern')}`} cx={put.x} cy={put.y} r={4} />
      <text className="dp-slots" x={cx} y={cy + 5} textAnchor="middle">
        {String(produced - consumed)}
      </text>
      <text className="dp-guest" x={cx + 36} y={cy - 6}>
        {name}
      </text>
      <text className="dp-quiet" x={cx + 36} y={cy + 17}>
        {t({ key: 'load.indices', values: { produced, consumed } })}
      </text>
      {!direct && shown > 0 && (
        <text className={rung > 0 ? 'dp-bell' : 'dp-quiet'} x={end} y={cy - 6} textAnchor="end">
          {rung > 0 ? t({ key: 'load.rung', values: { rung } }) : t('load.silent-bell')}
        </text>
      )}
      {dropped > 0 && (
        <g>
          <rect x={end - 58} y={cy + 3} width={12} height={16} fill={`url(#${uid}-hazard)`} />
          <text className="dp-lost" x={end} y={cy + 17} textAnchor="end">
            {t({ key: 'load.lost', values: { dropped } })}
          </text>
        </g>
      )}
    </g>
  );
}
