import { describe, expect, it } from 'vitest';
import { cpio, type CpioFile } from './cpio';

const file = (name: string, text: string, executable = false): CpioFile => ({
  name,
  data: Buffer.from(text),
  executable,
});

/** Reads an archive as the kernel does: header of 110 characters, name, data, each padded to 4 bytes. */
function list(archive: Buffer): string[] {
  const found: string[] = [];
  for (let at = 0; at < archive.length;) {
    const head = archive.toString('latin1', at, at + 110);
    const field = (i: number) => parseInt(head.slice(6 + i * 8, 14 + i * 8), 16);
    const name = archive.toString('latin1', at + 110, at + 110 + field(11) - 1);
    const from = at + Math.ceil((110 + field(11)) / 4) * 4;
    const data = archive.toString('latin1', from, from + field(6));
    found.push(`${head.slice(0, 6)} ${field(1).toString(8)} ${name} ${data}`);
    at = from + Math.ceil(field(6) / 4) * 4;
  }
  return found;
}

describe('cpio', () => {
  it('holds every file with its mode, after the folders that hold it', () => {
    expect(list(cpio([file('lib/m/a.ko', 'abcde'), file('init', '#!', true)]))).toEqual([
      '070701 100755 init #!',
      '070701 40755 lib ',
      '070701 40755 lib/m ',
      '070701 100644 lib/m/a.ko abcde',
      '070701 0 TRAILER!!! ',
    ]);
  });

  it('gives the same bytes whatever the order of the files', () => {
    const [a, b] = [file('bin/a', '1'), file('bin/b', '22')];
    expect(cpio([a, b]).equals(cpio([b, a]))).toBe(true);
  });
});
