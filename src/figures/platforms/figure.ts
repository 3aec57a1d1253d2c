/** Why: the platforms figure as the site knows it: an event, the columns to compare, their beats, picture and words. */
import { lazy } from 'react';
import { factsOf } from '../../models/platforms/facts';
import { runPlatforms } from '../../models/platforms/run';
import { EVENTS, PLATFORMS, type EventId, type PlatformsState } from '../../models/platforms/types';
import { defineFigure, type Control, type ScenarioValues } from '../contract';
import { mend, read, spell } from './columns';
import { View } from './view';

const ALL = spell(PLATFORMS);
const GROUP: Readonly<Record<EventId, string>> = {
  syscall: 'group-cpu',
  privileged: 'group-cpu',
  'page-fault': 'group-cpu',
  packet: 'group-io',
  disk: 'group-io',
  timer: 'group-io',
};

const controls: readonly Control[] = [
  {
    name: 'event',
    label: 'control-event',
    kind: 'select',
    options: EVENTS.map((value) => ({ value, label: { key: `event-${value}` }, group: GROUP[value] })),
  },
  {
    name: 'columns',
    label: 'control-columns',
    kind: 'free',
    mend,
    options: ['kvm,xen', 'kvm,container', 'esxi,workstation', 'xen,hyper-v', 'kvm,xen,esxi,hyper-v', ALL].map(
      (value, i) => ({ value, label: { key: `columns-${i}` } }),
    ),
  },
];

const scenario = (event: EventId, columns: string): ScenarioValues => ({ event, columns });

/** The first is the one that opens. */
const scenarios: Readonly<Record<string, ScenarioValues>> = {
  ...Object.fromEntries(
    (['packet', 'syscall', 'privileged', 'page-fault', 'disk', 'timer'] as const).map((event) => [
      event,
      scenario(event, ALL),
    ]),
  ),
  'packet-kvm-xen': scenario('packet', 'kvm,xen'),
  'packet-xen-hyper-v': scenario('packet', 'xen,hyper-v'),
  'packet-esxi-workstation': scenario('packet', 'esxi,workstation'),
  'syscall-kvm-xen': scenario('syscall', 'kvm,xen'),
  'privileged-kvm-container': scenario('privileged', 'kvm,container'),
  'page-fault-kvm-xen': scenario('page-fault', 'kvm,xen'),
  'timer-esxi-workstation': scenario('timer', 'esxi,workstation'),
};

export const figure = defineFigure<PlatformsState>({
  id: 'platforms',
  title: 'title',
  intro: ['intro-look', 'intro-try'],
  controls,
  scenarios,
  run: (values) =>
    runPlatforms({ event: values['event'] as EventId, platforms: read(values['columns'] ?? '') }),
  View,
  panels: [],
  Overview: lazy(async () => ({ default: (await import('./Overview')).Overview })),
  facts: factsOf,
});
