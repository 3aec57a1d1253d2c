/**
 * Why: trap and emulate, for contrast: the guest's own bytes in ring 1, and a VMM that hears of nothing but exceptions.
 * It shows, by running it, whether a program would come out right without translation.
 */
import { execute, type Cpu } from './cpu';
import { powerOn, type Image } from './machine';
import { Fault } from './memory';
import { decode } from './decode';
import type { Instruction } from './x86';

/** What differs between two guests, beside memory. */
const glance = ({ core, own }: Cpu) => [...core.regs, core.flags, core.eip, own.if, own.cpl, own.cr3].join();

/**
 * Runs the program both ways, one instruction of each at a time, for at most `limit` instructions.
 * @returns the first instruction after which trap and emulate has the guest in another state than bare metal has, or null
 */
export function firstWrong(
  image: Image,
  limit: number,
): { readonly of: Instruction; readonly done: number } | null {
  const bare: Cpu = powerOn(image, false);
  const virtual: Cpu = powerOn(image, true);
  const real: Cpu = { ...virtual, own: { if: 1, cpl: 1, cr3: 0 } };
  for (let done = 1; done <= limit; done++) {
    const of = decode(bare.memory.read8, bare.core.eip);
    const going = execute(bare, of);
    // IRET and INT change the ring: the VMM must see them, and is assumed to.
    if (of.op.kind === 'iret' || of.op.kind === 'int') virtual.memory.asVmm(() => execute(virtual, of));
    else trapAndEmulate(real, virtual, of);
    real.own.cpl = virtual.own.cpl === 3 ? 3 : 1;
    if (glance(bare) !== glance(virtual)) return { of, done };
    if (!going) return null;
  }
  return null;
}

function trapAndEmulate(real: Cpu, virtual: Cpu, of: Instruction): void {
  try {
    execute(real, of);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    virtual.memory.asVmm(() => execute(virtual, of));
  }
}
