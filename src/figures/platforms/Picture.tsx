/** Why: the chosen stacks beside each other, with the rows of counters named once at the left. */
import type { ColumnState } from '../../models/platforms/types';
import { Defs } from '../../marks/Defs';
import type { Translate } from '../../lib/message';
import { COUNT_ROWS, COUNT_STEP, COUNTS_Y, layoutOf, TRAIL_Y } from './geometry';
import { linesOf } from './lines';
import { Stack } from './Stack';

interface PictureProps {
  readonly columns: readonly ColumnState[];
  readonly phone: boolean;
  /** The accessible name. */
  readonly name: string;
  readonly uid: string;
  readonly t: Translate;
}

export function Picture({ columns, phone, name, uid, t }: PictureProps) {
  const { width, height, gutter, stack, xs } = layoutOf(columns.length, phone);
  const id = phone ? `${uid}-p` : uid;
  return (
    <svg
      className={phone ? 'pf-svg is-phone' : 'pf-svg is-wide'}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={name}
    >
      <Defs uid={id} />
      <text className="small muted" y={240}>
        {linesOf(t('row-ground'), gutter - 20).map((line, i) => (
          <tspan key={i} x={0} dy={i === 0 ? 0 : 15}>
            {line}
          </tspan>
        ))}
      </text>
      <text className="small muted" y={TRAIL_Y + 11}>
        {t('row-trail')}
      </text>
      <g data-node="counts">
        {COUNT_ROWS.map((row, i) => (
          <g key={row}>
            <path className="pf-rule" d={`M0 ${COUNTS_Y + COUNT_STEP * i - 6}H${width - 2}`} />
            <text
              className={row === 'crossings' ? 'small pf-total' : 'small'}
              y={COUNTS_Y + COUNT_STEP * i + 10}
            >
              {t(`row-${row}`)}
            </text>
          </g>
        ))}
      </g>
      {columns.map((column, i) => (
        <Stack
          key={column.platform}
          column={column}
          x={xs[i]!}
          width={stack}
          prefix={phone ? 'phone-' : ''}
          uid={id}
          t={t}
        />
      ))}
    </svg>
  );
}
