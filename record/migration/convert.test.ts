import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../src/lib/deltas';
import { seriesRecordingSchema } from '../../src/schemas/recording-series';
import { TraceError } from '../trace-error';
import { printSeries } from '../series';
import { convert, OUT, readRawTrace } from './convert';
import { columnOf, markOf, remainingByPass, violations } from './invariants';
import { RUNS } from './runs';

const { file, text } = readRawTrace();
const committed = readFileSync(path.resolve(import.meta.dirname, '../..', OUT), 'utf8');
const recording = seriesRecordingSchema.parse(JSON.parse(committed));
const runOf = (id: string) => recording.runs.find((run) => run.id === id)!;
const lines = text.trimEnd().split('\n');
const textOf = (changed: readonly string[]) => `${changed.join('\n')}\n`;

describe('migration.json', () => {
  it('is what the converter makes of the raw trace, byte for byte', () => {
    expect(printSeries(convert(file, text)) === committed).toBe(true);
  });

  it('stays within its budget', () => expect(brotliCompressSync(committed).length).toBeLessThan(8 * 1024));

  it('shows what each run is there to show', () => {
    expect(recording.runs.map(({ id }) => id)).toEqual(RUNS.map(({ id }) => id));
    expect(violations(recording)).toEqual([]);
  });

  it.each(['quiet', 'converging', 'auto-converge', 'post-copy'])('%s ends at 0 remaining pages', (id) => {
    expect(runOf(id).outcome).toMatchObject({ status: 'completed', remaining: 0, destination: 'running' });
    expect(columnOf(runOf(id), 'remaining').at(-1)).toBe(0);
  });

  it('converging: each pass leaves less than the one before; diverging: none leaves less than half', () => {
    const shrinking = [...remainingByPass(runOf('converging')).values()];
    expect(shrinking.length).toBeGreaterThan(3);
    expect(shrinking.every((pages, i) => i === 0 || pages < shrinking[i - 1]!)).toBe(true);
    const plateau = [...remainingByPass(runOf('diverging')).values()].slice(1);
    expect(Math.min(...plateau)).toBeGreaterThan(2048);
  });

  it('holds every reply of QEMU that has counters, and every event, at its time', () => {
    const replies = lines.filter((line) => line.includes('"kind":"sample"') && line.includes('"ram":'));
    const events = lines.filter((line) => /"kind":"(event|command)"/.test(line));
    expect(recording.runs.flatMap((run) => run.rows).length).toBe(replies.length);
    expect(recording.runs.flatMap((run) => run.marks).length).toBe(events.length);
    for (const run of recording.runs) {
      const clocks = rowsOf(run.rows).map(([clock]) => clock!);
      const begun = markOf(run, 'source MIGRATION active')!;
      // A row and the event it tells of are stamped by two programs: a few milliseconds apart at most.
      expect(clocks[0]!).toBeGreaterThan(begun - 20);
      expect(clocks.at(-1)! - run.marks.at(-1)![0]).toBeLessThan(1000);
    }
  });

  it('says in its outcome what QEMU said last, and when the guest stood still', () => {
    const { outcome, marks } = runOf('post-copy');
    const downtime = Number(outcome['stop-to-resume-us']) / 1000;
    const [stop, resume] = ['source STOP', 'destination RESUME'].map(
      (name) => marks.find(([, what]) => what === name)![0],
    );
    expect(Math.abs(resume! - stop! - downtime)).toBeLessThanOrEqual(1);
    expect(outcome['postcopy-requests']).toBe(columnOf(runOf('post-copy'), 'postcopy-requests').at(-1));
  });
});

describe('violations', () => {
  const broken = (id: string, change: (run: ReturnType<typeof runOf>) => void) => {
    const copy = structuredClone(recording);
    change(copy.runs.find((run) => run.id === id)!);
    return violations(copy);
  };

  it.each([
    ['converging', 'the status is not "completed"', (run) => (run.outcome['status'] = 'failed')],
    ['converging', 'pages remain at its end', (run) => (run.rows.at(-1)![1] = 0)],
    ['diverging', 'it is cancelled before its fifth later pass', (run) => run.rows.splice(60)],
    [
      'auto-converge',
      'the throttle does not begin where',
      (run) => (run.parameters['cpu-throttle-initial'] = 50),
    ],
    ['post-copy', 'no page is asked for', (run) => (run.outcome['postcopy-requests'] = 0)],
    ['post-copy', 'the guest runs twice at once', (run) => (run.outcome['stop-to-resume-us'] = -5)],
    ['quiet', 'a counter falls', (run) => (run.rows.at(-1)![2] = -1e6)],
  ] satisfies [string, string, (run: ReturnType<typeof runOf>) => unknown][])(
    '%s: %s',
    (id, says, change) => {
      expect(broken(id, change).join('\n')).toContain(`${id}: ${says}`);
    },
  );

  it('misses a run', () => {
    expect(violations({ ...recording, runs: recording.runs.slice(1) })).toEqual([
      'quiet: the run is missing',
    ]);
  });
});

describe('a damaged raw trace', () => {
  const damaged = (change: (copy: string[]) => void) => {
    const copy = [...lines];
    change(copy);
    return () => convert('t', textOf(copy));
  };
  const at = (pattern: RegExp, from = 0) => lines.findIndex((line, i) => i >= from && pattern.test(line));

  it('is refused with file and line: cut short, not JSON, not an entry', () => {
    expect(() => convert('t', text.slice(0, -1))).toThrow(TraceError);
    expect(() => convert('t', text.slice(0, -1))).toThrow(/^t:\d+: found a last line cut short/);
    expect(() => convert('t', '')).toThrow('t:1: found an empty file');
    expect(damaged((copy) => (copy[6] = copy[6]!.slice(0, 30)))).toThrow(
      /^t:7: found .*; expected one JSON object/,
    );
    expect(damaged((copy) => (copy[1] = copy[1]!.replace('"ticks"', '"tick"')))).toThrow(
      /^t:2: found .*; expected an entry of the journal/,
    );
  });

  it('is refused where a run is missing, out of place or without its end', () => {
    const second = at(/"kind":"run"/, 1);
    expect(() => convert('t', textOf(lines.slice(second)))).toThrow(
      't:1: found the run "converging"; expected the run "quiet"',
    );
    const last = at(/"run":"post-copy"/);
    expect(() => convert('t', textOf(lines.slice(0, last)))).toThrow(
      `t:${last}: found no more runs; expected the run "post-copy"`,
    );
    expect(() => convert('t', textOf([...lines, ...lines.slice(0, second)]))).toThrow(
      `t:${lines.length + 1}: found the run "quiet"; expected no more runs`,
    );
    expect(() => convert('t', textOf(lines.slice(0, -1)))).toThrow('a run "post-copy" without its end');
    expect(() => convert('t', textOf(lines.slice(1)))).toThrow('t:1: found an entry of no run');
  });

  it('is refused where a clock runs backwards', () => {
    const sample = at(/"kind":"sample"/, at(/"run":"diverging"/) + 20);
    expect(damaged((copy) => (copy[sample] = copy[sample]!.replace(/"at":\d+/, '"at":1000')))).toThrow(
      new RegExp(
        `^t:${sample + 1}: found clock 1000 of the recorder, which runs backwards; expected at least \\d+`,
      ),
    );
  });

  it('is refused where the run lacks what the outcome is made of', () => {
    const guest = at(/"kind":"guest"/);
    expect(damaged((copy) => copy.splice(guest, 1))).toThrow(
      't:1: found a run "quiet" without it; expected two looks at the guest',
    );
    const first = at(/"execute":"migrate-incoming"/);
    expect(damaged((copy) => copy.splice(first, 1))).toThrow('expected the command migrate-incoming first');
  });
});
