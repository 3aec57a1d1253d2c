import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SceneId } from './archives';
import { compare } from './compare';

const textOf = (scene: SceneId) =>
  readFileSync(path.resolve(import.meta.dirname, `../../content/recordings/${scene}.json`), 'utf8');
/** What differs between a recording and the same with its text changed. */
const differences = (scene: SceneId, change: (text: string) => string) => {
  const changed = change(textOf(scene));
  expect(changed).not.toBe(textOf(scene));
  return compare(JSON.parse(textOf(scene)), JSON.parse(changed)).lines.flatMap((line) => {
    const found = /^(.*?) +DIFFERENT +(.*)$/.exec(line);
    return found ? [`${found[1]!} | ${found[2]!}`] : [];
  });
};

describe('compare', () => {
  it('does not depend on clocks, grant references, addresses or process ids', () => {
    expect(differences('xen-ping', (text) => text.replace(/"start":\d+/g, '"start":7'))).toEqual([]);
    expect(differences('xen-ping', (text) => text.replace(/"ffff[0-9a-f]+"/g, '"ffff"'))).toEqual([]);
    expect(differences('xen-ping', (text) => text.replace(/(domu\/ping)-\d+/g, '$1-1'))).toEqual([]);
  });

  it('shows a step that is another, by scene and source', () => {
    const other = differences('xen-ping', (text) => text.replace('br_forward:', 'br_flood:'));
    expect(other[0]).toMatch(/^ping-98, dom0 \| \d+: found br_flood; expected br_forward$/);
    expect(other.every((line) => line.includes(', dom0'))).toBe(true);
  });

  it('shows a grant that is mapped instead of copied', () => {
    const found = differences('xen-ping', (text) => text.replace('(copy)', '(map_grant_ref)'));
    expect(found[0]).toMatch(
      /^ping-98, xen \| \d+: found hypercall .*\(map_grant_ref\); expected hypercall .*\(copy\)$/,
    );
  });

  it('shows a scene that ends early', () => {
    const early = differences('xen-ping', (text) => text.replace(/,\[[\d,]+\]\]\}\n\]/, ']}\n]'));
    expect(early).toEqual([
      expect.stringMatching(/^ping-1242, domu \| \d+: found no more; expected sys_recvfrom$/),
    ]);
  });

  it('shows a count that is another, but not one of the machine’s own interrupts', () => {
    const more = (name: string) => (text: string) =>
      text.replace(new RegExp(`"${name}":\\d+`), `"${name}":1`).replace(/"total":\d+/g, (all) => all);
    const change = (name: string) => {
      const data = JSON.parse(more(name)(textOf('xen-pvh'))) as {
        runs: { counts: Record<string, number>; total: number }[];
      };
      for (const run of data.runs) {
        run.counts = Object.fromEntries(Object.entries(run.counts).sort(([, a], [, b]) => b - a));
        run.total = Object.values(run.counts).reduce((sum, count) => sum + count, 0);
      }
      return compare(JSON.parse(textOf('xen-pvh')), data);
    };
    expect(change('VMEXIT_CPUID').equal).toBe(false);
    expect(change('VMEXIT_INTR').equal).toBe(true);
  });

  it('shows memory that a domain has not, but not its seconds', () => {
    const given = (find: RegExp, by: string) => differences('xen-domains', (text) => text.replace(find, by));
    expect(given(/(Domain-0 +0 +)600( )/, '$1601$2').length).toBeGreaterThan(0);
    expect(given(/(Domain-0 +0 +600 +1 +r----- +)[\d.]+/g, '$199.9')).toEqual([]);
  });
});
