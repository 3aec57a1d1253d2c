/** Why: the words of the cgroup model: its fixed tree, its processes, what can be set, and what one still holds. */

/** The groups, parents first. `/` is the machine. */
export const GROUPS = ['root', 'web', 'batch', 'train', 'report'] as const;
export type GroupId = (typeof GROUPS)[number];

export const PARENT: Readonly<Record<GroupId, GroupId | undefined>> = {
  root: undefined,
  web: 'root',
  batch: 'root',
  train: 'batch',
  report: 'batch',
};

/** As `/sys/fs/cgroup` spells them. */
export const PATH: Readonly<Record<GroupId, string>> = {
  root: '/',
  web: '/web',
  batch: '/batch',
  train: '/batch/train',
  report: '/batch/report',
};

export const PROCESSES = ['nginx', 'python', 'sort', 'shell'] as const;
export type ProcessId = (typeof PROCESSES)[number];

/**
 * What a process does: nothing · computes with a thread for each CPU · takes memory and keeps it · reads files, which
 * the kernel caches · forks once a period, and so does each child · writes to the disk, past the cache.
 */
export const LOADS = ['idle', 'cpu', 'memory', 'files', 'fork', 'disk'] as const;
export type Load = (typeof LOADS)[number];

/** `max` in a file of cgroup v2: no limit here. */
export const MAX = 'max';
export type Limit = number | typeof MAX;

/** What the learner may set in a group, in the units of the model. */
export interface Knobs {
  /** `cpu.weight`, 1–10,000; 100 is the kernel's default. */
  readonly weight: number;
  /** First number of `cpu.max` in ms; the second, the period, stays 100 ms. */
  readonly quota: Limit;
  /** `memory.high`, MiB. */
  readonly high: Limit;
  /** `memory.max`, MiB. */
  readonly memory: Limit;
  /** `pids.max`. */
  readonly pids: Limit;
  /** `cgroup.freeze`, 0 or 1. */
  readonly freeze: number;
  /** `wbps` of `io.max`, MiB/s. */
  readonly io: Limit;
}
export type KnobName = keyof Knobs;

/** The file of each knob, in cgroup v2 and in v1 (facts: cgroups(7), Documentation/admin-guide/cgroup-v2.rst). */
export const FILE: Readonly<Record<KnobName, { readonly v2: string; readonly v1: string }>> = {
  weight: { v2: 'cpu.weight', v1: 'cpu.shares' },
  quota: { v2: 'cpu.max', v1: 'cpu.cfs_quota_us, cpu.cfs_period_us' },
  high: { v2: 'memory.high', v1: '—' },
  memory: { v2: 'memory.max', v1: 'memory.limit_in_bytes' },
  pids: { v2: 'pids.max', v1: 'pids.max' },
  freeze: { v2: 'cgroup.freeze', v1: 'freezer.state' },
  io: { v2: 'io.max', v1: 'blkio.throttle.write_bps_device' },
};

/** The values that a learner may choose; any of them stands in a URL. */
export const VALUES: Readonly<Record<KnobName, readonly Limit[]>> = {
  weight: [50, 100, 200, 400],
  quota: [20, 50, 100, 150, MAX],
  high: [64, 128, 256, MAX],
  memory: [128, 256, 512, MAX],
  pids: [4, 16, 64, MAX],
  freeze: [0, 1],
  io: [5, 10, 40, MAX],
};

export const DEFAULTS: Knobs = {
  weight: 100,
  quota: MAX,
  high: MAX,
  memory: MAX,
  pids: MAX,
  freeze: 0,
  io: MAX,
};

/** The periods in which a process works at its load; before and after them it is idle. */
export interface Shift {
  readonly from: number;
  readonly to: number;
}

/** What is set before anything runs. */
export interface Setup {
  readonly knobs: Readonly<Record<GroupId, Knobs>>;
  readonly processes: Readonly<Record<ProcessId, { readonly group: GroupId; readonly load: Load }>>;
  /** A process without a shift works all the time. */
  readonly shifts: Readonly<Partial<Record<ProcessId, Shift>>>;
}

export const CPUS = 2;
/** The model's step, ms, and the period of `cpu.max`, in steps. */
export const TICK_MS = 10;
export const TICKS = 10;
export const PERIOD_MS = TICK_MS * TICKS;
/** Memory of the machine, MiB. */
export const RAM_MIB = 1024;
/** The disk's own speed, MiB/s. */
export const DISK_MIB_S = 100;

export interface ProcessState {
  readonly group: GroupId;
  readonly load: Load;
  /** This process and the children that it forked and that live. */
  readonly count: number;
  /** Memory that only an end gives back, MiB. */
  readonly anon: number;
  /** File pages that can be dropped, MiB. */
  readonly cache: number;
  readonly alive: boolean;
}

/** What the kernel counts in a group and below it, since the start. */
export interface Counters {
  /** `usage_usec` of `cpu.stat`, in ms. */
  readonly cpuMs: number;
  readonly periods: number;
  readonly throttled: number;
  /** `memory.events`. */
  readonly high: number;
  readonly max: number;
  readonly oomKill: number;
  /** `pids.events`. */
  readonly forksRefused: number;
  /** `wbytes` of `io.stat`, in MiB. */
  readonly writtenMib: number;
}

/** What happened, in the order in which it happened. */
export type Happening =
  | { readonly kind: 'throttled'; readonly group: GroupId; readonly tick: number }
  | { readonly kind: 'reclaimed'; readonly group: GroupId; readonly tick: number; readonly mib: number }
  | { readonly kind: 'slowed'; readonly group: GroupId; readonly tick: number; readonly process: ProcessId }
  | {
      readonly kind: 'oom-kill';
      readonly group: GroupId;
      readonly tick: number;
      readonly process: ProcessId;
      readonly mib: number;
    }
  | { readonly kind: 'fork-refused'; readonly group: GroupId; readonly tick: number }
  | { readonly kind: 'io-waits'; readonly group: GroupId; readonly tick: number };

/** One period of 100 ms, as it ended. */
export interface Period {
  readonly number: number;
  /** CPU time of each group and what is below it, ms, tick by tick. */
  readonly cpu: Readonly<Record<GroupId, readonly number[]>>;
  /** Ticks in which a group had no quota left while something in it wanted to run. */
  readonly stopped: Readonly<Record<GroupId, readonly boolean[]>>;
  /** Charged to each group and what is below it, MiB, at the end. */
  readonly memory: Readonly<Record<GroupId, number>>;
  /** Written in this period, MiB. */
  readonly written: Readonly<Record<GroupId, number>>;
  readonly pids: Readonly<Record<GroupId, number>>;
  readonly counters: Readonly<Record<GroupId, Counters>>;
  readonly processes: Readonly<Record<ProcessId, ProcessState>>;
  readonly happenings: readonly Happening[];
}
