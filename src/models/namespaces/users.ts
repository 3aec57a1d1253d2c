/**
 * Why: who one is, and what that allows: maps of ids, names of hosts, clocks, control groups, files.
 * Sources: user_namespaces(7), time_namespaces(7), uts_namespaces(7), cgroups(7); `map_write` of Linux 6.1.
 */
import { capable, insideOf, outsideOf, pidOf, taskOf, withNs, withTask } from './kernel';
import { done, refused, type Answer, type Kernel, type Request, type Task } from './types';

type Map = Extract<Request, { kind: 'map' }>;

/** Writes `inside outside count` to the caller's own `/proc/self/uid_map` or `gid_map`. */
export function map(kernel: Kernel, caller: Task, { which, inside, outside, count }: Map): Answer {
  const id = caller.ns.user;
  const own = kernel.user[id]!;
  const key = which === 'uid' ? 'uids' : 'gids';
  if (own[key].length > 0) return refused('EPERM', 'map-once');
  if (!capable(kernel, caller, id)) return refused('EPERM', 'cap-user');
  // The first namespace has its map from the start, so this one has a parent.
  const parent = own.parent!;
  const real = outsideOf(kernel, parent, key, outside);
  const anything = capable(kernel, caller, parent);
  if (!anything && (count !== 1 || real !== (which === 'uid' ? caller.uid : caller.gid)))
    return refused('EPERM', 'map-own');
  if (!anything && own.owner !== caller.uid) return refused('EPERM', 'map-own');
  if (!anything && which === 'gid' && own.setgroups) return refused('EPERM', 'map-groups');
  if (real === undefined) return refused('EPERM', 'map-own');
  return done(withNs(kernel, 'user', id, { ...own, [key]: [{ inside, outside: real, count }] }));
}

/** `deny`: so that nobody can leave a group that forbids him something. */
export function setgroups(kernel: Kernel, caller: Task): Answer {
  const id = caller.ns.user;
  const own = kernel.user[id]!;
  if (!capable(kernel, caller, id)) return refused('EPERM', 'cap-user');
  if (own.gids.length > 0 && own.setgroups) return refused('EPERM', 'map-once');
  return done(withNs(kernel, 'user', id, { ...own, setgroups: false }));
}

/** All three ids. Who was root here and is it no more loses its capabilities. */
export function setresuid(kernel: Kernel, caller: Task, uid: number): Answer {
  const real = outsideOf(kernel, caller.ns.user, 'uids', uid);
  if (real === undefined) return refused('EINVAL', 'id');
  if (real !== caller.uid && !caller.caps) return refused('EPERM', 'cap-user');
  const wasRoot = insideOf(kernel, caller.ns.user, 'uids', caller.uid) === 0;
  return done(withTask(kernel, pidOf(caller), { uid: real, caps: caller.caps && !(wasRoot && uid !== 0) }));
}

export function sethostname(kernel: Kernel, caller: Task, host: string): Answer {
  const uts = kernel.uts[caller.ns.uts]!;
  if (!capable(kernel, caller, uts.user)) return refused('EPERM', 'owner-uts');
  return done(withNs(kernel, 'uts', caller.ns.uts, { ...uts, host }));
}

/** Writes `boottime <seconds> 0` to `/proc/self/timens_offsets`: to the clock of the children. */
export function offset(kernel: Kernel, caller: Task, seconds: number): Answer {
  const id = caller.children.time;
  const time = kernel.time[id]!;
  if (!capable(kernel, caller, time.user)) return refused('EPERM', 'owner-time');
  if (time.used) return refused('EACCES', 'time-used');
  return done(withNs(kernel, 'time', id, { ...time, ahead: seconds }));
}

const root = (kernel: Kernel, task: Task) =>
  task.uid === 0 || (task.caps && insideOf(kernel, task.ns.user, 'uids', 0) !== undefined);

export function mkdir(kernel: Kernel, caller: Task, group: string): Answer {
  if (!root(kernel, caller)) return refused('EACCES', 'group');
  if (kernel.cgroups.includes(group)) return refused('EEXIST', 'exists');
  return done({ ...kernel, cgroups: [...kernel.cgroups, group] });
}

export function joinGroup(kernel: Kernel, caller: Task, group: string, pid: number): Answer {
  const target = taskOf(kernel, pid);
  if (!kernel.cgroups.includes(group)) return refused('ENOENT', 'unseen');
  if (!root(kernel, caller)) return refused('EACCES', 'group');
  if (target === undefined) return refused('ESRCH', 'nobody');
  return done(withTask(kernel, pid, { cg: group }));
}

/** A file of the host's root, readable for its owner only, such as `/etc/shadow`: capabilities count if its owner has a name here. */
export const open = (kernel: Kernel, caller: Task): Answer =>
  root(kernel, caller) ? done(kernel, 3) : refused('EACCES', 'file');

/** A new file in a folder where everybody may write; it is owned by whom the caller is outside. */
export function creat(kernel: Kernel, caller: Task, path: string): Answer {
  if (insideOf(kernel, caller.ns.user, 'uids', caller.uid) === undefined)
    return refused('EOVERFLOW', 'unmapped');
  if (kernel.files.some((file) => file.path === path)) return refused('EEXIST', 'exists');
  return done({ ...kernel, files: [...kernel.files, { path, uid: caller.uid }] }, 3);
}
