/**
 * Why: new namespaces, and joining those of others. Sources: unshare(2), setns(2), user_namespaces(7),
 * pid_namespaces(7); order of checks as in kernel/nsproxy.c, kernel/user_namespace.c and kernel/pid_namespace.c of Linux 6.1.
 */
import { NAMESPACE_KINDS, type NamespaceKind } from '../../lib/snapshots';
import { collect } from './collect';
import { capable, chainOf, insideOf, LEVELS, levelOf, numberIn, pidOf, taskOf, withNs } from './kernel';
import { done, refused, type Answer, type Kernel, type Task } from './types';

type Moved =
  | { readonly kind: 'moved'; readonly kernel: Kernel; readonly task: Task }
  | Extract<Answer, { kind: 'refused' }>;

const no = (...why: Parameters<typeof refused>) => refused(...why) as Extract<Answer, { kind: 'refused' }>;

/** A new user namespace: its creator holds every capability in it, and his ids have no name there yet. */
function newUser(kernel: Kernel, task: Task): Moved {
  const id = kernel.nextId;
  const { uid, gid } = task;
  if (levelOf(kernel.user, task.ns.user) >= LEVELS) return no('EUSERS', 'levels');
  if (
    insideOf(kernel, task.ns.user, 'uids', uid) === undefined ||
    insideOf(kernel, task.ns.user, 'gids', gid) === undefined
  )
    return no('EPERM', 'unmapped');
  const { setgroups } = kernel.user[task.ns.user]!;
  const made = { parent: task.ns.user, owner: uid, uids: [], gids: [], setgroups };
  return {
    kind: 'moved',
    kernel: { ...withNs(kernel, 'user', id, made), nextId: id + 1 },
    task: { ...task, ns: { ...task.ns, user: id }, caps: true },
  };
}

/** Copies the mounts; if the copy belongs to a less privileged user, all that was mounted stays together. */
function copyMounts(kernel: Kernel, from: number, user: number) {
  const old = kernel.mnt[from]!;
  const ids = new Map(old.mounts.map(({ id }, i) => [id, kernel.nextMount + 1 + i]));
  return old.mounts.map((mount) => ({
    ...mount,
    id: ids.get(mount.id)!,
    parent: ids.get(mount.parent) ?? kernel.nextMount,
    locked: mount.locked || user !== old.user,
  }));
}

/** One new namespace other than of users. Those of processes and of clocks are for the children only. */
function newNs(kernel: Kernel, task: Task, kind: Exclude<NamespaceKind, 'user'>): Moved {
  const { ns } = task;
  const id = kernel.nextId;
  const { user } = ns;
  const next = { ...kernel, nextId: id + 1 };
  const moved = (made: Kernel): Moved => ({
    kind: 'moved',
    kernel: made,
    task: { ...task, ns: { ...ns, [kind]: id } },
  });
  switch (kind) {
    case 'uts':
      return moved(withNs(next, 'uts', id, { ...kernel.uts[ns.uts]!, user }));
    case 'ipc':
      return moved(withNs(next, 'ipc', id, { user }));
    case 'cgroup':
      return moved(withNs(next, 'cgroup', id, { user, root: task.cg }));
    case 'net': {
      const lo = { index: 1, name: 'lo', kind: 'loopback', up: false };
      return moved(withNs(next, 'net', id, { user, links: [lo], last: 1 }));
    }
    case 'mnt': {
      const mounts = copyMounts(kernel, ns.mnt, user);
      const made = withNs(next, 'mnt', id, { user, mounts });
      return moved({ ...made, nextMount: kernel.nextMount + mounts.length + 1 });
    }
    case 'pid': {
      if (task.children.pid !== ns.pid) return no('EINVAL', 'children');
      if (levelOf(kernel.pid, ns.pid) >= LEVELS) return no('ENOSPC', 'levels');
      const made = withNs(next, 'pid', id, { user, parent: ns.pid, last: 0, dead: false });
      return { kind: 'moved', kernel: made, task: { ...task, children: { ...task.children, pid: id } } };
    }
    case 'time': {
      const made = withNs(next, 'time', id, { ...kernel.time[ns.time]!, user, used: false });
      return { kind: 'moved', kernel: made, task: { ...task, children: { ...task.children, time: id } } };
    }
  }
}

/** New namespaces for a task, the user's first: whoever gets one may have all others with it. */
export function enter(kernel: Kernel, task: Task, kinds: readonly NamespaceKind[]): Moved {
  let now: Moved = { kind: 'moved', kernel, task };
  if (kinds.includes('user')) now = newUser(kernel, task);
  const others = NAMESPACE_KINDS.filter((kind) => kind !== 'user' && kinds.includes(kind));
  if (now.kind === 'moved' && others.length > 0 && !capable(now.kernel, now.task, now.task.ns.user))
    return no('EPERM', 'cap-user');
  for (const kind of others)
    if (now.kind === 'moved' && kind !== 'user') now = newNs(now.kernel, now.task, kind);
  return now;
}

const withMoved = (kernel: Kernel, task: Task): Kernel =>
  collect({ ...kernel, tasks: kernel.tasks.map((each) => (pidOf(each) === pidOf(task) ? task : each)) });

export function unshare(kernel: Kernel, caller: Task, kinds: readonly NamespaceKind[]): Answer {
  const moved = enter(kernel, caller, kinds);
  return moved.kind === 'refused' ? moved : done(withMoved(moved.kernel, moved.task));
}

/** Whether one may look into another process's `/proc/<pid>/ns`: ptrace(2), PTRACE_MODE_READ. */
function mayLook(kernel: Kernel, caller: Task, target: Task): boolean {
  if (capable(kernel, caller, target.ns.user)) return true;
  const same = caller.uid === target.uid && caller.gid === target.gid;
  return same && caller.ns.user === target.ns.user && (caller.caps || !target.caps);
}

/** Joins one namespace. */
function join(kernel: Kernel, task: Task, kind: NamespaceKind, id: number): Moved {
  if (kind === 'user') {
    if (id === task.ns.user) return no('EINVAL', 'same-user');
    if (!capable(kernel, task, id)) return no('EPERM', 'cap-target');
    return { kind: 'moved', kernel, task: { ...task, ns: { ...task.ns, user: id }, caps: true } };
  }
  if (!capable(kernel, task, kernel[kind][id]!.user)) return no('EPERM', 'cap-target');
  if (!capable(kernel, task, task.ns.user)) return no('EPERM', 'cap-user');
  if (kind === 'pid') {
    if (!chainOf(kernel, id).includes(task.ns.pid)) return no('EINVAL', 'not-below');
    return { kind: 'moved', kernel, task: { ...task, children: { ...task.children, pid: id } } };
  }
  const children = kind === 'time' ? { ...task.children, time: id } : task.children;
  return { kind: 'moved', kernel, task: { ...task, ns: { ...task.ns, [kind]: id }, children } };
}

/** @param as the flag that says what is expected, where it is not `of` */
export function setns(
  kernel: Kernel,
  caller: Task,
  pid: number,
  of: NamespaceKind,
  as: NamespaceKind = of,
): Answer {
  const target = taskOf(kernel, pid);
  if (target === undefined || numberIn(target, caller.ns.pid) === undefined)
    return refused('ENOENT', 'unseen');
  if (!mayLook(kernel, caller, target)) return refused('EACCES', 'look');
  if (as !== of) return refused('EINVAL', 'wrong-kind');
  const moved = join(kernel, caller, of, target.ns[of]);
  return moved.kind === 'refused' ? moved : done(withMoved(moved.kernel, moved.task));
}

/** Several at once by a pidfd, the user namespace first; one refusal refuses all. */
export function setnsAll(kernel: Kernel, caller: Task, pid: number, kinds: readonly NamespaceKind[]): Answer {
  const target = taskOf(kernel, pid);
  if (target === undefined || numberIn(target, caller.ns.pid) === undefined)
    return refused('ESRCH', 'unseen');
  if (!mayLook(kernel, caller, target)) return refused('EPERM', 'look');
  let now: Moved = { kind: 'moved', kernel, task: caller };
  const ordered = ['user' as const, ...NAMESPACE_KINDS.filter((kind) => kind !== 'user')];
  for (const kind of ordered)
    if (kinds.includes(kind) && now.kind === 'moved') now = join(now.kernel, now.task, kind, target.ns[kind]);
  return now.kind === 'refused' ? now : done(withMoved(now.kernel, now.task));
}
