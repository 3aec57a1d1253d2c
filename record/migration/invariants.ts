/**
 * Why: two migrations never take the same milliseconds; what each run is there to show must be so every time. The
 * committed recording is tested with this, and a new one is compared by it.
 */
import { rowsOf } from '../../src/lib/deltas.ts';
import type { SeriesRecording } from '../../src/schemas/recording-series.ts';

type Run = SeriesRecording['runs'][number];

/** Values of a column over time. */
export function columnOf(run: Run, id: string): readonly number[] {
  const at = run.columns.findIndex((column) => column.id === id);
  if (at === -1) throw new Error(`run "${run.id}" has no column "${id}"`);
  return rowsOf(run.rows).map((row) => row[at + 1]!);
}

/** Pages that remained when a pass was first seen, by pass. */
export function remainingByPass(run: Run): ReadonlyMap<number, number> {
  const [passes, remaining] = [columnOf(run, 'pass'), columnOf(run, 'remaining')];
  const first = new Map<number, number>();
  passes.forEach((pass, i) => {
    if (!first.has(pass)) first.set(pass, remaining[i]!);
  });
  return first;
}

export const markOf = (run: Run, name: string): number | undefined =>
  run.marks.find(([, what]) => what === name)?.[0];

const rises = (values: readonly number[]) => values.every((value, i) => i === 0 || value >= values[i - 1]!);
const numberIn = (run: Run, name: string) => Number(run.outcome[name] ?? NaN);
const laterPasses = (run: Run) =>
  [...remainingByPass(run)].filter(([pass]) => pass >= 2).map(([, remaining]) => remaining);

/** Each law, with what it says when it is broken. */
type Law = readonly [holds: (run: Run) => boolean, says: string];

const ALWAYS: readonly Law[] = [
  [
    (run) =>
      ['transferred', 'pages-sent', 'pass', 'postcopy-requests'].every((id) => rises(columnOf(run, id))),
    'a counter falls',
  ],
  [(run) => columnOf(run, 'remaining').every((pages) => pages >= 0), 'fewer than no pages remain'],
];

const COMPLETED: readonly Law[] = [
  [(run) => run.outcome['status'] === 'completed', 'the status is not "completed"'],
  [(run) => columnOf(run, 'remaining').at(-1) === 0, 'pages remain at its end'],
  [(run) => run.outcome['source'] === 'postmigrate', 'the source is not "postmigrate"'],
  [(run) => run.outcome['destination'] === 'running', 'the destination does not run'],
  [
    (run) => numberIn(run, 'ticks-at-destination') > numberIn(run, 'ticks-at-source'),
    'the guest does not go on where it was',
  ],
  [
    (run) => markOf(run, 'source STOP')! <= markOf(run, 'destination RESUME')!,
    'the destination does not resume after the source has stopped',
  ],
  [(run) => numberIn(run, 'stop-to-resume-us') > 0, 'the guest runs twice at once'],
];

const SHOWN: Readonly<Record<string, readonly Law[]>> = {
  quiet: [
    ...COMPLETED,
    [
      (run) => numberIn(run, 'passes') <= 4,
      'a guest that writes nothing needs more than a look and a last pass',
    ],
  ],
  converging: [
    ...COMPLETED,
    [(run) => numberIn(run, 'passes') >= 4, 'it takes fewer than four passes'],
    [
      (run) => laterPasses(run).at(-1)! < laterPasses(run)[0]! / 4,
      'what remains does not shrink to a quarter',
    ],
  ],
  diverging: [
    [(run) => run.outcome['status'] === 'cancelled', 'the status is not "cancelled"'],
    [(run) => laterPasses(run).length >= 5, 'it is cancelled before its fifth later pass'],
    [
      (run) => laterPasses(run).every((pages) => pages >= Number(run.parameters['working-set-pages']) / 2),
      'a pass begins with less than half of the working set: it converges',
    ],
    [(run) => run.outcome['source'] === 'running', 'the source does not run on'],
    [(run) => run.outcome['destination'] === 'gone', 'the destination is still there'],
    [
      (run) => numberIn(run, 'ticks-at-source-later') > numberIn(run, 'ticks-at-source'),
      'the guest does not go on at the source',
    ],
  ],
  'auto-converge': [
    ...COMPLETED,
    [(run) => rises(columnOf(run, 'throttle').slice(0, -1)), 'the throttle falls on the way'],
    [
      (run) =>
        columnOf(run, 'throttle').find((percent) => percent > 0) === run.parameters['cpu-throttle-initial'],
      'the throttle does not begin where it was told to',
    ],
    [(run) => new Set(columnOf(run, 'throttle')).size > 3, 'the throttle takes fewer than three steps'],
    [
      (run) => laterPasses(run).at(-1)! < laterPasses(run)[0]! / 4,
      'what remains does not shrink to a quarter',
    ],
  ],
  'post-copy': [
    ...COMPLETED,
    [(run) => numberIn(run, 'postcopy-requests') > 0, 'no page is asked for'],
    [(run) => markOf(run, 'source MIGRATION postcopy-active') !== undefined, 'it never is "postcopy-active"'],
    [
      (run) => {
        const resumed = markOf(run, 'destination RESUME')!;
        const after = rowsOf(run.rows).findIndex(([clock]) => clock! > resumed);
        return columnOf(run, 'remaining')[after]! > 0;
      },
      'nothing remains to be sent when the destination resumes',
    ],
  ],
};

/** What a recording of migrations fails to show, as sentences; empty when all is as it must be. */
export function violations(recording: SeriesRecording): readonly string[] {
  return Object.entries(SHOWN).flatMap(([id, laws]) => {
    const run = recording.runs.find((each) => each.id === id);
    if (run === undefined) return [`${id}: the run is missing`];
    return [...ALWAYS, ...laws].filter(([holds]) => !holds(run)).map(([, says]) => `${id}: ${says}`);
  });
}
