/** Why: one process has a number in every PID namespace that knows it, and a user id in every user namespace. */
import { chainIn, type Snapshot, type SnapshotProcess } from '../../models/namespaces/snapshot';
import type { Badge, BadgeOf } from './letters';

/** A number, and the namespace where it holds. */
export type Numbered = readonly [string, Badge];

/** Numbers and user ids of a process, the outermost namespace first. */
export function numbersOf(
  process: SnapshotProcess,
  snapshot: Snapshot,
  badgeOf: BadgeOf,
): { readonly pids: readonly Numbered[]; readonly uids: readonly Numbered[] } {
  const { uid, sees, ns } = process;
  const chain = chainIn(snapshot, ns.pid);
  const numbers = process.nspid.split(' ');
  const first = snapshot.procs[0]?.ns.user ?? ns.user;
  return {
    // Whoever started the outer ones may be gone; the innermost is always its own.
    pids: numbers.map(
      (number, i) => [number, badgeOf(chain[i + chain.length - numbers.length] ?? ns.pid)] as const,
    ),
    uids: [
      ...(uid === undefined ? [] : [[String(uid), badgeOf(first)] as const]),
      ...(sees === undefined || ns.user === first ? [] : [[String(sees.uid), badgeOf(ns.user)] as const]),
    ],
  };
}
