/** Why: a TLB learns. The same load twice, then across a VM exit, with and without tags (VPID, ASID). */
import { access, createMachine, exit, promisedReferences, type Machine } from './machine';
import { countOptions } from './asks';
import { createTeller } from './teller';
import type { Scenario, State } from './types';
import type { Prediction, Step } from '../../lib/trace';
import type { Ref } from './walk';

const askCount = (key: string, machine: Machine, right: number): Prediction => ({
  question: { key },
  options: countOptions([0, 1, promisedReferences(machine), right]),
  answer: `n${right}`,
});

export function tellTlb(scenario: Scenario): readonly Step<State>[] {
  const machine = createMachine(scenario, ['data', 'code']);
  const { steps, tell } = createTeller(machine);
  const load = (): { refs: number; telling: { walk?: readonly Ref[] } } => {
    const before = machine.references;
    const done = access(machine, 'data');
    if (done.kind === 'fault') throw new Error('the page was to be mapped');
    return {
      refs: machine.references - before,
      telling: done.kind === 'walked' ? { walk: done.walk.refs } : {},
    };
  };
  const full = promisedReferences(machine);
  tell({ id: 'start', key: 'tlb-start', values: { refs: full }, focus: ['tlb'] });
  const first = load();
  tell({
    id: 'miss',
    key: 'tlb-miss',
    values: { refs: first.refs },
    focus: ['tlb'],
    tlbEvent: 'filled',
    knows: 'hpa',
    ...first.telling,
  });
  const second = load();
  tell({
    id: 'hit',
    key: 'tlb-hit',
    focus: ['tlb'],
    tlbEvent: 'hit',
    knows: 'hpa',
    ask: askCount('ask-second', machine, second.refs),
  });
  const native = scenario.technique === 'native';
  const tagged = scenario.operation === 'tlb';
  if (native)
    tell({ id: 'leave', key: 'tlb-call', focus: ['tlb'], tlbEvent: 'kept', instruction: 'syscall' });
  else {
    exit(machine, 'cpuid');
    tell({
      id: 'leave',
      key: tagged ? 'tlb-exit' : 'tlb-exit-untagged',
      focus: ['vmm', 'tlb'],
      control: 'vmm',
      instruction: 'cpuid',
      exited: 1,
      tlbEvent: tagged ? 'kept' : 'flushed',
    });
  }
  const third = load();
  const after = native ? 'tlb-again-native' : third.refs === 0 ? 'tlb-again' : 'tlb-again-untagged';
  tell({
    id: 'again',
    key: after,
    values: { refs: third.refs, references: machine.references, hits: machine.hits },
    focus: ['tlb'],
    tlbEvent: third.refs === 0 ? 'hit' : 'filled',
    knows: 'hpa',
    ask: askCount(
      native ? 'ask-after-call' : tagged ? 'ask-after-exit' : 'ask-after-exit-untagged',
      machine,
      third.refs,
    ),
    ...third.telling,
  });
  return steps;
}
