/** Why: a running guest changes its host: what is sent, what is written meanwhile, and how long nobody runs it. */
import { lazy } from 'react';
import type { Trace } from '../../lib/trace';
import { factsOf } from '../../models/live-migration/facts';
import { runMigration } from '../../models/live-migration/run';
import { KNOBS, KNOB_NAMES, mendKnob, setupOf } from '../../models/live-migration/setup';
import { METHODS, RECORDED, type MigrationState } from '../../models/live-migration/types';
import { defineFigure, type Control, type ScenarioValues } from '../contract';
import { RoundsPanel } from './RoundsPanel';
import { runRecorded } from './run-recorded';
import { SettingsPanel } from './SettingsPanel';
import { View } from './view';

const controls: readonly Control[] = [
  {
    name: 'scene',
    label: 'control-scene',
    kind: 'select',
    options: [
      ...METHODS.map((value) => ({ value, label: { key: `scene-${value}` }, group: 'group-model' })),
      ...RECORDED.map((value) => ({ value, label: { key: `scene-${value}` }, group: 'group-recorded' })),
    ],
  },
  ...KNOB_NAMES.map((name): Control => ({
    name,
    label: `control-${name}`,
    kind: 'free',
    options: KNOBS[name].map((n) => ({ value: String(n), label: { key: `option-${name}`, values: { n } } })),
    mend: (value) => mendKnob(name, value),
  })),
];

const usual = { memory: '16', writes: '400', hot: '8', link: '10', limit: '300' } as const;
const busy = { ...usual, writes: '1500', hot: '2' } as const;

/** `web` converges; `busy` writes faster than the link is; `small-set` does, too, but always to the same few pages. */
const scenarios: Readonly<Record<string, ScenarioValues>> = {
  web: { scene: 'pre-copy', ...usual },
  idle: { scene: 'pre-copy', ...usual, writes: '10' },
  busy: { scene: 'pre-copy', ...busy },
  'small-set': { scene: 'pre-copy', ...busy, hot: '64' },
  'busy-throttled': { scene: 'auto-converge', ...busy },
  'busy-post-copy': { scene: 'post-copy', ...busy },
  'stop-copy': { scene: 'stop-copy', ...usual },
  ...Object.fromEntries(RECORDED.map((scene) => [scene, { scene, ...usual }])),
};

/** @throws Error when the scene is unknown: the player has mended URLs before */
function run(values: ScenarioValues): Trace<MigrationState> {
  const { scene } = values;
  const method = METHODS.find((id) => id === scene);
  if (method) return runMigration(method, setupOf(values));
  const recorded = RECORDED.find((id) => id === scene);
  if (recorded) return runRecorded(recorded);
  throw new Error(`found no scene "${scene}"; expected ${[...METHODS, ...RECORDED].join(', ')}`);
}

export const figure = defineFigure<MigrationState>({
  id: 'live-migration',
  title: 'title',
  intro: ['intro-look', 'intro-try'],
  controls,
  scenarios,
  run,
  View,
  panels: [
    { id: 'settings', title: 'panel-settings', side: 'right', View: SettingsPanel },
    { id: 'rounds', title: 'panel-rounds', side: 'right', View: RoundsPanel },
  ],
  Overview: lazy(async () => ({ default: (await import('./Overview')).Overview })),
  facts: factsOf,
});
