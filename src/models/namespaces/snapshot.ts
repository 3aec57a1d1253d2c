/**
 * Why: a snapshot is all that the picture looks at, whoever took it: the model, a recording or a live machine's agent
 * (which tells less). What one process sees is worked out from it here.
 */
import type { Link, Mount, Process, RecordedProcess, Sees, State } from '../../lib/snapshots';
import { insideOf, levelOf, NOBODY, numberIn, pidOf, taskOf } from './kernel';
import type { Extent, Kernel, KernelLink, Task } from './types';

/** A process as any of the three tells it: without what is not known. */
export type SnapshotProcess = Process & Partial<RecordedProcess>;

export interface Snapshot {
  readonly procs: readonly SnapshotProcess[];
  readonly nets?: State['nets'];
  /** PID namespace that a mounted `proc` shows, by id of the mount. */
  readonly shows?: Readonly<Record<number, number>>;
  readonly sockets?: Kernel['sockets'];
  readonly files?: Kernel['files'];
  /** Lines of `uid_map` by user namespace, as seen from its parent. */
  readonly maps?: Readonly<Record<number, readonly Extent[]>>;
}

function relative(group: string, root: string): string {
  if (root === '/' || group === root) return group === root ? '/' : group;
  if (group.startsWith(`${root}/`)) return group.slice(root.length);
  const up = root
    .split('/')
    .filter(Boolean)
    .map(() => '..');
  return `/${up.join('/')}${group === '/' ? '' : group}`;
}

function seesOf(kernel: Kernel, task: Task): Sees {
  const { ns } = task;
  const parent = taskOf(kernel, task.parent);
  const proc = kernel.mnt[ns.mnt]!.mounts.findLast(({ at, type }) => at === '/proc' && type === 'proc');
  const known = proc?.shows !== undefined && numberIn(task, proc.shows) !== undefined;
  return {
    pid: numberIn(task, ns.pid)!,
    ppid: (parent && numberIn(parent, ns.pid)) ?? 0,
    uid: insideOf(kernel, ns.user, 'uids', task.uid) ?? NOBODY,
    gid: insideOf(kernel, ns.user, 'gids', task.gid) ?? NOBODY,
    host: kernel.uts[ns.uts]!.host,
    ahead: kernel.time[ns.time]!.ahead,
    ...(known ? { cg: relative(task.cg, kernel.cgroup[ns.cgroup]!.root) } : {}),
  };
}

function linksOf(kernel: Kernel, links: readonly KernelLink[]): readonly Link[] {
  const carries = ({ up, peer }: KernelLink) =>
    up && peer !== undefined && kernel.net[peer.net]!.links.some((far) => far.index === peer.index && far.up);
  const runs = (link: KernelLink) =>
    link.kind === 'veth'
      ? carries(link)
      : link.kind === 'bridge'
        ? link.up && links.some((port) => port.master === link.index && carries(port))
        : link.up;
  return links.map(({ peer, ...link }) => ({
    ...link,
    running: runs({ ...link, ...(peer ? { peer } : {}) }),
    ...(peer ? { peer: peer.index } : {}),
  }));
}

const processOf = (kernel: Kernel, task: Task): SnapshotProcess => {
  const waiting = kernel.pid[task.children.pid]!;
  return {
    pid: pidOf(task),
    ppid: task.parent,
    st: 'S',
    comm: task.comm,
    nspid: task.numbers.map(({ number }) => number).join(' '),
    cg: task.cg,
    ns: task.ns,
    uid: task.uid,
    children: {
      pid: waiting.last === 0 && levelOf(kernel.pid, task.children.pid) > 0 ? null : task.children.pid,
      time: task.children.time,
    },
    mounts: kernel.mnt[task.ns.mnt]!.mounts.map(({ id, parent, root, at, type }) => ({
      id,
      parent,
      root,
      at,
      type,
    })),
    sees: seesOf(kernel, task),
  };
};

/** What an all-seeing observer in the first namespaces finds. */
export function snapshotOf(kernel: Kernel): Snapshot {
  const mounts = Object.values(kernel.mnt).flatMap((ns) => ns.mounts);
  return {
    procs: treeOrder(kernel.tasks.map((task) => processOf(kernel, task))),
    nets: Object.entries(kernel.net).map(([id, { links }]) => ({
      net: Number(id),
      links: linksOf(kernel, links),
    })),
    shows: Object.fromEntries(
      mounts.flatMap(({ id, shows }) => (shows === undefined ? [] : [[id, shows] as const])),
    ),
    sockets: kernel.sockets,
    files: kernel.files,
    maps: Object.fromEntries(Object.entries(kernel.user).map(([id, { uids }]) => [id, uids])),
  };
}

/** Parents before their children, children by number. */
export function treeOrder<P extends { readonly pid: number; readonly ppid: number }>(
  procs: readonly P[],
): readonly P[] {
  const sorted = procs.toSorted((a, b) => a.pid - b.pid);
  const isRoot = ({ ppid }: P) => !procs.some(({ pid }) => pid === ppid);
  const walk = (process: P): readonly P[] => [
    process,
    ...sorted.filter(({ ppid }) => ppid === process.pid).flatMap(walk),
  ];
  return sorted.filter(isRoot).flatMap(walk);
}

const depthOf = ({ nspid }: Process) => nspid.split(' ').length - 1;

/** The PID namespace around another, found by who started its process 1; undefined: the first, or nobody is left who knows. */
function aroundOf({ procs }: Snapshot, ns: number): number | undefined {
  const init = procs.find((process) => process.ns.pid === ns && process.nspid.endsWith(' 1'));
  return procs.find(({ pid }) => pid === init?.ppid)?.ns.pid;
}

/** Processes that a PID namespace knows, with their numbers there: its own and those of the namespaces below. */
export function visibleIn(
  snapshot: Snapshot,
  ns: number,
): readonly { readonly process: SnapshotProcess; readonly number: number }[] {
  const within = (id: number | undefined): boolean =>
    id === ns || (id !== undefined && within(aroundOf(snapshot, id)));
  const own = snapshot.procs.find((process) => process.ns.pid === ns);
  // Nobody is in it; then nobody is below it either, for that would have ended with it.
  if (own === undefined) return [];
  return snapshot.procs
    .filter((process) => within(process.ns.pid))
    .map((process) => ({ process, number: Number(process.nspid.split(' ')[depthOf(own)]) }));
}

/** The PID namespace that a process's `/proc`, and so its `ps`, shows. */
export function shownTo(snapshot: Snapshot, process: SnapshotProcess): number | undefined {
  if (process.mounts === undefined) return process.ns.pid;
  const proc: Mount | undefined = process.mounts.findLast(
    ({ at, type }) => at === '/proc' && type === 'proc',
  );
  return proc && (snapshot.shows?.[proc.id] ?? process.ns.pid);
}

/** A PID namespace and those around it, the outermost first, as far as a snapshot tells. */
export function chainIn(snapshot: Snapshot, ns: number): readonly number[] {
  const around = aroundOf(snapshot, ns);
  return around === undefined || around === ns ? [ns] : [...chainIn(snapshot, around), ns];
}
