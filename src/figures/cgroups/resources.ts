/** Why: each scene is about one resource; that one has the meters, the numbers and the charts of the picture. */
import type { Message } from '../../lib/message';
import { msOf, rateOf } from '../../models/cgroups/captions';
import type { CgroupsState } from '../../models/cgroups/run';
import type { SceneId } from '../../models/cgroups/scenes';
import {
  CPUS,
  DISK_MIB_S,
  GROUPS,
  MAX,
  PERIOD_MS,
  type GroupId,
  type KnobName,
  type Limit,
  type Period,
} from '../../models/cgroups/types';

export type Resource = 'cpu' | 'memory' | 'pids' | 'io';

export const RESOURCE: Readonly<Record<SceneId, Resource>> = {
  weight: 'cpu',
  quota: 'cpu',
  memory: 'memory',
  high: 'memory',
  pids: 'pids',
  freeze: 'cpu',
  io: 'io',
};

/** The files that a scene is about, in the order in which the picture shows them. */
export const KNOBS_OF: Readonly<Record<Resource, readonly KnobName[]>> = {
  cpu: ['weight', 'quota', 'freeze'],
  memory: ['high', 'memory'],
  pids: ['pids'],
  io: ['io'],
};

/** What a group used in a period: ms of CPU time, MiB charged, processes, MiB/s written. */
export function usedOf(resource: Resource, period: Period, group: GroupId): number {
  switch (resource) {
    case 'cpu':
      return msOf(period, group);
    case 'memory':
      return Math.round(period.memory[group]);
    case 'pids':
      return period.pids[group];
    case 'io':
      return rateOf(period, group);
  }
}

/** The hard limit of a group on that resource, in the same unit. */
export function limitOf(resource: Resource, { setup }: CgroupsState, group: GroupId): Limit {
  const knobs = setup.knobs[group];
  switch (resource) {
    case 'cpu':
      return knobs.quota;
    case 'memory':
      return knobs.memory;
    case 'pids':
      return knobs.pids;
    case 'io':
      return knobs.io;
  }
}

/** The number beside a meter. */
export const usedText = (resource: Resource, n: number): Message => ({
  key: `used-${resource}`,
  values: { n },
});

/**
 * The full length of a meter and the full height of a chart, the same for all groups and steps.
 * @param states of all steps
 */
export function fullOf(resource: Resource, states: readonly CgroupsState[]): number {
  if (resource === 'cpu') return CPUS * PERIOD_MS;
  if (resource === 'io') return DISK_MIB_S;
  const limits = GROUPS.flatMap((group) => {
    const { high, memory, pids } = states[0]!.setup.knobs[group];
    return resource === 'memory' ? [high, memory] : [pids];
  }).filter((limit) => limit !== MAX);
  const used = states.map(({ period }) => usedOf(resource, period, 'root'));
  return Math.max(...limits, ...used) * 1.1;
}

/** The kernel's own count of trouble in a group, where its limit makes one; what a frozen group keeps; the unit of what is written. */
export function asideOf({ scene, setup, period }: CgroupsState, group: GroupId): Message | undefined {
  const counters = period.counters[group];
  const knobs = setup.knobs[group];
  switch (RESOURCE[scene]) {
    case 'cpu':
      if (scene === 'freeze') return { key: 'used-memory', values: { n: Math.round(period.memory[group]) } };
      return knobs.quota === MAX ? undefined : { key: 'aside-cpu', values: { n: counters.throttled } };
    case 'memory':
      return counters.oomKill === 0 || group === 'root'
        ? undefined
        : { key: 'aside-memory', values: { n: counters.oomKill } };
    case 'pids':
      return knobs.pids === MAX ? undefined : { key: 'aside-pids', values: { n: counters.forksRefused } };
    case 'io':
      return period.number > 0 ? { key: 'unit-io' } : undefined;
  }
}

/** Whether a limit of this group was met in a period. */
export const metIn = (period: Period, group: GroupId): boolean =>
  period.happenings.some((happening) => happening.group === group && happening.kind !== 'reclaimed');
