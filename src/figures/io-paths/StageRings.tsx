/** Why: what stands in the rings at this step: a card has one, a virtqueue a table and two. */
import type { Translate } from '../../lib/message';
import type { Rings } from '../../models/io-paths/rings';
import { SIZE } from '../../models/io-paths/virtqueue';
import { isIn, usedNow } from './ring-words';
import { Packets, Ring, type Index, type Slot } from './stage-ring';
import type { StreamPlan } from './stage-plan';

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
