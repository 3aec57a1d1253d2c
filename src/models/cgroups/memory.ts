/** Why: a page is charged to its group and to all above it, and a limit anywhere on that way is met with reclaim, delay or the OOM killer. */
import { isWithin, upwards } from './tree';
import {
  MAX,
  PROCESSES,
  RAM_MIB,
  type Counters,
  type GroupId,
  type Happening,
  type Limit,
  type ProcessId,
  type ProcessState,
  type Setup,
} from './types';

/** Above `memory.high` a process gets on at this part of its speed. */
export const SLOWED = 1 / 8;

/** What changes while a period runs. */
export interface Book {
  readonly processes: Record<ProcessId, ProcessState>;
  readonly counters: Record<GroupId, Counters>;
  readonly happenings: Happening[];
  /** What was told in this period already. */
  readonly said: Set<string>;
}

type Processes = Readonly<Record<ProcessId, ProcessState>>;

const livingIn = (processes: Processes, group: GroupId) =>
  PROCESSES.filter((id) => processes[id].alive && isWithin(processes[id].group, group));

/** Charged to a group and all below it, MiB. */
export const memoryOf = (processes: Processes, group: GroupId): number =>
  livingIn(processes, group).reduce((sum, id) => sum + processes[id].anon + processes[id].cache, 0);

/** Processes in a group and all below it. */
export const pidsOf = (processes: Processes, group: GroupId): number =>
  livingIn(processes, group).reduce((sum, id) => sum + processes[id].count, 0);

const limitOf = (setup: Setup, group: GroupId): number => {
  const limit: Limit = group === 'root' ? RAM_MIB : setup.knobs[group].memory;
  return limit === MAX ? Infinity : limit;
};

/** `memory.events` of a group counts what happens below it, too. */
function add(book: Book, group: GroupId, counter: 'high' | 'max' | 'oomKill'): void {
  for (const above of upwards(group))
    book.counters[above] = { ...book.counters[above], [counter]: book.counters[above][counter] + 1 };
}

/** Drops up to `mib` of file pages in a group. @returns how much it was */
function reclaim(book: Book, group: GroupId, mib: number): number {
  let freed = 0;
  const byCache = [...livingIn(book.processes, group)].sort(
    (a, b) => book.processes[b].cache - book.processes[a].cache,
  );
  for (const id of byCache) {
    const drop = Math.min(book.processes[id].cache, mib - freed);
    book.processes[id] = { ...book.processes[id], cache: book.processes[id].cache - drop };
    freed += drop;
  }
  return freed;
}

/** Ends the process of a group that holds the most memory. */
function oomKill(book: Book, group: GroupId, tick: number, say: (happening: Happening) => void): ProcessId {
  const victim = livingIn(book.processes, group).reduce((a, b) =>
    book.processes[b].anon > book.processes[a].anon ? b : a,
  );
  const { anon, group: home } = book.processes[victim];
  book.processes[victim] = { ...book.processes[victim], alive: false, anon: 0, cache: 0, count: 0 };
  // Counted where the process lived, not where the limit is.
  add(book, home, 'oomKill');
  say({ kind: 'oom-kill', group, tick, process: victim, mib: anon });
  return victim;
}

/**
 * Charges memory that a process asks for.
 * @param mib at full speed; less of it comes about above `memory.high`
 */
export function charge(
  setup: Setup,
  book: Book,
  id: ProcessId,
  kind: 'anon' | 'cache',
  mib: number,
  tick: number,
  say: (happening: Happening) => void,
): void {
  const way = upwards(book.processes[id].group);
  let wanted = mib;
  for (const group of way) {
    const { high } = setup.knobs[group];
    const over = high === MAX ? 0 : memoryOf(book.processes, group) + wanted - high;
    if (over <= 0) continue;
    add(book, group, 'high');
    const freed = reclaim(book, group, over);
    if (freed > 0) say({ kind: 'reclaimed', group, tick, mib: freed });
    if (freed < over) {
      say({ kind: 'slowed', group, tick, process: id });
      wanted = Math.min(wanted, mib * SLOWED);
    }
  }
  for (const group of way) {
    const limit = limitOf(setup, group);
    while (book.processes[id].alive && memoryOf(book.processes, group) + wanted > limit + 1e-9) {
      const over = memoryOf(book.processes, group) + wanted - limit;
      add(book, group, 'max');
      const freed = reclaim(book, group, over);
      if (freed > 0) say({ kind: 'reclaimed', group, tick, mib: freed });
      if (freed < over - 1e-9) oomKill(book, group, tick, say);
    }
  }
  const process = book.processes[id];
  if (process.alive) book.processes[id] = { ...process, [kind]: process[kind] + wanted };
}
