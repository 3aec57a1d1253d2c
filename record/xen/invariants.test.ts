import { describe, expect, it } from 'vitest';
import { untar } from '../tar';
import { raw, readCommitted, readPage } from './committed';

describe('xen-fork', () => {
  const { runs } = readCommitted('xen-fork', 'counts');
  const count = (run: string, name: string) => runs.find(({ id }) => id === run)!.counts[name] ?? 0;

  it.each(['fork', 'exec'])('%s: pins each new top-level table, and batches what it may', (what) => {
    expect(count(`${what}-mmu`, 'xen_mmu_pgd_pin')).toBe(1);
    expect(count(`${what}-mmu`, 'xen_mmu_pgd_unpin')).toBe(1);
    expect(count(`${what}-mmu`, 'xen_mmu_set_pte')).toBeGreaterThan(50);
    expect(count(`${what}-xen`, 'multicall_entry mmuext_op')).toBeGreaterThan(
      count(`${what}-xen`, 'hypercall multicall'),
    );
  });

  it('fork: the parent’s pages become read-only, so both take page faults in Xen', () => {
    expect(count('fork-xen', 'page_fault')).toBeGreaterThan(0);
  });
});

describe('xen-pvh', () => {
  const { runs } = readCommitted('xen-pvh', 'counts');
  const total = (id: string) => runs.find((run) => run.id === id)!.total;

  it('leaves page tables to the guest: fork and exec need a small part of the entries that PV needs', () => {
    const pv = readCommitted('xen-fork', 'counts').runs;
    for (const what of ['fork', 'exec'])
      expect(total(what) * 4).toBeLessThan(pv.find(({ id }) => id === `${what}-xen`)!.total);
  });

  it('accesses ports in one loop of two instructions, but for a few', () => {
    const exits = untar('t', raw['xen-pvh'].data)
      .get('pvh-boot.xentrace.txt')!
      .toString()
      .matchAll(/ 81102 7b (\w+) /g);
    const places = new Map<string, number>();
    for (const [, place] of exits) places.set(place!, (places.get(place!) ?? 0) + 1);
    const most = [...places.values()].sort((a, b) => b - a);
    expect(most.slice(0, 2)).toEqual([49_999, 49_999]);
    expect(most.slice(2).reduce((sum, count) => sum + count, 0)).toBeLessThan(1000);
  });

  it('boots with hypercalls as VMMCALL and no exit for loading CR3', () => {
    const boot = runs.find(({ id }) => id === 'boot')!.counts;
    expect(boot['VMEXIT_VMMCALL']).toBeGreaterThan(100);
    expect(Object.keys(boot)).not.toContain('VMEXIT_CR3_WRITE');
  });
});

describe('xen-domains', () => {
  const memory = (scene: string, when: string, name: string) =>
    Number(
      readPage(scene, `${when}-xl-list`)
        .find((line) => line.startsWith(name))
        ?.split(/\s+/)[2],
    );

  it('Domain 0 keeps its reservation, or shrinks to make room for a guest', () => {
    expect([memory('reserved', 'before', 'Domain-0'), memory('reserved', 'after', 'Domain-0')]).toEqual([
      600, 600,
    ]);
    const [before, after] = ['before', 'after'].map((when) => memory('unreserved', when, 'Domain-0'));
    expect(before! - after!).toBeGreaterThan(100);
    for (const scene of ['reserved', 'unreserved']) expect(memory(scene, 'after', 'guest1')).toBe(256);
  });

  it('a pinned vCPU may run on one processor, any other on all', () => {
    const affinity = (scene: string) =>
      readPage(scene, 'after-xl-vcpu-list')
        .filter((line) => line.startsWith('Domain-0'))
        .map((line) => line.trim().split(/\s+/).slice(6).join(' '));
    expect(affinity('reserved')).toEqual(['0 / all']);
    expect(affinity('unreserved')).toEqual(['all / all', 'all / all']);
  });
});
