/**
 * Why: an initramfs of which the bytes depend on its content alone: no dates, no owners, no order of a
 * folder. Format "newc" of cpio, as the kernel's Documentation/driver-api/early-userspace/buffer-format.rst
 * describes it.
 */

export interface CpioFile {
  /** Path in the archive, without a leading slash. */
  readonly name: string;
  readonly data: Uint8Array;
  readonly executable: boolean;
}

const MODE = { folder: 0o040755, executable: 0o100755, file: 0o100644 };

const padded = (data: Uint8Array) => Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);

function entry(inode: number, name: string, mode: number, data: Uint8Array): Buffer {
  const links = mode === MODE.folder ? 2 : 1;
  const fields = [inode, mode, 0, 0, links, 0, data.length, 0, 0, 0, 0, name.length + 1, 0];
  const head = `070701${fields.map((field) => field.toString(16).padStart(8, '0')).join('')}${name}\0`;
  return Buffer.concat([padded(Buffer.from(head, 'latin1')), padded(data)]);
}

/** The archive of these files and the folders that hold them, sorted by name. Names are ASCII. */
export function cpio(files: readonly CpioFile[]): Buffer {
  const folders = new Set(
    files.flatMap(({ name }) => {
      const parts = name.split('/').slice(0, -1);
      return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
    }),
  );
  const nothing = new Uint8Array();
  const entries = [
    ...[...folders].map((name) => ({ name, mode: MODE.folder, data: nothing })),
    ...files.map(({ name, executable, data }) => ({
      name,
      mode: executable ? MODE.executable : MODE.file,
      data,
    })),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
  return Buffer.concat([
    ...entries.map(({ name, mode, data }, i) => entry(i + 1, name, mode, data)),
    entry(0, 'TRAILER!!!', 0, nothing),
  ]);
}
