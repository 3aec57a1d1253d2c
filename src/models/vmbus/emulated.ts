/**
 * Why: the contrast. A legacy network card or an IDE controller is a set of registers; there are none, so every
 * access stops the child and is played by its worker process in the root partition.
 *
 * The card is Intel's 21140, as Hyper-V's legacy adapter is; registers by its data sheet and Linux' `tulip`. IDE by the
 * bus-master programming interface. Both are the shortest sequences that the interfaces ask for: drivers make more.
 */
import { ask, askNumber } from './ask';
import { BURST } from './burst';
import { FLOOD } from './inbound';
import type { Machine } from './machine';
import { BLOCK, FRAME } from './outbound';
import type { PortAccess } from './types';

const out = (port: string): PortAccess => ({ kind: 'out', port });
const from = (port: string): PortAccess => ({ kind: 'in', port });

/** The interrupt handler of the card: read the status, acknowledge, look again. */
const HANDLER: readonly PortAccess[] = [from('CSR5'), out('CSR5'), from('CSR5')];
export const SEND_ACCESSES: readonly PortAccess[] = [out('CSR1'), ...HANDLER];
export const RECEIVE_ACCESSES: readonly PortAccess[] = HANDLER;
/** Eight to start a DMA write; four by the interrupt handler. */
export const DISK_ACCESSES: readonly PortAccess[] = [
  out('BM+4'),
  out('1F2'),
  out('1F3'),
  out('1F4'),
  out('1F5'),
  out('1F6'),
  out('1F7'),
  out('BM+0'),
  from('BM+2'),
  out('BM+0'),
  from('1F7'),
  out('BM+2'),
];
const DISK_HANDLER = 4;

/** The second child does the same with a worker process of its own. */
function second(m: Machine, accesses: readonly PortAccess[]): void {
  if (m.scenario.children < 2) return;
  m.access(accesses.length);
  m.assertInterrupt();
  m.counts.copies++;
  m.counts.packets++;
  m.tell({
    id: 'other',
    caption: { key: 'emulated.other', values: { count: accesses.length } },
    place: 'vmwp',
    child: 1,
    way: 'to-vmwp',
    focus: ['vmwp-2', 'hypervisor'],
  });
}

/** The first access, from the instruction to the worker process. */
function trap(m: Machine, disk: boolean): void {
  const port = m.accesses[0]!.port;
  m.access();
  m.accessed = 1;
  m.tell({
    id: 'access-1',
    caption: { key: 'emulated.exit', values: { port } },
    stage: 'signal',
    place: 'hypervisor',
    way: 'exit',
    focus: ['hypervisor', 'ports'],
    ask: ask('emulated.exit', ['device', 'hypervisor', 'vmwp', 'vsp'], 'vmwp', { port }),
  });
  if (!disk) m.counts.copies++;
  m.awake = true;
  m.tell({
    id: 'worker',
    caption: { key: disk ? 'emulated.disk-worker' : 'emulated.worker', values: { port } },
    stage: 'backend-wakes',
    place: 'vmwp',
    way: 'to-vmwp',
    ...(disk ? {} : { packetAt: 'vmwp' }),
    focus: ['vmwp-1'],
  });
}

/** The interrupt at the end, and the accesses of its handler. */
function finish(m: Machine, kind: 'send' | 'receive' | 'disk', count: number): void {
  m.assertInterrupt();
  m.tell({
    id: 'interrupt',
    caption: { key: 'emulated.interrupt' },
    stage: 'completion',
    place: 'hypervisor',
    way: 'inject',
    ...(kind === 'receive' ? { packetAt: 'vsc' } : {}),
    focus: ['hypervisor', 'vmwp-1'],
  });
  m.access(count);
  m.accessed = m.accesses.length;
  m.counts.packets++;
  m.awake = false;
  m.tell({
    id: 'handler',
    caption: { key: `emulated.${kind}-handler`, values: { count, total: m.accesses.length } },
    stage: 'completion',
    place: 'vmwp',
    way: 'to-vmwp',
    focus: ['ports', 'vmwp-1'],
    ask: askNumber('emulated.handler', [0, 1], count),
  });
}

function start(
  m: Machine,
  accesses: readonly PortAccess[],
  key: string,
  values: Record<string, number>,
): void {
  m.accesses = accesses;
  const inbound = accesses === RECEIVE_ACCESSES;
  m.tell({
    id: 'start',
    caption: { key, values },
    place: inbound ? 'device' : 'app',
    packetAt: inbound ? 'device' : 'app',
    focus: [inbound ? 'device' : 'app-1'],
  });
}

function sendOne(m: Machine): void {
  m.tell({
    id: 'queue',
    caption: { key: 'emulated.queue' },
    stage: 'frontend-queues',
    place: 'vsc',
    way: 'app-vsc',
    packetAt: 'vsc',
    focus: ['vsc-1'],
  });
  trap(m, false);
  m.tell({
    id: 'switch',
    caption: { key: 'emulated.switch' },
    stage: 'switch',
    place: 'switch',
    way: 'vmwp-switch',
    packetAt: 'switch',
    focus: ['switch', 'vmwp-1'],
  });
  m.tell({
    id: 'hardware',
    caption: { key: 'send.hardware' },
    stage: 'hardware',
    place: 'device',
    way: 'switch-device',
    packetAt: 'device',
    focus: ['driver', 'device'],
  });
  m.tell({
    id: 'entry',
    caption: { key: 'emulated.entry' },
    place: 'vsc',
    way: 'entry',
    focus: ['vsc-1', 'hypervisor'],
  });
  finish(m, 'send', HANDLER.length);
}

export function playEmulatedSend(m: Machine): void {
  start(m, SEND_ACCESSES, 'send.start', { bytes: FRAME });
  sendOne(m);
  second(m, SEND_ACCESSES);
}

/** The packets after the first one, each the same again. */
function repeat(m: Machine, times: number, accesses: readonly PortAccess[], place: 'device' | 'app'): void {
  m.access(times * accesses.length);
  m.assertInterrupt(times);
  m.counts.copies += times;
  m.counts.packets += times;
  const total = times + 1;
  m.tell({
    id: 'rest',
    caption: { key: 'emulated.rest', values: { total, each: accesses.length, all: total * accesses.length } },
    place: 'vmwp',
    way: 'to-vmwp',
    packetAt: place,
    focus: ['vmwp-1', 'ports'],
    ask: askNumber('emulated.rest', [accesses.length, total], total * accesses.length, { total }),
  });
}

export function playEmulatedBurst(m: Machine): void {
  start(m, SEND_ACCESSES, 'burst.start', { total: BURST });
  sendOne(m);
  repeat(m, BURST - 1, SEND_ACCESSES, 'device');
  second(m, SEND_ACCESSES);
}

function receiveOne(m: Machine): void {
  m.awake = true;
  m.tell({
    id: 'switch',
    caption: { key: 'receive.switch' },
    stage: 'switch',
    place: 'switch',
    way: 'device-switch',
    packetAt: 'switch',
    focus: ['switch', 'driver'],
  });
  m.counts.copies++;
  m.tell({
    id: 'copy',
    caption: { key: 'emulated.receive' },
    stage: 'copy',
    place: 'vmwp',
    way: 'switch-vmwp',
    packetAt: 'vmwp',
    focus: ['vmwp-1'],
  });
  finish(m, 'receive', HANDLER.length);
  m.tell({
    id: 'deliver',
    caption: { key: 'receive.deliver' },
    place: 'app',
    way: 'vsc-app',
    packetAt: 'app',
    focus: ['app-1'],
  });
}

export function playEmulatedReceive(m: Machine): void {
  start(m, RECEIVE_ACCESSES, 'receive.start', { bytes: FRAME });
  receiveOne(m);
  second(m, RECEIVE_ACCESSES);
}

export function playEmulatedFlood(m: Machine): void {
  start(m, RECEIVE_ACCESSES, 'emulated.flood', { total: FLOOD });
  receiveOne(m);
  repeat(m, FLOOD - 1, RECEIVE_ACCESSES, 'app');
  second(m, RECEIVE_ACCESSES);
}

export function playEmulatedDisk(m: Machine): void {
  start(m, DISK_ACCESSES, 'disk.start', { bytes: BLOCK });
  m.tell({
    id: 'queue',
    caption: { key: 'emulated.disk-queue' },
    stage: 'frontend-queues',
    place: 'vsc',
    way: 'app-vsc',
    packetAt: 'vsc',
    focus: ['vsc-1'],
  });
  trap(m, true);
  m.awake = false;
  m.tell({
    id: 'entry',
    caption: { key: 'emulated.entry' },
    place: 'vsc',
    way: 'entry',
    focus: ['vsc-1', 'hypervisor'],
  });
  const more = DISK_ACCESSES.length - DISK_HANDLER - 1;
  m.access(more);
  m.accessed = more + 1;
  m.awake = true;
  m.tell({
    id: 'command',
    caption: { key: 'emulated.disk-command', values: { more, sofar: more + 1 } },
    stage: 'signal',
    place: 'vmwp',
    way: 'to-vmwp',
    focus: ['ports', 'vmwp-1'],
    ask: askNumber('emulated.disk', [1, 4], more),
  });
  m.counts.copies++;
  m.tell({
    id: 'switch',
    caption: { key: 'emulated.disk-switch' },
    stage: 'switch',
    place: 'switch',
    way: 'vmwp-switch',
    packetAt: 'switch',
    focus: ['switch', 'vmwp-1'],
  });
  m.tell({
    id: 'hardware',
    caption: { key: 'disk.hardware' },
    stage: 'hardware',
    place: 'device',
    way: 'switch-device',
    packetAt: 'device',
    focus: ['driver', 'device'],
  });
  finish(m, 'disk', DISK_HANDLER);
  second(m, DISK_ACCESSES);
}
