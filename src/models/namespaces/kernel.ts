/** Why: the machine before any call, and the few ways in which all calls look at it and change it. */
import type { NamespaceKind, Namespaces } from '../../lib/snapshots';
import type { Kernel, KernelMount, Task } from './types';

/** Inodes of the first namespaces; those of `mnt` and `net` are what one machine had, the rest are constants of Linux. */
export const FIRST: Namespaces = {
  ...{ mnt: 4026531841, uts: 4026531838, ipc: 4026531839, pid: 4026531836 },
  ...{ net: 4026531840, user: 4026531837, cgroup: 4026531835, time: 4026531834 },
};
/** What an id without a name in a user namespace is shown as (`/proc/sys/kernel/overflowuid`). */
export const NOBODY = 65534;
/** Deepest nesting of user and PID namespaces. Source: user_namespaces(7), pid_namespaces(7). */
export const LEVELS = 32;
const EVERYBODY = [{ inside: 0, outside: 0, count: 2 ** 32 - 1 }];

export interface FirstTask {
  readonly pid: number;
  readonly parent: number;
  readonly comm: string;
  readonly uid: number;
}

const MOUNTS: readonly (readonly [id: number, parent: number, at: string, type: string])[] = [
  [22, 1, '/', 'tmpfs'],
  [23, 22, '/proc', 'proc'],
  [24, 22, '/sys', 'sysfs'],
  [25, 22, '/dev', 'devtmpfs'],
  [26, 24, '/sys/fs/cgroup', 'cgroup2'],
];

/**
 * A machine that has just started, without a container.
 * @param last number that the first PID namespace gave last
 * @param loopback whether `lo` is up
 */
export function machine(first: readonly FirstTask[], host: string, last: number, loopback: boolean): Kernel {
  const { user } = FIRST;
  const mounts = MOUNTS.map(([id, parent, at, type]): KernelMount => {
    const mount = { id, parent, root: '/', at, type, locked: false };
    return type === 'proc' ? { ...mount, shows: FIRST.pid } : mount;
  });
  const lo = { index: 1, name: 'lo', kind: 'loopback', up: loopback };
  return {
    tasks: first.map(({ pid, parent, comm, uid }) => ({
      numbers: [{ ns: FIRST.pid, number: pid }],
      parent,
      comm,
      ns: FIRST,
      children: { pid: FIRST.pid, time: FIRST.time },
      uid,
      gid: uid,
      caps: uid === 0,
      cg: '/',
    })),
    user: { [user]: { parent: undefined, owner: 0, uids: EVERYBODY, gids: EVERYBODY, setgroups: true } },
    pid: { [FIRST.pid]: { user, parent: undefined, last, dead: false } },
    mnt: { [FIRST.mnt]: { user, mounts } },
    uts: { [FIRST.uts]: { user, host } },
    ipc: { [FIRST.ipc]: { user } },
    net: { [FIRST.net]: { user, links: [lo], last: 1 } },
    cgroup: { [FIRST.cgroup]: { user, root: '/' } },
    time: { [FIRST.time]: { user, ahead: 0, used: true } },
    nextId: 4026532200,
    nextMount: 27,
    cgroups: ['/'],
    files: [],
    sockets: [],
  };
}

export const pidOf = (task: Task): number => task.numbers[0]!.number;
export const taskOf = (kernel: Kernel, pid: number): Task | undefined =>
  kernel.tasks.find((task) => pidOf(task) === pid);

/** The task's number in a PID namespace; undefined where it is not seen. */
export const numberIn = (task: Task, ns: number): number | undefined =>
  task.numbers.find((each) => each.ns === ns)?.number;

/** Process 1 of the PID namespace that it is in. */
export const isInit = (task: Task): boolean => task.numbers.at(-1)!.number === 1;

export function withTask(kernel: Kernel, pid: number, change: Partial<Task>): Kernel {
  const tasks = kernel.tasks.map((task) => (pidOf(task) === pid ? { ...task, ...change } : task));
  return { ...kernel, tasks };
}

type Of<Kind extends NamespaceKind> = Kernel[Kind][number];

/** The kernel with one namespace changed or added. */
export const withNs = <Kind extends NamespaceKind>(
  kernel: Kernel,
  kind: Kind,
  id: number,
  ns: Of<Kind>,
): Kernel => ({ ...kernel, [kind]: { ...kernel[kind], [id]: ns } });

/**
 * Whether a task holds its capabilities in a user namespace: it has them in its own, and a namespace's owner has them
 * all in it if he stands in its parent; what one has in a namespace one has in those below.
 * Source: user_namespaces(7), `cap_capable` in security/commoncap.c.
 */
export function capable(kernel: Kernel, { ns, uid, caps }: Task, target: number): boolean {
  for (let at = target; ;) {
    if (at === ns.user) return caps;
    const { parent, owner } = kernel.user[at]!;
    if (parent === undefined) return false;
    if (parent === ns.user && owner === uid) return true;
    at = parent;
  }
}

type Which = 'uids' | 'gids';

/** An id of the first user namespace as another one knows it; undefined: it has no name there. */
export const insideOf = (kernel: Kernel, user: number, which: Which, id: number): number | undefined =>
  kernel.user[user]![which].flatMap(({ inside, outside, count }) =>
    id >= outside && id < outside + count ? [inside + id - outside] : [],
  )[0];

/** The other way round. */
export const outsideOf = (kernel: Kernel, user: number, which: Which, id: number): number | undefined =>
  kernel.user[user]![which].flatMap(({ inside, outside, count }) =>
    id >= inside && id < inside + count ? [outside + id - inside] : [],
  )[0];

export function levelOf(namespaces: Kernel['user'] | Kernel['pid'], id: number): number {
  const { parent } = namespaces[id]!;
  return parent === undefined ? 0 : 1 + levelOf(namespaces, parent);
}

/** The PID namespace and those around it, the first one first. */
export function chainOf(kernel: Kernel, id: number): readonly number[] {
  const { parent } = kernel.pid[id]!;
  return parent === undefined ? [id] : [...chainOf(kernel, parent), id];
}
