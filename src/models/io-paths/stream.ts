/**
 * Why: driver and device as two that work at their own pace on one ring, on the real virtqueue (or a card's ring), tick by tick.
 * Rules of the driver: Linux, drivers/net/virtio_net.c (start_xmit frees what is done, asks for an interrupt when three
 * quarters of the rest are done, kicks if the event index says so). Periods, service times and the card's interrupt
 * throttle are the model's choice: only order and counts mean something, never the ticks.
 */
import { emptyRings, finish, free, give, pick, census, type Rings } from './rings.ts';
import {
  NOTHING,
  plus,
  type Counts,
  type DeviceMood,
  type DriverMood,
  type Pace,
  type Road,
  type StreamStill,
} from './types.ts';
import { mustKick, wantKick } from './virtqueue.ts';

export const PACKETS = 200;
/** Indices at the start: four before the 16-bit counters wrap. */
export const START = 65_532;
/** Ticks between two packets of the guest; to send one; from kick to work; between two interrupts of a card at least. */
const PERIOD: Readonly<Record<Pace, number>> = { 'guest-slower': 6, 'guest-faster': 1 };
const SERVICE: Readonly<Record<Pace, number>> = { 'guest-slower': 2, 'guest-faster': 3 };
const WAKE = 2;
const THROTTLE = 6;
/** One e1000 packet while the guest stands still. */
const EMULATION = 2;
/** Exits of e1000's interrupt handler to QEMU (ICR, IMC, STATUS, IMS, STATUS) and to KVM (end of interrupt). */
export const HANDLER_QEMU = 5;
export const HANDLER_KVM = 1;

export type StreamEvent = 'give' | 'full' | 'wake' | 'pick' | 'finish' | 'handle' | 'sleep' | 'end';
export interface Told {
  readonly event: StreamEvent;
  readonly still: StreamStill;
  readonly counts: Counts;
  readonly rings: Rings;
  /** Buffers that the driver took back. */
  readonly freed: number;
}

/** Everything that happens while the packets are sent, in order; `sent` and `back` are the packets as they left and came back. */
export interface Stream {
  readonly told: readonly Told[];
  readonly wire: readonly number[];
  readonly back: readonly number[];
}

const MAX_TICKS = 100_000;

export function simulate(road: Road, pace: Pace, packets = PACKETS): Stream {
  const queued = road === 'virtio' || road === 'vhost';
  let rings = emptyRings(queued ? 'virtqueue' : 'registers', START);
  let counts: Counts = NOTHING;
  let driver = 'sending' as DriverMood;
  let device = (queued ? 'asleep' : 'waiting') as DeviceMood;
  let sent = 0;
  let due = 0;
  let ready = 0;
  let held: { readonly packet: number; readonly head: number } | undefined;
  let pending = false;
  let quietUntil = 0;
  let tick = 0;
  const told: Told[] = [];
  const wire: number[] = [];
  const back: number[] = [];
  const kicks: number[] = [];
  const interrupts: number[] = [];

  const tell = (
    event: StreamEvent,
    packet: number | undefined,
    more: Partial<Pick<StreamStill, 'kicked' | 'interrupted'>> = {},
    freed = 0,
  ) =>
    told.push({
      event,
      counts,
      rings,
      freed,
      still: {
        kind: 'stream',
        tick,
        sent,
        finished: wire.length,
        driver,
        device,
        kicked: false,
        interrupted: false,
        packet,
        kicks: [...kicks],
        interrupts: [...interrupts],
        ...more,
      },
    });
  const count = (more: Partial<Counts>) => (counts = plus(counts, more));
  const takeBack = (after: number) => {
    const freed = free(rings, after);
    rings = freed.rings;
    back.push(...freed.packets);
    return freed.packets.length;
  };
  /** As virtqueue_enable_cb_delayed: after three quarters of what is out, and one. */
  const later = () => {
    const { size, room } = census(rings);
    return Math.floor(((size - room) * 3) / 4) + 1;
  };
  const end = () => {
    wire.push(held!.packet);
    const { packet } = held!;
    const finished = finish(rings, held!.head);
    rings = finished.rings;
    held = undefined;
    return { packet, notify: finished.notify };
  };

  const handle = () => {
    driver = 'interrupted';
    if (road === 'e1000') count({ exits: HANDLER_QEMU + HANDLER_KVM, switches: HANDLER_QEMU });
    pending = false;
    const freed = takeBack(1);
    tell('handle', undefined, { interrupted: !queued }, freed);
    driver = sent < packets ? 'sending' : 'done';
  };

  const deviceTurn = () => {
    if (device === 'waking' && tick >= ready) {
      device = 'waiting';
      if (road === 'virtio') count({ switches: 1 });
      tell('wake', undefined);
    }
    if (held && tick >= ready) {
      const { packet, notify } = end();
      if (queued) count({ copies: 1 });
      if (!queued) pending = true;
      const interrupted = queued && notify;
      if (interrupted) {
        count({ interrupts: 1 });
        interrupts.push(packet);
        pending = true;
      }
      device = 'waiting';
      tell('finish', packet, { interrupted });
    }
    if (!held && device === 'waiting') {
      const picked = pick(rings);
      if (picked) {
        rings = picked.rings;
        held = { packet: picked.packet, head: picked.head };
        device = 'working';
        ready = tick + SERVICE[pace];
        tell('pick', picked.packet);
      } else if (rings.kind === 'virtqueue') {
        rings = { ...rings, queue: wantKick(rings.queue) };
        device = 'asleep';
        tell('sleep', undefined);
      }
    }
  };

  /** A card interrupts when its throttle lets it. */
  const cardInterrupt = () => {
    if (queued || !pending || tick < quietUntil) return false;
    quietUntil = tick + THROTTLE;
    count({ interrupts: 1 });
    interrupts.push(wire.at(-1)!);
    return true;
  };

  const send = () => {
    const freed = queued || census(rings).room === 0 ? takeBack(later()) : 0;
    const old = rings.kind === 'virtqueue' ? rings.queue.availIdx : 0;
    const given = give(rings, sent);
    if (!given) {
      driver = 'stopped';
      tell('full', sent);
      return;
    }
    rings = given;
    const packet = sent++;
    due = tick + PERIOD[pace];
    count({ copies: 1 });
    const kicked = rings.kind === 'registers' || mustKick(rings.queue, old);
    if (kicked) {
      kicks.push(packet);
      count({ kicks: 1, ...(road !== 'vfio' && { exits: 1 }), ...(road === 'e1000' && { switches: 1 }) });
    }
    if (kicked && queued) {
      device = 'waking';
      ready = tick + WAKE;
    }
    if (sent === packets) driver = 'done';
    if (road === 'e1000') {
      driver = 'in-exit';
      device = 'working';
      tell('give', packet, { kicked }, freed);
      held = { packet, head: rings.kind === 'registers' ? rings.ring.head : 0 };
      end();
      count({ copies: 2 });
      pending = true;
      tick += EMULATION;
      due = tick + PERIOD[pace];
      device = 'waiting';
      driver = sent === packets ? 'done' : 'sending';
      tell('finish', packet);
      return;
    }
    tell('give', packet, { kicked }, freed);
  };

  while (tick < MAX_TICKS) {
    if (road !== 'e1000') deviceTurn();
    if (queued && pending) handle();
    else if (cardInterrupt()) handle();
    if (sent < packets && tick >= due && driver !== 'stopped') send();
    if (sent === packets && wire.length === packets && !held && !pending) break;
    tick++;
  }
  const freed = takeBack(1);
  driver = 'done';
  tell('end', undefined, {}, freed);
  return { told, wire, back };
}

/** What so many packets cost in all. */
export const streamCounts = (road: Road, pace: Pace, packets = PACKETS): Counts =>
  simulate(road, pace, packets).told.at(-1)!.counts;
