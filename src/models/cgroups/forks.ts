/** Why: fork() is refused where a group, or one above it, already holds as many processes as its `pids.max` allows. */
import { pidsOf, type Book } from './memory';
import { upwards } from './tree';
import { MAX, type Happening, type ProcessId, type Setup } from './types';

/**
 * A process and each of its children forks once, as far as there is room. The kernel's own bound (`pid_max`) is not
 * met: in ten periods even four processes stay far below it.
 */
export function forkChildren(
  setup: Setup,
  book: Book,
  id: ProcessId,
  tick: number,
  say: (happening: Happening) => void,
): void {
  const process = book.processes[id];
  const rooms = upwards(process.group).map((group) => {
    const { pids } = setup.knobs[group];
    return { group, free: pids === MAX ? Infinity : pids - pidsOf(book.processes, group) };
  });
  const { group, free } = rooms.reduce((a, b) => (b.free < a.free ? b : a));
  const born = Math.max(0, Math.min(process.count, free));
  const refused = process.count - born;
  book.processes[id] = { ...process, count: process.count + born };
  if (refused === 0) return;
  const counters = book.counters[group];
  book.counters[group] = { ...counters, forksRefused: counters.forksRefused + refused };
  say({ kind: 'fork-refused', group, tick });
}
