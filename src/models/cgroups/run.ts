/**
 * Why: one second of a machine with control groups, told period by period.
 * Sources: Documentation/admin-guide/cgroup-v2.rst and Documentation/scheduler/sched-bwc.rst of Linux, cgroups(7).
 */
import type { Step, Trace } from '../../lib/trace';
import { captionOf, subjectOf } from './captions';
import { applyEdits, readEdits, type Refusal } from './edits';
import { endOf, firstPeriod, nextPeriod } from './machine';
import { predictionOf } from './predictions';
import { PROVENANCE } from './provenance';
import { SETUP, type SceneId } from './scenes';
import type { Period, Setup } from './types';

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

/** @param scenario unreadable edits are left out */
export function runCgroups(scenario: CgroupsScenario): Trace<CgroupsState> {
  const { scene } = scenario;
  const { setup, refused } = applyEdits(SETUP[scene], readEdits(scenario.edits));
  const periods = [firstPeriod(setup)];
  for (let i = 0; i < PERIODS; i++) periods.push(nextPeriod(setup, periods.at(-1)!));
  const steps = periods.map((period, i): Step<CgroupsState> => {
    const ask = i > 0 ? predictionOf(scene, setup, periods, i) : undefined;
    const subject = subjectOf(setup, period);
    return {
      id: i === 0 ? 'start' : `period-${i}`,
      at: endOf(period),
      unit: 'us',
      state: { scene, setup, refused, period, past: periods.slice(0, i + 1) },
      caption: captionOf(scene, setup, period, periods.slice(0, i), refused),
      focus: subject ? [`group-${subject}`] : [],
      ...(ask && { ask }),
    };
  });
  return { source: 'model', provenance: PROVENANCE, steps };
}
