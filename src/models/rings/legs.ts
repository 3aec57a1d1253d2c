/** Why: what all techniques share: which instructions are alike to a VMM, and the ways back to the guest. */
import { FAULT } from './costs';
import { OPS, type OpId, type Vector } from './isa';
import { charge, emit, type Machine } from './machine';
import { enterHandler, guestControl, settleRing } from './control';
import type { Instruction } from './programs';

/** How an instruction got its effect; with the comparison to bare metal this makes its outcome. */
export type How =
  'direct' | 'fault' | 'reflected' | 'replaced' | 'translated' | 'hypercall' | 'trapped' | 'exit';

/** A set of instructions. */
export const has =
  (...ids: OpId[]) =>
  (op: OpId) =>
    ids.includes(op);

/** Innocuous code, which translator and changed kernel leave as it is. */
export const isInnocuous = (op: OpId) => OPS[op].nature === 'plain' && op !== 'pte' && op !== 'cpuid';
/** Port access: a changed kernel leaves it as it is, so that it traps and Xen emulates it. */
export const isPort = has('in', 'out');
/** The VMM lets the guest go on, unless it sleeps or a tick is waiting that may now be delivered. */
export function leave(machine: Machine, phase: 'return' | 'entry'): void {
  if (machine.guest.halted || (machine.timer === 'withheld' && machine.virt.if === 1)) return;
  emit(machine, phase, guestControl(machine), phase === 'entry' ? 'entry' : 'resume');
}

export function applyTo(machine: Machine, instruction: Instruction, cpu: Machine['real']): void {
  OPS[instruction.op].apply(cpu, machine.guest, instruction.arg);
  settleRing(machine);
}

/** The guest kernel gets an exception that is its own. */
export function deliverFault(
  machine: Machine,
  vector: Vector,
  kind: 'fault' | 'resume' | 'entry',
  inject = false,
): void {
  charge(machine, 'guest', FAULT[vector]);
  enterHandler(machine, vector);
  emit(machine, 'fault', guestControl(machine), kind, inject ? 'reflect' : '');
}
