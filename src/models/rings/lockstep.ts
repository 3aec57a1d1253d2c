/**
 * Why: an outcome is a comparison. The same program runs on this machine and on bare metal, line by line;
 * what became of an instruction follows from the way it took and from what the guest can see afterwards.
 */
import { OPS } from './isa';
import { leaveHandler } from './control';
import { createMachine, visibleState, type Leg, type Machine } from './machine';
import { isPlain, type Instruction, type Program } from './programs';
import type { How } from './legs';
import { execute } from './techniques';
import { interruptsAfter } from './timer';
import type { CpuId, Outcome, Technique } from './types';

type Visible = ReturnType<typeof visibleState>;

/** Bare metal at one point of the program. */
export interface BarePoint {
  readonly visible: Visible;
  readonly if: 0 | 1;
  readonly cycles: number;
}

export interface LineRun {
  readonly index: number;
  readonly instruction: Instruction;
  readonly legs: readonly Leg[];
  /** How many of the legs are the instruction's own; the others belong to an interrupt. */
  readonly own: number;
  readonly outcome: Outcome;
  /** Bare metal before the line, after its instruction, and after any interrupt that followed it. */
  readonly bare: { readonly before: BarePoint; readonly after: BarePoint; readonly settled: BarePoint };
  /** What the guest can see after the instruction, and after any interrupt. */
  readonly visible: { readonly after: Visible; readonly settled: Visible };
}

export interface Run {
  readonly machine: Machine;
  readonly bare: Machine;
  readonly lines: readonly LineRun[];
  readonly start: BarePoint;
  readonly end: { readonly visible: Visible; readonly bare: BarePoint };
}

export const totalOf = (cost: Leg['cost']): number => cost.guest + cost.crossing + cost.vmm + cost.translate;

const pointOf = (bare: Machine): BarePoint => ({
  visible: visibleState(bare),
  if: bare.virt.if,
  cycles: totalOf(bare.cost),
});

/** Names of what differs. */
export function differences(here: Visible, bare: Visible): string[] {
  return Object.keys(here).filter((name) => here[name] !== bare[name]);
}

const OUTCOME_OF: Readonly<Record<How, Outcome>> = {
  direct: 'executed',
  fault: 'fault',
  reflected: 'trapped',
  replaced: 'replaced',
  translated: 'translated',
  hypercall: 'hypercall',
  trapped: 'trapped',
  exit: 'exit',
};

/** Names of what an instruction left different from bare metal: newly different, or written again and still different. */
function spoiled(was: Visible, bareWas: Visible, is: Visible, bareIs: Visible): string[] {
  return differences(is, bareIs).filter(
    (name) => was[name] === bareWas[name] || was[name] !== is[name] || bareWas[name] !== bareIs[name],
  );
}

/** One that only hands on a wrong value that it was given is not at fault, so plain instructions count as executed. */
function judge(instruction: Instruction, how: How, wrong: boolean): Outcome {
  if (!wrong || (isPlain(instruction) && how === 'direct')) return OUTCOME_OF[how];
  return how === 'direct' ? 'silent' : 'wrong';
}

/** Runs a program under a technique beside bare metal. Pure. */
export function runLockstep(program: Program, technique: Technique, cpu: CpuId): Run {
  const machine = createMachine(program, technique, cpu);
  const bare = createMachine(program, 'bare', cpu);
  const start = pointOf(bare);
  const lines: LineRun[] = [];
  program.code.forEach((instruction, index) => {
    const before = pointOf(bare);
    const visibleBefore = visibleState(machine);
    if (!bare.guest.halted) {
      leaveHandler(bare, instruction.ring);
      execute(bare, instruction, index);
    }
    const after = pointOf(bare);
    if (!bare.guest.halted || OPS[instruction.op] === OPS.hlt) interruptsAfter(bare, instruction.tick);
    const settled = pointOf(bare);
    if (machine.guest.halted) return;

    leaveHandler(machine, instruction.ring);
    const from = machine.legs.length;
    const how = execute(machine, instruction, index);
    const own = machine.legs.length - from;
    const visibleAfter = visibleState(machine);
    const wrong = spoiled(visibleBefore, before.visible, visibleAfter, after.visible).length > 0;
    const outcome = judge(instruction, how, wrong);
    interruptsAfter(machine, instruction.tick);
    lines.push({
      index,
      instruction,
      legs: machine.legs.slice(from),
      own,
      outcome,
      bare: { before, after, settled },
      visible: { after: visibleAfter, settled: visibleState(machine) },
    });
  });
  return { machine, bare, lines, start, end: { visible: visibleState(machine), bare: pointOf(bare) } };
}
