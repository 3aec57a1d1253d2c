/** Why: what a namespace hides and what it does not: the kernel's one view of all processes, and each process's own. */
import { lazy } from 'react';
import type { Trace } from '../../lib/trace';
import { factsOf } from '../../models/namespaces/facts';
import { MODEL_SCENES, SCENES, type NamespacesState, type SceneId } from '../../models/namespaces/state';
import { defineFigure, type Control, type ScenarioValues } from '../contract';
import { CallsPanel } from './CallsPanel';
import { model } from './model';
import { READY } from './ready';
import { runRecorded } from './recording';
import { SeesPanel } from './SeesPanel';
import { FOLLOW, mendViewer } from './viewer';
import { View } from './view';

const GROUP: Readonly<Record<SceneId, string>> = {
  'pid-1': 'group.model',
  ports: 'group.model',
  'by-hand': 'group.recorded',
  user: 'group.model',
  nsenter: 'group.model',
  free: 'group.free',
};

const controls: readonly Control[] = [
  {
    name: 'scene',
    label: 'control.scene',
    kind: 'select',
    options: SCENES.map((value) => ({ value, label: { key: `scene.${value}` }, group: GROUP[value] })),
  },
  {
    name: 'calls',
    label: 'control.calls',
    kind: 'free',
    options: Object.entries(READY).map(([id, value]) => ({ value, label: { key: `ready.${id}` } })),
    mend: (value) => model.here.mendCalls(value),
  },
  {
    name: 'viewer',
    label: 'control.viewer',
    kind: 'free',
    options: [
      { value: FOLLOW, label: { key: 'viewer.follow' } },
      { value: 'p1', label: { key: 'viewer.one', values: { pid: '1' } } },
    ],
    mend: mendViewer,
  },
];

const scenarios: Readonly<Record<string, ScenarioValues>> = {
  ...Object.fromEntries(SCENES.map((scene) => [scene, { scene, calls: '', viewer: FOLLOW }])),
  rootless: { scene: 'free', calls: READY.rootless, viewer: FOLLOW },
  refused: { scene: 'free', calls: READY.refused, viewer: FOLLOW },
};

/** @throws Error when the scene is unknown: the player has mended URLs before */
function run(scenario: ScenarioValues): Trace<NamespacesState> {
  const scene = SCENES.find((id) => id === scenario['scene']);
  const told = MODEL_SCENES.find((id) => id === scene);
  if (told) return model.here.runScene(told);
  if (scene === 'by-hand') return runRecorded();
  if (scene === 'free') return model.here.runFree(scenario['calls'] ?? '');
  throw new Error(`found no scene "${scenario['scene']}"; expected ${SCENES.join(', ')}`);
}

export const figure = defineFigure<NamespacesState>({
  id: 'namespaces',
  title: 'title',
  intro: ['intro.look', 'intro.try'],
  controls,
  scenarios,
  later: { part: model, needs: ({ scene, calls }) => scene !== 'by-hand' || calls !== '' },
  run,
  View,
  panels: [
    { id: 'sees', title: 'panel.sees', side: 'right', View: SeesPanel },
    { id: 'calls', title: 'panel.calls', side: 'left', View: CallsPanel },
  ],
  Overview: lazy(async () => ({ default: (await import('./Overview')).Overview })),
  facts: factsOf,
});
