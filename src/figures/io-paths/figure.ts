/** Why: four roads of a packet out of a virtual machine: what each hop costs, and why a ring makes most hops needless. */
import { lazy } from 'react';
import { factsOf, runIo } from '../../models/io-paths/run';
import {
  PACES,
  ROADS,
  SCENES,
  type IoState,
  type Pace,
  type Road,
  type Scene,
} from '../../models/io-paths/types';
import { defineFigure, type Control, type ScenarioValues } from '../contract';
import { RecordedPanel } from './RecordedPanel';
import { RoadsPanel } from './RoadsPanel';
import { View } from './view';

const choice = (name: string, kind: 'segments' | 'select', values: readonly string[]): Control => ({
  name,
  label: `control.${name}`,
  kind,
  options: values.map((value) => ({ value, label: { key: `${name}.${value}` } })),
});

const controls: readonly Control[] = [
  choice('road', 'segments', ROADS),
  choice('scene', 'select', SCENES),
  choice('pace', 'select', PACES),
];

const scenario = (road: Road, scene: Scene, pace: Pace = 'guest-slower'): ScenarioValues => ({
  road,
  scene,
  pace,
});

/** The first is the one that opens. */
const scenarios: Readonly<Record<string, ScenarioValues>> = {
  'vhost-send': scenario('vhost', 'send'),
  'e1000-send': scenario('e1000', 'send'),
  'virtio-send': scenario('virtio', 'send'),
  'vfio-send': scenario('vfio', 'send'),
  'e1000-receive': scenario('e1000', 'receive'),
  'virtio-receive': scenario('virtio', 'receive'),
  'vhost-receive': scenario('vhost', 'receive'),
  'vfio-receive': scenario('vfio', 'receive'),
  'virtio-stream-slow': scenario('virtio', 'stream', 'guest-slower'),
  'virtio-stream-fast': scenario('virtio', 'stream', 'guest-faster'),
  'vhost-stream-fast': scenario('vhost', 'stream', 'guest-faster'),
  'e1000-stream-fast': scenario('e1000', 'stream', 'guest-faster'),
  'vfio-stream-fast': scenario('vfio', 'stream', 'guest-faster'),
};

const known = <T extends string>(values: readonly [T, ...T[]], found: string | undefined): T =>
  values.find((value) => value === found) ?? values[0];

export const figure = defineFigure<IoState>({
  id: 'io-paths',
  title: 'title',
  intro: ['intro.look', 'intro.try'],
  controls,
  scenarios,
  run: (values) =>
    runIo({
      road: known(ROADS, values['road']),
      scene: known(SCENES, values['scene']),
      pace: known(PACES, values['pace']),
    }),
  View,
  panels: [
    { id: 'roads', title: 'panel.roads', side: 'right', View: RoadsPanel },
    { id: 'recorded', title: 'panel.recorded', side: 'right', View: RecordedPanel },
  ],
  Overview: lazy(async () => ({ default: (await import('./Overview')).Overview })),
  facts: factsOf,
});
