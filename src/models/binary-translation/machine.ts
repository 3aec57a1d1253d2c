/** Why: what a guest is made of, whoever runs it: its code, its CPU, its memory, its devices. And how it runs on bare metal. */
import { execute, type Core, type Cpu, type Ports, type Privileged } from './cpu';
import { Fault, KERNEL_STACK, Memory } from './memory';
import { decode, DecodeError } from './decode';
import { ESP, type Instruction } from './x86';

/** Guest software: bytes by address, where it starts, its interrupt handlers. */
export interface Image {
  readonly code: Readonly<Record<number, readonly number[]>>;
  readonly entry: number;
  readonly gates: Readonly<Record<number, number>>;
  readonly if: 0 | 1;
}

/** Why a guest stopped: HLT; an instruction that it may not do, or that does not exist; or it was told to stop there. */
export type Stop = 'halted' | '#GP' | '#UD' | 'limit';

/** A guest as it stands after power-on: kernel mode, stack at its place, everything else 0. */
export function powerOn(image: Image, traced: boolean) {
  const core: Core = { regs: Array.from({ length: 8 }, () => 0), flags: 0, eip: image.entry };
  core.regs[ESP] = KERNEL_STACK;
  const own: Privileged = { if: image.if, cpl: 0, cr3: 0 };
  const ports: Ports = { reads: 0, written: [] };
  const memory = new Memory(image.code, traced);
  return { core, own, ports, memory, gates: image.gates };
}

/** Everything that guest software can find out about itself; time is not among it. */
export function visible({ core, own, memory, ports }: Cpu) {
  return {
    regs: [...core.regs],
    flags: core.flags,
    eip: core.eip,
    ...own,
    memory: memory.words(),
    reads: ports.reads,
    written: [...ports.written],
  };
}

/** The guest alone on the machine, in ring 0, for at most `limit` instructions. `seen` is told each one before it runs. */
export function runBare(
  image: Image,
  limit: number,
  seen: (instruction: Instruction, cpu: Cpu) => void = () => undefined,
): { readonly cpu: Cpu; readonly stop: Stop; readonly executed: number } {
  const cpu: Cpu = powerOn(image, false);
  for (let executed = 0; executed < limit; executed++) {
    try {
      const instruction = decode(cpu.memory.read8, cpu.core.eip);
      seen(instruction, cpu);
      if (!execute(cpu, instruction)) return { cpu, stop: 'halted', executed: executed + 1 };
    } catch (error) {
      if (error instanceof DecodeError) return { cpu, stop: '#UD', executed };
      if (error instanceof Fault && error.vector === '#GP') return { cpu, stop: '#GP', executed };
      throw error;
    }
  }
  return { cpu, stop: 'limit', executed: limit };
}
