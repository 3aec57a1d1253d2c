/**
 * Why: a guest that changes between two address spaces, as in the recorded guest: 16 loads of CR3, each followed by
 * one more instruction and one load. What an exit costs here and what long walks cost there stands side by side.
 */
import { access, createMachine, exit, loadCr3, promisedReferences, repair, type Machine } from './machine';
import { countOptions } from './asks';
import { createTeller, option, type Teller } from './teller';
import type { Recorded } from './recorded';
import type { Scenario, State } from './types';
import type { Step } from '../../lib/trace';

export const LOADS = 16;
/** Loads told one by one when steps are grouped: one to each address space. */
const TOLD = 2;

/** Fetches the next instruction or loads the page. Returns how many entries were read in the end, after a repair if there was one. */
function reach(
  machine: Machine,
  what: 'code' | 'data',
  onFault?: (levels: readonly number[]) => void,
): number {
  const before = machine.references;
  const done = access(machine, what);
  if (done.kind !== 'fault') return machine.references - before;
  exit(machine, 'PF');
  const { levels } = repair(machine, what, done.why);
  onFault?.(levels);
  access(machine, what);
  return machine.references - before;
}

interface Load {
  readonly n: number;
  readonly space: 'A' | 'B';
  readonly told: boolean;
}

function tellLoad({ tell }: Teller, machine: Machine, { n, space, told }: Load): void {
  const shadow = machine.scenario.technique === 'shadow';
  const instruction = `mov cr3, ${space}`;
  const { fresh } = loadCr3(machine, space);
  if (told)
    tell({
      id: `cr3-${n}`,
      key: shadow ? (fresh ? 'cs-shadow-fresh' : 'cs-shadow-known') : 'cs-direct',
      values: { n, space },
      focus: shadow ? ['vmm', 'cr3'] : ['cr3'],
      control: shadow ? 'vmm' : 'guest',
      instruction,
      exited: shadow ? 1 : 0,
      tlbEvent: 'flushed',
      ...(n === 1 && {
        ask: {
          question: { key: 'ask-mov-cr3' },
          options: [option('runs'), option('vm-exit'), option('guest-fault')],
          answer: shadow ? 'vm-exit' : 'runs',
        },
      }),
    });
  const fault = (what: 'code' | 'data') => (levels: readonly number[]) => {
    const writes = levels.map((level) => `lower-${level}`);
    if (told)
      tell({
        id: `${what}-${n}`,
        key: `cs-${what}-fault`,
        values: { count: levels.length, space },
        focus: ['vmm', ...writes],
        control: 'vmm',
        instruction: what === 'code' ? 'mov rax, […]' : 'mov rax, [page]',
        exited: 1,
        writes,
      });
  };
  const exits = machine.exits;
  const refs = reach(machine, 'code', fault('code')) + reach(machine, 'data', fault('data'));
  if (told)
    tell({
      id: `use-${n}`,
      key: machine.exits > exits ? 'cs-use-mended' : 'cs-use',
      values: { refs, each: promisedReferences(machine), space },
      focus: ['tlb'],
      instruction: 'mov rax, [page]',
      reads: levelsOf(machine),
      tlbEvent: 'filled',
      knows: 'hpa',
      ...(n === 2 && {
        ask: {
          question: { key: 'ask-back' },
          options: [option('no-exit'), option('one-fault'), option('two-faults')],
          answer: (['no-exit', 'one-fault', 'two-faults'] as const)[machine.exits - exits] ?? 'two-faults',
        },
      }),
    });
}

/** Nodes of all the tables that a walk of the page reads. */
export function levelsOf({ scenario, world }: Machine): string[] {
  const upper = Array.from(
    { length: world.guest.levels - world.guest.leaf + 1 },
    (_, i) => `upper-${world.guest.levels - i}`,
  );
  if (scenario.technique === 'native') return upper;
  const leaf =
    scenario.technique === 'nested' ? world.host.leaf : Math.min(world.guest.leaf, world.host.leaf);
  const levels = scenario.technique === 'nested' ? world.host.levels : world.guest.levels;
  const lower = Array.from({ length: levels - leaf + 1 }, (_, i) => `lower-${levels - i}`);
  return scenario.technique === 'nested' ? [...upper, ...lower] : lower;
}

export function tellSwitch(scenario: Scenario, recorded: Recorded): readonly Step<State>[] {
  // The shadow knows the code of A, and not yet the page: it was not used since the shadow was made.
  const machine = createMachine(scenario, ['code']);
  const teller = createTeller(machine);
  const { technique } = scenario;
  teller.tell({
    id: 'start',
    key: `cs-start-${technique}`,
    values: { count: LOADS },
    focus: ['cr3'],
    instruction: 'mov cr3, B',
  });
  const before = { exits: 0, references: 0 };
  for (let n = 1; n <= LOADS; n++) {
    tellLoad(teller, machine, { n, space: n % 2 ? 'B' : 'A', told: scenario.detail === 'each' || n <= TOLD });
    if (n === TOLD) Object.assign(before, { exits: machine.exits, references: machine.references });
  }
  if (scenario.detail === 'grouped')
    teller.tell({
      id: 'rest',
      key: technique === 'shadow' ? 'cs-rest-shadow' : 'cs-rest',
      values: {
        from: TOLD + 1,
        to: LOADS,
        exits: machine.exits - before.exits,
        refs: machine.references - before.references,
      },
      focus: ['counts'],
      instruction: `${LOADS - TOLD} × mov cr3`,
      exited: machine.exits - before.exits,
      knows: 'hpa',
    });
  teller.tell({
    id: 'end',
    key: `cs-end-${technique}`,
    values: {
      count: LOADS,
      exits: machine.exits,
      refs: machine.references,
      nested: recorded['context-switch'].nested.exits,
      shadow: recorded['context-switch'].shadow.exits,
    },
    focus: ['counts'],
    instruction: '',
    knows: 'hpa',
    ask: {
      question: { key: 'ask-exits', values: { count: LOADS } },
      options: countOptions([0, 2, LOADS, machine.exits], 'opt-exits'),
      answer: `n${machine.exits}`,
    },
  });
  return teller.steps;
}
