/** Why: a software monitor at work: guest code read as bytes, translated once, chained, run; and what it costs. */
import { lazy } from 'react';
import { factsOf } from '../../models/binary-translation/facts';
import { PROGRAMS, type ProgramId } from '../../models/binary-translation/programs';
import { runBt } from '../../models/binary-translation/run';
import type { BtState } from '../../models/binary-translation/types';
import { defineFigure, type Control, type ScenarioValues } from '../contract';
import { CostPanel } from './CostPanel';
import { MachinePanel } from './MachinePanel';
import { View } from './view';

const onOff = (name: string): Control => ({
  name,
  label: `control.${name}`,
  kind: 'segments',
  options: ['on', 'off'].map((value) => ({ value, label: { key: `${name}.${value}` } })),
});

const controls: readonly Control[] = [
  {
    name: 'program',
    label: 'control.program',
    kind: 'select',
    options: PROGRAMS.map((value) => ({ value, label: { key: `program.${value}` } })),
  },
  onOff('chaining'),
  onOff('adaptive'),
];

const scenario = (program: ProgramId, chaining = 'on', adaptive = 'on'): ScenarioValues => ({
  program,
  chaining,
  adaptive,
});

/** The first is the one that opens. */
const scenarios: Readonly<Record<string, ScenarioValues>> = {
  ...Object.fromEntries(PROGRAMS.map((program) => [program, scenario(program)])),
  'locks-unchained': scenario('locks', 'off'),
  'calls-unchained': scenario('calls', 'off'),
  'page-table-faulting': scenario('page-table', 'on', 'off'),
};

/** A scenario as the model knows it; its values have been checked against the controls. */
const run = (values: ScenarioValues) =>
  runBt({
    program: PROGRAMS.find((program) => program === values['program']) ?? 'locks',
    chaining: values['chaining'] === 'off' ? 'off' : 'on',
    adaptive: values['adaptive'] === 'off' ? 'off' : 'on',
  });

export const figure = defineFigure<BtState>({
  id: 'binary-translation',
  title: 'title',
  intro: ['intro.look', 'intro.try'],
  controls,
  scenarios,
  run,
  View,
  panels: [
    { id: 'machine', title: 'panel.machine', side: 'right', View: MachinePanel },
    { id: 'cost', title: 'panel.cost', side: 'right', View: CostPanel },
  ],
  Overview: lazy(async () => ({ default: (await import('./Overview')).Overview })),
  facts: factsOf,
});
