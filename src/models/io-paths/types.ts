/** Why: the words of the model: four roads, three scenes, where things can be, and what is counted. */
import type { Rings } from './rings.ts';

/** `virtio`: its device in QEMU · `vhost`: its device in the host's kernel · `vfio`: a virtual function, passed through. */
export const ROADS = ['e1000', 'virtio', 'vhost', 'vfio'] as const;
export type Road = (typeof ROADS)[number];
export const SCENES = ['send', 'receive', 'stream'] as const;
export type Scene = (typeof SCENES)[number];
/** Which side of the ring is quicker; only a stream has a pace. */
export const PACES = ['guest-slower', 'guest-faster'] as const;
export type Pace = (typeof PACES)[number];

export interface Settings {
  readonly road: Road;
  readonly scene: Scene;
  readonly pace: Pace;
}

/** Where control or the packet can be. `ring`: guest memory; `tap`: the host's own network (tap, bridge, driver). */
export const PLACES = ['app', 'driver', 'ring', 'kvm', 'qemu', 'vhost', 'tap', 'nic', 'wire'] as const;
export type Place = (typeof PLACES)[number];

/**
 * `exits`: VM exits · `switches`: times that control enters QEMU in user space because of a packet (its return from
 * its own system calls is not counted) · `copies`: of a packet's bytes, by a CPU (DMA is none) · `interrupts`:
 * delivered to the guest · `kicks`: doorbells that the driver rings.
 */
export const COUNTS = ['exits', 'switches', 'copies', 'interrupts', 'kicks'] as const;
export type Counts = Readonly<Record<(typeof COUNTS)[number], number>>;
export const NOTHING: Counts = { exits: 0, switches: 0, copies: 0, interrupts: 0, kicks: 0 };

export const plus = (a: Counts, b: Partial<Counts>): Counts => ({
  exits: a.exits + (b.exits ?? 0),
  switches: a.switches + (b.switches ?? 0),
  copies: a.copies + (b.copies ?? 0),
  interrupts: a.interrupts + (b.interrupts ?? 0),
  kicks: a.kicks + (b.kicks ?? 0),
});
export const minus = (a: Counts, b: Counts): Counts => ({
  exits: a.exits - b.exits,
  switches: a.switches - b.switches,
  copies: a.copies - b.copies,
  interrupts: a.interrupts - b.interrupts,
  kicks: a.kicks - b.kicks,
});

/** One way gone in a step. */
export interface Move {
  readonly who: 'vcpu' | 'worker' | 'packet' | 'signal';
  readonly from: Place;
  readonly to: Place;
  /** There and back again in one step. */
  readonly round: boolean;
}

/** One packet on its way. */
export interface PathStill {
  readonly kind: 'path';
  readonly vcpu: Place;
  /** The thread that works for the guest, when it is awake. */
  readonly worker: Place | undefined;
  readonly packet: Place;
  readonly moves: readonly Move[];
}

/** What the two sides of the ring are doing. */
export type DriverMood = 'sending' | 'stopped' | 'interrupted' | 'in-exit' | 'done';
export type DeviceMood = 'asleep' | 'waking' | 'working' | 'waiting';

/** Many packets, at one moment. */
export interface StreamStill {
  readonly kind: 'stream';
  /** Of the model's own clock. */
  readonly tick: number;
  readonly sent: number;
  readonly finished: number;
  readonly driver: DriverMood;
  readonly device: DeviceMood;
  /** What went over in this step. */
  readonly kicked: boolean;
  readonly interrupted: boolean;
  /** The packet that the step is about. */
  readonly packet: number | undefined;
  /** Numbers of the packets at which the driver rang, and at whose end the guest was interrupted. */
  readonly kicks: readonly number[];
  readonly interrupts: readonly number[];
}

export interface IoState {
  readonly settings: Settings;
  readonly counts: Counts;
  /** What this step added. */
  readonly added: Counts;
  readonly rings: Rings;
  readonly now: PathStill | StreamStill;
  readonly last: boolean;
}
