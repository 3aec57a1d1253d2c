/**
 * Why: the parts that every technique works with: the real CPU, the virtual CPU that the guest should see,
 * the guest's own memory and devices, and a record of each leg of the way that control takes.
 */
import { CPU_INFO, type Amount, type CpuInfo } from './costs';
import { SELECTOR, type Cpu, type Guest } from './isa';
import { guestControl, settleRing, vmmControl } from './control';
import type { Program } from './programs';
import type {
  CacheEntry,
  Certainty,
  Control,
  CostPart,
  CpuId,
  MoveKind,
  Phase,
  Ring,
  Technique,
} from './types';

/** What a leg is about, beyond its phase; captions tell these apart. */
export type Detail = '' | 'refused' | 'reflect' | 'withhold' | 'pending' | 'window' | 'inject' | 'forward';

/** One leg of an instruction's way, and the machine as it stood at its end. */
export interface Leg {
  readonly phase: Phase;
  readonly control: Control;
  readonly kind: MoveKind;
  readonly detail: Detail;
  readonly real: Cpu;
  readonly virtualIf: 0 | 1;
  readonly guest: Guest;
  readonly timer: 'idle' | 'pending' | 'withheld' | 'delivered';
  readonly cost: Readonly<Record<CostPart, number>>;
  readonly certainty: Certainty;
  readonly traps: number;
  readonly exits: number;
  readonly hypercalls: number;
  readonly cache: readonly CacheEntry[];
}

export interface Machine {
  readonly technique: Technique;
  readonly info: CpuInfo;
  readonly program: Program;
  /** The CPU that executes. On bare metal and in non-root mode it is the guest's own. */
  readonly real: Cpu;
  /** The CPU that the guest should see; the VMM keeps it. The same object as `real` where there is no copy. */
  readonly virt: Cpu;
  readonly guest: Guest;
  control: Control;
  timer: Leg['timer'];
  /** The guest's handler was entered from this ring and returns there. */
  handlerFrom: Ring | null;
  cache: CacheEntry[];
  cost: Record<CostPart, number>;
  certainty: Certainty;
  traps: number;
  exits: number;
  hypercalls: number;
  readonly legs: Leg[];
}

/** What the host keeps in the registers that a CPU has only once. */
export const HOST = {
  gdtr: 0xffc18000,
  idtr: 0xffc17000,
  ldtr: 0,
  tr: 0xe040,
  cr0: 0x8005003b,
  cr3: 0x9f000,
};
export const isXen = (technique: Technique): boolean => technique === 'xen-32' || technique === 'xen-64';
/** The VMM is software alone, so the real CPU and the virtual one are two. */
export const isSplit = (technique: Technique): boolean => technique !== 'bare' && technique !== 'hardware';

export function createMachine(program: Program, technique: Technique, cpu: CpuId): Machine {
  const info = CPU_INFO[cpu];
  const user = program.code[0]?.ring === 3;
  const virt: Cpu = {
    cpl: user ? 3 : 0,
    iopl: 0,
    if: program.if,
    gdtr: 0xc1fc0000,
    idtr: 0xc1fb0000,
    ldtr: 0x48,
    tr: 0x40,
    cs: user ? SELECTOR.userCs : SELECTOR.kernelCs,
    ss: user ? SELECTOR.userSs : SELECTOR.kernelSs,
    cr0: 0x80050033,
    cr3: 0x5000,
    cr8: 0,
    flatDpl: 0,
    shadowed: technique === 'hardware' && !info.ept,
  };
  const real: Cpu = isSplit(technique)
    ? { ...virt, ...HOST, if: 1, shadowed: true, flatDpl: isXen(technique) ? 0 : 1 }
    : virt;
  const machine: Machine = {
    technique,
    info,
    program,
    real,
    virt,
    guest: {
      ax: 0,
      zf: 0,
      stack: [],
      work: 0,
      pte: 0x6000,
      tlb: null,
      port: [],
      events: [],
      halted: false,
    },
    control: { ring: 0, mode: 'plain', code: 'vmm' },
    timer: 'idle',
    handlerFrom: null,
    cache: [],
    cost: { guest: 0, crossing: 0, vmm: 0, translate: 0 },
    certainty: 'measured',
    traps: 0,
    exits: 0,
    hypercalls: 0,
    legs: [],
  };
  settleRing(machine, true);
  machine.control = technique === 'translation' && !user ? vmmControl(machine) : guestControl(machine);
  return machine;
}

const RANK: readonly Certainty[] = ['measured', 'derived', 'unverified'];
/** Adds cycles to one part of the bill; the bill is as certain as its least certain item. */
export function charge(machine: Machine, part: CostPart, { cycles, certainty }: Amount, times = 1): void {
  machine.cost[part] += cycles * times;
  if (RANK.indexOf(certainty) > RANK.indexOf(machine.certainty)) machine.certainty = certainty;
}

export function emit(
  machine: Machine,
  phase: Phase,
  control: Control,
  kind: MoveKind = 'none',
  detail: Detail = '',
): void {
  const { guest, cost, real, virt, timer, certainty, traps, exits, hypercalls, cache } = machine;
  machine.control = control;
  machine.legs.push({
    phase,
    control,
    kind,
    detail,
    real: { ...real },
    virtualIf: virt.if,
    guest: { ...guest, stack: [...guest.stack], port: [...guest.port], events: [...guest.events] },
    timer,
    cost: { ...cost },
    certainty,
    traps,
    exits,
    hypercalls,
    cache: [...cache],
  });
}

/** Everything that guest software can find out about itself, by name; time is not among it. */
export function visibleState({ guest, virt }: Machine): Readonly<Record<string, string | number>> {
  return {
    ax: guest.ax,
    zf: guest.zf,
    stack: guest.stack.join(),
    memory: `${guest.work} ${guest.pte} ${guest.tlb}`,
    device: guest.port.join(),
    events: guest.events.join(),
    halted: Number(guest.halted),
    interrupts: virt.if,
    ring: virt.cpl,
    tables: `${virt.gdtr} ${virt.idtr} ${virt.cr0} ${virt.cr3} ${virt.cr8}`,
  };
}
