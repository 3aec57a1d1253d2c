/** Why: every recording of samples over time is written in the same way: values in, deltas out, one row a line. */
import { deltasOf } from '../src/lib/deltas.ts';
import { seriesRecordingSchema, type SeriesRecording } from '../src/schemas/recording-series.ts';

type Run = SeriesRecording['runs'][number];
type Row = Run['rows'][number];

/** `rows` as a run holds them, from values: `[clock, ...columns]`. */
export const deltaRows = (values: readonly (readonly number[])[]): Row[] =>
  deltasOf(values).map(([clock, ...columns]): Row => [clock!, ...columns]);

/**
 * The file's text: one key, one column and one row a line, so that a difference shows where it is.
 * @throws ZodError when it is not what the schema says
 */
export function printSeries(recording: SeriesRecording): string {
  const { runs, ...head } = seriesRecordingSchema.parse(recording);
  const keys = (of: object) =>
    Object.entries(of).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)},\n`);
  const list = (items: readonly unknown[]) => items.map((item) => JSON.stringify(item)).join(',\n');
  const printed = runs.map(({ rows, ...run }) => `{\n${keys(run).join('')}"rows":[\n${list(rows)}\n]}`);
  return `{\n${keys(head).join('')}"runs":[\n${printed.join(',\n')}\n]\n}\n`;
}
