/** Why: a packet through Xen's Domain 0, as recorded, and what becomes of it when many guests send at once. */
import { lazy } from 'react';
import type { Trace } from '../../lib/trace';
import { defineFigure, type Control, type ScenarioValues } from '../contract';
import { LinesPanel } from './LinesPanel';
import { load } from './load';
import { MeasurePanel } from './MeasurePanel';
import { PINGS } from './recordings';
import { runPing } from './run-ping';
import type { PathState } from './state';
import { View } from './view';

const SCENES = [...PINGS, 'load'] as const;

/** Ready loads by name: each is told by one verdict. */
const LOADS = {
  calm: '2,50,1,1024,split',
  'too-few-vcpus': '4,200,1,1024,split',
  'enough-vcpus': '4,200,2,1024,split',
  'too-little-memory': '4,100,2,384,split',
  'too-much-memory': '6,100,2,6144,split',
  passthrough: '4,200,1,512,passthrough',
} as const;

const controls: readonly Control[] = [
  {
    name: 'scene',
    label: 'control.scene',
    kind: 'segments',
    options: SCENES.map((value) => ({ value, label: { key: `scene.${value}` } })),
  },
  {
    name: 'load',
    label: 'control.load',
    kind: 'free',
    mend: (value) => load.here.spellChoice(load.here.readChoice(value)),
    options: Object.entries(LOADS).map(([name, value]) => ({ value, label: { key: `load-name.${name}` } })),
  },
];

const isPing = (scene: string | undefined) => PINGS.some((id) => id === scene);
const isReady = (value: string | undefined) => Object.values(LOADS).some((known) => known === value);

const scenarios: Readonly<Record<string, ScenarioValues>> = {
  ...Object.fromEntries(PINGS.map((scene) => [scene, { scene, load: LOADS['too-few-vcpus'] }])),
  ...Object.fromEntries(Object.entries(LOADS).map(([name, load]) => [name, { scene: 'load', load }])),
};

export function run(values: ScenarioValues): Trace<PathState> {
  const ping = PINGS.find((id) => id === values['scene']);
  if (ping) return runPing(ping);
  const { readChoice, runLoadStory } = load.here;
  return runLoadStory(readChoice(values['load'] ?? ''));
}

/**
 * Of the whole trace. Recorded scenes have references and ports, and count hypercalls and grant operations; the load
 * has what was delivered and dropped. What a scene has not is 0.
 */
function facts(trace: Trace<PathState>): Readonly<Record<string, string | number | boolean>> {
  const { state } = trace.steps.at(-1)!;
  const none = {
    'grant-ref': 0,
    'port-domu': 0,
    'port-dom0': 0,
    hypercalls: 0,
    upcalls: 0,
    switches: 0,
    copies: 0,
    maps: 0,
    unmaps: 0,
    'copied-bytes': 0,
    delivered: 0,
    dropped: 0,
    notifications: 0,
    'busy-percent': 0,
    'packets-per-second': 0,
    'guests-started': 0,
    verdict: '',
    remedy: '',
  };
  switch (state.kind) {
    case 'ping':
      return {
        ...none,
        ...state.totals,
        'grant-ref': state.links.tx.guestRef,
        'port-domu': state.links.tx.guestPort,
        'port-dom0': state.links.tx.dom0Port,
        'copied-bytes': state.links.copied,
        delivered: 1,
        'guests-started': 1,
      };
    case 'load': {
      const sum = (name: 'deliveredHere' | 'droppedHere' | 'notifiedHere') =>
        state.windows.reduce((all, window) => all + window[name], 0);
      return {
        ...none,
        delivered: sum('deliveredHere'),
        dropped: sum('droppedHere'),
        notifications: sum('notifiedHere'),
        'busy-percent': Math.round(state.windows.at(-1)!.busy * 100),
        'packets-per-second': Math.round(load.here.throughputOf(state.windows)),
        'guests-started': state.started,
        verdict: state.verdict,
        remedy: state.remedy,
      };
    }
  }
}

export const figure = defineFigure<PathState>({
  id: 'dom0-path',
  title: 'title',
  intro: ['intro.look', 'intro.try'],
  controls,
  scenarios,
  later: { part: load, needs: (asked) => !isPing(asked['scene']) || !isReady(asked['load']) },
  run,
  View,
  panels: [
    { id: 'lines', title: 'panel.lines', side: 'right', View: LinesPanel },
    { id: 'measure', title: 'panel.measure', side: 'right', View: MeasurePanel },
  ],
  Overview: lazy(async () => ({ default: (await import('./Overview')).Overview })),
  facts,
});
