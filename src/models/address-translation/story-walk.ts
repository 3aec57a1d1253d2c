/** Why: one load on a TLB miss, told entry by entry or level by level; under shadow paging with the fault that fills the shadow. */
import { framesAt, hex, PAGE } from './address';
import { gpaOf } from './chains';
import {
  access,
  createMachine,
  exit,
  promisedReferences,
  repair,
  walkOf,
  type Access,
  type Machine,
} from './machine';
import { frameOf, isLeaf } from './tables';
import { createTeller, nodeOf, option, type Teller } from './teller';
import { depthOf, type Scenario, type State } from './types';
import type { Message } from '../../lib/message';
import type { Prediction, Step } from '../../lib/trace';
import type { Ref, Walk } from './walk';

/** Name of a page size, by the level of its entry. */
export const sizeName = (leaf: number): string => ['', '4 KiB', '2 MiB', '1 GiB'][leaf] ?? '';

/** Answers as numbers, the same one once only, in rising order. */
export function countOptions(numbers: readonly number[]): Prediction['options'] {
  return [...new Set(numbers)]
    .toSorted((a, b) => a - b)
    .slice(0, 5)
    .map((count) => ({ id: `n${count}`, label: { key: 'opt-count', values: { count } } }));
}

function askAll(machine: Machine): Prediction {
  const n = depthOf(machine.world.guest);
  const m = depthOf(machine.world.host);
  const right = promisedReferences(machine);
  return {
    question: { key: `ask-total-${machine.scenario.technique}`, values: { n, m } },
    options: countOptions([n, n + m, n * m, right]),
    answer: `n${right}`,
  };
}

/** The last step of a walk: the TLB has it. */
function tellFilled({ tell }: Teller, machine: Machine, refs: readonly Ref[], done: Access): void {
  const { technique } = machine.scenario;
  const entry = machine.tlb.at(-1);
  if (done.kind !== 'walked' || !entry) throw new Error('a walk ends in the TLB');
  const { guest, host } = machine.world;
  tell({
    id: 'filled',
    key: `filled-${technique}`,
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

const given = (entry: number, level: number) =>
  hex((frameOf(entry) - (frameOf(entry) % framesAt(isLeaf(entry, level) ? level : 1))) * PAGE);

/** One reference of a nested walk, in words. */
function refMessage(ref: Ref): Message {
  const last = isLeaf(ref.entry, ref.level);
  const values = {
    n: ref.n,
    level: ref.level,
    index: String(ref.index),
    at: hex(ref.at),
    gpa: hex(ref.gpa),
    gives: given(ref.entry, ref.level),
    row: ref.row,
  };
  if (ref.table === 'guest') return { key: last ? 'ref-guest-leaf' : 'ref-guest', values };
  if (ref.row === 0) return { key: last ? 'ref-page-leaf' : 'ref-page', values };
  return { key: last ? 'ref-nested-leaf' : 'ref-nested', values };
}

function tellNestedRow(
  { tell }: Teller,
  machine: Machine,
  walk: Walk,
  row: readonly Ref[],
  first: boolean,
): void {
  const { n: from } = row[0]!;
  const last = row.at(-1)!;
  const isPage = last.table === 'nested';
  const m = row.length - (isPage ? 0 : 1);
  const leaf = !isPage && isLeaf(last.entry, last.level);
  const ask: Prediction | undefined = first
    ? {
        question: { key: 'ask-cr3' },
        options: [option('at-once'), option('nested-first', { m }), option('exits-now')],
        answer: 'nested-first',
      }
    : isPage
      ? {
          question: { key: 'ask-page' },
          options: [option('done'), option('m-more', { m }), option('exits-now')],
          answer: 'm-more',
        }
      : undefined;
  tell({
    id: isPage ? 'page' : `level-${last.row}`,
    key: isPage ? 'row-page' : first ? 'row-first' : leaf ? 'row-leaf' : 'row-next',
    values: {
      m,
      from,
      to: last.n,
      level: last.row,
      index: String(last.index),
      gpa: hex(isPage ? gpaOf(machine) : row[0]!.gpa),
      gives: given(last.entry, last.level),
      hpa: hex((walk.frame ?? 0) * PAGE + Number(machine.world.va.data & 4095n)),
    },
    focus: row.map((ref) => `ref-${ref.n}`),
    walk: walk.refs,
    told: [from - 1, last.n],
    references: machine.references + last.n,
    knows: isPage ? 'hpa' : leaf ? 'gpa' : 'nothing',
    ...(ask && { ask }),
  });
}

function tellNested(teller: Teller, machine: Machine, walk: Walk, each: boolean): void {
  const { refs } = walk;
  if (!each) {
    [...new Set(refs.map((ref) => ref.row))].forEach((row, i) =>
      tellNestedRow(
        teller,
        machine,
        walk,
        refs.filter((ref) => ref.row === row),
        i === 0,
      ),
    );
    return;
  }
  const leafAt = refs.findIndex((ref) => ref.table === 'guest' && isLeaf(ref.entry, ref.level));
  refs.forEach((ref, i) => {
    const { key, values } = refMessage(ref);
    const m = depthOf(machine.world.host);
    const ask: Prediction | undefined =
      i === 0
        ? {
            question: { key: 'ask-first' },
            options: [option('is-guest'), option('is-nested'), option('is-data')],
            answer: 'is-nested',
          }
        : i === leafAt + 1
          ? {
              question: { key: 'ask-page' },
              options: [option('done'), option('m-more', { m }), option('exits-now')],
              answer: 'm-more',
            }
          : undefined;
    teller.tell({
      id: `ref-${ref.n}`,
      key,
      ...(values && { values }),
      focus: [`ref-${ref.n}`],
      walk: refs,
      told: [i, i + 1],
      references: machine.references + i + 1,
      knows: i === refs.length - 1 ? 'hpa' : i >= leafAt ? 'gpa' : 'nothing',
      ...(ask && { ask }),
    });
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
      answer: 'vm-exit',
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
  return [...teller.steps.slice(0, -1), { ...last, ask: askAll(machine) }];
}
