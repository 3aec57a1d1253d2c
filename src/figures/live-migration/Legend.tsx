/** Why: four looks of a cell must be named; of a recording it must be said that only their number was recorded. */
import type { Translate } from '../../lib/message';
import type { Look } from './cells';
import type { Layout } from './geometry';

const SHOWN: readonly Look[] = ['unsent', 'current', 'old', 'flight'];
const SIDE = 12;

interface Props {
  readonly layout: Layout;
  readonly recorded: boolean;
  readonly t: Translate;
}

export function Legend({ layout, recorded, t }: Props) {
  const shown = recorded ? SHOWN.filter((look) => look !== 'flight') : SHOWN;
  const note = layout.legend[3]!;
  return (
    <g className="lm-legend">
      {shown.map((look, i) => {
        const { x, y } = layout.legend[i]!;
        return (
          <g key={look}>
            <rect className={`lm-${look}`} x={x} y={y - SIDE + 2} width={SIDE} height={SIDE} />
            {look === 'old' && <path className="lm-slash" d={`M${x + 1} ${y + 1}l${SIDE - 2} ${2 - SIDE}`} />}
            <text className="small" x={x + SIDE + 8} y={y + 1}>
              {t(`legend-${look}`)}
            </text>
          </g>
        );
      })}
      {recorded && (
        <text className="small muted" x={note.x} y={note.y + 1}>
          {t('legend-counted')}
        </text>
      )}
    </g>
  );
}
