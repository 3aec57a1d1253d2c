/**
 * Why: one meaning for each instruction. Which CPU is handed in (the real one, or the virtual one that the VMM keeps
 * for its guest) decides what translation makes of it: the translator has no semantics of its own.
 */
import { arithmetic, FLAG, holds } from './flags';
import { ESP, type Instruction, type Operand } from './x86';
import { Fault, KERNEL_STACK, type Memory } from './memory';

const ARITHMETIC_FLAGS = 0x8d5;
const IF_BIT = 0x200;

/** Registers that user code may change freely: shared by the real and the virtual CPU. */
export interface Core {
  /** eax … edi, 32 bits, unsigned. */
  readonly regs: number[];
  /** CF, PF, AF, ZF, SF, OF at their places in EFLAGS. */
  flags: number;
  eip: number;
}

/** What privilege guards; the real CPU has its own beside the guest's. */
export interface Privileged {
  if: 0 | 1;
  cpl: 0 | 1 | 3;
  cr3: number;
}

/** Devices: IN gives how often it was asked, OUT is kept. */
export interface Ports {
  reads: number;
  readonly written: number[];
}

export interface Cpu {
  readonly core: Core;
  readonly own: Privileged;
  readonly memory: Memory;
  readonly ports: Ports;
  /** Handlers by vector. */
  readonly gates: Readonly<Record<number, number>>;
}

const locate = ({ regs }: Core, base: number | null, disp: number) =>
  ((base === null ? 0 : regs[base]!) + disp) >>> 0;

export function load({ core, memory }: Cpu, from: Operand): number {
  if (from.kind === 'imm') return from.value >>> 0;
  return from.kind === 'reg' ? core.regs[from.reg]! : memory.read32(locate(core, from.base, from.disp));
}
function store({ core, memory }: Cpu, to: Operand, value: number): void {
  if (to.kind === 'reg') core.regs[to.reg] = value >>> 0;
  else if (to.kind === 'mem') memory.write32(locate(core, to.base, to.disp), value);
}

/** Memory first, then ESP: a fault leaves the CPU as it was. */
export function push({ core, memory }: Cpu, value: number): void {
  const esp = (core.regs[ESP]! - 4) >>> 0;
  memory.write32(esp, value);
  core.regs[ESP] = esp;
}
export function pop({ core, memory }: Cpu): number {
  const value = memory.read32(core.regs[ESP]!);
  core.regs[ESP] = (core.regs[ESP]! + 4) >>> 0;
  return value;
}

/** EFLAGS as PUSHF stores them: bit 1 is always set, IOPL is 0. */
export const flagsImage = ({ core, own }: Cpu): number => core.flags | 2 | (own.if ? IF_BIT : 0);
/** POPF and IRET: IF changes in ring 0 only (IOPL is 0), and elsewhere nothing is said about it. */
function setFlags({ core, own }: Cpu, image: number): void {
  core.flags = image & ARITHMETIC_FLAGS;
  if (own.cpl === 0) own.if = image & IF_BIT ? 1 : 0;
}

const privileged = ({ own }: Cpu) => {
  if (own.cpl !== 0) throw new Fault('#GP');
};

/** INT: a trap gate into ring 0, as Linux uses for 0x80 (IF stays). From ring 3 the kernel's stack is taken. */
function interrupt(cpu: Cpu, vector: number, after: number): void {
  const handler = cpu.gates[vector];
  if (handler === undefined || cpu.own.cpl === 1) throw new Fault('#GP');
  const { core, own } = cpu;
  const image = flagsImage(cpu);
  const user = own.cpl === 3;
  const esp = core.regs[ESP]!;
  if (user) {
    core.regs[ESP] = KERNEL_STACK;
    push(cpu, 0x2b);
    push(cpu, esp);
  }
  push(cpu, image);
  push(cpu, user ? 0x23 : 0x10);
  push(cpu, after);
  own.cpl = 0;
  core.eip = handler;
}

function interruptReturn(cpu: Cpu): void {
  const { core, own } = cpu;
  const eip = pop(cpu);
  const cs = pop(cpu);
  const image = pop(cpu);
  setFlags(cpu, image);
  if ((cs & 3) === 3 && own.cpl !== 3) {
    const esp = pop(cpu);
    own.cpl = 3;
    core.regs[ESP] = esp;
  }
  core.eip = eip;
}

/**
 * Executes one instruction; `eip` then says where to go on.
 * @returns whether the CPU goes on (false after HLT)
 * @throws Fault before anything was changed
 */
export function execute(cpu: Cpu, { at, bytes, op }: Instruction): boolean {
  const { core, own, ports } = cpu;
  const after = at + bytes.length;
  switch (op.kind) {
    case 'nop':
      break;
    case 'mov':
      store(cpu, op.to, load(cpu, op.from));
      break;
    case 'arithmetic': {
      const { result, flags } = arithmetic(op.name, load(cpu, op.to), load(cpu, op.from));
      if (op.name !== 'cmp' && op.name !== 'test') store(cpu, op.to, result);
      core.flags = flags;
      break;
    }
    case 'step': {
      const { result, flags } = arithmetic(op.by === 1 ? 'add' : 'sub', load(cpu, op.to), 1);
      store(cpu, op.to, result);
      core.flags = (flags & ~FLAG.CF) | (core.flags & FLAG.CF);
      break;
    }
    case 'push':
      push(cpu, load(cpu, op.from));
      break;
    case 'pop':
      store(cpu, op.to, pop(cpu));
      break;
    case 'jcc':
      core.eip = holds(op.condition, core.flags) ? op.target : after;
      return true;
    case 'jmp':
      core.eip = op.target;
      return true;
    case 'call':
      push(cpu, after);
      core.eip = op.target;
      return true;
    case 'ret':
      core.eip = pop(cpu);
      return true;
    case 'cli':
    case 'sti':
      privileged(cpu);
      own.if = op.kind === 'sti' ? 1 : 0;
      break;
    case 'pushf':
      push(cpu, flagsImage(cpu));
      break;
    case 'popf':
      setFlags(cpu, pop(cpu));
      break;
    case 'load-cr3':
      privileged(cpu);
      own.cr3 = core.regs[op.reg]!;
      break;
    case 'store-cr3':
      privileged(cpu);
      core.regs[op.reg] = own.cr3;
      break;
    case 'in':
      privileged(cpu);
      core.regs[0] = ((core.regs[0]! & ~255) | (ports.reads++ & 255)) >>> 0;
      break;
    case 'out':
      privileged(cpu);
      ports.written.push(core.regs[0]! & 255);
      break;
    case 'int':
      interrupt(cpu, op.vector, after);
      return true;
    case 'iret':
      interruptReturn(cpu);
      return true;
    case 'hlt':
      privileged(cpu);
      core.eip = after;
      return false;
    default:
      return op satisfies never;
  }
  core.eip = after;
  return true;
}
