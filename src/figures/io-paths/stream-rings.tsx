/** Why: the rings themselves: slots, what stands in them, and the indices of both sides as they wrap. */
import type { Translate } from '../../lib/message';
import { ownerClass, type Owner } from '../../marks/owner';
import { Token } from '../../marks/Token';
import type { Rings } from '../../models/io-paths/rings';
import { SIZE } from '../../models/io-paths/virtqueue';
import type { Box, Kind, StreamLayout } from './geometry';

const SLOTS = Array.from({ length: SIZE }, (_, i) => i);

/** A row of slots with a title, and what is written in each. */
function Row({
  first,
  title,
  aside,
  owner,
  said,
}: {
  readonly first: Box;
  readonly title: string;
  readonly aside?: string;
  readonly owner: Owner;
  readonly said: (slot: number) => { readonly text: string; readonly live: boolean };
}) {
  return (
    <g className={`io-row ${ownerClass(owner)}`}>
      <text className="io-title" x={first.x + 2} y={first.y - 12}>
        {title}
      </text>
      {aside !== undefined && (
        <text className="io-aside" x={first.x + SIZE * first.width - 2} y={first.y - 12} textAnchor="end">
          {aside}
        </text>
      )}
      {SLOTS.map((slot) => {
        const { text, live } = said(slot);
        const x = first.x + slot * first.width;
        return (
          <g key={slot} className={live ? 'is-live' : undefined}>
            <rect x={x + 2} y={first.y} width={first.width - 4} height={first.height} rx={5} />
            <text x={x + first.width / 2} y={first.y + first.height / 2 + 5} textAnchor="middle">
              {text}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** An index of one side, under its slot: a triangle of its owner and its name; two on one slot stand side by side. */
function Pointers({
  first,
  list,
}: {
  readonly first: Box;
  readonly list: readonly { readonly slot: number; readonly name: string; readonly owner: Owner }[];
}) {
  const bottom = first.y + first.height;
  const end = first.x + SIZE * first.width;
  return list.map(({ slot, name, owner }, i) => {
    const middle = first.x + (slot + 0.5) * first.width;
    const crowded = list.some((other, j) => j !== i && Math.abs(other.slot - slot) * first.width < 135);
    const x =
      middle +
      (list.some((other, j) => j !== i && other.slot === slot) ? (i - (list.length - 1) / 2) * 15 : 0);
    const anchor = middle > end - 90 ? 'end' : middle < first.x + 90 ? 'start' : 'middle';
    const textX =
      anchor === 'end' ? Math.min(end, x + 10) : anchor === 'start' ? Math.max(first.x, x - 10) : x;
    return (
      <g key={name} className={`io-pointer ${ownerClass(owner)}`}>
        <path d={`M${x} ${bottom + 2} l6 10 h-12 z`} />
        <text x={textX} y={bottom + 26 + (crowded ? i * 16 : 0)} textAnchor={anchor}>
          {name}
        </text>
      </g>
    );
  });
}

/** Packets in the table, each a token, so that they are seen to come and go; pale once the device is done with them. */
function Packets({
  first,
  slots,
  done,
  kind,
}: {
  readonly first: Box;
  readonly slots: readonly (number | undefined)[];
  readonly done: (slot: number) => boolean;
  readonly kind: Kind;
}) {
  return slots.map(
    (packet, slot) =>
      packet !== undefined && (
        <g key={packet} className={done(slot) ? 'io-done' : 'io-waiting'}>
          <Token
            id={`p${packet}-${kind}`}
            x={first.x + (slot + 0.5) * first.width}
            y={first.y + first.height / 2}
            owner="data"
            r={13}
            label={String(packet + 1)}
          />
        </g>
      ),
  );
}

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
  const within = (slot: number, from: number, to: number) =>
    (slot - (from % SIZE) + SIZE) % SIZE < (to - from + 65_536) % 65_536;
  const usedNow = SLOTS.filter((slot) => within(slot, queue.lastUsed, queue.usedIdx)).map(
    (slot) => queue.used[slot]!,
  );
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
        done={(slot) => usedNow.includes(slot)}
        kind={layout.kind}
      />
      <Row
        first={available}
        title={t(wide ? 'row.available' : 'row.available-short')}
        aside={t({ key: passed ? 'row.passed' : 'row.wants', values: { index: String(queue.availEvent) } })}
        owner="kern"
        said={(slot) => ({
          text: within(slot, queue.lastAvail, queue.availIdx) ? String(queue.avail[slot]) : '',
          live: within(slot, queue.lastAvail, queue.availIdx),
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
          text: within(slot, queue.lastUsed, queue.usedIdx) ? String(queue.used[slot]) : '',
          live: within(slot, queue.lastUsed, queue.usedIdx),
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
