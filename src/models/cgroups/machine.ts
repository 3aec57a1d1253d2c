/**
 * Why: the machine at work, one period of 100 ms in ten steps of 10 ms. CPU time is shared as a fluid by weight down
 * the tree and stops at `cpu.max`; memory is charged to a group and all above it, file pages are dropped at a limit,
 * and where that is not enough the OOM killer ends the largest process of the group; forks beyond `pids.max` fail.
 *
 * Left out: the slices of 5 ms in which each CPU draws quota; placement on CPUs; swap; kernel memory; the penalty
 * curve of `memory.high` (here an eighth of the speed); `io.weight`, IOPS limits and the writeback of dirty pages;
 * `cgroup.freeze` takes effect at once; every process forks at the start of a period or not at all.
 */
import { deal, wantedIn, type Rules } from './deal';
import { forkChildren } from './forks';
import { hunger, isFrozen, TAKES_MIB, threadsOf, works } from './loads';
import { charge, memoryOf, pidsOf, type Book } from './memory';
import { forGroups, isWithin, upwards } from './tree';
import {
  CPUS,
  DISK_MIB_S,
  GROUPS,
  MAX,
  PERIOD_MS,
  PROCESSES,
  TICKS,
  TICK_MS,
  type Counters,
  type GroupId,
  type Happening,
  type Limit,
  type Period,
  type ProcessId,
  type ProcessState,
  type Setup,
} from './types';

const asNumber = (limit: Limit) => (limit === MAX ? Infinity : limit);
const DISK_MIB_TICK = (DISK_MIB_S * TICK_MS) / 1000;
const NOTHING = 1e-9;

const NO_COUNTERS: Counters = {
  cpuMs: 0,
  periods: 0,
  throttled: 0,
  high: 0,
  max: 0,
  oomKill: 0,
  forksRefused: 0,
  writtenMib: 0,
};

/** The machine before anything has run. */
export function firstPeriod(setup: Setup): Period {
  const processes = Object.fromEntries(
    PROCESSES.map((id) => [id, { ...setup.processes[id], count: 1, anon: 8, cache: 0, alive: true }]),
  ) as Record<ProcessId, ProcessState>;
  return {
    number: 0,
    cpu: forGroups(() => []),
    stopped: forGroups(() => []),
    memory: forGroups((group) => memoryOf(processes, group)),
    written: forGroups(() => 0),
    pids: forGroups((group) => pidsOf(processes, group)),
    counters: forGroups(() => NO_COUNTERS),
    processes,
    happenings: [],
  };
}

/** What one period adds up, step by step. */
interface Work {
  readonly setup: Setup;
  readonly number: number;
  readonly book: Book;
  /** Quota that is left, ms. */
  readonly left: Record<GroupId, number>;
  readonly cpu: Readonly<Record<GroupId, number[]>>;
  readonly stopped: Readonly<Record<GroupId, boolean[]>>;
  readonly written: Record<GroupId, number>;
  /** Groups in which anything wanted to run. */
  readonly active: Set<GroupId>;
}

type Say = (happening: Happening) => void;

const runs = ({ setup, number, book }: Work, id: ProcessId) =>
  book.processes[id].alive && works(setup, id, number) && !isFrozen(setup, book.processes[id].group, number);

/** Deals out one step of CPU time. @returns what each process wanted and got, ms */
function dealCpu(work: Work, tick: number, say: Say): ReadonlyMap<ProcessId, readonly [number, number]> {
  const { setup, book, left, cpu, stopped, active } = work;
  const { processes } = book;
  const rules: Rules = {
    demand: (id) => (runs(work, id) ? hunger(processes[id].load, processes[id].count) : 0),
    weightOfProcess: (id) => 100 * threadsOf(processes[id]),
    weightOfGroup: (group) => setup.knobs[group].weight,
    cap: (group) => left[group],
  };
  const got = deal(processes, rules, 'root', CPUS * TICK_MS);
  for (const group of GROUPS) {
    const wants = wantedIn(processes, rules, group);
    const used = [...got].reduce((sum, [id, ms]) => sum + (isWithin(processes[id].group, group) ? ms : 0), 0);
    if (wants > 0) active.add(group);
    cpu[group].push(used);
    left[group] -= used;
    const dry = wants > used + 1e-6 && left[group] <= 1e-6;
    stopped[group].push(dry);
    if (dry) say({ kind: 'throttled', group, tick });
  }
  return new Map(PROCESSES.map((id) => [id, [rules.demand(id), got.get(id) ?? 0]]));
}

/** Deals out one step of the disk, in equal parts; `io.weight` is left out. */
function dealDisk(work: Work, tick: number, say: Say): void {
  const { setup, book, written } = work;
  const rules: Rules = {
    demand: (id) => (runs(work, id) && book.processes[id].load === 'disk' ? DISK_MIB_TICK : 0),
    weightOfProcess: () => 100,
    weightOfGroup: () => 100,
    cap: (group) => (asNumber(setup.knobs[group].io) * TICK_MS) / 1000,
  };
  const wrote = { ...forGroups(() => 0) } as Record<GroupId, number>;
  for (const [id, mib] of deal(book.processes, rules, 'root', DISK_MIB_TICK))
    for (const group of upwards(book.processes[id].group)) wrote[group] += mib;
  for (const group of GROUPS) {
    written[group] += wrote[group];
    const cap = rules.cap(group);
    const waits = wantedIn(book.processes, rules, group) > cap + NOTHING && wrote[group] >= cap - NOTHING;
    if (waits) say({ kind: 'io-waits', group, tick });
  }
}

/** The period after `before`. */
export function nextPeriod(setup: Setup, before: Period): Period {
  const number = before.number + 1;
  const book: Book = {
    processes: { ...before.processes },
    counters: { ...before.counters },
    happenings: [],
    said: new Set(),
  };
  const work: Work = {
    setup,
    number,
    book,
    left: { ...forGroups((group) => asNumber(setup.knobs[group].quota)) },
    cpu: forGroups((): number[] => []),
    stopped: forGroups((): boolean[] => []),
    written: { ...forGroups(() => 0) },
    active: new Set<GroupId>(),
  };
  const say: Say = (happening) => {
    const key = `${happening.kind} ${happening.group}`;
    if (happening.kind !== 'oom-kill' && book.said.has(key)) return;
    book.said.add(key);
    book.happenings.push(happening);
  };
  for (let tick = 0; tick < TICKS; tick++) {
    const dealt = dealCpu(work, tick, say);
    dealDisk(work, tick, say);
    for (const [id, [wanted, got]] of dealt) {
      if (got === 0 || !book.processes[id].alive) continue;
      const { load } = book.processes[id];
      if (load === 'memory' || load === 'files')
        charge(setup, book, id, load === 'memory' ? 'anon' : 'cache', (TAKES_MIB * got) / wanted, tick, say);
      if (load === 'fork' && tick === 0) forkChildren(setup, book, id, tick, say);
    }
  }
  return closed(work);
}

/** The period as it ended. */
function closed({ setup, number, book, cpu, stopped, written, active }: Work): Period {
  const counters = forGroups((group): Counters => {
    const now = book.counters[group];
    const limited = setup.knobs[group].quota !== MAX;
    return {
      ...now,
      cpuMs: now.cpuMs + cpu[group].reduce((sum, ms) => sum + ms, 0),
      periods: now.periods + (limited && active.has(group) ? 1 : 0),
      throttled: now.throttled + (stopped[group].some(Boolean) && limited ? 1 : 0),
      writtenMib: now.writtenMib + written[group],
    };
  });
  return {
    number,
    cpu,
    stopped,
    memory: forGroups((group) => memoryOf(book.processes, group)),
    written,
    pids: forGroups((group) => pidsOf(book.processes, group)),
    counters,
    processes: book.processes,
    happenings: book.happenings,
  };
}

/** Time at the end of a period, µs. */
export const endOf = (period: Period): number => period.number * PERIOD_MS * 1000;
