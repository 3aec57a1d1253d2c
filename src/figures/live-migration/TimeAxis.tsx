/** Why: one line of time, true to scale, says where the guest ran and how long it ran nowhere: most often hardly to be seen. */
import type { Translate } from '../../lib/message';
import type { MigrationState } from '../../models/live-migration/types';
import type { Layout } from './geometry';
import { timeline, timeSaid } from './timeline';

interface Props {
  readonly state: MigrationState;
  readonly layout: Layout;
  /** When the whole story is over, µs. */
  readonly totalUs: number;
  readonly uid: string;
  readonly t: Translate;
}

/** Beyond the end the guest runs on; so much is drawn of it. */
const TAIL = 46;

/** Room of a name in the key, wide and narrow; from its right end. */
const KEYS = [
  ['source', 378, 356],
  ['nobody', 252, 243],
  ['destination', 150, 151],
] as const;

function Key({ layout, uid, t }: Pick<Props, 'layout' | 'uid' | 't'>) {
  const { x, y, width, height } = layout.time;
  const wide = layout.id === 'wide';
  const base = y + height + (wide ? 19 : 38);
  return KEYS.map(([guest, far, near]) => {
    const left = x + width - (wide ? far : near);
    return (
      <g key={guest}>
        <rect
          className={`lm-at-${guest}`}
          fill={guest === 'nobody' ? `url(#${uid}-hazard)` : undefined}
          x={left}
          y={base - 10}
          width={12}
          height={10}
        />
        <text className="small" x={left + 18} y={base}>
          {t(`time-${guest}`)}
        </text>
      </g>
    );
  });
}

/** Time to scale: where the guest ran, an arrow where it runs on, and now. */
export function TimeLine({ state, layout, totalUs, uid }: Omit<Props, 't'>) {
  const { x, y, width, height } = layout.time;
  const { to, now, pauseWidth, behind } = timeline(state, totalUs, x, width - TAIL);
  return (
    <>
      <rect className="lm-time" x={x} y={y} width={width} height={height} rx={3} />
      {state.spans.map(({ guest, fromUs, toUs }) => {
        const after = guest === 'destination' ? behind : 0;
        return (
          <rect
            key={`${guest}${fromUs}`}
            className={`lm-at-${guest}`}
            fill={guest === 'nobody' ? `url(#${uid}-hazard)` : undefined}
            x={to(fromUs) + after}
            y={y}
            width={guest === 'nobody' ? pauseWidth : Math.max(0, to(toUs) - to(fromUs))}
            height={height}
          />
        );
      })}
      {state.guest === 'destination' && state.remaining === 0 && (
        <path
          className="lm-at-destination"
          d={`M${now + behind} ${y}h${TAIL - 14}l10 ${height / 2}l-10 ${height / 2}h${14 - TAIL}z`}
        />
      )}
      <path className="lm-now" d={`M${now} ${y - 5}v${height + 10}`} />
    </>
  );
}

export function TimeAxis({ t, ...line }: Props) {
  const { state, layout, uid } = line;
  const { x, y, height } = layout.time;
  return (
    <g data-node="time">
      <TimeLine {...line} />
      <text className="small" x={x} y={y + height + 19}>
        {t(timeSaid(state))}
      </text>
      <Key layout={layout} uid={uid} t={t} />
    </g>
  );
}
