/**
 * Why: Domain 0 carries every guest's packets, so its processors and its memory bound them all. This is the queueing
 * of it: guests put packets into their shared rings, Domain 0 takes them out, and what a ring cannot hold is lost.
 *
 * A step is `STEP_US`. In each, a guest offers the packets of its rate; the ring takes them while it has free slots.
 * Domain 0's processors are dealt out evenly among the rings with work; one ring is served by one processor at a time.
 * The guest notifies only when the back end had gone to sleep (`RING_PUSH_REQUESTS_AND_CHECK_NOTIFY`).
 *
 * Left out: the bridge's and the NIC's own queues, interrupts of completion, receive, several queues a guest, and the
 * scheduler of Xen. The costs are assumptions (unverified) of the size of a few thousand instructions; what holds for
 * other costs, too, is the shape: flat until Domain 0 is busy, then losses for everybody.
 */

/** Requests that one shared page holds: `__RING_SIZE` for netfront's transmit ring of 4 KiB. */
export const RING_SLOTS = 256;
/** The model's step, µs. */
export const STEP_US = 10;
/** Domain 0's work for a packet when it has memory enough, µs of one processor. Assumption, unverified. */
export const PACKET_US = 2;
/** Waking the back end: hypercall, upcall, NAPI scheduled; µs of one processor. Assumption, unverified. */
export const WAKE_US = 4;
/** Domain 0's own work (toolstack, xenstored, kernel), part of one processor. Assumption, unverified. */
export const OWN_PART = 0.05;
/** Memory that Domain 0 needs, MiB: for itself, and for each guest's back ends and device model. Assumption, unverified. */
export const NEED_MIB = { own: 512, guest: 64 } as const;
/** Memory of the machine and of each guest, MiB. */
export const MACHINE_MIB = 8192;
export const GUEST_MIB = 1024;
/** A passed-through NIC's own limit: 10 Gb/s of 1,500-byte frames with preamble and gap (1,538 bytes), packets per step. */
export const NIC_PER_STEP = (10e9 / 8 / 1538 / 1e6) * STEP_US;

export interface Load {
  /** 1 or more. */
  readonly guests: number;
  /** Packets per second that each guest offers. */
  readonly rate: number;
  /** Domain 0's virtual processors. */
  readonly vcpus: number;
  /** `dom0_mem`, MiB. */
  readonly memory: number;
  /** `split`: front end and back end; `passthrough`: the guest drives a virtual function of the NIC itself. */
  readonly nic: 'split' | 'passthrough';
}

export interface GuestLoad {
  /** Producer and consumer index of the shared ring: free-running counters, as in Xen's ring.h. */
  readonly produced: number;
  readonly consumed: number;
  readonly offered: number;
  readonly dropped: number;
  readonly notifications: number;
  /** Sum over the delivered packets of the time from offered to taken, µs. */
  readonly waitedUs: number;
}

/** One window of the run, as it ended; counters since the start. */
export interface Window {
  /** End, µs. */
  readonly at: number;
  readonly guests: readonly GuestLoad[];
  /** Time that Domain 0's processors worked in this window, as a part of all that they had. */
  readonly busy: number;
  readonly deliveredHere: number;
  readonly droppedHere: number;
  readonly notifiedHere: number;
}

/** How much longer a packet takes when Domain 0 lacks memory: it reclaims and swaps what it needs again at once. */
export function slowdown({ guests, memory }: Pick<Load, 'guests' | 'memory'>): number {
  const need = NEED_MIB.own + guests * NEED_MIB.guest;
  return memory >= need ? 1 : 1 + 8 * (need / memory - 1);
}

/** Guests of `GUEST_MIB` for which the machine has memory beside Domain 0's reservation. */
export const guestsThatFit = (memory: number): number => Math.floor((MACHINE_MIB - memory) / GUEST_MIB);

interface Batch {
  readonly at: number;
  readonly packets: number;
}

interface Ring extends GuestLoad {
  /** Packets that the rate owes and that are not whole yet. */
  readonly owed: number;
  /** Work of Domain 0 for this ring that is paid and not used yet, µs. */
  readonly credit: number;
  readonly awake: boolean;
  /** The packets in the ring by when they were offered, µs; oldest first. */
  readonly since: readonly Batch[];
}

const IDLE: Ring = {
  produced: 0,
  consumed: 0,
  offered: 0,
  dropped: 0,
  notifications: 0,
  waitedUs: 0,
  owed: 0,
  credit: 0,
  awake: false,
  since: [],
};

/** The guest offers what its rate asks for; it notifies if the back end sleeps. */
function offer(ring: Ring, rate: number, now: number): Ring {
  const owed = ring.owed + (rate * STEP_US) / 1e6;
  const packets = Math.floor(owed + 1e-9);
  const taken = Math.min(packets, RING_SLOTS - (ring.produced - ring.consumed));
  const wakes = taken > 0 && !ring.awake;
  return {
    ...ring,
    owed: owed - packets,
    offered: ring.offered + packets,
    dropped: ring.dropped + packets - taken,
    produced: ring.produced + taken,
    since: taken > 0 ? [...ring.since, { at: now, packets: taken }] : ring.since,
    awake: ring.awake || taken > 0,
    notifications: ring.notifications + (wakes ? 1 : 0),
    credit: wakes ? -WAKE_US : ring.credit,
  };
}

/** What the back end would work on this ring now, µs. */
const wantedUs = (ring: Ring, packetUs: number) =>
  ring.awake ? Math.max(0, (ring.produced - ring.consumed) * packetUs - ring.credit) : 0;

/** Takes packets from the oldest batches: how long they waited, µs in all, and what is left. */
function takeOldest(since: readonly Batch[], packets: number, now: number) {
  let left = packets;
  let waited = 0;
  let whole = 0;
  for (const batch of since) {
    if (batch.packets > left) break;
    left -= batch.packets;
    waited += batch.packets * (now - batch.at);
    whole += 1;
  }
  const split = since[whole];
  if (left === 0 || !split) return { waited, since: whole > 0 ? since.slice(whole) : since };
  const rest = { at: split.at, packets: split.packets - left };
  return { waited: waited + left * (now - split.at), since: [rest, ...since.slice(whole + 1)] };
}

/** The back end takes as many packets as it was given time for, and sleeps when the ring is empty. */
function serve(ring: Ring, us: number, packetUs: number, now: number): Ring {
  const credit = ring.credit + us;
  const packets = Math.min(ring.produced - ring.consumed, Math.max(0, Math.floor(credit / packetUs + 1e-9)));
  const empty = ring.awake && packets === ring.produced - ring.consumed;
  const { waited, since } = takeOldest(ring.since, packets, now);
  return {
    ...ring,
    consumed: ring.consumed + packets,
    since,
    waitedUs: ring.waitedUs + waited,
    credit: empty ? 0 : credit - packets * packetUs,
    awake: ring.awake && !empty,
  };
}

/** Deals `supply` evenly among wants, none above `most`; what one does not want goes to the others. */
function dealEvenly(supply: number, wants: readonly number[], most: number): readonly number[] {
  const order = wants.map((_, i) => i).sort((a, b) => wants[a]! - wants[b]!);
  const given = wants.map(() => 0);
  let left = supply;
  order.forEach((i, n) => {
    given[i] = Math.min(wants[i]!, most, left / (order.length - n));
    left -= given[i];
  });
  return given;
}

/**
 * Runs the load from rest.
 * @param windows how many, and how long each is in steps
 * @returns one entry for each window
 */
export function runLoad(
  load: Load,
  windows: { readonly count: number; readonly steps: number },
): readonly Window[] {
  const { guests, rate, vcpus, nic } = load;
  const packetUs = nic === 'split' ? PACKET_US * slowdown(load) : STEP_US / (NIC_PER_STEP / guests);
  const supply = nic === 'split' ? STEP_US * (vcpus - OWN_PART) : STEP_US * guests;
  let rings: readonly Ring[] = Array.from({ length: guests }, () => IDLE);
  const told: Window[] = [];
  for (let window = 0; window < windows.count; window++) {
    const before = rings;
    let worked = 0;
    for (let step = 0; step < windows.steps; step++) {
      const now = (window * windows.steps + step) * STEP_US;
      const full = rings.map((ring) => offer(ring, rate, now));
      const given = dealEvenly(
        supply,
        full.map((ring) => wantedUs(ring, packetUs)),
        STEP_US,
      );
      rings = full.map((ring, i) => serve(ring, given[i]!, packetUs, now + STEP_US));
      worked += given.reduce((sum, us) => sum + us, 0) + (nic === 'split' ? STEP_US * OWN_PART : 0);
    }
    const grown = (name: 'consumed' | 'dropped' | 'notifications') =>
      rings.reduce((sum, ring, i) => sum + ring[name] - before[i]![name], 0);
    told.push({
      at: (window + 1) * windows.steps * STEP_US,
      guests: rings.map(({ produced, consumed, offered, dropped, notifications, waitedUs }) => ({
        produced,
        consumed,
        offered,
        dropped,
        notifications,
        waitedUs,
      })),
      busy: nic === 'split' ? worked / (windows.steps * STEP_US * vcpus) : OWN_PART / vcpus,
      deliveredHere: grown('consumed'),
      droppedHere: grown('dropped'),
      notifiedHere: nic === 'split' ? grown('notifications') : 0,
    });
  }
  return told;
}
