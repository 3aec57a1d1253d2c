/** Why: what is below the hosts, for a room: a bar for each round, time to scale, and what the cells mean. */
import type { Translate } from '../../lib/message';
import { pagesOf, sizeOf } from '../../models/live-migration/amounts';
import type { MigrationState } from '../../models/live-migration/types';
import { widthOf } from '../../lib/width';
import { barsOf, headOf } from './bars';
import type { Look } from './cells';
import { placesIn, type StageLayout } from './stage-layout';
import { TimeLine } from './TimeAxis';
import { timeSaid } from './timeline';

interface Props {
  readonly state: MigrationState;
  readonly layout: StageLayout;
  /** Rounds of the whole story, and when it is over (µs). */
  readonly slots: number;
  readonly totalUs: number;
  readonly recorded: boolean;
  readonly uid: string;
  readonly t: Translate;
}

/** Room of a slot at most, and of the last bar with its name. */
const SLOT = 72;
const NAME = 112;
/** A number of two digits needs this much. */
const NUMBER = 36;

export function StageRounds({ state, layout, slots, uid, recorded, t }: Props) {
  const { x, y, width, height } = layout.rounds;
  const slot = Math.min(SLOT, (width - NAME) / Math.max(slots, 4));
  const bar = Math.min(26, slot * 0.42);
  const [top, bottom] = [y + 36, y + height];
  const every = Math.ceil(NUMBER / slot);
  const high = (pages: number) =>
    pages === 0 ? 0 : Math.max(2, Math.round((pages / state.setup.pages) * (bottom - top) * 10) / 10);
  const size = recorded ? pagesOf : sizeOf;
  return (
    <g data-node="rounds">
      <text className="lm-head" x={x} y={y + 22}>
        {t(headOf(state, false, recorded))}
      </text>
      {layout.total && (
        <text x={x + width} y={y + 22} textAnchor="end">
          {t({ key: 'rounds-total', values: { size: size(state.sent) } })}
        </text>
      )}
      <path className="lm-axis" d={`M${x} ${bottom}H${x + width}`} />
      {barsOf(state).map(({ name, sent, written, kind }, i) => {
        const left = x + i * slot;
        return (
          <g key={kind + name}>
            <rect
              className={kind === 'stopped' ? 'lm-bar-stopped' : 'lm-bar'}
              fill={kind === 'stopped' ? `url(#${uid}-hazard)` : undefined}
              x={left + 2}
              y={bottom - high(sent)}
              width={bar}
              height={high(sent)}
            />
            {written > 0 && (
              <rect
                className="lm-written"
                x={left + 5 + bar}
                y={bottom - high(written)}
                width={Math.max(4, bar - 3)}
                height={high(written)}
              />
            )}
            {kind === 'round' && i % every === 0 && (
              <text x={left + 2 + bar / 2} y={bottom + 26} textAnchor={i === 0 ? 'start' : 'middle'}>
                {name}
              </text>
            )}
            {kind !== 'round' && (
              <text x={left + 2} y={bottom + 26}>
                {t(`bar-${kind}`)}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

export function StageTime({ t, ...line }: Props) {
  const { x, y, height } = line.layout.time;
  return (
    <g data-node="time">
      <TimeLine {...line} />
      <text className="lm-said" x={x} y={y + height + 30}>
        {t(timeSaid(line.state))}
      </text>
    </g>
  );
}

const SHOWN: readonly Look[] = ['unsent', 'current', 'old', 'flight'];
const SIDE = 16;
/** Room of a letter. */
const LETTER = 12.6;

/** The looks of a cell, in as many lines as they need; of a recording, that only their number was recorded. */
export function StageLegend({ layout, recorded, t }: Props) {
  const looks = recorded ? SHOWN.slice(0, 3) : SHOWN;
  const words = looks.map((look) => t(`legend-${look}`));
  const places = placesIn(
    layout,
    words.map((said) => SIDE + 8 + widthOf(said) * LETTER),
  );
  const note = layout.lines.at(-1)!;
  return (
    <g>
      {looks.map((look, i) => {
        const { x: left, y } = places[i]!;
        return (
          <g key={look}>
            <rect className={`lm-${look}`} x={left} y={y - SIDE - 1} width={SIDE} height={SIDE} />
            {look === 'old' && (
              <path className="lm-slash" d={`M${left + 1} ${y - 2}l${SIDE - 2} ${2 - SIDE}`} />
            )}
            <text x={left + SIDE + 8} y={y}>
              {words[i]}
            </text>
          </g>
        );
      })}
      {recorded && (
        <text className="lm-counted" {...note}>
          {t('legend-counted')}
        </text>
      )}
    </g>
  );
}
