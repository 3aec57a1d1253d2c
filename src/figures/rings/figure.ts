/** Why: the rings figure as the site knows it: what may be changed, its ready scenarios, its trace, picture, panels and words. */
import { lazy } from 'react';
import { factsOf } from '../../models/rings/facts';
import { runRings } from '../../models/rings/run';
import { CPUS, TECHNIQUES, type RingsScenario, type RingsState } from '../../models/rings/types';
import { defineFigure, type Control, type ScenarioValues } from '../contract';
import { GROUPS } from './groups';
import { MachinePanel } from './machine-panel';
import { CPU_NAMES, instructionName } from './owners';
import { ProgramPanel } from './program-panel';
import { RingsView } from './view';

const controls: readonly Control[] = [
  {
    name: 'program',
    label: 'control-program',
    kind: 'select',
    options: GROUPS.flatMap(({ key, programs }) =>
      programs.map((value) => {
        const name = instructionName(value);
        const label = name ? { key: 'plain', values: { text: name } } : { key: `program-${value}` };
        return { value, label, group: key };
      }),
    ),
  },
  {
    name: 'technique',
    label: 'control-technique',
    kind: 'segments',
    options: TECHNIQUES.map((value) => ({ value, label: { key: `short-${value}` } })),
  },
  {
    name: 'cpu',
    label: 'control-cpu',
    kind: 'select',
    options: CPUS.map((value) => ({ value, label: { key: 'plain', values: { text: CPU_NAMES[value] } } })),
  },
];

const scenario = (
  program: RingsScenario['program'],
  technique: RingsScenario['technique'],
): ScenarioValues => ({
  program,
  technique,
  cpu: 'skylake',
});

/** The first is the one that opens. */
const scenarios: Readonly<Record<string, ScenarioValues>> = {
  popf: scenario('interrupts', 'deprivileged'),
  'popf-bare': scenario('interrupts', 'bare'),
  'popf-translation': scenario('interrupts', 'translation'),
  'popf-xen-32': scenario('interrupts', 'xen-32'),
  'popf-xen-64': scenario('interrupts', 'xen-64'),
  'popf-hardware': scenario('interrupts', 'hardware'),
  'timer-bare': scenario('timer', 'bare'),
  timer: scenario('timer', 'deprivileged'),
  'timer-hardware': scenario('timer', 'hardware'),
  'syscall-bare': scenario('syscall', 'bare'),
  'syscall-deprivileged': scenario('syscall', 'deprivileged'),
  'syscall-translation': scenario('syscall', 'translation'),
  'syscall-xen-32': scenario('syscall', 'xen-32'),
  'syscall-xen-64': scenario('syscall', 'xen-64'),
  'syscall-hardware': scenario('syscall', 'hardware'),
  'red-pill': scenario('red-pill', 'deprivileged'),
  'red-pill-hardware': scenario('red-pill', 'hardware'),
  'push-cs': scenario('push-cs', 'deprivileged'),
  'page-table': scenario('page-table', 'deprivileged'),
  'page-table-translation': scenario('page-table', 'translation'),
  'page-table-xen-32': scenario('page-table', 'xen-32'),
  'page-table-hardware': scenario('page-table', 'hardware'),
  'port-io': scenario('port-io', 'deprivileged'),
  'port-io-translation': scenario('port-io', 'translation'),
  'port-io-hardware': scenario('port-io', 'hardware'),
  'user-privileged': scenario('user-privileged', 'deprivileged'),
  'user-privileged-bare': scenario('user-privileged', 'bare'),
  cpuid: scenario('cpuid', 'hardware'),
  'cpuid-deprivileged': scenario('cpuid', 'deprivileged'),
  hlt: scenario('hlt', 'deprivileged'),
  'hlt-hardware': scenario('hlt', 'hardware'),
};

export const figure = defineFigure<RingsState>({
  id: 'rings',
  title: 'ui-title',
  intro: ['ui-intro-look', 'ui-intro-try'],
  controls,
  scenarios,
  run: (values) => runRings(values as unknown as RingsScenario),
  View: RingsView,
  panels: [
    { id: 'program', title: 'panel-program', side: 'left', View: ProgramPanel },
    { id: 'machine', title: 'panel-machine', side: 'right', View: MachinePanel },
  ],
  Overview: lazy(async () => ({ default: (await import('./overview')).RingsOverview })),
  facts: factsOf,
});
