/** Why: the rule of the signal shows only when packets come fast: twelve of them, before, during and after a drain. */
import { askNumber, askSignal } from './ask';
import type { Machine } from './machine';
import { answer, FRAME, frame, second, secondServed, type Done } from './outbound';
import { SEND_DONE } from './sizes';

/** Packets of the burst, and how many of them come before the pause. */
export const BURST = 12;
const BEFORE_PAUSE = 8;
/** A frame that the card will cut up (segmentation offload), bytes. */
const LARGE_FRAME = 16_000;

/** Every third frame of the burst is a large one, which stays where it is. */
const frameOf = (n: number) => (n % 3 === 2 ? LARGE_FRAME : FRAME);

export function playBurst(m: Machine): void {
  const { out } = m.channels[0]!;
  let sent = 0;
  const put = (count: number) => Array.from({ length: count }, () => frame(m, 0, frameOf(sent++)));
  const due = (written: readonly Done[]) => written.filter(({ signal }) => signal === 'due').length;
  const range = (written: readonly Done[]) => ({
    first: sent - written.length + 1,
    last: sent,
    bytes: written.reduce((sum, { bytes }) => sum + bytes, 0),
    write: out.write,
    read: out.read,
  });
  m.tell({
    id: 'start',
    caption: { key: 'burst.start', values: { total: BURST } },
    place: 'app',
    packetAt: 'app',
    focus: ['app-1'],
  });
  const first = put(1);
  m.tell({
    id: 'write-1',
    caption: { key: 'burst.first', values: range(first) },
    stage: 'shared-memory',
    place: 'out',
    way: 'vsc-out',
    packetAt: 'buffer',
    messageAt: 'out',
    focus: ['out-1'],
  });
  m.signal('out');
  m.tell({
    id: 'signal-1',
    caption: { key: 'burst.signal' },
    stage: 'signal',
    place: 'hypervisor',
    way: 'signal-root',
    focus: ['hypervisor', 'out-1'],
    ask: askSignal('burst.first', due(first) > 0),
  });
  const waiting = put(3);
  m.tell({
    id: 'write-4',
    caption: { key: 'burst.waiting', values: range(waiting) },
    stage: 'shared-memory',
    place: 'out',
    way: 'vsc-out',
    focus: ['out-1'],
    ask: askNumber('burst.waiting', [0, 1, 3], due(waiting)),
  });
  m.awake = true;
  out.mask = true;
  m.tell({
    id: 'wake',
    caption: { key: 'burst.wake' },
    stage: 'backend-wakes',
    place: 'vsp',
    focus: ['vsp', 'out-1'],
  });
  const ids = m.read(0, 'out').packets.map(({ id }) => id);
  m.tell({
    id: 'read-4',
    caption: { key: 'burst.read', values: { read: out.read, write: out.write } },
    stage: 'copy',
    place: 'vsp',
    way: 'out-vsp',
    messageAt: 'vsp',
    focus: ['vsp', 'out-1'],
  });
  const masked = put(BEFORE_PAUSE - sent);
  m.tell({
    id: 'write-8',
    caption: { key: 'burst.masked', values: range(masked) },
    stage: 'shared-memory',
    place: 'out',
    way: 'vsc-out',
    focus: ['out-1'],
    ask: askSignal('burst.masked', due(masked) > 0),
  });
  second(m, () => frame(m, 1, FRAME));
  ids.push(...m.read(0, 'out').packets.map(({ id }) => id));
  m.tell({
    id: 'hardware-8',
    caption: { key: 'burst.hardware', values: { count: ids.length } },
    stage: 'hardware',
    place: 'device',
    way: 'switch-device',
    packetAt: 'device',
    focus: ['vsp', 'driver', 'device'],
  });
  secondServed(m, SEND_DONE);
  const back = answer(m, 0, SEND_DONE, ids);
  if (back) m.signal('in');
  out.mask = false;
  m.awake = false;
  m.tell({
    id: 'complete-8',
    caption: { key: 'burst.complete', values: { count: ids.length, spared: ids.length - 1 } },
    stage: 'completion',
    place: 'in',
    way: 'signal-child',
    messageAt: 'in',
    focus: ['in-1', 'vsp'],
  });
  m.counts.packets += m.read(0, 'in').packets.length;
  m.tell({
    id: 'done-8',
    caption: { key: 'burst.done', values: { count: ids.length } },
    stage: 'completion',
    place: 'vsc',
    way: 'in-vsc',
    messageAt: 'vsc',
    focus: ['vsc-1', 'in-1'],
  });
  const late = put(BURST - sent);
  if (due(late) > 0) m.signal('out');
  m.tell({
    id: 'write-12',
    caption: { key: 'burst.late', values: range(late) },
    stage: 'signal',
    place: 'hypervisor',
    way: 'signal-root',
    packetAt: 'buffer',
    messageAt: 'out',
    focus: ['hypervisor', 'out-1'],
    ask: askNumber('burst.late', [0, 1, late.length], due(late), { count: late.length }),
  });
  const rest = m.read(0, 'out').packets.map(({ id }) => id);
  if (answer(m, 0, SEND_DONE, rest)) m.signal('in');
  m.counts.packets += m.read(0, 'in').packets.length;
  m.tell({
    id: 'done-12',
    caption: { key: 'burst.served', values: { count: rest.length } },
    stage: 'completion',
    place: 'vsc',
    way: 'in-vsc',
    packetAt: 'device',
    messageAt: 'vsc',
    focus: ['vsc-1', 'in-1'],
  });
}
