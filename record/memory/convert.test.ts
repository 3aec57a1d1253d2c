import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { seriesRecordingSchema, type SeriesRecording } from '../../src/schemas/recording-series';
import { TraceError } from '../trace-error';
import { printSeries } from '../series';
import { convert, outOf, readRawTrace } from './convert';
import { see, violations } from './invariants';
import { SCENES, type MemoryScene } from './scenes';

const committed = (scene: MemoryScene) =>
  readFileSync(path.resolve(import.meta.dirname, '../..', outOf(scene)), 'utf8');
const recordingOf = (scene: MemoryScene) => seriesRecordingSchema.parse(JSON.parse(committed(scene)));
const runOf = (scene: MemoryScene) => recordingOf(scene).runs[0]!;

describe.each(SCENES)('memory-%s.json', (scene) => {
  const { file, text } = readRawTrace(scene);
  const lines = text.trimEnd().split('\n');
  const damaged = (change: (copy: string[]) => void) => {
    const copy = [...lines];
    change(copy);
    return () => convert(scene, 't', `${copy.join('\n')}\n`);
  };

  it('is what the converter makes of the raw trace, byte for byte', () => {
    expect(printSeries(convert(scene, file, text)) === committed(scene)).toBe(true);
  });

  it('stays within its budget, and shows what it is there to show', () => {
    expect(brotliCompressSync(committed(scene)).length).toBeLessThan(8 * 1024);
    expect(violations(scene, recordingOf(scene))).toEqual([]);
  });

  it('holds every sample and every event of the raw trace', () => {
    const { rows, marks } = runOf(scene);
    expect(rows.length).toBe(lines.filter((line) => line.includes('"kind":"sample"')).length);
    expect(marks.length).toBe(lines.filter((line) => line.includes('"kind":"event"')).length);
  });

  it('refuses a damaged trace with file and line', () => {
    expect(() => convert(scene, 't', text.slice(0, -2))).toThrow(TraceError);
    expect(() => convert(scene, 't', text.slice(0, -2))).toThrow(/^t:\d+: found a last line cut short/);
    expect(damaged((copy) => copy.pop())).toThrow(/^t:\d+: found the entry "\w+"; expected the entry "end"/);
    expect(damaged((copy) => copy.splice(1, 1))).toThrow(/^t:2: found .*; expected the entry "setup"/);
    expect(damaged((copy) => copy.splice(8, 0, copy[1]!))).toThrow('t:9: found another entry "setup"');
    expect(damaged((copy) => (copy[5] = '{"kind":"sample"'))).toThrow(
      /^t:6: found .*; expected one JSON object/,
    );
    expect(damaged((copy) => copy.splice(2, copy.length - 3))).toThrow('t:3: found no samples');
    const at = lines.findLastIndex((line) => line.includes('"kind":"sample"'));
    expect(damaged((copy) => (copy[at] = copy[at]!.replace(/"at":\d+/, '"at":1')))).toThrow(
      new RegExp(`^t:${at + 1}: found clock 1 of the recorder, which runs backwards; expected at least \\d+`),
    );
    expect(damaged((copy) => (copy[at] = copy[at]!.replace(/"\w+":\d+\}\}$/, '"other":1}}')))).toThrow(
      new RegExp(`^t:${at + 1}: found a sample without \\w+; expected all its values`),
    );
  });
});

describe('memory-ksm.json', () => {
  const seen = see(runOf('ksm'));

  it('counts what was made alike: 2,048 pages, and 1,024 of zeros as four', () => {
    expect(seen.before('guest A begins')).toMatchObject({
      'pages-shared': 2052,
      'pages-sharing': 3068,
      'pages-unshared': 3072,
      'pages-volatile': 0,
    });
  });

  it('lets pages_sharing fall by 400 in the end, and only by what ksmd has seen while they are written', () => {
    const [written, late] = [seen.before('guest A has written'), seen.before('KSM off')];
    expect(written['cow-ksm']).toBe(400);
    expect(late['pages-sharing']).toBe(2668);
    expect(written['pages-sharing']!).toBeGreaterThan(2668);
  });
});

describe('memory-balloon.json', () => {
  it('goes down by steps of 32 MiB and up again; the guest follows', () => {
    const asked = runOf('balloon').marks.filter(([, what]) => what.startsWith('recorder balloon'));
    expect(asked.map(([, what]) => parseInt(what.slice(17), 10))).toEqual([224, 192, 160, 128, 192, 256]);
    const { rows } = see(runOf('balloon'));
    expect(Math.min(...rows.map((row) => row['actual']!))).toBe(128 * 1024);
    const totals = rows.map((row) => row['total']!);
    expect(Math.max(...totals) - Math.min(...totals)).toBe(128 * 1024);
  });
});

describe('violations', () => {
  type Change = (run: SeriesRecording['runs'][number]) => unknown;
  /** Adds to a column from the row before a mark (the nth of that name) on. */
  const from =
    (words: string, column: string, by: number, nth = 0): Change =>
    (run) => {
      const mark = run.marks.filter(([, what]) => what.includes(words))[nth]![0];
      let clock = 0;
      const clocks = run.rows.map(([delta]) => (clock += delta));
      const at = run.columns.findIndex(({ id }) => id === column) + 1;
      run.rows[clocks.findLastIndex((each) => each <= mark)]![at]! += by;
    };
  const broken = (scene: MemoryScene, change: Change) => {
    const copy = recordingOf(scene);
    change(copy.runs[0]!);
    return violations(scene, copy).join('\n');
  };

  it.each([
    ['ksm', 'not every page that is alike is shared', from('begins', 'pages-sharing', -1)],
    ['ksm', 'do not add up to both guests', from('begins', 'pages-volatile', 1)],
    ['ksm', 'one copy-on-write fault', from('has written', 'cow-ksm', 7)],
    ['ksm', 'does not rise with the writes', from('has written', 'nr-anon-pages', -200)],
    ['ksm', 'after further scans', from('KSM off', 'pages-sharing', 9)],
    ['ksm', 'does not take all memory back', (run) => (run.rows.at(-1)![8] = -500)],
    ['balloon', 'as large as it was told to be', from('balloon 160', 'actual', 4)],
    ['balloon', 'MemTotal does not fall and rise', from('balloon 160', 'total', 4)],
    ['balloon', 'because the guest has freed it', from('balloon 224', 'resident', -5000)],
    ['balloon', 'has not got 64 MiB back', from('balloon 192', 'resident', 70_000, 1)],
    ['balloon', 'deflating alone takes', from('guest: fills', 'resident', 20_000, 1)],
  ] satisfies [MemoryScene, string, Change][])('%s: %s', (scene, says, change) => {
    expect(broken(scene, change)).toContain(says);
  });
});
