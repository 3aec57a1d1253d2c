import { describe, expect, it } from 'vitest';
import { convert, readRawTrace, type Part } from './convert';

/** A committed trace that can be damaged, one line at a time. */
function traceOf(part: Part) {
  const { text } = readRawTrace(part);
  const lines = text.split('\n');
  const at = (pattern: RegExp, nth = 0) => {
    const found = lines.flatMap((line, i) => (pattern.test(line) ? [i] : []))[nth];
    if (found === undefined) throw new Error(`no line ${pattern}`);
    return found;
  };
  const without = (index: number) => lines.filter((_, i) => i !== index).join('\n');
  const changed = (index: number, change: (line: string) => string) =>
    lines.map((line, i) => (i === index ? change(line) : line)).join('\n');
  const converting = (damaged: string) => () => convert(part, 'bad.txt', damaged);
  return { text, lines, at, without, changed, converting };
}

describe.each(['by-hand', 'cpu'] as const)('a damaged trace of %s', (part) => {
  const trace = traceOf(part);

  it('names a header line that is missing', () => {
    expect(trace.converting(trace.without(1))).toThrow('bad.txt:2: found "# busybox: ');
    expect(trace.converting(trace.without(1))).toThrow('expected "# QEMU: …"');
    expect(trace.converting('hello\n')).toThrow('bad.txt:1: found "hello"; expected "# Linux: …"');
  });

  it('names a last line cut short', () => {
    expect(trace.converting(trace.text.slice(0, -1))).toThrow(
      new RegExp(`^bad.txt:${trace.lines.length - 1}: found a last line cut short, .*; expected a line end$`),
    );
  });
});

describe('a damaged trace of the container', () => {
  const trace = traceOf('by-hand');
  const i = trace.at(/"id":"pivot"/);

  it('names a step that is missing', () => {
    expect(trace.converting(trace.without(i))).toThrow(
      `bad.txt:${i + 1}: found step "umount"; expected step "pivot"`,
    );
    const last = trace.at(/"id":"end-runtime"/);
    expect(trace.converting(trace.without(last))).toThrow(
      `bad.txt:${last}: found 42 steps; expected 43; the next is "end-runtime"`,
    );
  });

  it('names a line that is no JSON', () => {
    expect(trace.converting(trace.changed(i, (line) => line.slice(0, -30)))).toThrow(
      new RegExp(`^bad.txt:${i + 1}: found ".*" at its end; expected a JSON object that ends there$`),
    );
  });

  it('names a process without one of its eight namespaces', () => {
    expect(trace.converting(trace.changed(i, (line) => line.replace(/"uts":\d+,/, '')))).toThrow(
      `bad.txt:${i + 1}: found Invalid input: expected number, received undefined at state.procs.0.ns.uts; expected a step`,
    );
  });

  it('names a state that is out of order', () => {
    expect(trace.converting(trace.changed(i, (line) => line.replace(/"seq":\d+/, '"seq":3')))).toThrow(
      /^bad.txt:\d+: found state 3; expected state 21$/,
    );
  });
});

describe('damaged samples', () => {
  const trace = traceOf('cpu');
  const i = trace.at(/^row/, 40);

  it('names a clock that runs backwards', () => {
    expect(trace.converting(trace.changed(i, (line) => line.replace(/^row \d+/, 'row 5')))).toThrow(
      new RegExp(`^bad.txt:${i + 1}: found clock 5, which runs backwards; expected at least \\d+$`),
    );
  });

  it('names a row that lacks a number, and a line that is none', () => {
    expect(trace.converting(trace.changed(i, (line) => line.replace(/ \d+$/, '')))).toThrow(
      `bad.txt:${i + 1}: found 4 numbers; expected the clock and 4 columns`,
    );
    expect(trace.converting(trace.changed(i, () => 'row 1 x'))).toThrow(
      `bad.txt:${i + 1}: found "row 1 x"; expected column, set, row, mark, out or end, as meter.c prints them`,
    );
  });

  it('names a run that is missing, or does not end', () => {
    const run = trace.at(/^run quota-50$/);
    expect(trace.converting(trace.changed(run, () => 'run quota-51'))).toThrow(
      `bad.txt:${run + 1}: found "run quota-51"; expected "run quota-50"`,
    );
    const end = trace.at(/^end$/, 5);
    expect(trace.converting(trace.without(end))).toThrow(
      /found no end of run "weights-1-3", begun in line \d+; expected "end"$/,
    );
    const first = trace.at(/^run weights-1-3$/);
    expect(trace.converting(`${trace.lines.slice(0, first).join('\n')}\n`)).toThrow(
      `bad.txt:${first}: found 5 runs; expected 6; the next is "weights-1-3"`,
    );
  });
});
