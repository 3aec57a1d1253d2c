/** Why: what a step of this figure knows, in one place, so that model, picture and panels speak of the same things. */
import type { StageId } from '../split-driver/stages';

export const SCENES = ['send', 'burst', 'receive', 'flood', 'disk', 'ring'] as const;
export type SceneId = (typeof SCENES)[number];
export const DEVICES = ['synthetic', 'emulated'] as const;
export type DeviceId = (typeof DEVICES)[number];

export interface VmbusScenario {
  readonly scene: SceneId;
  readonly device: DeviceId;
  readonly children: 1 | 2;
}

/** Index of a child partition, from 0. */
export type Child = 0 | 1;

/** Where the work is done in a step. Those of a child are its own in each. */
export const PLACES = [
  'app',
  'vsc',
  'out',
  'in',
  'buffer',
  'hypervisor',
  'vsp',
  'vmwp',
  'switch',
  'driver',
  'device',
] as const;
export type Place = (typeof PLACES)[number];

/** The way that is taken in a step, named by its ends. */
export type Way =
  | 'app-vsc'
  | 'vsc-app'
  | 'vsc-buffer'
  | 'switch-buffer'
  | 'vsc-out'
  | 'out-vsp'
  | 'vsp-switch'
  | 'switch-device'
  | 'device-switch'
  | 'vsp-in'
  | 'in-vsc'
  | 'signal-root'
  | 'signal-child'
  | 'exit'
  | 'entry'
  | 'to-vmwp'
  | 'vmwp-switch'
  | 'switch-vmwp'
  | 'inject';

/** A packet as the ring shows it. */
export interface Slot {
  readonly id: number;
  readonly at: number;
  readonly bytes: number;
  /** `new`: written in this step; `gone`: read in this step. */
  readonly mark: 'new' | 'waiting' | 'gone';
}

export interface RingView {
  readonly size: number;
  readonly read: number;
  readonly write: number;
  readonly toRead: number;
  readonly mask: boolean;
  readonly pending: number;
  readonly slots: readonly Slot[];
}

export interface ChannelView {
  readonly out: RingView;
  readonly in: RingView;
}

/** So far, over all child partitions. */
export interface Counts {
  /** Frames or disk requests that have reached their end. */
  readonly packets: number;
  /** Packets of VMBus written to any ring. */
  readonly messages: number;
  /** HvCallSignalEvent made by child partitions. */
  readonly signalsToRoot: number;
  /** HvCallSignalEvent made by the root partition. */
  readonly signalsToChild: number;
  /** Messages written without a signal, because none was due. */
  readonly spared: number;
  /** Signals, and interrupts that a worker process asks for. */
  readonly hypercalls: number;
  /** Port accesses that stopped a child partition and went to its worker process. */
  readonly intercepts: number;
  /** Times that a CPU copied a frame or a block. */
  readonly copies: number;
  readonly bytesWritten: number;
  readonly bytesRead: number;
}

/** One port access of an emulated device. */
export interface PortAccess {
  readonly kind: 'in' | 'out';
  /** The register as its manual names it. */
  readonly port: string;
}

/** The CPU in the scene about the name “ring −1”. */
export interface CpuView {
  /** `off`: no hypervisor runs yet. */
  readonly mode: 'off' | 'root' | 'non-root';
  readonly cpl: 0 | 3;
  readonly runs: 'windows' | 'root' | 'child' | 'hypervisor';
  /** Whether child partitions exist yet. */
  readonly child: boolean;
}

export interface VmbusState extends VmbusScenario {
  /** What this step is a case of in every split driver; null where it is none. */
  readonly stage: StageId | null;
  readonly place: Place | null;
  /** The child partition that the step is about. */
  readonly child: Child;
  readonly way: Way | null;
  /** Where the data that is followed lies; null before there is any. */
  readonly packetAt: Place | null;
  /** Where the message about it is; null while there is none. */
  readonly messageAt: Place | null;
  readonly channels: readonly ChannelView[];
  /** The VSP, or the worker process, runs. */
  readonly awake: boolean;
  /** Port accesses of one packet, and how many of them are done; empty for a synthetic device. */
  readonly accesses: readonly PortAccess[];
  readonly accessed: number;
  readonly counts: Counts;
  readonly cpu: CpuView | null;
  /** The whole scene by either device, for comparison. */
  readonly totals: Readonly<Record<DeviceId, Counts>>;
}
