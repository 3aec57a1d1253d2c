/** Why: what comes to a child by a synthetic network card: one frame, and more frames than it takes. */
import { ask, askNumber, askSignal } from './ask';
import type { Machine } from './machine';
import { FRAME } from './outbound';
import { packetBytes } from './ring';
import { RECEIVE_BODY, RECEIVE_DONE } from './sizes';
import type { Child } from './types';

/** Frames of the flood. */
export const FLOOD = 60;

/** The VSP announces a frame that it has copied into the child's receive buffer. */
const announceOnly = (m: Machine, child: Child) => m.write(child, 'in', RECEIVE_BODY, m.nextId());

/** The VSP copies a frame into the child's receive buffer and announces it, if there is room. */
function announce(m: Machine, child: Child) {
  const written = announceOnly(m, child);
  if (written.kind === 'written') m.counts.copies++;
  return written;
}

/** netvsc takes all announced frames, copying each out of the receive buffer. */
function take(m: Machine, child: Child) {
  const { packets, due } = m.read(child, 'in');
  m.counts.copies += packets.length;
  m.counts.packets += packets.length;
  return { ids: packets.map(({ id }) => id), due };
}

/** netvsc gives the places in the receive buffer back, by the out ring. Messages without a signal. */
function giveBack(m: Machine, child: Child, ids: readonly number[]): void {
  const written = ids.map((id) => m.write(child, 'out', RECEIVE_DONE, id));
  if (written.some((each) => each.kind === 'written' && each.signal === 'due')) m.signal('out');
  m.read(child, 'out');
}

/** A frame for the second child: another channel, another signal. */
function second(m: Machine, key: string): void {
  if (m.scenario.children < 2) return;
  const written = announce(m, 1);
  const due = written.kind === 'written' && written.signal === 'due';
  if (due) m.signal('in');
  m.tell({
    id: 'write-other',
    caption: { key, values: { bytes: written.bytes } },
    stage: 'signal',
    place: 'in',
    child: 1,
    way: 'signal-child',
    focus: ['in-2', 'hypervisor'],
    ask: askSignal('other-in', due),
  });
  giveBack(m, 1, take(m, 1).ids);
}

export function playReceive(m: Machine): void {
  const { in: ring } = m.channels[0]!;
  m.tell({
    id: 'start',
    caption: { key: 'receive.start', values: { bytes: FRAME } },
    place: 'device',
    packetAt: 'device',
    focus: ['device'],
  });
  m.awake = true;
  m.tell({
    id: 'switch',
    caption: { key: 'receive.switch' },
    stage: 'switch',
    place: 'switch',
    way: 'device-switch',
    packetAt: 'switch',
    focus: ['switch', 'driver'],
    ask: ask('receive.interrupt', ['hypervisor-driver', 'root-driver', 'child-driver'], 'root-driver'),
  });
  m.counts.copies++;
  m.tell({
    id: 'copy',
    caption: { key: 'receive.copy', values: { bytes: FRAME } },
    stage: 'copy',
    place: 'vsp',
    way: 'switch-buffer',
    packetAt: 'buffer',
    messageAt: 'vsp',
    focus: ['vsp'],
  });
  const before = ring.write;
  const written = announceOnly(m, 0);
  m.tell({
    id: 'write',
    caption: { key: 'receive.write', values: { bytes: written.bytes, from: before, to: ring.write } },
    stage: 'shared-memory',
    place: 'in',
    way: 'vsp-in',
    messageAt: 'in',
    focus: ['vsp', 'in-1'],
    ask: askNumber('receive.bytes', [FRAME, FRAME + written.bytes], written.bytes, { bytes: FRAME }),
  });
  const due = written.kind === 'written' && written.signal === 'due';
  if (due) m.signal('in');
  m.awake = false;
  m.tell({
    id: 'signal',
    caption: { key: 'receive.signal' },
    stage: 'signal',
    place: 'hypervisor',
    way: 'signal-child',
    focus: ['hypervisor', 'in-1'],
    ask: askSignal('receive.signal', due),
  });
  second(m, 'other.receive');
  const { ids } = take(m, 0);
  m.tell({
    id: 'read',
    caption: { key: 'receive.read', values: { read: ring.read } },
    stage: 'frontend-queues',
    place: 'vsc',
    way: 'in-vsc',
    packetAt: 'vsc',
    messageAt: 'vsc',
    focus: ['vsc-1', 'in-1'],
  });
  m.tell({
    id: 'deliver',
    caption: { key: 'receive.deliver' },
    place: 'app',
    way: 'vsc-app',
    packetAt: 'app',
    focus: ['app-1'],
  });
  giveBack(m, 0, ids);
  m.tell({
    id: 'give-back',
    caption: { key: 'receive.back', values: { bytes: packetBytes(RECEIVE_DONE) } },
    stage: 'completion',
    place: 'out',
    way: 'vsc-out',
    messageAt: 'out',
    focus: ['out-1', 'vsc-1'],
  });
}

export function playFlood(m: Machine): void {
  const { in: ring } = m.channels[0]!;
  const need = packetBytes(RECEIVE_BODY);
  m.tell({
    id: 'start',
    caption: { key: 'flood.start', values: { total: FLOOD } },
    place: 'device',
    packetAt: 'device',
    focus: ['device'],
  });
  m.awake = true;
  const first = announce(m, 0);
  const due = first.kind === 'written' && first.signal === 'due';
  if (due) m.signal('in');
  m.tell({
    id: 'first',
    caption: { key: 'flood.first' },
    stage: 'signal',
    place: 'hypervisor',
    way: 'signal-child',
    packetAt: 'buffer',
    messageAt: 'in',
    focus: ['hypervisor', 'in-1'],
    ask: askSignal('receive.signal', due),
  });
  let announced = 1;
  while (announced < FLOOD && announce(m, 0).kind === 'written') announced++;
  const free = ring.bytes.length - announced * need;
  m.tell({
    id: 'fill',
    caption: {
      key: 'flood.fill',
      values: { count: announced, spared: announced - 1, bytes: announced * need, free },
    },
    stage: 'shared-memory',
    place: 'in',
    way: 'vsp-in',
    focus: ['in-1', 'vsp'],
  });
  ring.pending = need;
  m.awake = false;
  m.tell({
    id: 'full',
    caption: { key: 'flood.full', values: { next: announced + 1, need, free } },
    place: 'vsp',
    focus: ['vsp', 'in-1'],
    ask: ask('flood.full', ['overwrite', 'wait', 'poll'], 'wait', { free, need }),
  });
  second(m, 'other.flood');
  ring.mask = true;
  const drained = take(m, 0);
  if (drained.due) m.signal('out');
  m.tell({
    id: 'drain',
    caption: { key: 'flood.drain', values: { count: announced, free: ring.bytes.length, need } },
    stage: 'signal',
    place: 'hypervisor',
    way: 'signal-root',
    packetAt: 'vsc',
    messageAt: 'vsc',
    focus: ['vsc-1', 'in-1', 'hypervisor'],
    ask: askSignal('flood.drain', drained.due, { need }),
  });
  ring.pending = 0;
  m.awake = true;
  const rest = Array.from({ length: FLOOD - announced }, () => announce(m, 0));
  const again = rest.filter((each) => each.kind === 'written' && each.signal === 'due').length;
  m.tell({
    id: 'rest',
    caption: { key: 'flood.rest', values: { count: rest.length } },
    stage: 'shared-memory',
    place: 'in',
    way: 'vsp-in',
    focus: ['in-1', 'vsp'],
    ask: askNumber('flood.rest', [0, 1, rest.length], again, { count: rest.length }),
  });
  const last = take(m, 0);
  ring.mask = false;
  m.awake = false;
  giveBack(m, 0, [...drained.ids, ...last.ids]);
  m.tell({
    id: 'done',
    caption: { key: 'flood.done', values: { total: FLOOD } },
    stage: 'completion',
    place: 'vsc',
    way: 'in-vsc',
    focus: ['vsc-1', 'in-1'],
  });
}
