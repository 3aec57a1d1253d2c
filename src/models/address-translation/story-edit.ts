/** Why: the guest moves a page: it rewrites the entry, tells the CPU (INVLPG) and uses the page, four times, as in the recorded guest. */
import { hex, PAGE } from './address';
import { gpaOf } from './chains';
import {
  access,
  createMachine,
  editEntry,
  emulateEdit,
  exit,
  invlpg,
  mayUnsync,
  promisedReferences,
  repair,
  type Machine,
} from './machine';
import { levelsOf } from './story-switch';
import { countOptions } from './asks';
import { createTeller, option, type Teller } from './teller';
import type { Recorded } from './recorded';
import type { Scenario, State } from './types';
import type { Step } from '../../lib/trace';

export const EDITS = 4;

const lowerLeaf = ({ world, scenario }: Machine) =>
  `lower-${scenario.technique === 'shadow' ? Math.min(world.guest.leaf, world.host.leaf) : world.host.leaf}`;

/** The write itself. Under shadow paging the first one meets a table that is write-protected. */
function tellWrite({ tell }: Teller, machine: Machine, n: number, told: boolean): void {
  const { world } = machine;
  const node = `upper-${world.guest.leaf}`;
  const instruction = 'mov [entry], new';
  const attempt = access(machine, 'table', true);
  const ask =
    n === 1
      ? {
          question: { key: 'ask-write' },
          options: [option('runs'), option('vm-exit'), option('guest-fault')],
          answer: attempt.kind === 'fault' ? 'vm-exit' : 'runs',
        }
      : undefined;
  if (attempt.kind === 'fault') {
    exit(machine, 'PF');
    if (told)
      tell({
        id: `fault-${n}`,
        key: 'pte-fault',
        focus: [node, 'vmm'],
        control: 'vmm',
        instruction,
        exited: 1,
        reads: [node],
        ...(ask && { ask }),
      });
    if (!mayUnsync(machine)) {
      emulateEdit(machine);
      const gpa = hex(gpaOf(machine) - (gpaOf(machine) % PAGE));
      const writes = [node, lowerLeaf(machine)];
      if (told)
        tell({
          id: `write-${n}`,
          key: 'pte-emulate',
          values: { gpa },
          focus: ['vmm', ...writes],
          control: 'vmm',
          instruction,
          writes,
          knows: 'gpa',
        });
      return;
    }
    repair(machine, 'table', attempt.why);
    if (told)
      tell({
        id: `unsync-${n}`,
        key: 'pte-unsync',
        focus: ['vmm', node],
        control: 'vmm',
        instruction,
        reads: [node],
      });
    access(machine, 'table', true);
  }
  const old = gpaOf(machine);
  editEntry(machine);
  if (!told) return;
  tell({
    id: `write-${n}`,
    key: machine.shadow ? 'pte-stale' : 'pte-write',
    values: { n, old: hex(old - (old % PAGE)), gpa: hex(gpaOf(machine) - (gpaOf(machine) % PAGE)) },
    focus: machine.shadow ? [node, lowerLeaf(machine)] : [node],
    instruction,
    writes: [node],
    knows: 'gpa',
    ...(attempt.kind !== 'fault' && ask && { ask }),
  });
}

function tellUse({ tell }: Teller, machine: Machine, n: number, told: boolean): void {
  const before = machine.references;
  const done = access(machine, 'data');
  const refs = () => machine.references - before;
  if (done.kind === 'fault') {
    exit(machine, 'PF');
    repair(machine, 'data', done.why);
    if (told)
      tell({
        id: `use-${n}`,
        key: 'pte-use-fault',
        values: { n, hpa: hex(machine.world.place(Math.floor(gpaOf(machine) / PAGE)) * PAGE) },
        focus: [lowerLeaf(machine), 'vmm'],
        control: 'vmm',
        instruction: 'mov rax, [page]',
        exited: 1,
        writes: [lowerLeaf(machine)],
        knows: 'hpa',
        ...(n === 1 && {
          ask: {
            question: { key: 'ask-use' },
            options: [option('old-page'), option('fault-fill'), option('walks-guest')],
            answer: 'fault-fill',
          },
        }),
      });
    access(machine, 'data');
    return;
  }
  if (told)
    tell({
      id: `use-${n}`,
      key: 'pte-use',
      values: { n, refs: refs() },
      focus: ['tlb'],
      instruction: 'mov rax, [page]',
      reads: levelsOf(machine),
      tlbEvent: 'filled',
      knows: 'hpa',
      ...(n === 1 && {
        ask: {
          question: { key: 'ask-use-walk' },
          options: countOptions([0, 1, promisedReferences(machine), refs()]),
          answer: `n${refs()}`,
        },
      }),
    });
}

export function tellEdit(scenario: Scenario, recorded: Recorded): readonly Step<State>[] {
  const machine = createMachine(scenario, ['data', 'code', 'table']);
  for (const use of ['code', 'data'] as const) access(machine, use);
  Object.assign(machine, { references: 0, hits: 0, misses: 0, perWalk: 0 });
  const teller = createTeller(machine);
  const { technique } = scenario;
  teller.tell({
    id: 'start',
    key: `pte-start-${technique}`,
    values: { count: EDITS },
    focus: [`upper-${machine.world.guest.leaf}`],
    instruction: '',
    knows: 'hpa',
  });
  const before = { exits: 0, references: 0 };
  for (let n = 1; n <= EDITS; n++) {
    const told = n === 1 || scenario.detail === 'each';
    tellWrite(teller, machine, n, told);
    invlpg(machine);
    if (told)
      teller.tell({
        id: `invlpg-${n}`,
        key: machine.shadow ? 'pte-invlpg-exit' : 'pte-invlpg',
        values: { n },
        focus: machine.shadow ? ['vmm', lowerLeaf(machine)] : ['tlb'],
        control: machine.shadow ? 'vmm' : 'guest',
        instruction: 'invlpg [page]',
        exited: machine.shadow ? 1 : 0,
        writes: machine.shadow ? [lowerLeaf(machine)] : [],
        tlbEvent: 'flushed',
        knows: 'gpa',
      });
    tellUse(teller, machine, n, told);
    if (n === 1) Object.assign(before, { exits: machine.exits, references: machine.references });
  }
  if (scenario.detail === 'grouped')
    teller.tell({
      id: 'rest',
      key: technique !== 'shadow' ? 'pte-rest' : mayUnsync(machine) ? 'pte-rest-shadow' : 'pte-rest-emulated',
      values: {
        count: EDITS - 1,
        exits: machine.exits - before.exits,
        refs: machine.references - before.references,
      },
      focus: ['counts'],
      instruction: `${EDITS - 1} × again`,
      exited: machine.exits - before.exits,
      knows: 'hpa',
    });
  teller.tell({
    id: 'end',
    key: `pte-end-${technique}`,
    values: {
      count: EDITS,
      exits: machine.exits,
      refs: machine.references,
      nested: recorded['pte-edit'].nested.exits,
      shadow: recorded['pte-edit'].shadow.exits,
    },
    focus: ['counts'],
    instruction: '',
    knows: 'hpa',
    ask: {
      question: { key: 'ask-exits-edit', values: { count: EDITS } },
      options: countOptions([0, EDITS, 3 * EDITS, machine.exits], 'opt-exits'),
      answer: `n${machine.exits}`,
    },
  });
  return teller.steps;
}
