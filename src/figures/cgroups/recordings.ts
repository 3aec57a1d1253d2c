/** Why: for each scene what a real kernel counted under the same mechanism; the panel beside the model is drawn from this. */
import cpuJson from '../../../content/recordings/cgroups-cpu.json';
import freezerJson from '../../../content/recordings/cgroups-freezer.json';
import { rowsOf } from '../../lib/deltas';
import type { Lang } from '../../lib/message';
import type { SceneId } from '../../models/cgroups/scenes';
import { partOf } from '../part';

/** What is read here of a recording of kind `series` (schemas/recording-series.ts checks the files). */
interface SeriesFile {
  readonly provenance: {
    readonly versions: Readonly<Record<string, string>>;
    readonly date: string;
    readonly caveats: readonly Readonly<Record<Lang, string>>[];
  };
  readonly runs: readonly {
    readonly id: string;
    readonly title: Readonly<Record<Lang, string>>;
    readonly columns: readonly { readonly id: string }[];
    readonly rows: readonly (readonly number[])[];
    readonly marks: readonly (readonly [number, string])[];
  }[];
}

/** Lessons open on a scene of the CPU or of the freezer: these are at hand. What was recorded of all else comes when such a scene is wanted. */
const own = { cpuJson, freezerJson };

export const otherRecordings = partOf(
  import.meta.env.SSR ? (await import('./other-recordings')).others : undefined,
  async () => (await import('./other-recordings')).others,
);

type OwnName = keyof typeof own;
type FileName = OwnName | keyof typeof otherRecordings.here;
const isOwn = (name: FileName): name is OwnName => name in own;
const fileOf = (name: FileName) =>
  (isOwn(name) ? own[name] : otherRecordings.here[name]) as unknown as SeriesFile;

/** Unit of a chart's vertical axis, and how many of the recorded units make one. */
const UNIT = { ms: 1000, MiB: 1024 * 1024, n: 1 } as const;

interface Source {
  readonly file: FileName;
  readonly run: string;
  /** Columns drawn as lines. */
  readonly lines: readonly string[];
  readonly unit: keyof typeof UNIT;
  /** A limit on the vertical axis, in `unit`. */
  readonly limit?: number;
  /** A column whose last value is told in words. */
  readonly told?: string;
  /** The states of this level column are shaded while it is 1. */
  readonly shade?: string;
}

const cpu = (run: string, lines: readonly string[], told?: string): Source => ({
  file: 'cpuJson',
  run,
  lines,
  unit: 'ms',
  ...(told && { told }),
});
const memory = (run: string, told: string): Source => ({
  file: 'memoryJson',
  run,
  lines: ['current'],
  unit: 'MiB',
  limit: 16,
  told,
});
const pids = (run: string, limit?: number): Source => ({
  file: 'pidsJson',
  run,
  lines: ['current'],
  unit: 'n',
  told: 'max',
  ...(limit !== undefined && { limit }),
});
const io = (run: string): Source => ({ file: 'ioJson', run, lines: ['bytes'], unit: 'MiB' });

/** The runs that belong to a scene, the closest first. */
export const SOURCES: Readonly<Record<SceneId, readonly Source[]>> = {
  weight: [cpu('weights-1-3', ['usage-a', 'usage-b']), cpu('weights-equal', ['usage-a', 'usage-b'])],
  quota: [
    cpu('quota-50', ['usage'], 'throttled'),
    cpu('quota-20', ['usage'], 'throttled'),
    cpu('quota-50-short', ['usage'], 'throttled'),
    cpu('no-quota', ['usage'], 'throttled'),
  ],
  memory: [memory('max-anon', 'oom-kill'), memory('max-file', 'oom-kill')],
  high: [memory('high-anon', 'oom-kill')],
  pids: [pids('max-10', 10), pids('max-40', 40), pids('no-max')],
  freeze: [{ file: 'freezerJson', run: 'freeze-thaw-kill', lines: ['usage'], unit: 'ms', shade: 'frozen' }],
  io: [io('bytes-8m'), io('bytes-2m')],
};

/** Whether a scene is told from `otherRecordings`, or is none that is known. */
export const needsOthers = (scene: string | undefined): boolean =>
  Object.entries(SOURCES)
    .find(([id]) => id === scene)?.[1]
    .some(({ file }) => !isOwn(file)) ?? true;

export interface Series {
  readonly id: string;
  readonly title: Readonly<Record<Lang, string>>;
  readonly unit: keyof typeof UNIT;
  readonly limit: number | undefined;
  /** Each line as [ms, value in `unit`]. */
  readonly lines: readonly { readonly id: string; readonly points: readonly (readonly [number, number])[] }[];
  /** [ms, what]. */
  readonly marks: readonly (readonly [number, string])[];
  /** From and to, ms, of each stretch in which the level column was 1. */
  readonly shaded: readonly (readonly [number, number])[];
  readonly told: { readonly column: string; readonly n: number } | undefined;
  readonly kernel: string;
  readonly date: string;
  readonly caveats: readonly Readonly<Record<Lang, string>>[];
}

const MS = 1000;

function stretches(
  rows: readonly (readonly number[])[],
  column: number,
): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  rows.forEach((row, i) => {
    if (row[column] !== 1) return;
    const clock = row[0]! / MS;
    const last = found.at(-1);
    if (last && rows[i - 1]?.[column] === 1) last[1] = clock;
    else found.push([clock, clock]);
  });
  return found;
}

/** @throws Error naming a run or a column that the recording does not have */
export function seriesOf({ file, run: id, lines, unit, limit, told, shade }: Source): Series {
  const { runs, provenance } = fileOf(file);
  const run = runs.find((each) => each.id === id);
  if (!run) throw new Error(`recording ${file} has no run "${id}"`);
  const rows = rowsOf(run.rows);
  const columnOf = (name: string) => {
    const index = run.columns.findIndex((column) => column.id === name);
    if (index < 0) throw new Error(`run "${id}" of ${file} has no column "${name}"`);
    return index + 1;
  };
  return {
    id,
    title: run.title,
    unit,
    limit,
    lines: lines.map((name) => ({
      id: name,
      points: rows.map((row) => [row[0]! / MS, row[columnOf(name)]! / UNIT[unit]] as const),
    })),
    marks: run.marks.map(([clock, what]) => [clock / MS, what] as const),
    shaded: shade === undefined ? [] : stretches(rows, columnOf(shade)),
    told: told === undefined ? undefined : { column: told, n: rows.at(-1)![columnOf(told)]! },
    kernel: provenance.versions['Linux'] ?? '',
    date: provenance.date,
    caveats: provenance.caveats,
  };
}
