/** Why: Hyper-V's way of giving a guest devices: shared rings and few signals, beside a device that is only registers. */
import { lazy } from 'react';
import type { Trace } from '../../lib/trace';
import { runVmbus } from '../../models/vmbus/run';
import { DEVICES, SCENES, type VmbusState } from '../../models/vmbus/types';
import { defineFigure, type Control, type ScenarioValues } from '../contract';
import { ChannelPanel } from './ChannelPanel';
import { CountsPanel } from './CountsPanel';
import { View } from './view';

const BESIDE = ['none', 'xen'] as const;

const options = (name: string, values: readonly string[]): Control['options'] =>
  values.map((value) => ({ value, label: { key: `${name}.${value}` } }));

const controls: readonly Control[] = [
  { name: 'scene', label: 'control.scene', kind: 'select', options: options('scene', SCENES) },
  { name: 'device', label: 'control.device', kind: 'segments', options: options('device', DEVICES) },
  { name: 'children', label: 'control.children', kind: 'segments', options: options('children', ['1', '2']) },
  { name: 'beside', label: 'control.beside', kind: 'segments', options: options('beside', BESIDE) },
];

const scenario = (scene: string, change: ScenarioValues = {}): ScenarioValues => ({
  scene,
  device: 'synthetic',
  children: '1',
  beside: 'none',
  ...change,
});

/** Each scene by its name with a synthetic device; the others are what comparisons are told by. */
const scenarios: Readonly<Record<string, ScenarioValues>> = {
  ...Object.fromEntries(SCENES.map((scene) => [scene, scenario(scene)])),
  'emulated-nic': scenario('send', { device: 'emulated' }),
  'emulated-burst': scenario('burst', { device: 'emulated' }),
  'emulated-ide': scenario('disk', { device: 'emulated' }),
  'two-children': scenario('send', { children: '2' }),
  'beside-xen': scenario('send', { beside: 'xen' }),
};

/** @throws Error naming a value that no control has. */
function run(values: ScenarioValues): Trace<VmbusState> {
  const scene = SCENES.find((each) => each === values['scene']);
  const device = DEVICES.find((each) => each === values['device']);
  if (!scene || !device) throw new Error(`no scene "${values['scene']}" with a "${values['device']}" device`);
  return runVmbus({ scene, device, children: values['children'] === '2' ? 2 : 1 });
}

/**
 * Of the whole scene: `packets`, `messages`, `signals` (`signalsToRoot` and `signalsToChild`), `spared`, `hypercalls`,
 * `intercepts`, `copies`, `bytesInRings`; `otherSignals` and `otherIntercepts` are the other device's.
 */
function facts(trace: Trace<VmbusState>): Readonly<Record<string, string | number | boolean>> {
  const { totals, scene, device, children } = trace.steps[0]!.state;
  const here = totals[device];
  const there = totals[device === 'synthetic' ? 'emulated' : 'synthetic'];
  return {
    scene,
    device,
    children,
    packets: here.packets,
    messages: here.messages,
    signals: here.signalsToRoot + here.signalsToChild,
    signalsToRoot: here.signalsToRoot,
    signalsToChild: here.signalsToChild,
    spared: here.spared,
    hypercalls: here.hypercalls,
    intercepts: here.intercepts,
    copies: here.copies,
    bytesInRings: here.bytesWritten,
    otherSignals: there.signalsToRoot + there.signalsToChild,
    otherIntercepts: there.intercepts,
  };
}

export const figure = defineFigure<VmbusState>({
  id: 'vmbus',
  title: 'title',
  intro: ['intro.look', 'intro.try'],
  controls,
  scenarios,
  run,
  View,
  panels: [
    { id: 'counts', title: 'panel.counts', side: 'right', View: CountsPanel },
    { id: 'channel', title: 'panel.channel', side: 'right', View: ChannelPanel },
  ],
  Overview: lazy(async () => ({ default: (await import('./Overview')).Overview })),
  facts,
});
