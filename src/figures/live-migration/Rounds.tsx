/** Why: the heart of pre-copy is that rounds shrink, or do not: a bar for what each sent, beside it what was written meanwhile. */
import type { Translate } from '../../lib/message';
import { pagesOf, sizeOf } from '../../models/live-migration/amounts';
import type { MigrationState } from '../../models/live-migration/types';
import { barsOf, headOf } from './bars';
import type { Layout } from './geometry';

interface Props {
  readonly state: MigrationState;
  readonly layout: Layout;
  /** Rounds of the whole story, so that slots keep their width. */
  readonly slots: number;
  readonly uid: string;
  readonly recorded: boolean;
  readonly t: Translate;
}

/** Room of a slot at most. */
const SLOT = 62;
/** Room of the last bar and its name. */
const NAME = 60;

export function Rounds({ state, layout, slots, uid, recorded, t }: Props) {
  const { x, y, width, height } = layout.rounds;
  const bars = barsOf(state);
  const slot = Math.min(SLOT, (width - NAME) / Math.max(slots, 4));
  const bar = Math.min(20, slot * 0.4);
  const [top, bottom] = [y + 22, y + height];
  const high = (pages: number) =>
    pages === 0 ? 0 : Math.max(1.5, Math.round((pages / state.setup.pages) * (bottom - top) * 10) / 10);
  const size = recorded ? pagesOf : sizeOf;
  const labels = slot >= 24;
  const wide = layout.id === 'wide';
  const head = headOf(state, wide, recorded);
  return (
    <g data-node="rounds">
      <text className="lm-head" x={x} y={y + 13}>
        {t(head)}
      </text>
      {wide && (
        <text className="small muted" x={x + width} y={y + 13} textAnchor="end">
          {t({ key: 'rounds-total', values: { size: size(state.sent) } })}
        </text>
      )}
      <path className="lm-axis" d={`M${x} ${bottom}H${x + width}`} />
      {bars.map(({ name, sent, written, kind }, i) => {
        const left = x + i * slot;
        const tall = high(sent);
        return (
          <g key={kind + name}>
            <rect
              className={kind === 'stopped' ? 'lm-bar-stopped' : 'lm-bar'}
              fill={kind === 'stopped' ? `url(#${uid}-hazard)` : undefined}
              x={left + 2}
              y={bottom - tall}
              width={bar}
              height={tall}
            />
            {written > 0 && (
              <rect
                className="lm-written"
                x={left + 4 + bar}
                y={bottom - high(written)}
                width={Math.max(3, bar - 3)}
                height={high(written)}
              />
            )}
            {(labels || i % 3 === 0) && (
              <text className="small muted" x={left + 2 + bar / 2} y={bottom + 16} textAnchor="middle">
                {name}
              </text>
            )}
            {kind !== 'round' && (
              <text className="small" x={left + 2} y={bottom + 16}>
                {t(`bar-${kind}`)}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}
