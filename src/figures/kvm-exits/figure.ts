/** Why: a recording of real KVM, exit by exit: what stops a guest, who handles it, and what nested paging spares. */
import { lazy } from 'react';
import type { Trace } from '../../lib/trace';
import { defineFigure, type Control, type ScenarioValues } from '../contract';
import { ExitsPanel } from './ExitsPanel';
import { PAGINGS, SCENES, type SceneId } from './recordings';
import { run } from './run';
import type { ExitState } from './state';
import { TracePanel } from './TracePanel';
import { View } from './view';

const GROUP: Readonly<Record<SceneId, string>> = {
  cpuid: 'group.instructions',
  'port-io': 'group.instructions',
  mmio: 'group.instructions',
  msr: 'group.instructions',
  hypercall: 'group.instructions',
  'first-touch': 'group.memory',
  'second-touch': 'group.memory',
  cr3: 'group.memory',
  'page-table': 'group.memory',
  syscalls: 'group.running',
  hlt: 'group.running',
};

const controls: readonly Control[] = [
  {
    name: 'scene',
    label: 'control.scene',
    kind: 'select',
    options: SCENES.map((value) => ({ value, label: { key: `scene.${value}` }, group: GROUP[value] })),
  },
  {
    name: 'paging',
    label: 'control.paging',
    kind: 'segments',
    options: PAGINGS.map((value) => ({ value, label: { key: `paging.${value}` } })),
  },
];

/** Each scene by its name, with nested paging; `cr3-shadow` and `page-table-shadow` are what shadow paging is told by. */
const scenarios: Readonly<Record<string, ScenarioValues>> = {
  ...Object.fromEntries(SCENES.map((scene) => [scene, { scene, paging: 'nested' }])),
  'cr3-shadow': { scene: 'cr3', paging: 'shadow' },
  'page-table-shadow': { scene: 'page-table', paging: 'shadow' },
};

/** Of the whole scene: `exits`, `otherExits`, `light`, `heavy`, `nestedExits`, `shadowExits`, `exits.<reason>`. */
function facts(trace: Trace<ExitState>): Readonly<Record<string, string | number | boolean>> {
  const { totals, paging, scene } = trace.steps[0]!.state;
  const here = totals[paging];
  return {
    scene,
    paging,
    exits: here.exits,
    otherExits: totals[paging === 'nested' ? 'shadow' : 'nested'].exits,
    light: here.light,
    heavy: here.heavy,
    nestedExits: totals.nested.exits,
    shadowExits: totals.shadow.exits,
    handledInKernel: here.exits > 0 && here.heavy === 0,
    ...Object.fromEntries(Object.entries(here.reasons).map(([reason, count]) => [`exits.${reason}`, count])),
  };
}

export const figure = defineFigure<ExitState>({
  id: 'kvm-exits',
  title: 'title',
  intro: ['intro.look', 'intro.try'],
  controls,
  scenarios,
  run,
  View,
  panels: [
    { id: 'trace', title: 'panel.trace', side: 'left', View: TracePanel },
    { id: 'exits', title: 'panel.exits', side: 'right', View: ExitsPanel },
  ],
  Overview: lazy(async () => ({ default: (await import('./Overview')).Overview })),
  facts,
});
