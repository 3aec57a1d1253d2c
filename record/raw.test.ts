import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packRaw, readRaw } from './raw';

test('a raw trace comes back as it went, beside the others, and packing again changes nothing', () => {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'raw-')), 'new');
  packRaw(folder, 'b.txt', 'second\n');
  packRaw(folder, 'a.txt', 'first\n');
  expect([readRaw(folder, 'a.txt'), readRaw(folder, 'b.txt')]).toEqual(['first\n', 'second\n']);
  const sums = readFileSync(path.join(folder, 'SHA256SUMS'), 'utf8');
  packRaw(folder, 'b.txt', 'second\n');
  expect(readFileSync(path.join(folder, 'SHA256SUMS'), 'utf8')).toBe(sums);
});

test('a damaged file is refused by name, with both checksums', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'raw-'));
  packRaw(folder, 'a.txt', 'first\n');
  const file = path.join(folder, 'a.txt.gz');
  const damaged = readFileSync(file);
  damaged[12]! ^= 1;
  writeFileSync(file, damaged);
  expect(() => readRaw(folder, 'a.txt')).toThrow(
    /a\.txt\.gz: found SHA-256 [0-9a-f]{64}; expected [0-9a-f]{64} in SHA256SUMS/,
  );
});
