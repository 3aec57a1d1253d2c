import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { tar, untar } from './tar';

const files = [
  { name: 'b.bin', data: Buffer.from([0, 255, 10]) },
  { name: 'a.txt', data: Buffer.from('x'.repeat(600)) },
  { name: 'empty', data: Buffer.alloc(0) },
];
const archive = tar(files);

describe('tar', () => {
  it('gives back what went in, whatever the order', () => {
    const found = untar('t.tar', archive);
    expect([...found.keys()]).toEqual(['a.txt', 'b.bin', 'empty']);
    for (const { name, data } of files) expect(found.get(name)!.equals(data)).toBe(true);
    expect(tar([...files].reverse()).equals(archive)).toBe(true);
  });

  it.skipIf(process.platform === 'win32')('is what the program of that name understands', () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'tar-')), 't.tar');
    writeFileSync(file, archive);
    expect(execFileSync('tar', ['-t', '-f', file], { encoding: 'utf8' })).toBe('a.txt\nb.bin\nempty\n');
  });

  it('names the byte where an archive is damaged or cut', () => {
    const damaged = Buffer.from(archive);
    damaged[1]! ^= 1;
    expect(() => untar('t.tar', damaged)).toThrow(
      /^t\.tar: byte 0: found a header that sums up to \d+; expected \d+$/,
    );
    expect(() => untar('t.tar', archive.subarray(0, 700))).toThrow(
      't.tar: byte 0: found 188 bytes of a.txt; expected 600',
    );
    expect(() => untar('t.tar', archive.subarray(0, 1536))).toThrow('t.tar: byte 1536: found no end mark');
  });
});
