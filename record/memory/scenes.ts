/** Why: what each recording of the memory topic is named, what its columns are, and how its end is told. */
import type { SeriesRecording } from '../../src/schemas/recording-series.ts';
import type { MemoryTrace } from './journal.ts';

type Run = SeriesRecording['runs'][number];

export type MemoryScene = 'ksm' | 'balloon';
export const SCENES: readonly MemoryScene[] = ['ksm', 'balloon'];

export interface SceneShape {
  readonly title: Run['title'];
  readonly columns: Run['columns'];
}

const ksm = (name: string): Run['columns'][number] => ({
  id: name.replaceAll('_', '-'),
  unit: 'pages',
  source: `/sys/kernel/mm/ksm/${name}`,
});

export const SHAPE: Readonly<Record<MemoryScene, SceneShape>> = {
  ksm: {
    title: { en: 'KSM merges two guests', 'zh-cn': 'KSM 合并两台客户机的内存' },
    columns: [
      ...['pages_shared', 'pages_sharing', 'pages_unshared', 'pages_volatile'].map(ksm),
      { id: 'full-scans', unit: 'scans', source: '/sys/kernel/mm/ksm/full_scans' },
      { id: 'written', unit: 'pages' },
      { id: 'cow-ksm', unit: 'faults', source: '/proc/vmstat cow_ksm' },
      { id: 'nr-anon-pages', unit: 'pages', source: '/proc/vmstat nr_anon_pages' },
    ],
  },
  balloon: {
    title: { en: 'A balloon in a Linux guest', 'zh-cn': 'Linux 客户机里的内存气球' },
    columns: [
      { id: 'actual', unit: 'KiB', source: 'query-balloon actual / 1024' },
      { id: 'total', unit: 'KiB', source: 'guest-stats stat-total-memory / 1024' },
      { id: 'free', unit: 'KiB', source: 'guest-stats stat-free-memory / 1024' },
      { id: 'available', unit: 'KiB', source: 'guest-stats stat-available-memory / 1024' },
      { id: 'caches', unit: 'KiB', source: 'guest-stats stat-disk-caches / 1024' },
      { id: 'resident', unit: 'KiB', source: 'RssShmem in /proc/<pid of QEMU>/status' },
    ],
  },
};

/** A column's name in the raw trace: the kernel's own, with `_`, in KSM's. */
export const rawColumn = (scene: MemoryScene, id: string) => (scene === 'ksm' ? id.replaceAll('-', '_') : id);

/** How far it went: the highest and lowest value of the column that the recording is about. */
export function outcomeOf(scene: MemoryScene, { samples }: MemoryTrace): Run['outcome'] {
  const { columns } = SHAPE[scene];
  const valuesOf = (id: string) => {
    const at = columns.findIndex((column) => column.id === id) + 1;
    return samples.map((sample) => sample[at]!);
  };
  switch (scene) {
    case 'ksm':
      return {
        'most-pages-saved': Math.max(...valuesOf('pages-sharing')),
        'pages-written': Math.max(...valuesOf('written')),
      };
    case 'balloon':
      return {
        'least-actual-kib': Math.min(...valuesOf('actual')),
        'most-resident-kib': Math.max(...valuesOf('resident')),
        'least-resident-kib': Math.min(...valuesOf('resident')),
      };
  }
}
