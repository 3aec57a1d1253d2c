/**
 * Why: one meaning for each instruction. `check` says which exception a CPU raises before it does anything;
 * `apply` is the whole effect. Whether the real CPU or a VMM's virtual CPU is handed in decides what a
 * technique makes of it: no technique has semantics of its own.
 */
import { NATIVE, type Amount } from './costs';
import type { Ring } from './types';

export type Vector = '#GP' | '#PF' | '#DE';

/** A CPU's own state: of the real one, or of the virtual one that a VMM keeps for its guest. */
export interface Cpu {
  cpl: Ring;
  iopl: Ring;
  if: 0 | 1;
  gdtr: number;
  idtr: number;
  ldtr: number;
  tr: number;
  cs: number;
  ss: number;
  cr0: number;
  cr3: number;
  cr8: number;
  /** DPL of the kernel's flat code and data segments in the descriptor table in use. */
  flatDpl: Ring;
  /** Page tables are write-protected because a VMM shadows them. */
  shadowed: boolean;
}

/** What guest software can look at: its general registers and memory, its devices, what was delivered to it. */
export interface Guest {
  ax: number;
  zf: 0 | 1;
  stack: number[];
  work: number;
  pte: number;
  /** Cached translation, or null. */
  tlb: number | null;
  port: number[];
  /** Exceptions and interrupts in the order in which the guest kernel saw them. */
  events: string[];
  halted: boolean;
}

/** plain: neither reads nor changes privileged state · switch: crosses between user and kernel by design. */
export type Nature = 'plain' | 'switch' | 'privileged' | 'sensitive';

export interface Op {
  readonly nature: Nature;
  readonly cost: Amount;
  readonly check?: (cpu: Cpu, guest: Guest) => Vector | null;
  readonly apply: (cpu: Cpu, guest: Guest, arg: number) => void;
}

/** Selectors of the guest's own GDT. `lone*`: segments with DPL 0 that no VMM has rewritten. */
export const SELECTOR = {
  kernelCs: 0x10,
  kernelSs: 0x18,
  userCs: 0x23,
  userSs: 0x2b,
  loneData: 0x30,
  loneCode: 0x38,
};
/** Bits of EFLAGS as PUSHF stores them. */
const IF_BIT = 0x200;

const rpl = (selector: number) => selector & 3;
const dplOf = (cpu: Cpu, selector: number): number => {
  const index = selector & ~3;
  if (index === SELECTOR.kernelCs || index === SELECTOR.kernelSs) return cpu.flatDpl;
  if (index === (SELECTOR.userCs & ~3) || index === (SELECTOR.userSs & ~3)) return 3;
  return index === SELECTOR.loneData || index === SELECTOR.loneCode ? 0 : -1;
};
const top = (guest: Guest) => guest.stack.at(-1) ?? 0;
const ring0 = (cpu: Cpu) => (cpu.cpl === 0 ? null : '#GP');
const ioplAllows = (cpu: Cpu) => (cpu.cpl <= cpu.iopl ? null : '#GP');
const visible = (cpu: Cpu) => cpu.cpl <= dplOf(cpu, SELECTOR.loneData);
const codeSegment = (selector: number) => (cpu: Cpu) =>
  dplOf(cpu, selector) === cpu.cpl && rpl(selector) <= cpu.cpl ? null : '#GP';

const read = (get: (cpu: Cpu) => number): Op => ({
  nature: 'sensitive',
  cost: NATIVE.flags,
  apply: (cpu, guest) => void (guest.ax = get(cpu)),
});
const probe = (value?: (cpu: Cpu) => number): Op => ({
  nature: 'sensitive',
  cost: NATIVE.flags,
  apply: (cpu, guest) => {
    guest.zf = visible(cpu) ? 1 : 0;
    if (value && guest.zf) guest.ax = value(cpu);
  },
});
const privileged = (cost: Amount, apply: Op['apply'], check: Op['check'] = ring0): Op => ({
  nature: 'privileged',
  cost,
  check,
  apply,
});
const plain = (apply: Op['apply'], cost: Amount = NATIVE.plain, check?: Op['check']): Op => ({
  nature: 'plain',
  cost,
  apply,
  ...(check && { check }),
});

const ops = {
  work: plain((_, guest) => void guest.work++),
  mov: plain((_, guest, arg) => void (guest.ax = arg)),
  push: plain((_, guest, arg) => void guest.stack.push(arg)),
  pop: plain((_, guest) => void (guest.ax = guest.stack.pop() ?? 0)),
  /** Tests the two privilege bits of a selector in %ax. */
  test: plain((_, guest) => void (guest.zf = (guest.ax & 3) === 0 ? 1 : 0)),
  load: plain((_, guest) => void (guest.ax = guest.tlb ??= guest.pte)),
  touch: plain(
    () => undefined,
    NATIVE.plain,
    () => '#PF',
  ),
  div: plain(
    () => undefined,
    NATIVE.plain,
    () => '#DE',
  ),
  call: plain(() => undefined, NATIVE.call),
  ret: plain(() => undefined, NATIVE.call),
  /** A store into a page table: an ordinary instruction on memory that a VMM cares about. */
  pte: plain(
    (_, guest, arg) => void (guest.pte = arg),
    NATIVE.plain,
    (cpu) => (cpu.cpl === 3 || cpu.shadowed ? '#PF' : null),
  ),
  cpuid: plain((_, guest) => void (guest.ax = 0x16), NATIVE.serial),

  syscall: {
    nature: 'switch',
    cost: NATIVE.syscall,
    apply: (cpu: Cpu) => void Object.assign(cpu, { cpl: 0, cs: SELECTOR.kernelCs, ss: SELECTOR.kernelSs }),
  },
  sysret: privileged(
    NATIVE.syscall,
    (cpu) => void Object.assign(cpu, { cpl: 3, cs: SELECTOR.userCs, ss: SELECTOR.userSs }),
  ),
  cli: privileged(NATIVE.flags, (cpu) => void (cpu.if = 0), ioplAllows),
  sti: privileged(NATIVE.flags, (cpu) => void (cpu.if = 1), ioplAllows),
  hlt: privileged(NATIVE.plain, (_, guest) => void (guest.halted = true)),
  lgdt: privileged(NATIVE.serial, (cpu, _, arg) => void (cpu.gdtr = arg)),
  lidt: privileged(NATIVE.serial, (cpu, _, arg) => void (cpu.idtr = arg)),
  'mov-cr0': privileged(NATIVE.serial, (cpu, _, arg) => void (cpu.cr0 = arg)),
  'mov-cr3': privileged(NATIVE.serial, (cpu, guest, arg) => {
    cpu.cr3 = arg;
    guest.tlb = null;
  }),
  'mov-cr8': privileged(NATIVE.cr8, (cpu, _, arg) => void (cpu.cr8 = arg)),
  invlpg: privileged(NATIVE.serial, (_, guest) => void (guest.tlb = null)),
  in: privileged(NATIVE.in, (_, guest) => void (guest.ax = guest.port.length), ioplAllows),
  out: privileged(NATIVE.out, (_, guest, arg) => void guest.port.push(arg), ioplAllows),

  sgdt: read((cpu) => cpu.gdtr),
  sidt: read((cpu) => cpu.idtr),
  sldt: read((cpu) => cpu.ldtr),
  str: read((cpu) => cpu.tr),
  smsw: read((cpu) => cpu.cr0 & 0xffff),
  'mov-seg': read((cpu) => cpu.ss),
  pushf: {
    nature: 'sensitive',
    cost: NATIVE.flags,
    apply: (cpu: Cpu, guest: Guest) => void guest.stack.push(2 | (cpu.if * IF_BIT) | (cpu.iopl << 12)),
  },
  popf: {
    nature: 'sensitive',
    cost: NATIVE.flags,
    apply: (cpu: Cpu, guest: Guest) => {
      const flags = guest.stack.pop() ?? 0;
      if (cpu.cpl <= cpu.iopl) cpu.if = flags & IF_BIT ? 1 : 0;
      if (cpu.cpl === 0) cpu.iopl = ((flags >> 12) & 3) as Ring;
    },
  },
  'push-seg': {
    nature: 'sensitive',
    cost: NATIVE.flags,
    apply: (cpu: Cpu, guest: Guest, arg: number) => void guest.stack.push(arg ? cpu.ss : cpu.cs),
  },
  'pop-seg': {
    nature: 'sensitive',
    cost: NATIVE.flags,
    check: (cpu: Cpu, guest: Guest) =>
      rpl(top(guest)) === cpu.cpl && dplOf(cpu, top(guest)) === cpu.cpl ? null : '#GP',
    apply: (cpu: Cpu, guest: Guest) => void (cpu.ss = guest.stack.pop() ?? 0),
  },
  lar: probe((cpu) => 0x9300 | (dplOf(cpu, SELECTOR.loneData) << 13)),
  lsl: probe(() => 0xfffff),
  verr: probe(),
  verw: probe(),
  'call-far': {
    nature: 'sensitive',
    cost: NATIVE.flags,
    check: codeSegment(SELECTOR.kernelCs),
    apply: (cpu: Cpu, guest: Guest) => {
      guest.stack.push(cpu.cs);
      cpu.cs = SELECTOR.kernelCs | cpu.cpl;
    },
  },
  'jmp-far': {
    nature: 'sensitive',
    cost: NATIVE.flags,
    check: codeSegment(SELECTOR.loneCode),
    apply: (cpu: Cpu) => void (cpu.cs = SELECTOR.loneCode | cpu.cpl),
  },
  'ret-far': {
    nature: 'sensitive',
    cost: NATIVE.flags,
    check: (cpu: Cpu, guest: Guest) =>
      rpl(top(guest)) === cpu.cpl && dplOf(cpu, top(guest)) === cpu.cpl ? null : '#GP',
    apply: (cpu: Cpu, guest: Guest) => void (cpu.cs = guest.stack.pop() ?? 0),
  },
  int: {
    nature: 'sensitive',
    cost: NATIVE.syscall,
    check: ring0,
    apply: (_: Cpu, guest: Guest) => void guest.events.push('int'),
  },
} satisfies Record<string, Op>;

export type OpId = keyof typeof ops;
export const OPS: Readonly<Record<OpId, Op>> = ops;
