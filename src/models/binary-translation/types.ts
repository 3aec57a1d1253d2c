/** Why: what a view, a lesson and a question may know about the model of binary translation. */
import type { Part, Rival } from './costs';
import type { Line, ProgramId } from './programs';
import type { TcKind } from './translate';
import type { EntryWay } from './events';

export interface BtScenario {
  readonly program: ProgramId;
  readonly chaining: 'on' | 'off';
  readonly adaptive: 'on' | 'off';
}

/** The VMM's three duties. */
export type Duty = 'lookup' | 'translate' | 'emulate';

/** Where control is: a line of the translation cache, the guest's own code (user code only), or the VMM. */
export type Where =
  | { readonly kind: 'tc'; readonly block: number; readonly line: number }
  | { readonly kind: 'guest'; readonly at: number }
  | { readonly kind: 'vmm'; readonly duty: Duty };

export interface TcLine {
  readonly kind: TcKind;
  readonly offset: number;
  readonly text: string;
  /** Guest address of the instruction that it stands for. */
  readonly of: number | null;
  /** Block that this exit is chained to. */
  readonly to: number | null;
}

export interface TcBlock {
  readonly id: number;
  readonly entry: number;
  readonly offset: number;
  readonly lines: readonly TcLine[];
  /** Block that has taken its place. */
  readonly replaced: number | null;
  /** Made in this step. */
  readonly fresh: boolean;
}

export interface Counts {
  /** Blocks translated; of them `adaptations` were translated anew. */
  readonly translations: number;
  /** The table had no translation. */
  readonly misses: number;
  /** The table had one: asked by the VMM, or by a RET without it. */
  readonly hits: number;
  /** From block to block without the table. */
  readonly chained: number;
  readonly callouts: number;
  /** Page faults of translated code on traced pages. */
  readonly traps: number;
  readonly adaptations: number;
  /** Times that user code was started as it stands. */
  readonly direct: number;
}

export type Phase =
  | 'start'
  | 'miss'
  | 'translate'
  | 'copied'
  | 'inline'
  | 'callout'
  | 'push'
  | 'lookup'
  | 'chain'
  | 'jump'
  | 'hit'
  | 'ret'
  | 'trap'
  | 'adapt'
  | 'store'
  | 'direct'
  | 'trap-user'
  | 'more'
  | 'end';

export interface BtState {
  readonly scenario: BtScenario;
  readonly phase: Phase;
  readonly where: Where;
  /** Where control or attention came from in this step. */
  readonly from: Where | null;
  /** The guest's code; the same in every step. */
  readonly lines: readonly Line[];
  /** Guest address that this step is about. */
  readonly at: number | null;
  readonly cache: readonly TcBlock[];
  /** How control came to each block so far, oldest first. */
  readonly entries: readonly EntryWay[];
  readonly counts: Counts;
  /** Cycles so far, by way; `bt` by part. */
  readonly cost: Readonly<Record<Rival, number>> & { readonly bt: Readonly<Record<Part, number>> };
  /** Trap and emulate has the guest in a wrong state by now; the instruction that did it. */
  readonly trapWrong: string | null;
  readonly machine: {
    readonly regs: readonly number[];
    readonly flags: number;
    /** IF and CPL as the guest sees them, and those of the real CPU. */
    readonly virtualIf: 0 | 1;
    readonly realIf: 0 | 1;
    readonly virtualCpl: number;
    readonly realCpl: number;
    readonly cr3: number;
  };
  /** Guest instructions done. */
  readonly executed: number;
  /** At the end: whether the guest stands where bare metal has it. */
  readonly sameAsBare: boolean | null;
}
