/** Why: what a view, a lesson and a question may know about the platforms model: its words and the state of one beat. */
import type { Message } from '../../lib/message';

/** In the order in which columns stand. */
export const PLATFORMS = ['kvm', 'xen', 'esxi', 'workstation', 'hyper-v', 'container'] as const;
export type PlatformId = (typeof PLATFORMS)[number];

export const EVENTS = ['syscall', 'privileged', 'page-fault', 'packet', 'disk', 'timer'] as const;
export type EventId = (typeof EVENTS)[number];

/**
 * guser, gkernel: inside the guest (`guser` of a container is its process) · vmm: the hypervisor, or VMware's monitor of
 * one VM · host: the kernel with the drivers (host kernel, Domain 0, root partition, VMkernel) · huser: a process
 * on it · hw: CPU timer, NIC, disk.
 */
export const LAYERS = ['guser', 'gkernel', 'vmm', 'host', 'huser', 'hw'] as const;
export type LayerId = (typeof LAYERS)[number];

/**
 * How control came to a layer. none: it began or stayed there. ring: between user and kernel mode of the same machine.
 * exit, entry: VT-x or AMD-V leaves or enters a guest. trap, return: Xen takes over from a PV guest by an event, and
 * hands back. hypercall: asked for. switch: to another thread, domain, partition or world. call: a function call, no
 * change of privilege. device: to hardware or from it.
 */
export const CROSSINGS = [
  'none',
  'ring',
  'exit',
  'entry',
  'trap',
  'return',
  'hypercall',
  'switch',
  'call',
  'device',
] as const;
export type Crossing = (typeof CROSSINGS)[number];

/** verified: read in the source named · unverified: from memory or an unpublished design. */
export type Certainty = 'verified' | 'unverified';

export interface Hop {
  readonly layer: LayerId;
  /** `none` on the first hop, and where control stays in its layer. */
  readonly crossing: Crossing;
  /** Message key: what happened in bold, then why it matters. */
  readonly says: string;
  /** Key of `SOURCES`. */
  readonly source: string;
  readonly certainty: Certainty;
  /** How many times the CPU copies the data (packet or block) in this hop. */
  readonly copies: number;
}
export type Path = readonly Hop[];

export interface Counts {
  /** Changes between user and kernel mode on one side. */
  readonly rings: number;
  /** Times that control came into the hypervisor: VM exits, traps and hypercalls. */
  readonly entered: number;
  /** Exits of VT-x or AMD-V, those by a hypercall included. */
  readonly exits: number;
  readonly hypercalls: number;
  readonly traps: number;
  /** Threads, domains, partitions and worlds changed. */
  readonly switches: number;
  /** Copies of the data by the CPU. */
  readonly copies: number;
  /** All changes of layer. */
  readonly crossings: number;
}

/** One platform in one beat. */
export interface ColumnState {
  readonly platform: PlatformId;
  /** The hop of this beat; the last one when done. */
  readonly hop: Hop;
  /** Hops so far, this one last. */
  readonly past: Path;
  /** The layer before this beat's hop; the same layer if it did not move. */
  readonly from: LayerId;
  /** Whether it hopped in this beat. */
  readonly moved: boolean;
  /** Nothing is left to do after this beat. */
  readonly done: boolean;
  readonly counts: Counts;
}

export interface PlatformsState {
  readonly event: EventId;
  /** 1 in the first beat; the same as `beats` in the closing step. */
  readonly beat: number;
  /** Beats until the last chosen platform is done. */
  readonly beats: number;
  readonly phase: 'beat' | 'end';
  readonly columns: readonly ColumnState[];
}

export interface PlatformsScenario {
  readonly event: EventId;
  readonly platforms: readonly PlatformId[];
}

/** A platform's proper name, as a message. */
export const nameOf = (platform: PlatformId): Message => ({ key: `name-${platform}` });
/** What a platform calls a layer, as a message. */
export const layerName = (platform: PlatformId, layer: LayerId): Message => ({
  key: `layer-${platform}-${layer}`,
});
