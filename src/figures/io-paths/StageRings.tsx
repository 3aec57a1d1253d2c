/** Why: the rings with numbers that can be read: slots, the packets in them, and each side's two indices with the mark that they have in the ring. */
import type { Translate } from '../../lib/message';
import { ownerClass, type Owner } from '../../marks/owner';
import type { Rings } from '../../models/io-paths/rings';
import { SIZE } from '../../models/io-paths/virtqueue';
import { isIn, usedNow } from './ring-words';
import { SLOTS } from './slots';
import type { Line, RingPlan, StreamPlan } from './stage-plan';

interface Slot {
  readonly text: string;
  readonly live: boolean;
}
/** An index: in front of what is there (a filled mark) or behind it (an open one). */
interface Index {
  readonly slot: number;
  readonly words: string;
  readonly owner: Owner;
  readonly open: boolean;
}

const mark = (x: number, y: number) => `M${x} ${y} l7 11 h-14 z`;

function Told({ line, index }: { readonly line: Line; readonly index: Index }) {
  const { x, y, anchor } = line;
  const end = anchor === 'end';
  return (
    <g className={`io-room-pointer ${ownerClass(index.owner)}${index.open ? ' is-open' : ''}`}>
      <path d={mark(end ? x - 7 : x + 7, y - 14)} />
      <text x={end ? x - 20 : x + 20} y={y} textAnchor={anchor}>
        {index.words}
      </text>
    </g>
  );
}

function Ring(props: {
  readonly plan: RingPlan;
  readonly title: string;
  readonly owner: Owner;
  readonly said: (slot: number) => Slot;
  readonly indices?: readonly Index[];
  readonly aside?: string;
}) {
  const { plan, title, owner, said, indices = [], aside } = props;
  const { first, lines } = plan;
  return (
    <g className={`io-row ${ownerClass(owner)}`}>
      <text className="io-room-title" x={first.x} y={plan.title}>
        {title}
      </text>
      {SLOTS.map((slot) => {
        const { text, live } = said(slot);
        const x = first.x + slot * first.width;
        return (
          <g key={slot} className={live ? 'is-live' : undefined}>
            <rect x={x + 2} y={first.y} width={first.width - 4} height={first.height} rx={5} />
            {text !== '' && (
              <text x={x + first.width / 2} y={first.y + first.height / 2 + 8} textAnchor="middle">
                {text}
              </text>
            )}
          </g>
        );
      })}
      {indices.map((index, i) => {
        const twin = indices.slice(0, i).filter(({ slot }) => slot === index.slot).length;
        const x = first.x + (index.slot + 0.5) * first.width + twin * 10;
        return (
          <g key={index.words}>
            <g className={`io-room-pointer ${ownerClass(index.owner)}${index.open ? ' is-open' : ''}`}>
              <path d={mark(Math.round(x * 10) / 10, first.y + first.height + 3)} />
            </g>
            <Told line={lines[i]!} index={index} />
          </g>
        );
      })}
      {aside !== undefined && (
        <text x={lines[2].x} y={lines[2].y} textAnchor={lines[2].anchor}>
          {aside}
        </text>
      )}
    </g>
  );
}

/** Packets in the table, with their numbers; pale once the device is done with them. */
function Packets({
  plan: { first },
  slots,
  done,
}: {
  readonly plan: RingPlan;
  readonly slots: readonly (number | undefined)[];
  readonly done: (slot: number) => boolean;
}) {
  const width = first.width - 4;
  const height = first.height - 6;
  return slots.map(
    (packet, slot) =>
      packet !== undefined && (
        <g key={packet} className={`io-room-packet own-data${done(slot) ? ' is-done' : ''}`}>
          <g
            className="token"
            data-token={`p${packet}`}
            transform={`translate(${first.x + (slot + 0.5) * first.width} ${first.y + first.height / 2})`}
          >
            <rect
              className="token-core"
              x={-width / 2}
              y={-height / 2}
              width={width}
              height={height}
              rx={14}
            />
            <text className="token-label" y={9} textAnchor="middle">
              {String(packet + 1)}
            </text>
          </g>
        </g>
      ),
  );
}

interface RingsProps {
  readonly rings: Rings;
  readonly plan: StreamPlan;
  /** The packet that the step is about. */
  readonly about: number | undefined;
  readonly t: Translate;
}

export function StageRings({ rings, plan, about, t }: RingsProps) {
  const isAbout = (packet: number | undefined): Slot => ({
    text: '',
    live: packet !== undefined && packet === about,
  });
  if (rings.kind === 'registers') {
    const { slots, head, tail, clean } = rings.ring;
    const indices: readonly Index[] = [
      { slot: tail, words: t({ key: 'row.tail', values: { slot: tail } }), owner: 'kern', open: false },
      { slot: head, words: t({ key: 'row.head', values: { slot: head } }), owner: 'hw', open: false },
      { slot: clean, words: t('row.clean'), owner: 'kern', open: true },
    ];
    const done = (slot: number) => (slot - clean + SIZE) % SIZE < (head - clean + SIZE) % SIZE;
    return (
      <g data-node="ring">
        <Ring
          plan={plan.registers}
          title={t('row.ring')}
          owner="data"
          said={(slot) => isAbout(slots[slot])}
          indices={indices}
        />
        <Packets plan={plan.registers} slots={slots} done={done} />
      </g>
    );
  }
  const { queue } = rings;
  const wants = queue.availIdx === queue.availEvent ? 'row.wants' : 'row.passed';
  const said =
    (list: readonly (number | undefined)[], from: number, to: number) =>
    (slot: number): Slot => {
      const live = isIn(slot, from, to);
      return { text: live ? String(list[slot]) : '', live };
    };
  const back = usedNow(queue);
  return (
    <g data-node="ring">
      <Ring
        plan={plan.table}
        title={t('row.table')}
        owner="data"
        said={(slot) => isAbout(queue.descriptors[slot]!.packet)}
      />
      <Packets
        plan={plan.table}
        slots={queue.descriptors.map(({ packet }) => packet)}
        done={(slot) => back.includes(slot)}
      />
      <Ring
        plan={plan.avail}
        title={t('row.available-short')}
        owner="kern"
        said={said(queue.avail, queue.lastAvail, queue.availIdx)}
        indices={[
          { slot: queue.availIdx % SIZE, words: `avail.idx ${queue.availIdx}`, owner: 'kern', open: false },
          {
            slot: queue.lastAvail % SIZE,
            words: t({ key: 'row.read', values: { index: String(queue.lastAvail) } }),
            owner: 'host',
            open: true,
          },
        ]}
        aside={t({ key: wants, values: { index: String(queue.availEvent) } })}
      />
      <Ring
        plan={plan.used}
        title={t('row.used-short')}
        owner="host"
        said={said(queue.used, queue.lastUsed, queue.usedIdx)}
        indices={[
          { slot: queue.usedIdx % SIZE, words: `used.idx ${queue.usedIdx}`, owner: 'host', open: false },
          {
            slot: queue.lastUsed % SIZE,
            words: t({ key: 'row.freed', values: { index: String(queue.lastUsed) } }),
            owner: 'kern',
            open: true,
          },
        ]}
        aside={t({ key: 'row.used-event', values: { index: String(queue.usedEvent) } })}
      />
    </g>
  );
}
