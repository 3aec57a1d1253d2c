/**
 * Why: one second of a machine with control groups, told period by period.
 * Sources: Documentation/admin-guide/cgroup-v2.rst and Documentation/scheduler/sched-bwc.rst of Linux, cgroups(7).
 */
import type { Message } from '../../lib/message';
import type { Step, Trace } from '../../lib/trace';
import { applyEdits, readEdits, type Refusal } from './edits';
import { endOf, firstPeriod, nextPeriod } from './machine';
import { predictionOf } from './predictions';
import { PROVENANCE } from './provenance';
import { SETUP, type SceneId } from './scenes';
import type { GroupId, Happening, Period, Setup } from './types';

export interface CgroupsScenario {
  readonly scene: SceneId;
  /** The learner's own edits, as `edits.ts` spells them. */
  readonly edits: string;
}

export interface CgroupsState {
  readonly scene: SceneId;
  readonly setup: Setup;
  readonly refused: readonly Refusal[];
  /** The period that this step ends with. */
  readonly period: Period;
  /** All periods so far, the first (number 0) is the machine at rest. */
  readonly past: readonly Period[];
}

/** Periods of 100 ms that are told. */
export const PERIODS = 10;

/** The most telling of what happened: what ends or refuses something before what slows it. */
const TELLING: readonly Happening['kind'][] = [
  'oom-kill',
  'fork-refused',
  'slowed',
  'throttled',
  'io-waits',
  'reclaimed',
];

/** What a period's caption is about; a limit deep in the tree before one above it. */
export function tellingOf(period: Period): Happening | undefined {
  for (const kind of TELLING) {
    const found = period.happenings.filter((happening) => happening.kind === kind);
    if (found.length > 0) return found.at(-1);
  }
  return undefined;
}

const nodeOf = (group: GroupId) => `group-${group}`;

/** @param scenario unreadable edits are left out */
export function runCgroups(scenario: CgroupsScenario): Trace<CgroupsState> {
  const { setup, refused } = applyEdits(SETUP[scenario.scene], readEdits(scenario.edits));
  const periods = [firstPeriod(setup)];
  for (let i = 0; i < PERIODS; i++) periods.push(nextPeriod(setup, periods.at(-1)!));
  const steps = periods.map((period, i): Step<CgroupsState> => {
    const state = { scene: scenario.scene, setup, refused, period, past: periods.slice(0, i + 1) };
    const ask = i > 0 ? predictionOf(scenario.scene, setup, periods, i) : undefined;
    const telling = tellingOf(period);
    return {
      id: i === 0 ? 'start' : `period-${i}`,
      at: endOf(period),
      unit: 'us',
      state,
      caption: captionOf(scenario.scene, setup, period, refused),
      focus: telling ? [nodeOf(telling.group)] : [],
      ...(ask && { ask }),
    };
  });
  return { source: 'model', provenance: PROVENANCE, steps };
}

function captionOf(scene: SceneId, setup: Setup, period: Period, refused: readonly Refusal[]): Message {
  if (period.number === 0) return refused.length > 0 ? { key: 'cap-refused' } : { key: `cap-start-${scene}` };
  const values = { number: period.number };
  const telling = tellingOf(period);
  if (!telling) return quietCaption(scene, setup, period);
  const where = { ...values, group: { key: `group-${telling.group}` } };
  switch (telling.kind) {
    case 'throttled':
      return {
        key: 'cap-throttled',
        values: {
          ...where,
          used: Math.round(period.cpu[telling.group].reduce((sum, ms) => sum + ms, 0)),
          from: (telling.tick + 1) * 10,
          throttled: period.counters[telling.group].throttled,
          periods: period.counters[telling.group].periods,
        },
      };
    case 'oom-kill':
      return {
        key: 'cap-oom-kill',
        values: { ...where, process: telling.process, mib: Math.round(telling.mib) },
      };
    case 'fork-refused':
      return {
        key: 'cap-fork-refused',
        values: {
          ...where,
          pids: period.pids[telling.group],
          refused: period.counters[telling.group].forksRefused,
        },
      };
    case 'reclaimed':
      return { key: 'cap-reclaimed', values: { ...where, mib: Math.round(period.memory[telling.group]) } };
    case 'slowed':
      return {
        key: 'cap-slowed',
        values: { ...where, process: telling.process, mib: Math.round(period.memory[telling.group]) },
      };
    case 'io-waits':
      return {
        key: 'cap-io-waits',
        values: { ...where, mib: Math.round(period.written[telling.group] * 10) },
      };
  }
}

/** Nothing was limited: who got how much, or that a frozen group stands still. */
function quietCaption(scene: SceneId, setup: Setup, period: Period): Message {
  const ms = (group: GroupId) => Math.round(period.cpu[group].reduce((sum, part) => sum + part, 0));
  const values = {
    number: period.number,
    web: ms('web'),
    batch: ms('batch'),
    train: ms('train'),
    report: ms('report'),
  };
  const stillFrozen =
    scene === 'freeze' && setup.knobs.batch.freeze === 1 && ms('batch') === 0 ? 'cap-frozen' : undefined;
  return { key: stillFrozen ?? 'cap-shares', values };
}
