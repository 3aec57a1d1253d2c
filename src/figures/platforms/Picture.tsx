/** Why: the chosen stacks beside each other, with the rows of counters named once at the left. */
import type { ColumnState, PlatformId } from '../../models/platforms/types';
import { Defs } from '../../marks/Defs';
import type { Translate } from '../../lib/message';
import { COUNT_ROWS, COUNT_STEP, COUNTS_Y, GROUND_Y, layoutOf, SPACE, TRAIL_Y } from './geometry';
import { linesOf } from './lines';
import { Stack } from './Stack';

interface PictureProps {
  readonly columns: readonly ColumnState[];
  readonly phone: boolean;
  /** After the last beat: the totals. */
  readonly ended: boolean;
  /** The column that the caption tells of, where it does not tell of all. */
  readonly lead: PlatformId | undefined;
  /** The accessible name. */
  readonly name: string;
  readonly uid: string;
  readonly t: Translate;
}

/** The names of what stands beside the stacks, for all of them. */
function Rows({ gutter, t }: { readonly gutter: number; readonly t: Translate }) {
  return (
    <>
      <text className="small muted" y={GROUND_Y}>
        {linesOf(t('row-ground'), gutter - 24).map((line, i) => (
          <tspan key={i} x={0} dy={i === 0 ? 0 : 15}>
            {line}
          </tspan>
        ))}
      </text>
      <text className="small muted" y={TRAIL_Y + 11}>
        {t('row-trail')}
      </text>
      {COUNT_ROWS.map((row, i) => (
        <text
          key={row}
          className={row === 'crossings' ? 'small pf-total' : 'small'}
          y={COUNTS_Y + COUNT_STEP * i + 10}
        >
          {t(`row-${row}`)}
        </text>
      ))}
    </>
  );
}

export function Picture({ columns, phone, ended, lead, name, uid, t }: PictureProps) {
  const { width, height, gutter, stack, xs } = layoutOf(columns.length, phone);
  const id = phone ? `${uid}-p` : uid;
  return (
    <svg
      className={phone ? 'pf-svg is-phone' : 'pf-svg is-wide'}
      viewBox={`-2 0 ${width} ${height}`}
      role="img"
      aria-label={name}
    >
      <Defs uid={id} />
      {!phone && <Rows gutter={gutter} t={t} />}
      {COUNT_ROWS.map((row, i) => (
        <path key={row} className="pf-rule" d={`M0 ${COUNTS_Y + COUNT_STEP * i - 6}H${width - SPACE}`} />
      ))}
      <g data-node="counts">
        {columns.map((column, i) => (
          <Stack
            key={column.platform}
            column={column}
            x={xs[i]!}
            width={stack}
            phone={phone}
            ended={ended}
            told={column.platform === lead}
            uid={id}
            t={t}
          />
        ))}
      </g>
    </svg>
  );
}
