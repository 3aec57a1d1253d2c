/**
 * Why: mounts and the change of the root. All processes of a mount namespace have one root in this model.
 * Sources: mount(2), pivot_root(2), mount_namespaces(7); order of checks as in fs/namespace.c of Linux 6.1.
 */
import { capable, FIRST, withNs } from './kernel';
import { done, refused, type Answer, type Kernel, type KernelMount, type Task } from './types';

const under = (path: string, folder: string) =>
  folder === '/' || path === folder || path.startsWith(`${folder}/`);
const joined = (folder: string, path: string) =>
  path === '/' ? folder : folder === '/' ? path : `${folder}${path}`;
/** `path` as seen from `folder`, which holds it. */
const below = (path: string, folder: string) =>
  folder === '/' ? path : path === folder ? '/' : path.slice(folder.length);

/** The mount that shows a path: the deepest, and of those the last one put there. */
const over = (mounts: readonly KernelMount[], path: string): KernelMount =>
  mounts.filter(({ at }) => under(path, at)).reduce((a, b) => (b.at.length >= a.at.length ? b : a));
const mountAt = (mounts: readonly KernelMount[], path: string) => mounts.findLast(({ at }) => at === path);

const mountsOf = (kernel: Kernel, task: Task) => kernel.mnt[task.ns.mnt]!;
const withMounts = (kernel: Kernel, task: Task, mounts: readonly KernelMount[]) =>
  withNs(kernel, 'mnt', task.ns.mnt, { ...mountsOf(kernel, task), mounts });
const mayMount = (kernel: Kernel, task: Task) => capable(kernel, task, mountsOf(kernel, task).user);

/** Binds a folder to itself, which makes it a mount point. */
export function bindMount(kernel: Kernel, caller: Task, at: string): Answer {
  const { mounts } = mountsOf(kernel, caller);
  if (!mayMount(kernel, caller)) return refused('EPERM', 'owner-mnt');
  const from = over(mounts, at);
  const root = joined(from.root, below(at, from.at));
  const made = { ...from, id: kernel.nextMount, parent: from.id, root, at, locked: false };
  return done({ ...withMounts(kernel, caller, [...mounts, made]), nextMount: kernel.nextMount + 1 });
}

/**
 * A `proc` shows the PID namespace of whoever mounts it, and that namespace's owner decides. In a namespace of a plain
 * user it must not show more than one that is there already.
 */
export function mountProc(kernel: Kernel, caller: Task, at: string): Answer {
  const { mounts, user } = mountsOf(kernel, caller);
  if (!mayMount(kernel, caller)) return refused('EPERM', 'owner-mnt');
  if (!capable(kernel, caller, kernel.pid[caller.ns.pid]!.user)) return refused('EPERM', 'owner-pid');
  if (user !== FIRST.user && !mounts.some(({ type }) => type === 'proc'))
    return refused('EPERM', 'revealing');
  const shows = caller.ns.pid;
  const id = kernel.nextMount;
  const made = { id, parent: over(mounts, at).id, root: '/', at, type: 'proc', locked: false, shows };
  return done({ ...withMounts(kernel, caller, [...mounts, made]), nextMount: id + 1 });
}

/** Everyone in the mount namespace gets the new root; the old one hangs at `old`, a folder below it. */
export function pivot(kernel: Kernel, caller: Task, root: string, old: string): Answer {
  const { mounts } = mountsOf(kernel, caller);
  if (!mayMount(kernel, caller)) return refused('EPERM', 'owner-mnt');
  const first = mountAt(mounts, '/')!;
  const next = over(mounts, root);
  if (next.locked) return refused('EINVAL', 'mountpoint');
  if (next === first || over(mounts, old) === first) return refused('EBUSY', 'root-mount');
  if (next.at !== root || !under(old, root)) return refused('EINVAL', 'mountpoint');
  const put = below(old, root);
  const moved = mounts.map((mount): KernelMount => {
    // The lock of the old root goes over to the new one: together they still may not be parted.
    if (mount === next) return { ...mount, at: '/', parent: first.parent, locked: first.locked };
    if (mount === first) return { ...mount, at: put, parent: next.id, locked: false };
    return { ...mount, at: under(mount.at, root) ? below(mount.at, root) : joined(put, mount.at) };
  });
  return done(withMounts(kernel, caller, moved));
}

/** With MNT_DETACH: all that hangs below goes too. */
export function umount(kernel: Kernel, caller: Task, at: string): Answer {
  const { mounts } = mountsOf(kernel, caller);
  if (!mayMount(kernel, caller)) return refused('EPERM', 'owner-mnt');
  const top = mountAt(mounts, at);
  if (top === undefined || at === '/') return refused('EINVAL', 'no-mount');
  if (top.locked) return refused('EINVAL', 'locked');
  const gone = new Set([top.id]);
  for (let size = 0; size < gone.size;) {
    size = gone.size;
    for (const { id, parent } of mounts) if (gone.has(parent)) gone.add(id);
  }
  return done(
    withMounts(
      kernel,
      caller,
      mounts.filter(({ id }) => !gone.has(id)),
    ),
  );
}
