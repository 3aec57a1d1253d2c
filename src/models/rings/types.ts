/**
 * Why: what a view, a lesson and a question may know about the rings model. The model lives in `run.ts`;
 * these are its words: programs, techniques, CPUs, and the state of one step.
 */
import type { Message } from '../../lib/message';

/** The 18 sensitive unprivileged instructions as usually printed, in the order of the usual list. */
export const SENSITIVE_PROGRAMS = [
  'i-sgdt',
  'i-sidt',
  'i-sldt',
  'i-smsw',
  'i-pushf',
  'i-popf',
  'i-lar',
  'i-lsl',
  'i-verr',
  'i-verw',
  'i-pop-seg',
  'i-push-seg',
  'i-call-far',
  'i-jmp-far',
  'i-int',
  'i-ret-far',
  'i-str',
  'i-mov-seg',
] as const;

export const PROGRAMS = [
  'interrupts',
  'timer',
  'syscall',
  'red-pill',
  'push-cs',
  'page-table',
  'port-io',
  'cpuid',
  'hlt',
  'user-privileged',
  ...SENSITIVE_PROGRAMS,
] as const;
export type ProgramId = (typeof PROGRAMS)[number];

/**
 * bare: the guest kernel owns the machine · deprivileged: ring 1, trap and emulate · translation: ring 1,
 * kernel code rewritten before it runs · xen-32, xen-64: changed kernel in ring 1, ring 3 · hardware: VT-x.
 */
export const TECHNIQUES = ['bare', 'deprivileged', 'translation', 'xen-32', 'xen-64', 'hardware'] as const;
export type Technique = (typeof TECHNIQUES)[number];

/** Microarchitectures in order of birth; `prescott` is the Pentium 4 of 2005, the first with VT-x. */
export const CPUS = [
  'prescott',
  'merom',
  'penryn',
  'nehalem',
  'westmere',
  'sandy-bridge',
  'ivy-bridge',
  'haswell',
  'broadwell',
  'skylake',
  'kaby-lake',
  'coffee-lake',
  'cascade-lake',
] as const;
export type CpuId = (typeof CPUS)[number];

export interface RingsScenario {
  readonly program: ProgramId;
  readonly technique: Technique;
  readonly cpu: CpuId;
}

export type Ring = 0 | 1 | 2 | 3;

/** `plain`: VMX is off. With `hardware`, root is the VMM's mode and non-root the guest's, each with rings 0–3. */
export type CpuMode = 'plain' | 'root' | 'non-root';

/** Whose code the CPU runs. `translated`: guest kernel code as the translator rewrote it. */
export type Code = 'user' | 'guest-kernel' | 'translated' | 'vmm';

/** Where control is. */
export interface Control {
  readonly ring: Ring;
  readonly mode: CpuMode;
  readonly code: Code;
}

/**
 * How control went in this step. none: it stayed. syscall, return: guest user ↔ guest kernel. fault: an exception
 * to the guest kernel. interrupt: the guest's handler runs. trap, resume: to the VMM by an exception or a real
 * interrupt, and back. callout: translated code calls the VMM. hypercall · exit, entry: VMX.
 */
export type MoveKind =
  | 'none'
  | 'syscall'
  | 'return'
  | 'fault'
  | 'interrupt'
  | 'trap'
  | 'resume'
  | 'callout'
  | 'hypercall'
  | 'exit'
  | 'entry';

export interface Move {
  readonly kind: MoveKind;
  readonly from: Control;
  readonly to: Control;
  /** The way to the VMM that the CPU should have taken and did not: draw it barred with hazard stripes. */
  readonly missed: boolean;
}

/**
 * What became of an instruction, from harmless to bad. executed: ran directly, right result. fault: the guest's own
 * exception, as on bare metal. replaced: a changed kernel does it in memory, without the VMM. translated. hypercall.
 * trapped: exception to the VMM, which emulated it. exit: VM exit, emulated. wrong: the guest sees an exception that
 * bare metal does not raise. silent: ran without any trap, and the guest now holds a wrong result.
 */
export const OUTCOMES = [
  'executed',
  'fault',
  'replaced',
  'translated',
  'hypercall',
  'trapped',
  'exit',
  'wrong',
  'silent',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Line {
  /** Unique in the program; step ids begin with it. */
  readonly label: string;
  /** Assembly as printed, AT&T syntax: `mov %cs, %ax`. */
  readonly text: string;
  /** The ring that the program's author wrote it for. */
  readonly ring: 0 | 3;
  /** The instruction that this program is about. */
  readonly key: boolean;
  /** What became of it, once it has run. */
  readonly outcome: Outcome | null;
}

export const REGISTERS = [
  'cpl',
  'iopl',
  'if',
  'virtual-if',
  'believed-if',
  'gdtr',
  'idtr',
  'ldtr',
  'tr',
  'cs',
  'ss',
  'cr0',
  'cr3',
  'zf',
  'ax',
  'stack',
] as const;
export type RegisterId = (typeof REGISTERS)[number];

export interface Register {
  readonly id: RegisterId;
  /** Ready to print, e.g. `0x11`; `—` when the technique has no such thing. */
  readonly value: string;
  /** Whose value stands there. */
  readonly owner: 'guest' | 'host';
  readonly changed: boolean;
  /** Holds something that bare metal would not show the guest. */
  readonly trouble: boolean;
  /** What bare metal holds at this point, when `trouble` and other than `value`. */
  readonly bare?: string;
}

/** A kernel instruction in the translation cache. */
export interface CacheEntry {
  readonly label: string;
  readonly from: string;
  readonly to: string;
  /** Copied as it is, rewritten in place, or turned into a call of the VMM. */
  readonly kind: 'copied' | 'inline' | 'callout';
  /** Put there in this step. */
  readonly fresh: boolean;
}

/** measured: published measurement · derived: arithmetic on measurements · unverified: from memory or an estimate. */
export type Certainty = 'measured' | 'derived' | 'unverified';

export const COST_PARTS = ['guest', 'crossing', 'vmm', 'translate'] as const;
/** guest: the guest's own code · crossing: traps, exits, hypercalls · vmm: its work · translate: rewriting, once a block. */
export type CostPart = (typeof COST_PARTS)[number];

export interface Cost {
  /** Cycles. */
  readonly total: number;
  readonly parts: Readonly<Record<CostPart, number>>;
  /** Cycles of bare metal at the same point of the program. */
  readonly bare: number;
  /** The least certain number that went in so far. */
  readonly certainty: Certainty;
}

export interface Counts {
  readonly traps: number;
  readonly exits: number;
  readonly hypercalls: number;
  /** Instructions that went wrong without a trap. */
  readonly silent: number;
  readonly translations: number;
}

/** What a step is: an instruction running, or one leg of what follows from it. */
export type Phase =
  | 'start'
  | 'run'
  | 'trap'
  | 'emulate'
  | 'return'
  | 'exit'
  | 'handle'
  | 'entry'
  | 'hypercall'
  | 'translate'
  | 'callout'
  | 'tick'
  | 'interrupt'
  | 'fault'
  | 'end';

export interface RingsState {
  readonly scenario: RingsScenario;
  readonly phase: Phase;
  readonly control: Control;
  readonly move: Move;
  /** Where control has been, oldest first, this step last. */
  readonly path: readonly Control[];
  /** The ring in which the guest kernel runs under this technique. */
  readonly kernelRing: Ring;
  readonly lines: readonly Line[];
  /** Index of the current line, or -1 at `start` and `end`. */
  readonly line: number;
  /** What became of the current instruction, on the step that settles it. */
  readonly outcome: Outcome | null;
  /** Always the same ids through one trace. */
  readonly registers: readonly Register[];
  readonly vmm: {
    /** Absent on bare metal. */
    readonly present: boolean;
    readonly awake: boolean;
    /** It holds a timer tick back because it thinks that the guest has interrupts off. */
    readonly withholds: boolean;
    /** What the CPU bar says: one short line. */
    readonly note: Message;
  };
  /** idle · pending: on the real line, CPU has IF=0 · withheld: the VMM has it · delivered: the guest's handler ran. */
  readonly timer: 'idle' | 'pending' | 'withheld' | 'delivered';
  /** Whether the CPU would take a real interrupt now. With a VMM always: real interrupts are its own, whatever the guest's IF. */
  readonly takesInterrupts: boolean;
  /** Bytes that the device saw, oldest first. */
  readonly port: readonly number[];
  readonly cache: readonly CacheEntry[];
  readonly cost: Cost;
  readonly counts: Counts;
  /** Names of guest-visible things that now differ from bare metal: register ids, `memory`, `device`, `interrupts`. */
  readonly differs: readonly string[];
}

/** Nodes that the view always draws, beside `reg-<id>` for each register of the state and `line-<label>` for each line. */
const NODES = [
  'cpu',
  'ring-0',
  'ring-1',
  'ring-3',
  'guest',
  'vmm',
  'timer',
  'cost',
  'counts',
  'cache',
] as const;

/** Every node id that a step of this trace may name in `focus`. */
export function nodesOf(state: RingsState): string[] {
  return [
    ...NODES,
    ...state.registers.map((register) => `reg-${register.id}`),
    ...state.lines.map((line) => `line-${line.label}`),
  ];
}

/** One cell of the overview: what became of a program's key instructions under a technique. */
export interface Cell {
  readonly program: ProgramId;
  readonly technique: Technique;
  readonly outcome: Outcome;
  readonly sameAsBare: boolean;
  /** Step that shows it: the id to open. */
  readonly at: string;
}
