/**
 * Why: every cycle that the model charges has a source. The software side is calibrated on one machine, a
 * 3.8 GHz Pentium 4 672 of 2005 (Adams & Agesen, ASPLOS 2006: “AA06”); the VM exit follows the chosen CPU.
 */
import type { Certainty, CpuId } from './types';

/** Cycles and how surely they are known. */
export interface Amount {
  readonly cycles: number;
  readonly certainty: Certainty;
}
const amount =
  (certainty: Certainty) =>
  (cycles: number): Amount => ({ cycles, certainty });
const measured = amount('measured');
const derived = amount('derived');
const unverified = amount('unverified');

/** Native cost of guest code, cycles, Pentium 4 672, 2006, AA06 unless said otherwise. */
export const NATIVE = {
  /** One plain instruction; AA06 `ptemod` native = 1. */
  plain: measured(1),
  /** Half of the AA06 `syscall` pair of about 242, from memory. */
  syscall: unverified(121),
  /** AA06 `in` from port 0x80 = 3209; OUT is taken as equal. */
  in: measured(3209),
  out: derived(3209),
  /** AA06 `cr8wr`: about 140, from “35 is 4 times faster”. */
  cr8: derived(140),
  /** AA06 `call/ret` pair = 11: 5.5 each. */
  call: derived(5.5),
  /** Reading and writing flags or segment registers: an estimate. */
  flags: unverified(10),
  /** Serializing instructions (LGDT, MOV CR3, INVLPG, CPUID): an estimate. */
  serial: unverified(100),
} as const;

/** A guest exception with handler and return on bare metal, cycles, AA06: `pgfault` 1093, `divzero` 889. */
export const FAULT = { '#PF': measured(1093), '#DE': measured(889), '#GP': derived(889) } as const;
/** A timer interrupt taken by the guest: as an exception (AA06 `divzero`). */
export const INTERRUPT = derived(889);

/** Deprivileged and translation: a software VMM on the Pentium 4 672, cycles. */
export const SOFTWARE = {
  /** Exception into the VMM and back out: as AA06 `divzero` native. */
  crossing: derived(889),
  /** Its work on one trap: AA06 `syscall` under BT costs native + about 2000; 2000 − 889. */
  handler: derived(1111),
  /** Passing a guest's own fault on: AA06 BT − native (3927 − 1093, 3223 − 889), less the crossing. */
  reflect: { '#PF': derived(1945), '#DE': derived(1445), '#GP': derived(1445) },
  /** A write to a write-protected page table, taken as a trap: as a page fault under BT, 3927 in all. */
  pte: derived(3037),
  /** An emulated port access: AA06 `in` under BT is “15 times faster than native”, 3209 / 15. */
  port: derived(214),
} as const;

/** Translated code, cycles, Pentium 4 672, AA06 binary translation column. */
export const TRANSLATED = {
  /** Rewritten in place, no call: an estimate (one load or store of the virtual CPU and its check). */
  inline: unverified(10),
  /** AA06 `cr8wr` under BT. */
  cr8: measured(35),
  /** A call of the VMM from translated code: AA06 `ptemod` under BT, 391 less the write itself. */
  callout: derived(390),
  /** Extra on a RET: AA06 `call/ret` 51 against 11 (the target is looked up). */
  ret: derived(40),
  /** Translating one instruction, once: an estimate. */
  once: unverified(300),
} as const;

/** Xen, cycles: estimates; a hypercall crosses rings as a system call does. */
export const XEN = {
  crossing: unverified(242),
  handler: unverified(300),
  /** What a changed kernel does in memory in place of the instruction. */
  memory: unverified(5),
} as const;

/** The VMM's work on a VM exit, cycles, beside the round trip of the CPU. */
export const EXIT_HANDLER = {
  /** Handled in the kernel: full KVM hypercall of about 1300 (Dall et al., ISCA 2016, from memory) less the round trip. */
  light: unverified(750),
  /** And on to user space: KVM/AMD loop of 2528–2576 less VMRUN of 1344–1376 (LKML, December 2020), on top of light. */
  user: unverified(1942),
  /** 2005–2008, AA06 VT-x column less a round trip of 3963 (and less the native part). */
  old: { port: derived(11863), fault: derived(6186), pte: derived(8769) },
  /** A guest exception that needs no exit is still a little dearer: AA06 `divzero` 1014 against 889. */
  native: derived(125),
} as const;

export interface CpuInfo {
  /** VM exit and entry, TSC ticks ≈ cycles: CPUID exit with an empty handler. */
  readonly roundTrip: Amount;
  /** The part that was measured. */
  readonly part: string;
  /** Year of the microarchitecture's first product. */
  readonly year: number;
  /** Has nested paging (EPT), so page tables are the guest's own business. */
  readonly ept: boolean;
}

const cpu = (ticks: number, part: string, year: number, ept = true): CpuInfo => ({
  roundTrip: measured(ticks),
  part,
  year,
  ept,
});

/**
 * Round trips: medians of 20 runs from the public measurements of `yulyugin/vmlatency` (not peer-reviewed).
 * Prescott: Agesen et al., USENIX ATC 2012, from memory.
 */
export const CPU_INFO: Readonly<Record<CpuId, CpuInfo>> = {
  prescott: { roundTrip: unverified(3963), part: 'Pentium 4 672', year: 2005, ept: false },
  merom: cpu(1686, 'Core 2 T7400', 2006, false),
  penryn: cpu(1118, 'Core 2 Duo E8500', 2008, false),
  nehalem: cpu(950, 'Core i5-760', 2008),
  westmere: cpu(723, 'Xeon X5650', 2010),
  'sandy-bridge': cpu(805, 'Core i7-2600', 2011),
  'ivy-bridge': cpu(716, 'Xeon E5-2697 v2', 2012),
  haswell: cpu(544, 'Core i7-4790K', 2013),
  broadwell: cpu(469, 'Core i7-5600U', 2014),
  skylake: cpu(632, 'Core i7-6700K', 2015),
  'kaby-lake': cpu(568, 'Core i7-7700', 2016),
  'coffee-lake': cpu(539, 'Core i7-8700K', 2017),
  'cascade-lake': cpu(518, 'Xeon Gold 6252N', 2019),
};
