/**
 * Why: what each kind of VMM does around an instruction. The instruction's meaning is always that of
 * `isa.ts`; a technique only decides on which CPU it is applied, and by which way control gets there.
 */
import { direct } from './direct';
import { hardware } from './hardware';
import type { How } from './legs';
import type { Machine } from './machine';
import { paravirtual } from './paravirtual';
import type { Instruction } from './programs';
import { translated } from './translation';

/** Runs one instruction under the machine's technique and emits its legs. */
export function execute(machine: Machine, instruction: Instruction, index: number): How {
  const kernel = machine.virt.cpl !== 3;
  switch (machine.technique) {
    case 'bare':
    case 'deprivileged':
      return direct(machine, instruction);
    case 'translation':
      return kernel ? translated(machine, instruction, index) : direct(machine, instruction);
    case 'xen-32':
    case 'xen-64':
      return kernel ? paravirtual(machine, instruction) : direct(machine, instruction);
    case 'hardware':
      return hardware(machine, instruction);
  }
}
