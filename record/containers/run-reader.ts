/** Why: a law speaks of a run by its columns and marks, not by places in rows of deltas. */
import { rowsOf } from '../../src/lib/deltas.ts';
import type { SeriesRecording } from '../../src/schemas/recording-series.ts';

/** Sentences, each with whether it holds. */
export type Claims = readonly (readonly [law: string, holds: boolean])[];

/** Distance of samples in most runs, in microseconds. */
export const SAMPLE = 10_000;
/** The sampler's own share of the CPU is at most this part. */
export const SAMPLER = 0.03;

export const last = (values: readonly number[]) => values.at(-1)!;
export const rises = (values: readonly number[]) => values.every((value, i) => value >= (values[i - 1] ?? 0));

/**
 * A run as columns by id (`clock` in microseconds) and marks by how they begin.
 * @throws Error: the recording has no such run; and its functions, no such column or mark
 */
export function readRun(recording: SeriesRecording, id: string) {
  const run = recording.runs.find((each) => each.id === id);
  if (run === undefined) throw new Error(`${recording.id}: found no run "${id}"`);
  const rows = rowsOf(run.rows);
  const column = (name: string): readonly number[] => {
    const at = name === 'clock' ? 0 : run.columns.findIndex((each) => each.id === name) + 1;
    if (at === 0 && name !== 'clock') throw new Error(`${recording.id}: found no column "${name}"`);
    return rows.map((row) => row[at]!);
  };
  const markAt = (what: string): number => {
    const mark = run.marks.find(([, each]) => each.startsWith(what));
    if (mark === undefined) throw new Error(`${recording.id}: run "${id}" has no mark "${what}"`);
    return mark[0];
  };
  return { column, markAt, parameters: run.parameters, outcome: run.outcome };
}
