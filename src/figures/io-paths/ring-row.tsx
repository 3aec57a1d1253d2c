/** Why: the ring in guest memory, small, while one packet passes: its eight slots and how far each side has come. */
import type { Translate } from '../../lib/message';
import type { Rings } from '../../models/io-paths/rings';
import { cellAt, type Layout } from './geometry';
import { SLOTS } from './slots';

/** Whether a slot names a buffer. */
export const filled = (rings: Rings, slot: number): boolean =>
  rings.kind === 'virtqueue'
    ? rings.queue.descriptors[slot]!.packet !== undefined
    : rings.ring.slots[slot] !== undefined;

export function RingRow({
  rings,
  layout,
  t,
  receiving,
}: {
  readonly rings: Rings;
  readonly layout: Layout;
  readonly t: Translate;
  readonly receiving: boolean;
}) {
  const letter = receiving ? 'R' : 'T';
  const words =
    rings.kind === 'virtqueue'
      ? t({ key: 'ring.queue', values: { avail: rings.queue.availIdx, used: rings.queue.usedIdx } })
      : t({ key: 'ring.registers', values: { letter, head: rings.ring.head, tail: rings.ring.tail } });
  return (
    <g className="io-ring own-data" data-node="ring">
      {SLOTS.map((slot) => {
        const { x, y, width, height } = cellAt(layout, slot);
        return (
          <rect
            key={slot}
            className={filled(rings, slot) ? 'is-filled' : undefined}
            x={x + 2}
            y={y}
            width={width - 4}
            height={height}
            rx={5}
          />
        );
      })}
      <text
        className="io-index"
        x={layout.cell.x + 2}
        y={layout.kind === 'wide' ? layout.cell.y - 10 : layout.cell.y - 74}
      >
        {words}
      </text>
    </g>
  );
}
