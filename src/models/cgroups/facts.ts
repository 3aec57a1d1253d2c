/** Why: what a question may check: how the second ended. */
import type { Trace } from '../../lib/trace';
import type { CgroupsState } from './run';
import { GROUPS } from './types';

export function factsOf(trace: Trace<CgroupsState>): Readonly<Record<string, number>> {
  const { period } = trace.steps.at(-1)!.state;
  return Object.fromEntries(
    GROUPS.flatMap((group) => {
      const { cpuMs, throttled, oomKill, forksRefused, writtenMib } = period.counters[group];
      return [
        [`${group}-cpu-ms`, Math.round(cpuMs)],
        [`${group}-nr-throttled`, throttled],
        [`${group}-oom-kill`, oomKill],
        [`${group}-forks-refused`, forksRefused],
        [`${group}-pids`, period.pids[group]],
        [`${group}-memory-mib`, Math.round(period.memory[group])],
        [`${group}-written-mib`, Math.round(writtenMib)],
      ];
    }),
  );
}
