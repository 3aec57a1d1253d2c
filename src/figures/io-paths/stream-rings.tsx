/** Why: the rings themselves: slots, what stands in them, and the indices of both sides as they wrap. */
import type { Translate } from '../../lib/message';
import type { Rings } from '../../models/io-paths/rings';
import { SIZE } from '../../models/io-paths/virtqueue';
import { Packets, Pointers, Row } from './slots';
import type { StreamLayout } from './geometry';
import { isIn, usedNow } from './ring-words';

export function StreamRings({
  rings,
  layout,
  about,
  t,
}: {
  readonly rings: Rings;
  readonly layout: StreamLayout;
  /** The packet that the step is about. */
  readonly about: number | undefined;
  readonly t: Translate;
}) {
  const [table, available, used] = layout.rows;
  const isAbout = (packet: number | undefined) => packet !== undefined && packet === about;
  const wide = layout.kind === 'wide';
  if (rings.kind === 'registers') {
    const { slots, head, tail, clean } = rings.ring;
    const place = { ...available, y: available.y - 10, height: available.height + 10 };
    return (
      <g data-node="ring">
        <Row
          first={place}
          title={t('row.ring')}
          owner="data"
          said={(slot) => ({ text: '', live: isAbout(slots[slot]) })}
        />
        <Packets
          first={place}
          slots={slots}
          done={(slot) => (slot - clean + SIZE) % SIZE < (head - clean + SIZE) % SIZE}
          kind={layout.kind}
        />
        <Pointers
          first={place}
          list={[
            { slot: tail, name: t({ key: 'row.tail', values: { slot: tail } }), owner: 'kern' },
            { slot: head, name: t({ key: 'row.head', values: { slot: head } }), owner: 'hw' },
            { slot: clean, name: t('row.clean'), owner: 'kern' },
          ]}
        />
      </g>
    );
  }
  const { queue } = rings;
  const passed = queue.availIdx !== queue.availEvent;
  const back = usedNow(queue);
  return (
    <g data-node="ring">
      <Row
        first={table}
        title={t('row.table')}
        owner="data"
        said={(slot) => ({ text: '', live: isAbout(queue.descriptors[slot]!.packet) })}
      />
      <Packets
        first={table}
        slots={queue.descriptors.map(({ packet }) => packet)}
        done={(slot) => back.includes(slot)}
        kind={layout.kind}
      />
      <Row
        first={available}
        title={t(wide ? 'row.available' : 'row.available-short')}
        aside={t({ key: passed ? 'row.passed' : 'row.wants', values: { index: String(queue.availEvent) } })}
        owner="kern"
        said={(slot) => ({
          text: isIn(slot, queue.lastAvail, queue.availIdx) ? String(queue.avail[slot]) : '',
          live: isIn(slot, queue.lastAvail, queue.availIdx),
        })}
      />
      <Pointers
        first={available}
        list={[
          { slot: queue.availIdx % SIZE, name: `avail.idx ${queue.availIdx}`, owner: 'kern' },
          {
            slot: queue.lastAvail % SIZE,
            name: t({ key: 'row.read', values: { index: String(queue.lastAvail) } }),
            owner: 'host',
          },
        ]}
      />
      <Row
        first={used}
        title={t(wide ? 'row.used' : 'row.used-short')}
        aside={t({ key: 'row.used-event', values: { index: String(queue.usedEvent) } })}
        owner="host"
        said={(slot) => ({
          text: isIn(slot, queue.lastUsed, queue.usedIdx) ? String(queue.used[slot]) : '',
          live: isIn(slot, queue.lastUsed, queue.usedIdx),
        })}
      />
      <Pointers
        first={used}
        list={[
          { slot: queue.usedIdx % SIZE, name: `used.idx ${queue.usedIdx}`, owner: 'host' },
          {
            slot: queue.lastUsed % SIZE,
            name: t({ key: 'row.freed', values: { index: String(queue.lastUsed) } }),
            owner: 'kern',
          },
        ]}
      />
    </g>
  );
}
