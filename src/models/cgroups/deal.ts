/** Why: CPU time and disk bandwidth run down the same tree: a group shares among what is in it, and never more than its own limit. */
import { share } from './share';
import { childrenOf } from './tree';
import { PROCESSES, type GroupId, type ProcessId, type ProcessState } from './types';

export interface Rules {
  /** What a process would take now; 0 when it is idle, dead or frozen. */
  readonly demand: (process: ProcessId) => number;
  readonly weightOfProcess: (process: ProcessId) => number;
  readonly weightOfGroup: (group: GroupId) => number;
  /** What a group may take at most now. */
  readonly cap: (group: GroupId) => number;
}

type Processes = Readonly<Record<ProcessId, Pick<ProcessState, 'group'>>>;

export const membersOf = (processes: Processes, group: GroupId): readonly ProcessId[] =>
  PROCESSES.filter((id) => processes[id].group === group);

/** What a group and all below it want, limits below it taken into account, its own not. */
export function wantedIn(processes: Processes, rules: Rules, group: GroupId): number {
  const below = childrenOf(group).map((child) =>
    Math.min(wantedIn(processes, rules, child), rules.cap(child)),
  );
  const own = membersOf(processes, group).map(rules.demand);
  return [...below, ...own].reduce((sum, part) => sum + part, 0);
}

/**
 * Deals `supply` out below `group`.
 * @returns what each process gets; those that get nothing are left out
 */
export function deal(
  processes: Processes,
  rules: Rules,
  group: GroupId,
  supply: number,
): ReadonlyMap<ProcessId, number> {
  const groups = childrenOf(group);
  const members = membersOf(processes, group);
  const parts = share(Math.min(supply, rules.cap(group)), [
    ...groups.map((child) => ({
      weight: rules.weightOfGroup(child),
      demand: Math.min(wantedIn(processes, rules, child), rules.cap(child)),
    })),
    ...members.map((process) => ({
      weight: rules.weightOfProcess(process),
      demand: rules.demand(process),
    })),
  ]);
  const dealt = new Map<ProcessId, number>();
  members.forEach((process, i) => dealt.set(process, parts[groups.length + i]!));
  groups.forEach((child, i) => {
    for (const [process, part] of deal(processes, rules, child, parts[i]!)) dealt.set(process, part);
  });
  return dealt;
}
