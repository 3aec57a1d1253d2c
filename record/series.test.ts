import { describe, expect, it } from 'vitest';
import { rowsOf } from '../src/lib/deltas';
import { seriesRecordingSchema, type SeriesRecording } from '../src/schemas/recording-series';
import { deltaRows, printSeries } from './series';

const text = { en: 'a', 'zh-cn': '甲' };
const values = [
  [5, 100, 7],
  [9, 90, 7],
  [9, 95, 0],
];
const recording: SeriesRecording = {
  version: 1,
  id: 'a',
  kind: 'series',
  provenance: {
    tool: 't',
    versions: {},
    command: 'c',
    date: '2026-11-21',
    sha256: '0'.repeat(64),
    caveats: [text],
  },
  clock: { unit: 'ms' },
  runs: [
    {
      id: 'r',
      title: text,
      parameters: { k: 1 },
      columns: [
        { id: 'x', unit: 'pages' },
        { id: 'y', unit: '%' },
      ],
      rows: deltaRows(values),
      marks: [[6, 'source STOP']],
      outcome: { status: 'completed' },
    },
  ],
};

describe('printSeries', () => {
  it('loses nothing: what is read again is what was written, and the values come back', () => {
    const again = seriesRecordingSchema.parse(JSON.parse(printSeries(recording)));
    expect(again).toEqual(recording);
    expect(rowsOf(again.runs[0]!.rows)).toEqual(values);
  });

  it('gives each row a line of its own', () => {
    expect(printSeries(recording).split('\n')).toContain('[4,-10,0],');
  });

  it('refuses what the schema does: a clock that runs backwards', () => {
    const [run] = recording.runs;
    const backwards = { ...recording, runs: [{ ...run!, rows: deltaRows([values[1]!, values[0]!]) }] };
    expect(() => printSeries(backwards)).toThrow('rows');
  });
});
