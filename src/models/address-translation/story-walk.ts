/** Why: one load on a TLB miss, told entry by entry or level by level; under shadow paging with the fault that fills the shadow. */
import { hex, PAGE } from './address';
import { askAll, askKept } from './asks';
import { gpaOf } from './chains';
import { access, createMachine, exit, repair, walkOf, type Access, type Machine } from './machine';
import { given, tellNested } from './story-nested';
import { isLeaf } from './tables';
import { createTeller, nodeOf, option, type Teller } from './teller';
import { depthOf, type Scenario, type State } from './types';
import type { Step } from '../../lib/trace';
import type { Ref, Walk } from './walk';

/** Name of a page size, by the level of its entry. */
export const sizeName = (leaf: number): string => ['', '4 KiB', '2 MiB', '1 GiB'][leaf] ?? '';

/** The last step of a walk: the TLB has it. */
function tellFilled({ tell }: Teller, machine: Machine, refs: readonly Ref[], done: Access): void {
  const { technique } = machine.scenario;
  const entry = machine.tlb.at(-1);
  if (done.kind !== 'walked' || !entry) throw new Error('a walk ends in the TLB');
  const { guest, host } = machine.world;
  const split = technique === 'shadow' && refs.length > depthOf(guest);
  tell({
    id: 'filled',
    key: split ? 'filled-shadow-split' : `filled-${technique}`,
    values: {
      refs: refs.length,
      n: depthOf(guest),
      m: depthOf(host),
      size: sizeName(entry.leaf),
      hpa: hex(done.frame * PAGE + Number(machine.world.va.data & 4095n)),
    },
    focus: ['tlb'],
    walk: refs,
    told: [refs.length, refs.length],
    reads: [],
    tlbEvent: 'filled',
    knows: 'hpa',
  });
}

/** A walk through one set of tables, one level a step. */
function tellLevels({ tell }: Teller, machine: Machine, walk: Walk): void {
  const kind = machine.scenario.technique === 'shadow' ? 'shadow' : 'own';
  walk.refs.forEach((ref, i) => {
    const leaf = isLeaf(ref.entry, ref.level);
    tell({
      id: `level-${ref.level}`,
      key: `${kind}-${i === 0 ? 'root' : leaf ? 'leaf' : 'next'}`,
      values: {
        level: ref.level,
        index: String(ref.index),
        at: hex(ref.at),
        gives: given(ref.entry, ref.level),
        size: sizeName(ref.level),
      },
      focus: [nodeOf(ref)],
      walk: walk.refs,
      told: [i, i + 1],
      references: machine.references + i + 1,
      knows: leaf ? 'hpa' : 'nothing',
      ...(i === 0 && { ask: askAll(machine) }),
    });
  });
}

function tellShadowFault({ tell }: Teller, machine: Machine): void {
  const fault = access(machine, 'data');
  if (fault.kind !== 'fault') throw new Error('the shadow was to be empty');
  const hole = fault.refs.at(-1)!;
  tell({
    id: 'hole',
    key: 'shadow-hole',
    values: { level: hole.level, index: String(hole.index) },
    focus: [nodeOf(hole)],
    walk: fault.refs,
  });
  exit(machine, 'PF');
  tell({
    id: 'exit',
    key: 'shadow-exit',
    focus: ['vmm'],
    control: 'vmm',
    exited: 1,
    ask: {
      question: { key: 'ask-hole' },
      options: [option('guest-fault'), option('vm-exit'), option('walks-guest')],
      answer: machine.exits > 0 ? 'vm-exit' : 'guest-fault',
    },
  });
  const levels = depthOf(machine.world.guest);
  const upper = Array.from({ length: levels }, (_, i) => `upper-${machine.world.guest.levels - i}`);
  tell({
    id: 'software',
    key: 'shadow-software',
    values: { read: levels },
    focus: upper,
    control: 'vmm',
    reads: upper,
    knows: 'gpa',
  });
  const filled = repair(machine, 'data', fault.why);
  const written = filled.levels.map((level) => `lower-${level}`);
  tell({
    id: 'fill',
    key: 'shadow-fill',
    values: {
      count: filled.levels.length,
      hpa: hex(machine.world.place(Math.floor(gpaOf(machine) / PAGE)) * PAGE),
    },
    focus: written,
    control: 'vmm',
    writes: written,
    knows: 'hpa',
  });
}

export function tellWalk(scenario: Scenario): readonly Step<State>[] {
  const machine = createMachine(scenario, []);
  const teller = createTeller(machine);
  const { guest, host, va } = machine.world;
  teller.tell({
    id: 'start',
    key: `start-${scenario.technique}`,
    values: { va: hex(va.data), n: depthOf(guest), m: depthOf(host) },
    focus: ['tlb'],
    ...(scenario.technique === 'nested' && { walk: walkOf(machine, va.data).refs, told: [0, 0] as const }),
  });
  if (scenario.technique === 'shadow') tellShadowFault(teller, machine);
  const walk = walkOf(machine, va.data);
  if (scenario.technique === 'nested') tellNested(teller, machine, walk, scenario.detail === 'each');
  else tellLevels(teller, machine, walk);
  const done = access(machine, 'data');
  tellFilled(teller, machine, walk.refs, done);
  const last = teller.steps.at(-1)!;
  if (scenario.technique !== 'nested') return teller.steps;
  return [...teller.steps.slice(0, -1), { ...last, ask: askKept(machine) }];
}
