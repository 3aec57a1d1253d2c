/** Why: the words of the migration model: what may be set, what a step of the story knows, and the constants that were chosen. */

/** A page of the guest, in bytes: x86-64. */
export const PAGE_BYTES = 4096;
export const PAGES_PER_MIB = 256;
export const PAGES_PER_GIB = 262_144;
/** Cells of the picture of memory; each stands for the same number of pages. */
export const CELLS = 256;
/** Vcpu registers and the state of virtual devices, sent and loaded while nobody runs, in µs: chosen, no machine's figure. */
export const DEVICE_US = 20_000;
/** What a fault of post-copy waits besides the page's own time on the link, in µs: chosen, no machine's figure. */
export const FAULT_US = 200;

export const METHODS = ['pre-copy', 'auto-converge', 'post-copy', 'stop-copy'] as const;
export type Method = (typeof METHODS)[number];
/** Runs of content/recordings/migration.json, by the names that the figure gives them. */
export const RECORDED = [
  'recorded-quiet',
  'recorded-converging',
  'recorded-diverging',
  'recorded-auto-converge',
  'recorded-post-copy',
] as const;
export type RecordedId = (typeof RECORDED)[number];
export type SceneId = Method | RecordedId;

/** Choices: GiB of memory, MiB/s written, part of memory that is written to (1/n), Gbit/s, ms. */
export const MEMORY_GIB = [4, 16, 64] as const;
export const WRITES_MIB_S = [10, 50, 100, 400, 800, 1500] as const;
export const HOT_PART = [64, 8, 2] as const;
export const LINK_GBIT_S = [1, 10, 25] as const;
export const LIMIT_MS = [50, 300, 1000] as const;

/** What the learner has set, in pages and seconds. */
export interface Setup {
  /** Pages of guest memory, a multiple of `CELLS`. */
  readonly pages: number;
  /** The guest writes to these alone, and to each of them once in every lap. */
  readonly hotPages: number;
  /** Pages that the guest writes each second while it runs unthrottled. */
  readonly writes: number;
  /** Pages that the link takes each second. */
  readonly link: number;
  /** Downtime limit, µs. */
  readonly limitUs: number;
}

/** One pass over what was dirty when it began. */
export interface Round {
  readonly number: number;
  readonly fromUs: number;
  readonly toUs: number;
  /** Pages. */
  readonly sent: number;
  /** Pages that the guest wrote to meanwhile, each counted once; undefined where it was not recorded. */
  readonly written: number | undefined;
  /** Part of its time that the guest's vCPUs were kept from running, in per cent. */
  readonly throttle: number;
}

export type Guest = 'source' | 'nobody' | 'destination';

/** A stretch of time and where the guest ran in it. */
export interface Span {
  readonly guest: Guest;
  readonly fromUs: number;
  readonly toUs: number;
}

/** A cell of which a host has no copy. */
export const ABSENT = -1;

export interface MigrationState {
  readonly scene: SceneId;
  readonly setup: Setup;
  /** µs since the migration began: the model's own time, or the recorder's clock. */
  readonly us: number;
  readonly guest: Guest;
  /** Which version of each cell a host holds (0 at the start, then the number of the last round with a write), or `ABSENT`. */
  readonly source: readonly number[];
  readonly destination: readonly number[];
  /** Cells that are on the link now. */
  readonly flight: readonly number[];
  /** Rounds that have ended. */
  readonly rounds: readonly Round[];
  /** Pages sent so far, and pages of which the destination lacks the newest version. */
  readonly sent: number;
  readonly remaining: number;
  /** Pages sent since the step before, and since the last whole round. */
  readonly moved: number;
  readonly after: number;
  readonly throttle: number;
  /** Pages that the destination asked for. */
  readonly faults: number;
  /** Where the guest has run so far. */
  readonly spans: readonly Span[];
  readonly end: 'open' | 'moved' | 'cancelled';
}

/** @param us µs @returns pages that pass at `rate` pages a second */
export const pagesIn = (rate: number, us: number): number => Math.floor((rate * us) / 1e6);
/** @returns µs that `pages` take at `rate` pages a second, rounded up */
export const usFor = (pages: number, rate: number): number => Math.ceil((pages * 1e6) / rate);
/** How long the guest would stand still if it were stopped now: what remains, over the link (µs). */
export const estimateUs = ({ remaining, setup }: Pick<MigrationState, 'remaining' | 'setup'>): number =>
  usFor(remaining, setup.link);
