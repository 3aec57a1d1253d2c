/** Why: which sentence a period says, and which group it is about. Keys and values only; the figure has the words. */
import type { Message } from '../../lib/message';
import type { Refusal } from './edits';
import { FROZEN_PERIODS, isFrozen } from './loads';
import type { SceneId } from './scenes';
import { childrenOf } from './tree';
import {
  CPUS,
  GROUPS,
  PERIOD_MS,
  PROCESSES,
  TICK_MS,
  type GroupId,
  type Happening,
  type Period,
  type ProcessId,
  type Setup,
} from './types';

export const groupName = (id: GroupId): Message => ({ key: `group-${id}` });

/** CPU time that a group had in a period, ms. */
export const msOf = (period: Period, group: GroupId): number =>
  Math.round(period.cpu[group].reduce((sum, part) => sum + part, 0));

/** What a group wrote in a period, MiB/s. */
export const rateOf = (period: Period, group: GroupId): number =>
  Math.round((period.written[group] * 1000) / PERIOD_MS);

/** The most telling of what happened: what ends or refuses something before what slows it. */
const TELLING: readonly Happening['kind'][] = [
  'oom-kill',
  'fork-refused',
  'slowed',
  'throttled',
  'io-waits',
  'reclaimed',
];

/** What a period's caption is about; groups that met the same kind of limit are told in turn, the deepest first. */
export function tellingOf(period: Period): Happening | undefined {
  for (const kind of TELLING) {
    const found = period.happenings
      .filter((happening) => happening.kind === kind)
      .toSorted((a, b) => GROUPS.indexOf(b.group) - GROUPS.indexOf(a.group));
    if (found.length > 0) return found[(period.number - 1) % found.length];
  }
  return undefined;
}

/** A process whose shift begins with this period, or ended with the one before. */
export function shiftOf(
  setup: Setup,
  number: number,
): { readonly kind: 'wakes' | 'rests'; readonly id: ProcessId } | undefined {
  for (const id of PROCESSES) {
    const shift = setup.shifts[id];
    if (!shift || setup.processes[id].load === 'idle') continue;
    if (shift.from === number && number > 1) return { kind: 'wakes', id };
    if (shift.to === number - 1) return { kind: 'rests', id };
  }
  return undefined;
}

const frozenIn = (setup: Setup, number: number) => GROUPS.find((group) => isFrozen(setup, group, number));

/** The group that a period is about, if any. */
export function subjectOf(setup: Setup, period: Period): GroupId | undefined {
  const shift = shiftOf(setup, period.number);
  const frozen = frozenIn(setup, period.number);
  return tellingOf(period)?.group ?? (shift && setup.processes[shift.id].group) ?? frozen;
}

/** @param past the periods before this one */
export function captionOf(
  scene: SceneId,
  setup: Setup,
  period: Period,
  past: readonly Period[],
  refused: readonly Refusal[],
): Message {
  const last = refused.at(-1);
  if (period.number === 0)
    return { key: last ? `cap-refused-${last.errno.toLowerCase()}` : `cap-start-${scene}` };
  const telling = tellingOf(period);
  const shift = shiftOf(setup, period.number);
  const gentle = !telling || telling.kind === 'throttled' || telling.kind === 'io-waits';
  if (shift && gentle && scene === 'io')
    return { key: `cap-io-${shift.kind}`, values: { ...ratesOf(period), process: shift.id } };
  if (shift && gentle) {
    const group = groupName(setup.processes[shift.id].group);
    return { key: `cap-${shift.kind}`, values: { ...sharesOf(period), process: shift.id, group } };
  }
  return telling ? happened(telling, period, past) : quiet(scene, setup, period);
}

const sharesOf = (period: Period) => ({
  number: period.number,
  web: msOf(period, 'web'),
  batch: msOf(period, 'batch'),
  train: msOf(period, 'train'),
  report: msOf(period, 'report'),
  idle: CPUS * PERIOD_MS - msOf(period, 'root'),
});

const ratesOf = (period: Period) => ({
  number: period.number,
  web: rateOf(period, 'web'),
  batch: rateOf(period, 'batch'),
});

function happened(telling: Happening, period: Period, past: readonly Period[]): Message {
  const before = past.some(({ happenings }) =>
    happenings.some(({ kind, group }) => kind === telling.kind && group === telling.group),
  );
  const key = `cap-${telling.kind}${before && telling.kind !== 'oom-kill' ? '-again' : ''}`;
  const { group } = telling;
  const counters = period.counters[group];
  const where = { number: period.number, group: groupName(group) };
  const memory = Math.round(period.memory[group]);
  switch (telling.kind) {
    case 'throttled': {
      const values = { used: msOf(period, group), from: (telling.tick + 1) * TICK_MS };
      const { throttled, periods } = counters;
      const above = childrenOf(group).length > 0;
      return {
        key: above ? 'cap-throttled-above' : key,
        values: { ...where, ...values, throttled, periods },
      };
    }
    case 'oom-kill':
      return { key, values: { ...where, process: telling.process, mib: Math.round(telling.mib) } };
    case 'fork-refused':
      return { key, values: { ...where, pids: period.pids[group], refused: counters.forksRefused } };
    case 'reclaimed':
      return { key, values: { ...where, mib: memory } };
    case 'slowed':
      return { key, values: { ...where, process: telling.process, mib: memory } };
    case 'io-waits':
      return { key, values: { ...where, mib: rateOf(period, group) } };
  }
}

/** Nothing was limited: what the scene is about. */
function quiet(scene: SceneId, setup: Setup, period: Period): Message {
  const { number } = period;
  const frozen = frozenIn(setup, number);
  if (frozen) {
    const key = number === FROZEN_PERIODS.from ? 'cap-freezes' : 'cap-frozen';
    const values = { number, group: groupName(frozen), web: msOf(period, 'web') };
    return { key, values: { ...values, mib: Math.round(period.memory[frozen]) } };
  }
  const was = number === FROZEN_PERIODS.to + 1 ? frozenIn(setup, FROZEN_PERIODS.to) : undefined;
  if (was)
    return {
      key: 'cap-thaws',
      values: { ...sharesOf(period), group: groupName(was), own: msOf(period, was) },
    };
  switch (scene) {
    case 'memory':
    case 'high': {
      const { batch, root } = period.memory;
      const gone = PROCESSES.find((id) => !period.processes[id].alive);
      if (gone) return { key: 'cap-gone', values: { number, process: gone, mib: Math.round(batch) } };
      return { key: 'cap-memory', values: { number, mib: Math.round(batch), all: Math.round(root) } };
    }
    case 'pids':
      return { key: 'cap-pids', values: { number, train: period.pids.train, all: period.pids.root } };
    case 'io':
      return { key: 'cap-io', values: ratesOf(period) };
    case 'weight':
    case 'quota':
    case 'freeze':
      return { key: 'cap-shares', values: sharesOf(period) };
  }
}
