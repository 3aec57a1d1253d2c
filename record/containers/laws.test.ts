import { describe, expect, it } from 'vitest';
import { differences } from './compare';
import { readRawTrace, seriesOf, snapshotsOf, type Part } from './convert';
import { brokenLaws } from './laws';
import type { Scene } from './runs';

const raw = (part: Part) => readRawTrace(part).text;
const brokenIn = (scene: Scene, text: string) => brokenLaws(scene, seriesOf(scene, 'new.txt', text));
/** Changes one number of every row of a run: column `at`, counted from the clock. */
const rowsChanged = (
  text: string,
  run: string,
  at: number,
  change: (value: number, row: number) => number,
) => {
  let inside = false;
  let row = 0;
  return text
    .split('\n')
    .map((line) => {
      if (line.startsWith('run ')) inside = line === `run ${run}`;
      if (!inside || !line.startsWith('row ')) return line;
      const words = line.split(' ');
      words[at + 1] = String(change(Number(words[at + 1]), row++));
      return words.join(' ');
    })
    .join('\n');
};

describe('laws can be broken', () => {
  it.each([
    ['cpu', 'quota-20', 1, (usage: number) => usage * 2, 'no period uses more than its quota and a tick'],
    ['cpu', 'quota-50', 3, () => 0, 'nr_throttled is above 0 and rises'],
    ['cpu', 'weights-1-3', 2, (usage: number) => Math.floor(usage / 2), 'they share as their weights say'],
    ['memory', 'max-anon', 8, () => 0, 'oom_kill is 1'],
    ['memory', 'max-anon', 1, (bytes: number) => bytes + 2 ** 21, 'never exceeds memory.max'],
    ['memory', 'high-anon', 1, (bytes: number, row: number) => bytes + row * 2 ** 19, 'more slowly'],
    ['pids', 'max-10', 1, (count: number) => count + 1, 'never exceeds pids.max'],
    ['freezer', 'freeze-thaw-kill', 1, (usage: number, row: number) => usage + row, 'stays flat'],
    ['io', 'bytes-2m', 1, (bytes: number) => bytes * 2, 'never faster than its limit'],
  ] as const)('%s, %s, column %i', (scene, run, column, change, law) => {
    expect(brokenIn(scene, raw(scene))).toEqual([]);
    expect(brokenIn(scene, rowsChanged(raw(scene), run, column, change)).join('\n')).toContain(law);
  });

  it('by hand: a refusal that is none, a namespace that does not change', () => {
    const text = raw('by-hand');
    const broken = (changed: string) => brokenLaws('by-hand', snapshotsOf('new.txt', changed)).join('\n');
    expect(broken(text)).toBe('');
    expect(broken(text.replace('"result":-1,"error":"EPERM"', '"result":0,"error":""'))).toContain(
      'refused-uts: refused with EPERM',
    );
    expect(broken(text.replaceAll('"host":"box"', '"host":"host"'))).toContain(
      'hostname: the host keeps its own',
    );
  });
});

describe('the comparison', () => {
  const of = (part: Part, text: string) =>
    differences(part, { file: 'old.txt', text: raw(part) }, { file: 'new.txt', text });

  it('takes a run with other ids for the same', () => {
    const text = raw('by-hand');
    // Every process from 100 on and every namespace gets another number.
    const other = text
      .replace(
        /"((?:pp|p)id|by)":(10\d)\b/g,
        (_, key: string, pid: string) => `"${key}":${Number(pid) + 700}`,
      )
      .replace(/"nspid":"(10\d)/g, (_, pid: string) => `"nspid":"${Number(pid) + 700}`)
      .replace(/\b40265(\d{5})\b/g, (_, id: string) => `40266${id}`);
    expect(other).not.toBe(text);
    expect(of('by-hand', other)).toEqual([]);
  });

  it('names the step and where it parts', () => {
    const text = raw('by-hand').replace('"error":"ENOMEM"', '"error":"EAGAIN"');
    expect(of('by-hand', text)).toEqual([
      expect.stringMatching(/^refused-fork: found .*EAGAIN.*; expected .*ENOMEM/),
    ]);
  });

  it('names the run whose events are others', () => {
    const text = raw('memory').replace(/ended by signal 9/g, 'exited with 0');
    expect(of('memory', text)).toEqual([expect.stringMatching(/^max-anon: found .*exited with 0/)]);
  });
});
