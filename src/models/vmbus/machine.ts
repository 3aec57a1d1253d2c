/**
 * Why: the parts that every scene works with: channels, counts, and the one way to tell a step. A scene calls what
 * a driver would call; the machine counts and takes the picture.
 */
import type { Message } from '../../lib/message';
import type { Prediction } from '../../lib/trace';
import {
  createRing,
  readPacket,
  signalOnRead,
  toRead,
  writePacket,
  type Packet,
  type Ring,
  type Written,
} from './ring';
import type { StageId } from '../split-driver/stages';
import type {
  ChannelView,
  Child,
  Counts,
  CpuView,
  Place,
  PortAccess,
  RingView,
  Slot,
  VmbusScenario,
  VmbusState,
  Way,
} from './types';

/** Bytes of each ring: one page, the smallest there is, so that a packet can be seen in it. */
export const RING_SIZE = 4096;
/** Where the indices stand at the start: the channel has been in use. */
export const RING_START = 3840;

type Direction = 'out' | 'in';
type Tally = { -readonly [Name in keyof Counts]: number };

/** What a step tells; the rest of its state is read off the machine. */
export interface Told {
  readonly id: string;
  readonly caption: Message;
  readonly stage?: StageId;
  readonly place?: Place;
  readonly child?: Child;
  readonly way?: Way;
  /** Where data and message are from now on; left out: where they were. */
  readonly packetAt?: Place | null;
  readonly messageAt?: Place | null;
  readonly focus: readonly string[];
  readonly ask?: Prediction;
  readonly cpu?: CpuView;
}

export interface StepDraft {
  readonly told: Told;
  readonly state: Omit<VmbusState, 'totals'>;
}

export class Machine {
  readonly scenario: VmbusScenario;
  readonly channels: readonly Readonly<Record<Direction, Ring>>[];
  readonly steps: StepDraft[] = [];
  readonly counts: Tally = {
    packets: 0,
    messages: 0,
    signalsToRoot: 0,
    signalsToChild: 0,
    spared: 0,
    hypercalls: 0,
    intercepts: 0,
    copies: 0,
    bytesWritten: 0,
    bytesRead: 0,
  };
  awake = false;
  accesses: readonly PortAccess[] = [];
  accessed = 0;
  #packetAt: Place | null = null;
  #messageAt: Place | null = null;
  #slots = new Map<Ring, Slot[]>();
  #next = 1;

  constructor(scenario: VmbusScenario) {
    this.scenario = scenario;
    this.channels = Array.from({ length: scenario.children }, () => ({
      out: createRing(RING_SIZE, RING_START),
      in: createRing(RING_SIZE, RING_START),
    }));
  }

  ring(child: Child, direction: Direction): Ring {
    const channel = this.channels[child];
    if (!channel) throw new RangeError(`there is no child partition ${child + 1}`);
    return channel[direction];
  }

  /** A transaction id that no other request has. */
  nextId(): number {
    return this.#next++;
  }

  /** Writes a message of `body` bytes; its signal, if one is due, is not yet made: see `signal`. */
  write(child: Child, direction: Direction, body: number, id: number): Written {
    const ring = this.ring(child, direction);
    const written = writePacket(ring, { id, body: Uint8Array.from({ length: body }, (_, i) => id * 7 + i) });
    if (written.kind === 'full') return written;
    this.counts.messages++;
    this.counts.bytesWritten += written.bytes;
    if (written.signal !== 'due') this.counts.spared++;
    this.#slotsOf(ring).push({ id, at: written.at, bytes: written.bytes, mark: 'new' });
    return written;
  }

  /** HvCallSignalEvent, by the side that has written. */
  signal(direction: Direction): void {
    this.counts.hypercalls++;
    if (direction === 'out') this.counts.signalsToRoot++;
    else this.counts.signalsToChild++;
  }

  /** Reads up to `limit` messages; `due`: whether a writer that waits for room must now be signalled. */
  read(child: Child, direction: Direction, limit = Infinity): { packets: Packet[]; due: boolean } {
    const ring = this.ring(child, direction);
    const packets: Packet[] = [];
    const slots = this.#slotsOf(ring);
    let freed = 0;
    while (packets.length < limit) {
      const packet = readPacket(ring);
      if (!packet) break;
      packets.push(packet);
      freed += packet.bytes;
      const slot = slots.findIndex(({ at, mark }) => at === packet.at && mark !== 'gone');
      const seen = slots[slot];
      if (seen) slots[slot] = { ...seen, mark: 'gone' };
    }
    this.counts.bytesRead += freed;
    return { packets, due: signalOnRead(ring, freed) };
  }

  /** A port access of an emulated device: an intercept. */
  access(times = 1): void {
    this.counts.intercepts += times;
  }

  /** HvCallAssertVirtualInterrupt, by a worker process. */
  assertInterrupt(times = 1): void {
    this.counts.hypercalls += times;
  }

  /** Takes the picture of this moment as a step. */
  tell(told: Told): void {
    const { stage = null, place = null, child = 0, way = null, cpu = null } = told;
    if (told.packetAt !== undefined) this.#packetAt = told.packetAt;
    if (told.messageAt !== undefined) this.#messageAt = told.messageAt;
    const { scenario, awake, accesses, accessed } = this;
    const channels = this.channels.map((channel): ChannelView => ({
      out: this.#view(channel.out),
      in: this.#view(channel.in),
    }));
    const counts = { ...this.counts };
    const packetAt = this.#packetAt;
    const messageAt = this.#messageAt;
    this.steps.push({
      told,
      state: {
        ...scenario,
        stage,
        place,
        child,
        way,
        packetAt,
        messageAt,
        channels,
        awake,
        accesses,
        accessed,
        counts,
        cpu,
      },
    });
    for (const [ring, slots] of this.#slots)
      this.#slots.set(
        ring,
        slots.filter(({ mark }) => mark !== 'gone').map((slot) => ({ ...slot, mark: 'waiting' })),
      );
  }

  #slotsOf(ring: Ring): Slot[] {
    const slots = this.#slots.get(ring) ?? [];
    this.#slots.set(ring, slots);
    return slots;
  }

  #view(ring: Ring): RingView {
    const { read, write, mask, pending } = ring;
    const slots = [...(this.#slots.get(ring) ?? [])];
    return { size: ring.bytes.length, read, write, toRead: toRead(ring), mask, pending, slots };
  }
}
