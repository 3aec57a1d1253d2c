/**
 * Why: most recordings run on the same recording host: Debian's kernel and busybox in QEMU, an initramfs that holds
 * all it needs, results handed out as a tar archive on a disk without a file system. One place fetches it, starts it
 * and reads what it left.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { run } from './command.ts';
import { cpio, type CpioFile } from './cpio.ts';
import { qemuArguments } from './machine.ts';
import { fetchPackage, readLock, unpack } from './packages.ts';
import { qemuVersion, runQemu } from './qemu.ts';

export type Say = (line: string) => void;

const MEBIBYTE = 1 << 20;
const SPACE = 500 * MEBIBYTE;
const DISK = 64 * MEBIBYTE;
const HOST_LOCK = path.join(import.meta.dirname, 'host.packages.json');

/** The results' disk: a host's init loads these last, since their interrupts would stand in a trace. */
export const DISK_MODULES = [
  ...['virtio', 'virtio_ring', 'virtio_pci_legacy_dev', 'virtio_pci_modern_dev', 'virtio_pci'].map(
    (name) => `drivers/virtio/${name}`,
  ),
  'drivers/block/virtio_blk',
];

/** A program that the recording needs on this machine is said before anything is fetched or thrown away. */
function checkMachine(folder: string, programs: readonly string[], say: Say): void {
  for (const program of ['dpkg', 'tar', 'timeout', ...programs]) run(program, ['--version']);
  say(`QEMU ${qemuVersion()}`);
  if (process.arch !== 'x64')
    throw new Error(
      `found a machine of type ${process.arch}; expected x64, whose packages the lock file holds`,
    );
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < SPACE)
    throw new Error(
      `${folder}: found ${Math.floor((bavail * bsize) / MEBIBYTE)} MiB free; expected ${SPACE / MEBIBYTE} MiB. ` +
        'Free some, or make .cache a link to a larger disk',
    );
}

/**
 * Empties the topic's work folder, after it has checked that this machine can record.
 * @param root of the project
 * @param programs of this machine that the topic needs besides QEMU, dpkg, tar and timeout
 * @returns `<root>/.cache/record/<topic>`
 * @throws Error: a program or disk space is missing
 */
export function prepareWork(root: string, topic: string, programs: readonly string[], say: Say): string {
  const work = path.join(root, '.cache/record', topic);
  mkdirSync(work, { recursive: true });
  checkMachine(work, programs, say);
  rmSync(work, { recursive: true });
  mkdirSync(work);
  return work;
}

/**
 * Fetches packages by lock file and unpacks parts of each into `<work>/root`; nothing is installed.
 * @param lock path of a lock file
 * @param patterns by package name as the lock file spells it: paths as `tar --wildcards` reads them
 * @returns the folder with what was unpacked
 */
export function fetchRoot(
  work: string,
  lock: string,
  patterns: (name: string) => readonly string[],
  say: Say,
): string {
  const root = path.join(work, 'root');
  for (const locked of readLock(lock)) {
    const { deb, name, version, exact } = fetchPackage(locked, path.join(work, '../packages'), say);
    if (exact) say(`${name} ${version}, as locked`);
    unpack(deb, root, patterns(locked.name));
  }
  return root;
}

/** Kernel of the recording host, and what of its initramfs comes from packages. */
export interface Host {
  /** Path of the kernel. */
  readonly kernel: string;
  /** `uname -r` of it. */
  readonly release: string;
  /** busybox, and the modules as `lib/m/<name>.ko`. */
  readonly files: readonly CpioFile[];
}

/**
 * @param modules by their path under `kernel/` without `.ko`, in the order of need; the disk's own are added
 */
export function fetchHost(work: string, modules: readonly string[], say: Say): Host {
  const all = [...new Set([...modules, ...DISK_MODULES])];
  const root = fetchRoot(
    work,
    HOST_LOCK,
    (name) =>
      name.startsWith('linux-image')
        ? ['./boot/vmlinuz-*', ...all.map((module) => `*/${module}.ko`)]
        : ['*bin/busybox'],
    say,
  );
  const release = readdirSync(path.join(root, 'lib/modules'))[0]!;
  const busybox = ['bin/busybox', 'usr/bin/busybox'].map((name) => path.join(root, name)).find(existsSync);
  if (busybox === undefined) throw new Error('busybox-static holds no bin/busybox');
  return {
    kernel: path.join(root, 'boot', `vmlinuz-${release}`),
    release,
    files: [
      { name: 'bin/busybox', data: readFileSync(busybox), executable: true },
      ...all.map((module) => ({
        name: `lib/m/${path.basename(module)}.ko`,
        data: readFileSync(path.join(root, 'lib/modules', release, 'kernel', `${module}.ko`)),
        executable: false,
      })),
    ],
  };
}

/**
 * Starts the recording host and waits until it has switched itself off.
 * @param files all of its initramfs; `init` among them
 * @param seconds after which it is killed
 * @param extra further words on the kernel's line
 * @returns reads a file of the archive that the host left; throws when it is not there
 */
export async function runHost(
  work: string,
  kernel: string,
  files: readonly CpioFile[],
  seconds: number,
  say: Say,
  extra?: string,
): Promise<(name: string) => string> {
  const at = (name: string) => path.join(work, name);
  const paths = { kernel, initramfs: at('initramfs.gz'), disk: at('out.tar'), log: at('serial.txt') };
  writeFileSync(paths.initramfs, gzipSync(cpio(files), { level: 1 }));
  writeFileSync(paths.disk, '');
  truncateSync(paths.disk, DISK);
  const from = performance.now();
  await runQemu(qemuArguments(paths, extra), paths.log, seconds);
  say(`the recording host ran ${((performance.now() - from) / 1000).toFixed(1)} s`);
  return (name) => {
    try {
      run('tar', ['-x', '-f', paths.disk, '-C', work, `./${name}`]);
    } catch {
      throw new Error(
        `${paths.disk}: found no ${name}; expected it of the recording host, which says why in ${paths.log}`,
      );
    }
    return readFileSync(at(name), 'utf8');
  };
}

/** A static program from one C file, built with all warnings as errors. @returns its bytes */
export function compileStatic(work: string, source: string, name: string): Buffer {
  const out = path.join(work, name);
  run('gcc', ['-O2', '-Wall', '-Wextra', '-Werror', '-static', '-o', out, source]);
  return readFileSync(out);
}
