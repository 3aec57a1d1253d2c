/** Why: the words of the namespace model: what the small kernel holds, what may be asked of it, and how it answers. */
import type { Link, Mount, NamespaceKind, Namespaces } from '../../lib/snapshots';

/** One line of a `uid_map`, its outside already in ids of the first user namespace. */
export interface Extent {
  readonly inside: number;
  readonly outside: number;
  readonly count: number;
}

interface Owned {
  /** User namespace whose capabilities decide about this one. */
  readonly user: number;
}

export interface UserNs {
  /** None: the first one. */
  readonly parent: number | undefined;
  /** Its creator's user id, seen from the first user namespace. */
  readonly owner: number;
  readonly uids: readonly Extent[];
  readonly gids: readonly Extent[];
  /** `/proc/<pid>/setgroups` says `allow`. */
  readonly setgroups: boolean;
}
export interface PidNs extends Owned {
  readonly parent: number | undefined;
  /** Number that was given last. */
  readonly last: number;
  /** Its process 1 has ended: nothing can ever start here again. */
  readonly dead: boolean;
}
export interface KernelMount extends Mount {
  /** Copied into a namespace of a less privileged user: it may not be taken away alone. */
  readonly locked: boolean;
  /** Of a `proc`: the PID namespace that it shows. */
  readonly shows?: number;
}
export interface MntNs extends Owned {
  readonly mounts: readonly KernelMount[];
}
export interface UtsNs extends Owned {
  readonly host: string;
}
export type IpcNs = Owned;
export interface CgroupNs extends Owned {
  /** Control group that is `/` here. */
  readonly root: string;
}
export interface TimeNs extends Owned {
  /** Seconds ahead of the machine's CLOCK_BOOTTIME. */
  readonly ahead: number;
  /** Somebody has been in it: its offsets are fixed. */
  readonly used: boolean;
}
export interface KernelLink extends Omit<Link, 'running' | 'peer'> {
  readonly peer?: { readonly net: number; readonly index: number };
}
export interface NetNs extends Owned {
  readonly links: readonly KernelLink[];
  readonly last: number;
}

export interface Task {
  /** Its numbers, from the first PID namespace in; its own is the last. */
  readonly numbers: readonly { readonly ns: number; readonly number: number }[];
  /** Parent's number in the first PID namespace; 0 for process 1. */
  readonly parent: number;
  readonly comm: string;
  readonly ns: Namespaces;
  readonly children: { readonly pid: number; readonly time: number };
  /** Seen from the first user namespace. */
  readonly uid: number;
  readonly gid: number;
  /** Whether it holds every capability in its user namespace, or none: the model knows no third. */
  readonly caps: boolean;
  readonly cg: string;
}

export const ANY = '0.0.0.0';

export interface Socket {
  readonly pid: number;
  readonly net: number;
  readonly address: string;
  readonly port: number;
}

export interface Kernel {
  readonly tasks: readonly Task[];
  readonly user: Readonly<Record<number, UserNs>>;
  readonly pid: Readonly<Record<number, PidNs>>;
  readonly mnt: Readonly<Record<number, MntNs>>;
  readonly uts: Readonly<Record<number, UtsNs>>;
  readonly ipc: Readonly<Record<number, IpcNs>>;
  readonly net: Readonly<Record<number, NetNs>>;
  readonly cgroup: Readonly<Record<number, CgroupNs>>;
  readonly time: Readonly<Record<number, TimeNs>>;
  /** Inode of the namespace that comes next. */
  readonly nextId: number;
  readonly nextMount: number;
  readonly cgroups: readonly string[];
  readonly files: readonly { readonly path: string; readonly uid: number }[];
  readonly sockets: readonly Socket[];
}

/** What a process may ask of the kernel. Processes are named by their number in the first PID namespace, but see `kill`. */
export type Request =
  | { readonly kind: 'unshare' | 'clone'; readonly kinds: readonly NamespaceKind[] }
  | { readonly kind: 'fork' | 'exit' }
  /** `as`: the flag, where it is not the file's own kind. */
  | {
      readonly kind: 'setns';
      readonly target: number;
      readonly of: NamespaceKind;
      readonly as?: NamespaceKind;
    }
  /** By a pidfd: several at once, all or none. */
  | { readonly kind: 'setns-all'; readonly target: number; readonly kinds: readonly NamespaceKind[] }
  /** SIGKILL to a number as the caller counts. */
  | { readonly kind: 'kill'; readonly number: number }
  | { readonly kind: 'exec'; readonly path: string }
  | { readonly kind: 'setgroups' }
  | {
      readonly kind: 'map';
      readonly which: 'uid' | 'gid';
      readonly inside: number;
      readonly outside: number;
      readonly count: number;
    }
  | { readonly kind: 'setresuid'; readonly uid: number }
  | { readonly kind: 'sethostname'; readonly name: string }
  | { readonly kind: 'offset'; readonly seconds: number }
  | { readonly kind: 'mkdir'; readonly group: string }
  | { readonly kind: 'join'; readonly group: string; readonly target: number }
  | { readonly kind: 'bind-mount'; readonly at: string }
  | { readonly kind: 'mount-proc'; readonly at: string }
  | { readonly kind: 'pivot'; readonly root: string; readonly old: string }
  | { readonly kind: 'umount'; readonly at: string }
  /** `target`: whose network namespace the other end starts in. */
  | { readonly kind: 'veth'; readonly name: string; readonly peer: string; readonly target?: number }
  | { readonly kind: 'bridge'; readonly name: string }
  | { readonly kind: 'move'; readonly name: string; readonly target: number }
  | { readonly kind: 'master'; readonly name: string; readonly bridge: string }
  | { readonly kind: 'address'; readonly name: string; readonly address: string }
  | { readonly kind: 'up'; readonly name: string }
  | { readonly kind: 'bind'; readonly address: string; readonly port: number }
  | { readonly kind: 'open'; readonly path: string }
  | { readonly kind: 'creat'; readonly path: string };

export interface Call {
  /** The caller's number in the first PID namespace. */
  readonly by: number;
  readonly request: Request;
}

export const ERRNOS = [
  ...(['EPERM', 'ENOENT', 'ESRCH', 'ENOMEM', 'EACCES', 'EBUSY', 'EEXIST', 'ENODEV', 'EINVAL'] as const),
  ...(['ENOSPC', 'EOVERFLOW', 'EUSERS', 'EADDRINUSE', 'EADDRNOTAVAIL'] as const),
] as const;
export type Errno = (typeof ERRNOS)[number];

/** Why the kernel refuses; each has a sentence in the figure. */
export const REASONS = [
  ...(['cap-user', 'cap-target', 'unmapped', 'levels', 'children', 'dead', 'same-user'] as const),
  ...([
    'not-below',
    'wrong-kind',
    'look',
    'unseen',
    'nobody',
    'not-yours',
    'owner-uts',
    'owner-mnt',
  ] as const),
  ...(['owner-pid', 'owner-net', 'owner-time', 'time-used', 'map-once', 'map-own', 'map-groups'] as const),
  ...(['id', 'file', 'group', 'mountpoint', 'root-mount', 'locked', 'revealing', 'no-mount'] as const),
  ...(['name-taken', 'no-link', 'no-bridge', 'lo', 'low-port', 'in-use', 'not-local', 'exists'] as const),
] as const;
export type Reason = (typeof REASONS)[number];

export type Answer =
  | {
      readonly kind: 'done';
      readonly kernel: Kernel;
      /** As the caller gets it: of `fork` the child's number as the caller counts. */
      readonly result: number;
      /** `ignored`: the call succeeds and does nothing (a signal from inside to a namespace's process 1). */
      readonly note?: 'ignored';
      /** Of `fork` and `clone`: the child's number in the first PID namespace. */
      readonly child?: number;
    }
  | { readonly kind: 'refused'; readonly errno: Errno; readonly reason: Reason };

export const refused = (errno: Errno, reason: Reason): Answer => ({ kind: 'refused', errno, reason });
export const done = (kernel: Kernel, result = 0): Answer => ({ kind: 'done', kernel, result });
