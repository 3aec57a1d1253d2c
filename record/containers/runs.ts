/** Why: what each run of a series is called, in both languages; a raw trace knows ids only. */
import type { SeriesRecording } from '../../src/schemas/recording-series.ts';

export const SCENES = ['cpu', 'memory', 'pids', 'freezer', 'io'] as const;
export type Scene = (typeof SCENES)[number];

type Title = SeriesRecording['runs'][number]['title'];

/** Runs in the order in which meter.c makes them. */
export const RUNS: Readonly<Record<Scene, Readonly<Record<string, Title>>>> = {
  cpu: {
    'quota-20': { en: 'A quota of 20 ms in every 100 ms', 'zh-cn': '配额：每 100 ms 可用 20 ms' },
    'quota-50': { en: 'A quota of 50 ms in every 100 ms', 'zh-cn': '配额：每 100 ms 可用 50 ms' },
    'quota-50-short': {
      en: 'The same half, in periods of 20 ms: 10 ms each',
      'zh-cn': '同样是一半，但周期为 20 ms：每周期可用 10 ms',
    },
    'no-quota': { en: 'No quota', 'zh-cn': '不设配额' },
    'weights-equal': { en: 'Two busy groups of equal weight', 'zh-cn': '两个繁忙的组，权重相等' },
    'weights-1-3': { en: 'Two busy groups, weights 100 and 300', 'zh-cn': '两个繁忙的组，权重 100 与 300' },
  },
  memory: {
    'max-anon': {
      en: 'memory.max 16 MiB, a process that takes 1 MiB of its own memory every 10 ms',
      'zh-cn': 'memory.max 为 16 MiB，进程每 10 ms 占用 1 MiB 匿名内存',
    },
    'max-file': {
      en: 'memory.max 16 MiB, a process that reads 48 MiB from a disk through the page cache',
      'zh-cn': 'memory.max 为 16 MiB，进程经页缓存从磁盘读取 48 MiB',
    },
    'high-anon': {
      en: 'memory.high 16 MiB, a process that takes 1 MiB of its own memory every 10 ms',
      'zh-cn': 'memory.high 为 16 MiB，进程每 10 ms 占用 1 MiB 匿名内存',
    },
  },
  pids: {
    'max-10': { en: 'A fork bomb under pids.max 10', 'zh-cn': 'pids.max 为 10 时的 fork 炸弹' },
    'max-40': { en: 'A fork bomb under pids.max 40', 'zh-cn': 'pids.max 为 40 时的 fork 炸弹' },
    'no-max': { en: 'A fork bomb without a limit', 'zh-cn': '不设上限的 fork 炸弹' },
  },
  freezer: {
    'freeze-thaw-kill': {
      en: 'A busy process is frozen, thawed, frozen again and killed',
      'zh-cn': '把一个繁忙的进程冻结、解冻、再冻结，然后杀死',
    },
  },
  io: {
    'bytes-8m': { en: 'Reads under a limit of 8 MiB a second', 'zh-cn': '读取，上限每秒 8 MiB' },
    'bytes-2m': { en: 'Reads under a limit of 2 MiB a second', 'zh-cn': '读取，上限每秒 2 MiB' },
    'reads-100': {
      en: 'Reads of 4 KiB under a limit of 100 a second',
      'zh-cn': '每次读 4 KiB，上限每秒 100 次',
    },
    'no-max': { en: 'Reads without a limit', 'zh-cn': '读取，不设上限' },
  },
};
