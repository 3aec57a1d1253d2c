/** Why: binary translation: kernel code is rewritten before it runs; only the rewritten code runs, in ring 1. */
import { SOFTWARE, TRANSLATED } from './costs';
import { OPS } from './isa';
import { charge, emit, type Machine } from './machine';
import { guestControl, vmmControl } from './control';
import { direct } from './direct';
import { applyTo, deliverFault, has, isInnocuous, isPort, leave, type How } from './legs';
import type { Instruction } from './programs';
import type { CacheEntry } from './types';

/** Needs more than the virtual CPU's own fields: translated code calls the VMM. The rest is rewritten in place. */
const needsCallout = has(
  ...([
    'sysret',
    'hlt',
    'lgdt',
    'lidt',
    'mov-cr0',
    'mov-cr3',
    'invlpg',
    'in',
    'out',
    'pte',
    'cpuid',
  ] as const),
  ...(['int', 'call-far', 'jmp-far', 'ret-far', 'pop-seg'] as const),
);
const endsBlock = has('sysret', 'hlt', 'int', 'call-far', 'jmp-far', 'ret-far', 'call', 'ret');

/** What the translator makes of one instruction. */
function translationOf({ label, text, op }: Instruction): Omit<CacheEntry, 'fresh'> {
  if (isInnocuous(op)) return { label, from: text, to: text, kind: 'copied' };
  if (needsCallout(op)) return { label, from: text, to: `call vmm_${op.replace('-', '_')}`, kind: 'callout' };
  return { label, from: text, to: `${op.replace('-', '_')} → vcpu`, kind: 'inline' };
}

/** Translates the block that starts at this line, up to the first instruction that leaves it. */
function translateBlock(machine: Machine, index: number): void {
  const { code } = machine.program;
  machine.cache = machine.cache.map((entry) => ({ ...entry, fresh: false }));
  for (let i = index; i < code.length; i++) {
    const instruction = code[i];
    if (!instruction || instruction.ring === 3) break;
    if (machine.cache.some((entry) => entry.label === instruction.label)) break;
    machine.cache.push({ ...translationOf(instruction), fresh: true });
    charge(machine, 'translate', TRANSLATED.once);
    if (endsBlock(instruction.op)) break;
  }
  emit(machine, 'translate', vmmControl(machine), machine.control.code === 'vmm' ? 'none' : 'callout');
  machine.cache = machine.cache.map((entry) => ({ ...entry, fresh: false }));
}

export function translated(machine: Machine, instruction: Instruction, index: number): How {
  const { virt, guest } = machine;
  if (!machine.cache.some((entry) => entry.label === instruction.label)) translateBlock(machine, index);
  const { kind } = translationOf(instruction);
  if (kind === 'copied') {
    if (instruction.op === 'ret') charge(machine, 'guest', TRANSLATED.ret);
    return direct(machine, instruction);
  }
  const op = OPS[instruction.op];
  const vector = op.check?.(virt, guest);
  if (!vector) applyTo(machine, instruction, virt);
  if (kind === 'inline') {
    charge(machine, 'guest', instruction.op === 'mov-cr8' ? TRANSLATED.cr8 : TRANSLATED.inline);
    emit(machine, 'run', guestControl(machine));
  } else {
    if (instruction.op === 'sysret') charge(machine, 'guest', op.cost);
    else if (isPort(instruction.op)) charge(machine, 'vmm', SOFTWARE.port);
    else charge(machine, 'crossing', TRANSLATED.callout);
    if (instruction.op === 'pte') charge(machine, 'guest', op.cost);
    emit(machine, 'run', vmmControl(machine), 'callout');
  }
  if (vector) deliverFault(machine, vector, kind === 'inline' ? 'fault' : 'resume');
  else if (kind === 'callout') leave(machine, 'return');
  return 'translated';
}
