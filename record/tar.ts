/**
 * Why: a recording of several sources leaves its machine as one archive and is committed as one. Reads and writes the
 * plain files of POSIX ustar; what it writes depends on names and content alone.
 */

const BLOCK = 512;

export interface TarFile {
  readonly name: string;
  readonly data: Uint8Array;
}

const roundUp = (size: number) => Math.ceil(size / BLOCK) * BLOCK;

/** Sum of the header's bytes, its own field counted as blanks. */
const sumOf = (header: Uint8Array) =>
  header.reduce((sum, byte, i) => sum + (i >= 148 && i < 156 ? 32 : byte), 0);

function headerOf({ name, data }: TarFile): Buffer {
  if (name.length > 99) throw new Error(`found the name "${name}"; expected at most 99 characters`);
  const header = Buffer.alloc(BLOCK);
  const octal = (value: number, at: number, width: number) =>
    header.write(`${value.toString(8).padStart(width - 1, '0')}\0`, at, 'latin1');
  header.write(name, 0, 'latin1');
  octal(0o644, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(data.length, 124, 12);
  octal(0, 136, 12);
  header.write('0', 156, 'latin1');
  header.write('ustar\x0000', 257, 'latin1');
  header.write(`${sumOf(header).toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return header;
}

/** An archive of these files, sorted by name. */
export function tar(files: readonly TarFile[]): Buffer {
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  return Buffer.concat([
    ...sorted.flatMap((file) => [
      headerOf(file),
      file.data,
      Buffer.alloc(roundUp(file.data.length) - file.data.length),
    ]),
    Buffer.alloc(2 * BLOCK),
  ]);
}

/**
 * The plain files of an archive, by name without a leading `./`; what follows the end mark is not read.
 * @param file name used in errors
 * @throws Error naming file and byte: a header whose checksum is wrong, or a file that the archive's end cuts short
 */
export function untar(file: string, archive: Buffer): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (let at = 0; at + BLOCK <= archive.length;) {
    const header = archive.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) return files;
    const text = (from: number, width: number) =>
      header.toString('latin1', from, from + width).split('\0')[0]!;
    const [sum, size] = [parseInt(text(148, 8), 8), parseInt(text(124, 12), 8)];
    if (sum !== sumOf(header))
      throw new Error(
        `${file}: byte ${at}: found a header that sums up to ${sumOf(header)}; expected ${sum}`,
      );
    const from = at + BLOCK;
    if (from + size > archive.length)
      throw new Error(
        `${file}: byte ${at}: found ${archive.length - from} bytes of ${text(0, 100)}; expected ${size}`,
      );
    const type = text(156, 1);
    if (type === '0' || type === '')
      files.set(text(0, 100).replace(/^\.\//, ''), archive.subarray(from, from + size));
    at = from + roundUp(size);
  }
  throw new Error(`${file}: byte ${archive.length}: found no end mark; expected two blocks of zeros`);
}
