/** Why: the vocabulary of the model: what may be chosen, and what one still of the story holds. */
import type { Split } from './address';
import type { Ref } from './walk';

export const TECHNIQUES = ['native', 'shadow', 'nested'] as const;
export type Technique = (typeof TECHNIQUES)[number];

export const OPERATIONS = ['walk', 'tlb', 'tlb-untagged', 'context-switch', 'pte-edit'] as const;
export type Operation = (typeof OPERATIONS)[number];

export const SIZES = ['4l-4k', '4l-2m', '4l-1g', '5l-4k'] as const;
export type Size = (typeof SIZES)[number];

export const DETAILS = ['grouped', 'each'] as const;
export type Detail = (typeof DETAILS)[number];

export interface Scenario {
  readonly operation: Operation;
  readonly technique: Technique;
  /** Levels and page size of the guest's tables (of the only ones, on bare metal). */
  readonly guest: Size;
  /** Of the host: of the nested tables, and what backs the guest's memory. */
  readonly host: Size;
  readonly detail: Detail;
  /** Guest virtual address, hexadecimal, canonical for four levels: see `mendAddress`. */
  readonly address: string;
}

/** Shape of a set of tables: `levels` from the root down; the entry at level `leaf` names the page (1: 4 KiB, 2: 2 MiB, 3: 1 GiB). */
export interface Shape {
  readonly levels: number;
  readonly leaf: number;
}

export const SHAPE: Readonly<Record<Size, Shape>> = {
  '4l-4k': { levels: 4, leaf: 1 },
  '4l-2m': { levels: 4, leaf: 2 },
  '4l-1g': { levels: 4, leaf: 3 },
  '5l-4k': { levels: 5, leaf: 1 },
};

/** References of one walk through tables of this shape. */
export const depthOf = ({ levels, leaf }: Shape): number => levels - leaf + 1;

/** Why the CPU left the guest, as KVM names it. */
export type Reason = 'write_cr3' | 'PF' | 'invlpg' | 'cpuid';

/** The two address spaces of the guest. */
export type Space = 'A' | 'B';

/** One table as drawn: a page of 512 entries, of which the address picks one. */
export interface TableBox {
  readonly level: number;
  /** Frame number, in the address space in which its owner counts. */
  readonly frame: number;
  readonly index: number;
  /** The entry at `index`; 0: not present. */
  readonly entry: number;
}

/** The tables that one address goes through, from the root down. */
export interface Chain {
  /** One for each address space that has a root; `null`: none yet. */
  readonly roots: readonly (TableBox | null)[];
  /** Below the root; shorter than `depth - 1` where a link is missing. */
  readonly tables: readonly TableBox[];
  /** References of a walk through it. */
  readonly depth: number;
  readonly leaf: number;
  /** Frames that the page is or was at, the first one first. */
  readonly pages: readonly number[];
  /** Frame that the leaf entry names now, if there is one. */
  readonly page: number | null;
}

export interface TlbEntry {
  readonly use: 'data' | 'code' | 'table';
  /** Virtual page, hexadecimal without the offset. */
  readonly page: string;
  /** Machine frame, aligned to the entry's own size. */
  readonly frame: number;
  /** 1: 4 KiB, 2: 2 MiB, 3: 1 GiB. */
  readonly leaf: number;
  readonly writable: boolean;
}

export interface Counts {
  /** Page-table entries that the CPU has read. */
  readonly references: number;
  readonly hits: number;
  readonly misses: number;
  /** References of the last walk that found all; 0: there was none. */
  readonly perWalk: number;
  readonly exits: number;
  readonly reasons: Readonly<Partial<Record<Reason, number>>>;
}

export interface State {
  readonly scenario: Scenario;
  readonly address: Split;
  /** `grid`: a nested walk, reference by reference; `tables`: whose tables there are and who points at them. */
  readonly picture: 'grid' | 'tables';
  readonly control: 'guest' | 'vmm';
  /** What the guest executes. */
  readonly instruction: string;
  /** The walk that this step is about, whole; empty if there is none. */
  readonly walk: readonly Ref[];
  /** References of it that are past, and where this step's own begin. */
  readonly done: number;
  readonly from: number;
  readonly upper: Chain;
  /** Shadow or nested tables; absent on bare metal. */
  readonly lower: Chain | null;
  readonly space: Space;
  /** What CR3 holds (machine address under shadow paging, guest-physical under nested), and nCR3. */
  readonly cr3: number;
  readonly ncr3: number | null;
  readonly tlb: readonly TlbEntry[];
  readonly tlbEvent: 'none' | 'hit' | 'filled' | 'flushed' | 'kept';
  /** Nodes whose entry was read or written in this step. */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** The shadow still says what the guest's table no longer says. */
  readonly stale: boolean;
  readonly counts: Counts;
  /** Exits of this step; more than one where steps are told together. */
  readonly exited: number;
  /** Guest-physical and machine address of the access, once known. */
  readonly gpa: number | null;
  readonly hpa: number | null;
}
