/** Why: what a process would take in a step if nothing held it, and whether it may run at all in a period. */
import { upwards } from './tree';
import {
  CPUS,
  TICK_MS,
  type GroupId,
  type Load,
  type ProcessId,
  type ProcessState,
  type Setup,
} from './types';

/** `cgroup.freeze` is written 1 before the first of these periods, and 0 after the last. */
export const FROZEN_PERIODS = { from: 4, to: 7 } as const;
/** MiB that a hungry process takes or reads in a step. */
export const TAKES_MIB = 4;

/** CPU time that a process wants in a step, ms. */
export function hunger(load: Load, count: number): number {
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

/** Threads that share a group's time by weight: each has the same, as each task of the kernel has. */
export const threadsOf = ({ load, count }: ProcessState): number => (load === 'cpu' ? CPUS : count);

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
