import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { assertEmulated } from '../qemu';
import { readLock } from '../packages';
import { SETUPS, xenArguments } from './machine';

const files = { xen: 'x', kernel: 'k', initramfs: 'i', disk: 'd', log: 'l', wire: 'w' };

describe('the lock file of xen', () => {
  const lock = readLock(path.resolve(import.meta.dirname, 'packages.json'));

  it('lets each package stand in for itself, and for no other', () => {
    expect(lock.length).toBeGreaterThan(15);
    for (const { any } of lock) {
      const standIns = lock.filter(({ name }) => new RegExp(any).test(name));
      expect(standIns.map((each) => each.any)).toEqual([any]);
    }
  });

  it('holds all of Xen in one version: its tools speak to no other', () => {
    const versions = lock.filter(({ name }) => name.includes('xen')).map(({ version }) => version);
    expect(versions.length).toBeGreaterThan(10);
    expect(new Set(versions).size).toBe(1);
  });
});

describe('the machine', () => {
  it.each(Object.entries(SETUPS))('of %s is emulated, and gives Domain 0 what the scene says', (_, setup) => {
    const args = xenArguments(files, setup);
    expect(() => assertEmulated(args)).not.toThrow();
    const line = args[args.indexOf('-append') + 1]!;
    expect(line.includes('dom0_mem=')).toBe(setup.xen !== '');
    expect(args[args.indexOf('-initrd') + 1]).toMatch(new RegExp(`^k .* record=${setup.record},i$`));
  });

  it('refuses a path at which the list of boot modules would part', () => {
    expect(() => xenArguments({ ...files, initramfs: 'a,b' }, SETUPS.ping)).toThrow(
      'found the path "a,b"; expected one without spaces and commas',
    );
  });
});
