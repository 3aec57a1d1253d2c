/** Why: a host is a frame with the guest's vCPUs above and the guest's memory below, the same at both ends. */
import type { Message, Translate } from '../../lib/message';
import { ownerClass } from '../../marks/owner';
import type { Box } from '../../marks/shapes';
import type { MigrationState } from '../../models/live-migration/types';
import { hotCells, LOOKS, type Look } from './cells';
import { cellAt, type Layout } from './geometry';

interface Props {
  readonly name: 'source' | 'destination';
  readonly state: MigrationState;
  readonly looks: readonly Look[];
  readonly layout: Layout;
  readonly focused: boolean;
  readonly uid: string;
  readonly count: Message;
  readonly t: Translate;
}

const squares = (layout: Layout, host: Box, cells: readonly number[], grow = 0) =>
  cells
    .map((cell) => {
      const { x, y } = cellAt(layout, host, cell);
      const side = layout.cell + 2 * grow;
      return `M${x - grow} ${y - grow}h${side}v${side}h${-side}z`;
    })
    .join('');

const slashes = (layout: Layout, host: Box, cells: readonly number[]) =>
  cells
    .map((cell) => {
      const { x, y } = cellAt(layout, host, cell);
      return `M${x + 1} ${y + layout.cell - 1}l${layout.cell - 2} ${2 - layout.cell}`;
    })
    .join('');

/** What its slot says: the guest runs, stands still, was here, or is awaited. */
function slotKey({ guest, end }: MigrationState, name: Props['name']): string {
  if (guest === name) return 'runs';
  if (name === 'source') return end === 'moved' ? 'gone' : guest === 'nobody' ? 'stopped' : 'left';
  return end === 'cancelled' ? 'gone' : 'awaited';
}

export function Host({ name, state, looks, layout, focused, uid, count, t }: Props) {
  const host = layout[name];
  const { title, slot } = layout.host;
  const at = { x: host.x + slot.x, y: host.y + slot.y };
  const of = (look: Look) => looks.flatMap((each, cell) => (each === look ? [cell] : []));
  const runs = state.guest === name;
  const key = slotKey(state, name);
  return (
    <g data-node={name}>
      <rect
        className={`lm-host ${ownerClass('host')}${focused ? ' is-focus' : ''}`}
        x={host.x}
        y={host.y}
        width={host.width}
        height={host.height}
        rx={10}
      />
      <text className="lm-title" x={host.x + title.x} y={host.y + title.y}>
        {t(`host-${name}`)}
      </text>
      <rect
        className={`lm-slot${runs ? ' is-on' : ''}`}
        {...at}
        width={slot.width}
        height={slot.height}
        rx={8}
      />
      {runs && state.throttle > 0 && (
        <rect
          fill={`url(#${uid}-hazard)`}
          x={at.x + slot.width * (1 - state.throttle / 100)}
          y={at.y + slot.height - 6}
          width={(slot.width * state.throttle) / 100}
          height={6}
        />
      )}
      <text
        className={runs ? 'lm-runs' : 'muted lm-slot-text'}
        x={at.x + (runs ? 38 : 10)}
        y={at.y + slot.height / 2 + 5 - (runs && state.throttle > 0 ? 3 : 0)}
      >
        {runs && state.throttle > 0
          ? t({ key: 'slot-throttled', values: { n: state.throttle } })
          : t(`slot-${key}`)}
      </text>
      {LOOKS.map((look) => (
        <path key={look} className={`lm-${look}`} d={squares(layout, host, of(look))} />
      ))}
      <path className="lm-slash" d={slashes(layout, host, of('old'))} />
      {(runs || (state.guest === 'nobody' && name === 'source')) && (
        <path
          className="lm-hot"
          d={squares(layout, host, hotCells(state), (layout.pitch - layout.cell) / 2)}
        />
      )}
      <text className="lm-count" x={host.x + title.x} y={host.y + layout.host.count}>
        {t(count)}
      </text>
    </g>
  );
}
