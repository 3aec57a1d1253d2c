/** Why: code that goes to the CPU as it stands, and the VMM that lives by its exceptions: trap and emulate. */
import { EXIT_HANDLER, SOFTWARE, XEN } from './costs';
import { OPS, type Vector } from './isa';
import { charge, emit, isXen, type Machine } from './machine';
import { guestControl, vmmControl } from './control';
import { applyTo, deliverFault, isPort, leave, type How } from './legs';
import type { Instruction } from './programs';

/** A software VMM is entered by an exception. */
function trap(machine: Machine): void {
  machine.traps++;
  charge(machine, 'crossing', isXen(machine.technique) ? XEN.crossing : SOFTWARE.crossing);
  emit(machine, 'trap', vmmControl(machine), 'trap');
}

/** Trap and emulate: the VMM knows the privileged instructions and its own write-protected pages, nothing else. */
function trapAndEmulate(machine: Machine, instruction: Instruction, vector: Vector): How {
  const { virt, guest, technique } = machine;
  const op = OPS[instruction.op];
  emit(machine, 'run', guestControl(machine), 'none', 'refused');
  trap(machine);
  const known = op.nature === 'privileged' || instruction.op === 'pte';
  if (!known || op.check?.(virt, guest)) {
    charge(machine, 'vmm', isXen(technique) ? XEN.handler : SOFTWARE.reflect[vector]);
    deliverFault(machine, vector, 'resume', true);
    return 'reflected';
  }
  const work = instruction.op === 'pte' ? SOFTWARE.pte : SOFTWARE.handler;
  charge(machine, 'vmm', isXen(technique) ? XEN.handler : work);
  if (isPort(instruction.op)) charge(machine, 'vmm', SOFTWARE.port);
  applyTo(machine, instruction, virt);
  emit(machine, 'emulate', vmmControl(machine));
  leave(machine, 'return');
  return 'trapped';
}

/** SYSCALL enters ring 0. Where the VMM lives there, it passes the call on to the guest kernel. */
function systemCall(machine: Machine, instruction: Instruction): How {
  const { technique } = machine;
  charge(machine, 'guest', OPS.syscall.cost);
  if (technique === 'bare' || technique === 'hardware' || technique === 'xen-32') {
    applyTo(machine, instruction, machine.virt);
    emit(machine, 'run', guestControl(machine), 'syscall');
    return 'direct';
  }
  emit(machine, 'run', guestControl(machine), 'none', 'forward');
  trap(machine);
  charge(machine, 'vmm', isXen(technique) ? XEN.handler : SOFTWARE.handler);
  applyTo(machine, instruction, machine.virt);
  if (technique !== 'translation') emit(machine, 'return', guestControl(machine), 'resume', 'forward');
  return 'trapped';
}

/** The instruction goes to the CPU as it stands. */
export function direct(machine: Machine, instruction: Instruction): How {
  const { technique, real, guest } = machine;
  if (instruction.op === 'syscall') return systemCall(machine, instruction);
  const op = OPS[instruction.op];
  const vector = op.check?.(real, guest);
  if (!vector) {
    charge(machine, 'guest', op.cost);
    applyTo(machine, instruction, real);
    emit(machine, 'run', guestControl(machine));
    return 'direct';
  }
  if (technique !== 'bare' && technique !== 'hardware') return trapAndEmulate(machine, instruction, vector);
  emit(machine, 'run', guestControl(machine), 'none', 'refused');
  if (technique === 'hardware') charge(machine, 'guest', EXIT_HANDLER.native);
  deliverFault(machine, vector, 'fault');
  return 'fault';
}
