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
  type Load,
  type Period,
  type ProcessId,
  type ProcessState,
  type Setup,
} from './types';

/** `cgroup.freeze` is written 1 before the first of these periods, and 0 after the last. */
export const FROZEN_PERIODS = { from: 4, to: 7 } as const;
/** MiB that a hungry process takes or reads in a step. */
export const TAKES_MIB = 4;

const asNumber = (limit: Limit) => (limit === MAX ? Infinity : limit);

/** CPU time that a process wants in a step, ms. */
function hunger(load: Load, count: number): number {
  switch (load) {
    case 'idle':
      return 0;
    case 'cpu':
      return CPUS * TICK_MS;
    case 'fork':
      return Math.min(count, CPUS) * TICK_MS;
    case 'memory':
    case 'files':
      return 2;
    case 'disk':
      return 1;
  }
}

const threadsOf = ({ load, count }: ProcessState) => (load === 'cpu' ? CPUS : count);

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

/** Whether a process has work in a period. */
export const works = (setup: Setup, id: ProcessId, number: number): boolean => {
  const shift = setup.shifts[id];
  return shift === undefined || (number >= shift.from && number <= shift.to);
};

/** Whether a group is frozen in a period, by its own file or one above it. */
export const isFrozen = (setup: Setup, group: GroupId, number: number): boolean =>
  number >= FROZEN_PERIODS.from &&
  number <= FROZEN_PERIODS.to &&
  upwards(group).some((above) => setup.knobs[above].freeze === 1);

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

/** The period after `before`. */
export function nextPeriod(setup: Setup, before: Period): Period {
  const number = before.number + 1;
  const frozen = (group: GroupId) => isFrozen(setup, group, number);
  const book: Book = {
    processes: { ...before.processes },
    counters: { ...before.counters },
    happenings: [],
    said: new Set(),
  };
  const left = { ...forGroups((group) => asNumber(setup.knobs[group].quota)) } as Record<GroupId, number>;
  const cpu = forGroups((): number[] => []);
  const stopped = forGroups((): boolean[] => []);
  const written = { ...forGroups(() => 0) } as Record<GroupId, number>;
  const active = new Set<GroupId>();

  for (let tick = 0; tick < TICKS; tick++) {
    const say = (happening: Happening) => {
      const key = `${happening.kind} ${happening.group}`;
      if (happening.kind !== 'oom-kill' && book.said.has(key)) return;
      book.said.add(key);
      book.happenings.push(happening);
    };
    const runs = (id: ProcessId) =>
      book.processes[id].alive && works(setup, id, number) && !frozen(book.processes[id].group);
    const rules: Rules = {
      demand: (id) => (runs(id) ? hunger(book.processes[id].load, book.processes[id].count) : 0),
      weightOfProcess: (id) => 100 * threadsOf(book.processes[id]),
      weightOfGroup: (group) => setup.knobs[group].weight,
      cap: (group) => left[group],
    };
    const got = deal(book.processes, rules, 'root', CPUS * TICK_MS);
    const ran = (group: GroupId) =>
      [...got].reduce((sum, [id, ms]) => sum + (isWithin(book.processes[id].group, group) ? ms : 0), 0);
    for (const group of GROUPS) {
      const wants = wantedIn(book.processes, rules, group);
      const used = ran(group);
      if (wants > 0) active.add(group);
      cpu[group].push(used);
      left[group] -= used;
      const dry = wants > used + 1e-6 && left[group] <= 1e-6;
      stopped[group].push(dry);
      if (dry) say({ kind: 'throttled', group, tick });
    }

    const disk: Rules = {
      demand: (id) => (runs(id) && book.processes[id].load === 'disk' ? (DISK_MIB_S * TICK_MS) / 1000 : 0),
      weightOfProcess: () => 100,
      weightOfGroup: () => 100,
      cap: (group) => (asNumber(setup.knobs[group].io) * TICK_MS) / 1000,
    };
    const wrote = { ...forGroups(() => 0) } as Record<GroupId, number>;
    for (const [id, mib] of deal(book.processes, disk, 'root', (DISK_MIB_S * TICK_MS) / 1000))
      for (const group of upwards(book.processes[id].group)) wrote[group] += mib;
    for (const group of GROUPS) {
      written[group] += wrote[group];
      if (
        wantedIn(book.processes, disk, group) > disk.cap(group) + 1e-9 &&
        wrote[group] >= disk.cap(group) - 1e-9
      )
        say({ kind: 'io-waits', group, tick });
    }

    for (const id of PROCESSES) {
      const { load, count, group } = book.processes[id];
      const wanted = rules.demand(id);
      const part = wanted > 0 ? (got.get(id) ?? 0) / wanted : 0;
      if (part === 0) continue;
      if (load === 'memory' || load === 'files')
        charge(setup, book, id, load === 'memory' ? 'anon' : 'cache', TAKES_MIB * part, tick, say);
      // Once a period: in ten of them even four processes stay far below the kernel's own bound (pid_max).
      if (load === 'fork' && tick === 0) {
        const room = upwards(group).map((above) => ({
          above,
          free: asNumber(setup.knobs[above].pids) - pidsOf(book.processes, above),
        }));
        const tightest = room.reduce((a, b) => (b.free < a.free ? b : a));
        const born = Math.max(0, Math.min(count, tightest.free));
        book.processes[id] = { ...book.processes[id], count: count + born };
        if (born < count) {
          const counters = book.counters[tightest.above];
          book.counters[tightest.above] = {
            ...counters,
            forksRefused: counters.forksRefused + count - born,
          };
          say({ kind: 'fork-refused', group: tightest.above, tick });
        }
      }
    }
  }

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
