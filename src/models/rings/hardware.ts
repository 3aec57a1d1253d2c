/** Why: VT-x: the guest has a ring 0 of its own in non-root mode, and the VMM chooses what leaves it. */
import { EXIT_HANDLER } from './costs';
import { OPS } from './isa';
import { charge, emit, type Machine } from './machine';
import { guestControl, vmmControl } from './control';
import { direct } from './direct';
import { applyTo, deliverFault, has, isPort, leave, type How } from './legs';
import type { Instruction } from './programs';

/** Non-root mode: CPUID exits always; HLT, port and CR0 exits are set in the VMCS by this VMM. */
const alwaysExits = has('cpuid', 'hlt', 'in', 'out', 'mov-cr0');
/** Without nested paging the VMM shadows the page tables and must see these too. */
const exitsWithoutEpt = has('mov-cr3', 'invlpg');
/** VM exit: the CPU saves the guest, loads the host; the round trip is charged here, entry included. */
export function vmExit(machine: Machine, detail: 'window' | '' = ''): void {
  machine.exits++;
  charge(machine, 'crossing', machine.info.roundTrip);
  emit(machine, 'exit', vmmControl(machine), 'exit', detail);
}

/** VT-x: the guest kernel is in ring 0 of non-root mode; the VMCS says what leaves it. */
export function hardware(machine: Machine, instruction: Instruction): How {
  const { virt, guest, info } = machine;
  const { op } = instruction;
  const vector = OPS[op].check?.(virt, guest);
  const shadowFault = vector === '#PF' && !info.ept;
  const exits = !vector && (alwaysExits(op) || (exitsWithoutEpt(op) && !info.ept));
  if (!shadowFault && !exits) return direct(machine, instruction);
  emit(machine, 'run', guestControl(machine), 'none', 'refused');
  vmExit(machine);
  const reflect = shadowFault && !(op === 'pte' && virt.cpl !== 3);
  const { old } = EXIT_HANDLER;
  if (info.ept) charge(machine, 'vmm', isPort(op) ? EXIT_HANDLER.user : EXIT_HANDLER.light);
  else if (isPort(op)) charge(machine, 'vmm', old.port);
  else charge(machine, 'vmm', reflect ? old.fault : op === 'pte' ? old.pte : EXIT_HANDLER.light);
  if (reflect) {
    emit(machine, 'handle', vmmControl(machine), 'none', 'reflect');
    deliverFault(machine, vector, 'entry', true);
    return 'reflected';
  }
  if (op === 'pte') charge(machine, 'guest', OPS[op].cost);
  applyTo(machine, instruction, virt);
  emit(machine, 'handle', vmmControl(machine));
  leave(machine, 'entry');
  return 'exit';
}
