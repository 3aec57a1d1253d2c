/**
 * Why: the runs of a live migration, which differ in what the guest writes and in what QEMU is told. Bandwidth is
 * 2,048 pages a second: a guest that writes fewer converges, one that writes more does not.
 */

export const PAGE_BYTES = 4096;
/** Of each guest; SeaBIOS, QEMU's devices and what the guest leaves at zero are in it. */
export const MEMORY_MIB = 32;
/** Pages that the guest fills, of 8,192: 24 MiB. */
export const FILLED_PAGES = 6144;
export const BANDWIDTH_BYTES = 8 << 20;
export const DOWNTIME_LIMIT_MS = 100;

export interface MigrationRun {
  readonly id: string;
  readonly title: { readonly en: string; readonly 'zh-cn': string };
  /** The guest's dirty rate, in pages a millisecond, and the pages that it walks round. */
  readonly pagesPerMs: number;
  readonly workingPages: number;
  /** How it ends if all is well. */
  readonly end: 'completed' | 'cancelled';
  /** `migrate_cancel` when this pass has begun. */
  readonly cancelAtPass?: number;
  readonly autoConverge?: { readonly initial: number; readonly increment: number };
  readonly postCopy?: { readonly startAtPass: number; readonly bandwidthBytes: number };
}

const BUSY = { pagesPerMs: 4, workingPages: 4096 } as const;

export const RUNS: readonly MigrationRun[] = [
  {
    id: 'quiet',
    title: { en: 'A guest at rest', 'zh-cn': '空闲的客户机' },
    pagesPerMs: 0,
    workingPages: 1024,
    end: 'completed',
  },
  {
    id: 'converging',
    title: { en: 'Pre-copy that converges', 'zh-cn': '收敛的预拷贝' },
    pagesPerMs: 1,
    workingPages: 2048,
    end: 'completed',
  },
  {
    id: 'diverging',
    title: { en: 'Pre-copy that does not converge', 'zh-cn': '不收敛的预拷贝' },
    ...BUSY,
    end: 'cancelled',
    cancelAtPass: 7,
  },
  {
    id: 'auto-converge',
    title: { en: 'Pre-copy with auto-converge', 'zh-cn': '开启自动收敛的预拷贝' },
    ...BUSY,
    end: 'completed',
    autoConverge: { initial: 20, increment: 10 },
  },
  {
    id: 'post-copy',
    title: { en: 'Post-copy', 'zh-cn': '后拷贝' },
    ...BUSY,
    end: 'completed',
    postCopy: { startAtPass: 3, bandwidthBytes: 4 << 20 },
  },
];

/** What was set, as the recording names it. */
export function parametersOf(run: MigrationRun): Record<string, string | number> {
  return {
    'pages-per-ms': run.pagesPerMs,
    'working-set-pages': run.workingPages,
    'filled-pages': FILLED_PAGES,
    'memory-mib': MEMORY_MIB,
    'max-bandwidth': BANDWIDTH_BYTES,
    'downtime-limit': DOWNTIME_LIMIT_MS,
    ...(run.autoConverge && {
      'auto-converge': 'on',
      'cpu-throttle-initial': run.autoConverge.initial,
      'cpu-throttle-increment': run.autoConverge.increment,
    }),
    ...(run.postCopy && {
      'postcopy-ram': 'on',
      'max-postcopy-bandwidth': run.postCopy.bandwidthBytes,
    }),
  };
}
