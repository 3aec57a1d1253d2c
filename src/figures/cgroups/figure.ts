/** Why: the control-groups figure as the site knows it: scenes, the learner's edits, picture, panels and words. */
import { lazy } from 'react';
import { mendEdits } from '../../models/cgroups/edits';
import { factsOf } from '../../models/cgroups/facts';
import { runCgroups, type CgroupsScenario, type CgroupsState } from '../../models/cgroups/run';
import { SCENES, type SceneId } from '../../models/cgroups/scenes';
import { defineFigure, type Control, type ScenarioValues } from '../contract';
import { ChangePanel } from './ChangePanel';
import { RecordedPanel } from './RecordedPanel';
import { needsOthers, otherRecordings } from './recordings';
import { View } from './view';

const GROUP: Readonly<Record<SceneId, string>> = {
  weight: 'family-cpu',
  quota: 'family-cpu',
  freeze: 'family-cpu',
  memory: 'family-memory',
  high: 'family-memory',
  pids: 'family-other',
  io: 'family-other',
};

/** Ready edits: a process moved out of its limit, a move and a write that the kernel refuses, a limit raised. */
const READY = [
  '',
  'python_in_web',
  'python_in_batch,root_quota_50',
  'batch_memory_512,train_pids_64',
] as const;
const READY_NAME: Readonly<Record<(typeof READY)[number], string>> = {
  '': 'edits-none',
  python_in_web: 'edits-moved',
  'python_in_batch,root_quota_50': 'edits-refused',
  'batch_memory_512,train_pids_64': 'edits-raised',
};

const controls: readonly Control[] = [
  {
    name: 'scene',
    label: 'control-scene',
    kind: 'select',
    options: SCENES.map((value) => ({ value, label: { key: `scene-${value}` }, group: GROUP[value] })),
  },
  {
    name: 'edits',
    label: 'control-edits',
    kind: 'free',
    options: READY.map((value) => ({ value, label: { key: READY_NAME[value] } })),
    mend: mendEdits,
  },
];

/** Each scene by its name; `refused` is a move and a write that the kernel does not take. */
const scenarios: Readonly<Record<string, ScenarioValues>> = {
  ...Object.fromEntries(SCENES.map((scene) => [scene, { scene, edits: '' }])),
  refused: { scene: 'quota', edits: 'python_in_batch,root_quota_50' },
};

export const figure = defineFigure<CgroupsState>({
  id: 'cgroups',
  title: 'title',
  intro: ['intro-look', 'intro-try'],
  controls,
  scenarios,
  later: { part: otherRecordings, needs: (asked) => needsOthers(asked['scene']) },
  run: (values) => runCgroups(values as unknown as CgroupsScenario),
  View,
  panels: [
    { id: 'change', title: 'panel-change', side: 'left', View: ChangePanel },
    { id: 'recorded', title: 'panel-recorded', side: 'right', View: RecordedPanel },
  ],
  Overview: lazy(async () => ({ default: (await import('./Overview')).Overview })),
  facts: factsOf,
});
