import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { newest, readLock } from './packages';

describe('the lock file of kvm', () => {
  const lock = readLock(path.resolve(import.meta.dirname, 'host.packages.json'));

  it('lets each package stand in for itself', () => {
    expect(lock.length).toBeGreaterThan(0);
    for (const { name, any } of lock) expect(name).toMatch(new RegExp(any));
  });

  it('takes any 6.1 kernel, and no other flavour or series', () => {
    const any = new RegExp(lock.find(({ name }) => name.startsWith('linux-image'))!.any);
    expect('linux-image-6.1.0-9-amd64').toMatch(any);
    for (const name of [
      'linux-image-6.1.0-9-rt-amd64',
      'linux-image-6.1.0-9-amd64-unsigned',
      'linux-image-6.12.0-9-amd64',
    ])
      expect(name).not.toMatch(any);
  });
});

describe('newest', () => {
  it('compares build numbers as numbers', () => {
    expect(newest(['linux-image-6.1.0-9-amd64', 'linux-image-6.1.0-56-amd64'])).toBe(
      'linux-image-6.1.0-56-amd64',
    );
    expect(newest([])).toBeUndefined();
  });
});
