/** Why: one guest's ring in one line of large letters: how many wait, whether it had to ring, what it lost. */
import type { Translate } from '../../lib/message';
import { ownerClass } from '../../marks/owner';
import type { Box } from '../../marks/shapes';
import { pointAt, usedSlots } from './ring-arc';
import type { LoadState } from './state';

interface Props {
  readonly state: LoadState;
  readonly guest: number;
  readonly box: Box;
  readonly uid: string;
  readonly t: Translate;
}

export function StageRing({ state, guest, box, uid, t }: Props) {
  const { choice, windows, shown, started } = state;
  const circle = { x: box.x + 34, y: box.y + box.height / 2, r: 18 };
  const { x, y, r } = circle;
  const base = y + 8;
  if (guest >= started)
    return (
      <g className="dp-row is-missing">
        <circle className="dp-ring" cx={x} cy={y} r={r} />
        <text x={x + 32} y={base}>
          {t('load.no-memory')}
        </text>
      </g>
    );
  const now = windows[shown - 1]?.guests[guest];
  const before = windows[shown - 2]?.guests[guest];
  const { produced = 0, consumed = 0 } = now ?? {};
  const dropped = (now?.dropped ?? 0) - (before?.dropped ?? 0);
  const rung = (now?.notifications ?? 0) - (before?.notifications ?? 0);
  const put = pointAt(circle, produced);
  const taken = pointAt(circle, consumed);
  const end = box.x + box.width - 14;
  return (
    <g className={`dp-row${dropped > 0 ? ' is-full' : ''}`}>
      <circle className="dp-ring" cx={x} cy={y} r={r} />
      <path className={`dp-used ${ownerClass('data')}`} d={usedSlots(circle, consumed, produced)} />
      <circle className={`dp-index ${ownerClass('host')}`} cx={taken.x} cy={taken.y} r={6} />
      <circle className={`dp-index ${ownerClass('kern')}`} cx={put.x} cy={put.y} r={4.5} />
      <text className={`dp-room-guest ${ownerClass('kern')}`} x={x + 32} y={base}>
        {t({ key: 'load.guest', values: { n: guest + 1 } })}
      </text>
      <text className={`dp-room-slots ${ownerClass('data')}`} x={box.x + 238} y={base} textAnchor="end">
        {String(produced - consumed)}
      </text>
      {dropped > 0 ? (
        <g>
          <rect x={box.x + 262} y={base - 18} width={16} height={18} fill={`url(#${uid}-hazard)`} />
          <text className="dp-room-lost" x={box.x + 288} y={base}>
            {t({ key: 'load.lost', values: { dropped } })}
          </text>
        </g>
      ) : (
        choice.nic === 'split' &&
        shown > 0 && (
          <text
            className={rung > 0 ? `dp-room-bell ${ownerClass('vmm')}` : undefined}
            x={end}
            y={base}
            textAnchor="end"
          >
            {rung > 0 ? t({ key: 'load.rung', values: { rung } }) : t('load.silent-bell')}
          </text>
        )
      )}
    </g>
  );
}
