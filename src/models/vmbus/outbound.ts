/** Why: what a child asks for by a synthetic device, one request at a time: a packet, a write to a disk. */
import { ask, askNumber, askSignal } from './ask';
import type { Machine } from './machine';
import { toRead, type Written } from './ring';
import { DISK_DONE, diskBody, isCopied, SEND_DONE, sendBody } from './sizes';
import type { Child } from './types';

/** A full Ethernet frame, without its checksum, bytes. */
export const FRAME = 1514;
/** The block that the disk scene writes, bytes. */
export const BLOCK = 16_384;
export type Done = Extract<Written, { kind: 'written' }>;

/** A message to the VSP. @throws Error if the ring is full: these scenes never fill it. */
function request(m: Machine, child: Child, body: number): Done & { id: number } {
  const id = m.nextId();
  const written = m.write(child, 'out', body, id);
  if (written.kind === 'full') throw new Error(`child ${child + 1}: no room for ${written.bytes} bytes`);
  return { ...written, id };
}

/** netvsc takes a frame: a small one is copied into the send buffer. */
export function frame(m: Machine, child: Child, bytes: number) {
  if (isCopied(bytes)) m.counts.copies++;
  return request(m, child, sendBody(bytes));
}

/** The VSP takes everything that waits, and answers each request. Whether the first answer needs a signal. */
export function answer(m: Machine, child: Child, body: number, ids: readonly number[]): boolean {
  const written = ids.map((id) => m.write(child, 'in', body, id));
  return written.some((each) => each.kind === 'written' && each.signal === 'due');
}

/** While the VSP works for the first child, the second one asks too: its channel is its own, and so is its signal. */
export function second(m: Machine, body: () => Done): void {
  if (m.scenario.children < 2) return;
  const written = body();
  m.tell({
    id: 'write-other',
    caption: { key: 'other.write', values: { bytes: written.bytes } },
    stage: 'shared-memory',
    place: 'out',
    child: 1,
    way: 'vsc-out',
    focus: ['out-2'],
  });
  m.signal('out');
  m.tell({
    id: 'signal-other',
    caption: { key: 'other.signal' },
    stage: 'signal',
    place: 'hypervisor',
    child: 1,
    way: 'signal-root',
    focus: ['hypervisor', 'out-2'],
    ask: askSignal('other', written.signal === 'due'),
  });
}

/** The second child's request to its end, in one step. */
export function secondServed(m: Machine, body: number): void {
  if (m.scenario.children < 2) return;
  const ids = m.read(1, 'out').packets.map(({ id }) => id);
  if (answer(m, 1, body, ids)) m.signal('in');
  m.counts.packets += m.read(1, 'in').packets.length;
  m.tell({
    id: 'serve-other',
    caption: { key: 'other.served' },
    stage: 'completion',
    place: 'vsp',
    child: 1,
    way: 'out-vsp',
    focus: ['vsp', 'out-2', 'in-2'],
  });
}

const WHO = ['hypervisor-driver', 'root-driver', 'child-driver'] as const;

/** One request from the child to the device and back: a frame sent, or a block written. */
function roundTrip(m: Machine, kind: 'send' | 'disk'): void {
  const disk = kind === 'disk';
  const bytes = disk ? BLOCK : FRAME;
  const done = disk ? DISK_DONE : SEND_DONE;
  const body = disk ? diskBody(BLOCK) : sendBody(FRAME);
  const { out } = m.channels[0]!;
  m.tell({
    id: 'start',
    caption: { key: `${kind}.start`, values: { bytes } },
    place: 'app',
    packetAt: 'app',
    focus: ['app-1'],
  });
  const before = out.write;
  if (!disk && isCopied(FRAME)) m.counts.copies++;
  m.tell({
    id: 'queue',
    caption: { key: `${kind}.queue`, values: { bytes } },
    stage: 'frontend-queues',
    place: 'vsc',
    way: 'vsc-buffer',
    packetAt: 'buffer',
    messageAt: 'vsc',
    focus: ['vsc-1'],
  });
  const written = request(m, 0, body);
  m.tell({
    id: 'write',
    caption: { key: 'write', values: { bytes: written.bytes, from: before, to: out.write } },
    stage: 'shared-memory',
    place: 'out',
    way: 'vsc-out',
    messageAt: 'out',
    focus: ['out-1'],
    ask: askNumber(`${kind}.bytes`, [0, bytes, bytes + written.bytes], written.bytes, { bytes }),
  });
  m.signal('out');
  m.tell({
    id: 'signal',
    caption: { key: 'signal', values: { index: before } },
    stage: 'signal',
    place: 'hypervisor',
    way: 'signal-root',
    focus: ['hypervisor', 'out-1'],
    ask: askSignal('signal', written.signal === 'due', { index: before }),
  });
  m.awake = true;
  out.mask = true;
  m.tell({
    id: 'wake',
    caption: { key: `${kind}.wake` },
    stage: 'backend-wakes',
    place: 'vsp',
    focus: ['vsp', 'out-1'],
  });
  second(m, () => (disk ? request(m, 1, body) : frame(m, 1, FRAME)));
  const ids = m.read(0, 'out').packets.map(({ id }) => id);
  m.tell({
    id: 'read',
    caption: { key: `${kind}.read`, values: { bytes: written.bytes, to: out.read } },
    stage: 'copy',
    place: 'vsp',
    way: 'out-vsp',
    messageAt: 'vsp',
    focus: ['vsp', 'out-1'],
  });
  m.tell({
    id: 'switch',
    caption: { key: `${kind}.switch` },
    stage: 'switch',
    place: 'switch',
    way: 'vsp-switch',
    focus: ['switch'],
  });
  m.tell({
    id: 'hardware',
    caption: { key: `${kind}.hardware` },
    stage: 'hardware',
    place: 'device',
    way: 'switch-device',
    packetAt: 'device',
    focus: ['driver', 'device'],
    ask: ask(`${kind}.driver`, WHO, 'root-driver'),
  });
  secondServed(m, done);
  const due = answer(m, 0, done, ids);
  m.tell({
    id: 'complete',
    caption: {
      key: 'complete',
      values: { bytes: toRead(m.channels[0]!.in), vsp: { key: disk ? 'vsp.disk' : 'vsp.net' } },
    },
    stage: 'completion',
    place: 'in',
    way: 'vsp-in',
    messageAt: 'in',
    focus: ['in-1'],
  });
  out.mask = false;
  m.awake = false;
  if (due) m.signal('in');
  m.tell({
    id: 'signal-back',
    caption: { key: 'signal-back' },
    stage: 'completion',
    place: 'hypervisor',
    way: 'signal-child',
    focus: ['hypervisor', 'in-1'],
  });
  m.counts.packets += m.read(0, 'in').packets.length;
  m.tell({
    id: 'done',
    caption: { key: `${kind}.done` },
    stage: 'completion',
    place: 'vsc',
    way: 'in-vsc',
    messageAt: 'vsc',
    focus: ['vsc-1', 'in-1'],
  });
}

export const playSend = (m: Machine): void => roundTrip(m, 'send');
export const playDisk = (m: Machine): void => roundTrip(m, 'disk');
