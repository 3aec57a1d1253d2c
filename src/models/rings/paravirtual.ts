/** Why: paravirtualization as Xen does it: the kernel's source is changed, so that nothing in it goes wrong silently. */
import { XEN } from './costs';
import { OPS } from './isa';
import { charge, emit, type Machine } from './machine';
import { guestControl, vmmControl } from './control';
import { direct } from './direct';
import { applyTo, deliverFault, has, isInnocuous, isPort, leave, type How } from './legs';
import type { Instruction } from './programs';

/** A changed kernel asks Xen. The rest it does in memory that it shares with Xen, or in its own. */
const isHypercall = has('hlt', 'lgdt', 'lidt', 'mov-cr0', 'mov-cr3', 'mov-cr8', 'invlpg', 'pte', 'cpuid');
/** The kernel was changed: what it cannot do in its ring it asks for, or does in memory shared with Xen. */
export function paravirtual(machine: Machine, instruction: Instruction): How {
  const { virt, guest, technique } = machine;
  const { op } = instruction;
  if (isInnocuous(op) || isPort(op)) return direct(machine, instruction);
  const vector = OPS[op].check?.(virt, guest);
  if (!isHypercall(op) && !(op === 'sysret' && technique === 'xen-64')) {
    charge(machine, 'guest', op === 'sysret' ? OPS[op].cost : XEN.memory);
    if (!vector) applyTo(machine, instruction, virt);
    emit(machine, 'run', guestControl(machine));
    if (vector) deliverFault(machine, vector, 'fault');
    return 'replaced';
  }
  emit(machine, 'run', guestControl(machine));
  machine.hypercalls++;
  charge(machine, 'crossing', XEN.crossing);
  charge(machine, 'vmm', XEN.handler);
  if (!vector) applyTo(machine, instruction, virt);
  emit(machine, 'hypercall', vmmControl(machine), 'hypercall');
  if (vector) deliverFault(machine, vector, 'resume');
  else leave(machine, 'return');
  return 'hypercall';
}
