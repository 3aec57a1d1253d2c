/** Why: each leg of an instruction's way has its sentence. This picks the key and the values; the words are the figure's. */
import type { Message } from '../../lib/message';
import { OPS } from './isa';
import type { Leg, Machine } from './machine';
import { KERNEL_RING } from './control';
import { differences, type LineRun } from './lockstep';
import { mnemonic, isPlain } from './programs';
import type { RingsScenario, Technique } from './types';

/** Instructions that move control: while the VMM does them, control is not yet where they lead. */
const MOVES: readonly string[] = ['sysret', 'int', 'jmp-far', 'ret-far'];

function effect({ instruction: { op } }: LineRun, { control }: Leg): Message {
  return { key: `e-${op}${control.code === 'vmm' && MOVES.includes(op) ? '-vmm' : ''}` };
}

/** The ring in which the guest's code runs; of an instruction that changes it, the ring where it began. */
function ringOf({ instruction }: LineRun, leg: Leg, { technique }: Machine): number {
  if (leg.phase !== 'run') return leg.real.cpl;
  return instruction.ring === 3 ? 3 : KERNEL_RING[technique];
}

/** Ordinary work, before anything went wrong and after. */
function plainCaption(line: LineRun): string {
  const { label } = line.instruction;
  if (!/^work(-\d+)?$/.test(label)) return `do-${label.replace(/-\d+$/, '')}`;
  const differs = differences(line.visible.after, line.bare.after.visible);
  if (differs.length === 0) return 'do-work';
  return line.legs[0]?.guest.events.includes('#GP') ? 'do-work-shaken' : 'do-work-misled';
}

/** The first leg: the instruction itself. */
function runCaption(line: LineRun, leg: Leg, machine: Machine): string {
  const { instruction, outcome } = line;
  const { op } = instruction;
  const { technique } = machine;
  if (leg.detail === 'forward') return 'syscall-vmm';
  if (leg.detail === 'refused') {
    if (technique === 'hardware' && line.legs[1]?.phase === 'exit') {
      if (op === 'cpuid') return 'exits-always';
      return op === 'pte' || op === 'invlpg' ? 'exits-shadow' : 'exits-control';
    }
    if (outcome === 'wrong') return `refused-${op}`;
    return op === 'pte' ? 'refused-pte' : 'refused';
  }
  if (outcome === 'silent') {
    if (leg.control.code === 'user') return 'silent-user';
    if (op === 'popf') return line.bare.after.if === 1 ? 'silent-popf-on' : 'silent-popf-off';
    return `silent-${op}`;
  }
  if (outcome === 'hypercall') return op === 'cpuid' ? 'ask-cpuid' : 'ask-xen';
  if (outcome === 'translated') return leg.control.code === 'vmm' ? 'callout' : 'inline';
  if (outcome === 'replaced') {
    if (op === 'sysret') return 'replaced-iret';
    return op === 'pushf' || op === 'popf' || OPS[op].nature === 'privileged' ? 'replaced-flags' : 'replaced';
  }
  if (isPlain(instruction) && !instruction.key) return plainCaption(line);
  if (technique === 'bare') return 'ok-bare';
  if (technique === 'hardware') return 'ok-nonroot';
  if (op === 'syscall') return 'ok-xen-syscall';
  return 'ok-direct';
}

/** Ways back that have a sentence of their own. */
const RETURN_FROM: Partial<Record<LineRun['outcome'], string>> = {
  translated: '-translated',
  hypercall: '-xen',
};

/** The later legs: what control does then. */
function legCaption(line: LineRun, leg: Leg, machine: Machine): string {
  const { outcome, instruction } = line;
  const { technique } = machine;
  const asked = leg.detail === 'window';
  switch (leg.phase) {
    case 'trap':
      return instruction.op === 'syscall' ? 'trap-syscall' : 'trap';
    case 'emulate':
      if (instruction.op === 'pte') return 'emulate-pte';
      return instruction.op === 'hlt' ? 'handle-hlt' : 'emulate';
    case 'handle':
      return instruction.op === 'hlt' ? 'handle-hlt' : 'handle';
    case 'return':
      if (leg.detail === 'withhold') return 'return-withhold';
      if (leg.detail === 'forward') return 'return-syscall';
      return `return${RETURN_FROM[outcome] ?? ''}${leg.control.code === 'user' ? '-user' : ''}`;
    case 'exit':
      if (asked) return 'exit-window';
      return machine.info.roundTrip.certainty === 'unverified' ? 'exit-unverified' : 'exit';
    case 'entry':
      return leg.detail === 'withhold' ? 'entry-withhold' : 'entry';
    case 'hypercall':
      if (asked) return 'hypercall-window';
      return instruction.op === 'hlt' ? 'handle-hlt' : 'hypercall';
    case 'callout':
      return 'callout-window';
    case 'translate':
      return 'translate';
    case 'tick':
      if (instruction.op === 'hlt') return technique === 'bare' ? 'tick-halted' : 'tick-asleep';
      return technique === 'bare' ? 'tick-pending' : 'tick-withhold';
    case 'interrupt':
      return technique === 'bare'
        ? 'interrupt'
        : leg.detail === 'inject'
          ? 'interrupt-inject'
          : 'interrupt-vmm';
    case 'fault':
      if (outcome === 'wrong') return 'fault-wrong';
      return leg.detail === 'reflect' ? 'fault-reflect' : 'fault';
    default:
      throw new Error(`no caption for a leg of phase "${leg.phase}"`);
  }
}

/** The sentence of one leg. Values: `ins` the mnemonic, `ring` (see `ringOf`), `vector`, `effect`, counts. */
export function captionOf(line: LineRun, leg: Leg, machine: Machine): Message {
  const key = leg.phase === 'run' ? runCaption(line, leg, machine) : legCaption(line, leg, machine);
  const fresh = leg.cache.filter((entry) => entry.fresh);
  return {
    key,
    values: {
      ins: mnemonic(line.instruction),
      ring: String(ringOf(line, leg, machine)),
      vector: line.instruction.op === 'pte' ? '#PF' : '#GP',
      effect: effect(line, leg),
      translated: fresh.length,
      rewritten: fresh.filter((entry) => entry.kind !== 'copied').length,
      roundTrip: machine.info.roundTrip.cycles,
      part: machine.info.part,
    },
  };
}

export const startCaption = ({ program, technique }: RingsScenario, ins: string): Message => ({
  key: 'start',
  values: {
    about: program.startsWith('i-') ? { key: 'about-one', values: { ins } } : { key: `about-${program}` },
    setup: { key: `setup-${technique}` },
  },
});

/** What became of the whole program: `tick` says what became of a timer tick that bare metal delivers. */
export function endCaption(
  technique: Technique,
  tick: 'none' | 'arrived' | 'lost',
  differs: boolean,
  wrong: boolean,
): Message {
  if (tick === 'lost') return { key: 'end-lost-tick' };
  if (wrong) return { key: 'end-wrong' };
  if (differs) return { key: technique === 'deprivileged' ? 'end-differs' : 'end-leak' };
  return { key: `end-${technique === 'bare' ? 'bare' : 'same'}${tick === 'arrived' ? '-tick' : ''}` };
}

/** The line under the picture: what the CPU is about. */
export function noteOf(technique: Technique, leg: Pick<Leg, 'control' | 'timer' | 'virtualIf'>): Message {
  if (technique === 'bare') return { key: 'note-bare' };
  if (leg.timer === 'withheld') return { key: 'note-tick-withheld' };
  if (leg.control.code === 'vmm') return { key: technique === 'hardware' ? 'note-root' : 'note-vmm' };
  if (technique === 'hardware') return { key: 'note-nonroot' };
  return { key: leg.virtualIf === 0 ? 'note-withholds' : 'note-split' };
}
