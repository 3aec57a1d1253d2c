/**
 * Why: what a guest instruction costs by each way. All cycles are those of one machine, the 3.8 GHz Pentium 4 672 of
 * 2005 (machine unverified), from the same calibration as the rings model: Adams & Agesen, ASPLOS 2006.
 */
import { CPU_INFO, EXIT_HANDLER, NATIVE, SOFTWARE, TRANSLATED } from '../rings/costs';
import type { OpKind } from './x86';

/** native: alone on the machine. trap: deprivileged, trap and emulate. vtx: hardware, first generation, no nested paging. */
export const RIVALS = ['native', 'trap', 'vtx'] as const;
export type Rival = (typeof RIVALS)[number];

const EXIT = CPU_INFO.prescott.roundTrip.cycles;
const TRAP = SOFTWARE.crossing.cycles + SOFTWARE.handler.cycles;
const { cycles: plain } = NATIVE.plain;

const same = (cycles: number): Readonly<Record<Rival, number>> => ({
  native: cycles,
  trap: cycles,
  vtx: cycles,
});
const PLAIN = same(plain);
const CALL = same(NATIVE.call.cycles);
const FLAGS = same(NATIVE.flags.cycles);
/** CLI and STI trap in ring 1; VT-x gives the guest an IF of its own. */
const INTERRUPT_FLAG = { ...FLAGS, trap: TRAP };
const CR3 = { native: NATIVE.serial.cycles, trap: TRAP, vtx: EXIT + EXIT_HANDLER.light.cycles };
const PORT = {
  native: NATIVE.in.cycles,
  trap: TRAP + SOFTWARE.port.cycles,
  vtx: EXIT + EXIT_HANDLER.old.port.cycles,
};
const SYSCALL = same(NATIVE.syscall.cycles);

const PRICE: Partial<Record<OpKind, Readonly<Record<Rival, number>>>> = {
  call: CALL,
  ret: CALL,
  cli: INTERRUPT_FLAG,
  sti: INTERRUPT_FLAG,
  /** In ring 1 these two do not trap: cheap, and wrong. */
  pushf: FLAGS,
  popf: FLAGS,
  'load-cr3': CR3,
  'store-cr3': CR3,
  in: PORT,
  out: PORT,
  int: { ...SYSCALL, trap: SYSCALL.trap + TRAP },
  iret: SYSCALL,
  /** The program's end: what an idle guest costs is another story. */
  hlt: same(0),
};

/** A store to a page table that the VMM write-protects. */
const TRACED_STORE: Readonly<Record<Rival, number>> = {
  native: plain,
  trap: plain + SOFTWARE.crossing.cycles + SOFTWARE.pte.cycles,
  vtx: plain + EXIT + EXIT_HANDLER.old.pte.cycles,
};

/** Cycles of one guest instruction; `traced`: it writes to a page table. */
export const rivalPrice = (kind: OpKind, traced: boolean): Readonly<Record<Rival, number>> =>
  traced ? TRACED_STORE : (PRICE[kind] ?? PLAIN);

/** guest: the guest's own work. vmm: call-outs, faults, look-ups. translate: misses and translation, once a block. */
export const PARTS = ['guest', 'vmm', 'translate'] as const;
export type Part = (typeof PARTS)[number];

/** A visit to the VMM from translated code: the table is asked. Taken as a call-out. */
export const VISIT = TRANSLATED.callout.cycles;
/** Translating so many instructions, once: an estimate. */
export const translationPrice = (instructions: number): number => TRANSLATED.once.cycles * instructions;
/** Rewritten in place: an estimate. */
export const INLINE = TRANSLATED.inline.cycles;
/** RET's look-up in the cache, beside the RET itself. */
export const LOOKUP = TRANSLATED.ret.cycles;
/** A fault on a traced page, into the VMM and back, beside the store itself. */
export const FAULT = SOFTWARE.crossing.cycles + SOFTWARE.pte.cycles;
/** User code asks for its kernel: the VMM passes it on. */
export const FORWARD = TRAP;

/** What a call-out costs: the guest's part and the VMM's. */
export function calloutPrice(kind: OpKind): { readonly guest: number; readonly vmm: number } {
  if (kind === 'in' || kind === 'out') return { guest: 0, vmm: SOFTWARE.port.cycles };
  // The pair of INT and IRET costs native + 2000, all of it charged on the way in (`FORWARD`).
  if (kind === 'iret') return { guest: NATIVE.syscall.cycles, vmm: 0 };
  if (kind === 'int') return { guest: NATIVE.syscall.cycles, vmm: FORWARD };
  if (kind === 'hlt') return { guest: 0, vmm: 0 };
  return { guest: rivalPrice(kind, false).native, vmm: VISIT };
}

/** How a published number is known where it was not simply read: by arithmetic, or from memory. */
type Sure = 'derived' | 'unverified';
export interface Published {
  readonly id: string;
  readonly native: number;
  readonly bt: number;
  readonly vtx: number;
  readonly derived: Partial<Record<'native' | 'bt' | 'vtx', Sure>>;
}
const published = (
  id: string,
  [native, bt, vtx]: readonly [number, number, number],
  derived: Published['derived'] = {},
): Published => ({ id, native, bt, vtx, derived });

/** The nanobenchmarks of Adams and Agesen, cycles: native, binary translation, VT-x of the first generation. */
export const PUBLISHED: readonly Published[] = [
  published('syscall', [242, 2242, 242], { native: 'unverified', bt: 'unverified', vtx: 'unverified' }),
  published('in', [3209, 214, 15826], { bt: 'derived' }),
  published('cr8wr', [140, 35, 140], { native: 'derived', vtx: 'derived' }),
  published('call-ret', [11, 51, 11]),
  published('pgfault', [1093, 3927, 11242]),
  published('divzero', [889, 3223, 1014]),
  published('ptemod', [1, 391, 12733]),
];
