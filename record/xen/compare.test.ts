import { describe, expect, it } from 'vitest';
import type { SceneId } from './archives';
import { jsonOf, readCommitted } from './committed';
import { compare } from './compare';

/** What differs between a recording and the same with its text changed. */
const differences = (scene: SceneId, change: (text: string) => string) => {
  const changed = change(jsonOf(scene));
  expect(changed).not.toBe(jsonOf(scene));
  return compare(JSON.parse(jsonOf(scene)), JSON.parse(changed)).lines.flatMap((line) => {
    const found = /^(.*?) +DIFFERENT +(.*)$/.exec(line);
    return found ? [`${found[1]!} | ${found[2]!}`] : [];
  });
};

/** What differs between a recording and the same with one count of one run changed. */
function recount(scene: SceneId, at: number, name: string, by: number): readonly string[] {
  const changed = readCommitted(scene, 'counts');
  const run = changed.runs[at]!;
  const counts = { ...run.counts, [name]: run.counts[name]! + by };
  run.counts = Object.fromEntries(Object.entries(counts).sort(([, a], [, b]) => b - a));
  run.total += by;
  return compare(JSON.parse(jsonOf(scene)), changed).lines.filter((line) => line.includes('DIFFERENT'));
}

describe('compare', () => {
  it('does not depend on clocks, grant references, addresses or process ids', () => {
    expect(differences('xen-ping', (text) => text.replace(/"start":\d+/g, '"start":7'))).toEqual([]);
    expect(differences('xen-ping', (text) => text.replace(/"ffff[0-9a-f]+"/g, '"ffff"'))).toEqual([]);
    expect(differences('xen-ping', (text) => text.replace(/(domu\/ping)-\d+/g, '$1-1'))).toEqual([]);
  });

  it('shows a step that is another, by scene and source', () => {
    const other = differences('xen-ping', (text) => text.replace('br_forward:', 'br_flood:'));
    expect(other[0]).toMatch(/^ping-98, dom0, \d+ \| found br_flood; expected br_forward$/);
    expect(other.every((line) => line.includes(', dom0'))).toBe(true);
  });

  it('shows a grant that is mapped instead of copied', () => {
    const found = differences('xen-ping', (text) => text.replace('(copy)', '(map_grant_ref)'));
    expect(found[0]).toMatch(
      /^ping-98, xen, \d+ \| found hypercall .*\(map_grant_ref\); expected hypercall .*\(copy\)$/,
    );
  });

  it('shows a scene that ends early', () => {
    const early = differences('xen-ping', (text) => text.replace(/,\[[\d,]+\]\]\}\n\]/, ']}\n]'));
    expect(early).toEqual([
      expect.stringMatching(/^ping-1242, domu, \d+ \| found no more; expected sys_recvfrom$/),
    ]);
  });

  it('shows a count that is another, however little', () => {
    expect(recount('xen-fork', 1, 'page_fault', 1)).toEqual([
      expect.stringMatching(/^fork-xen +DIFFERENT +found page_fault \d+; expected \d+$/),
    ]);
  });

  it('shows a count of the boot that is far off, but not what timers make of it', () => {
    for (const [name, by] of [['VMEXIT_INTR', 20] as const, ['VMEXIT_VINTR', -3] as const])
      expect(recount('xen-pvh', 0, name, by)).toEqual([]);
    for (const [name, by] of [['VMEXIT_CPUID', -60] as const, ['VMEXIT_IOIO', 10_000] as const])
      expect(recount('xen-pvh', 0, name, by)).toEqual([expect.stringContaining(`found ${name} `)]);
  });

  it('shows memory that a domain has not, but not its seconds', () => {
    const given = (find: RegExp, by: string) => differences('xen-domains', (text) => text.replace(find, by));
    expect(given(/(Domain-0 +0 +)600( )/, '$1601$2').length).toBeGreaterThan(0);
    expect(given(/(Domain-0 +0 +600 +1 +r----- +)[\d.]+/g, '$199.9')).toEqual([]);
  });
});
