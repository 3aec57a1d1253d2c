/** Why: an inode says nothing; a letter in the order of appearance and a colour do. `A` is always the machine's own. */
import { NAMESPACE_KINDS, type NamespaceKind } from '../../lib/snapshots';
import type { Trace } from '../../lib/trace';
import type { Owner } from '../../marks/owner';
import type { NamespacesState } from '../../models/namespaces/state';

/** In the order of the columns: who and which process first, then what it sees. */
export const COLUMNS: readonly NamespaceKind[] = [
  ...(['user', 'pid', 'mnt', 'net', 'uts', 'ipc', 'cgroup', 'time'] as const),
];

export interface Badge {
  readonly letter: string;
  readonly owner: Owner;
}

/** `A` is the host's kernel's; the others take turns. */
const OTHERS: readonly Owner[] = ['user', 'data', 'kern', 'hw'];

export type BadgeOf = (inode: number) => Badge;

/** The badge of each namespace in a trace, the same in every step. */
export function badges(trace: Trace<NamespacesState>): BadgeOf {
  const order = new Map<number, number>();
  for (const kind of NAMESPACE_KINDS) {
    const seen = new Set<number>();
    for (const { state } of trace.steps) {
      for (const { ns } of state.snapshot.procs) seen.add(ns[kind]);
      if (kind === 'net') for (const { net } of state.snapshot.nets ?? []) seen.add(net);
      if (kind === 'pid' || kind === 'time')
        for (const { children } of state.snapshot.procs) if (children?.[kind]) seen.add(children[kind]);
    }
    [...seen].forEach((inode, i) => order.set(inode, i));
  }
  return (inode) => {
    const i = order.get(inode) ?? 0;
    return {
      letter: i < 26 ? String.fromCharCode(65 + i) : String(i),
      owner: i === 0 ? 'host' : OTHERS[(i - 1) % OTHERS.length]!,
    };
  };
}
