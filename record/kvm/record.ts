/**
 * Why: makes the traces of the kvm topic from nothing: fetches a kernel and busybox, builds guest and VMM, packs
 * them into an initramfs, runs the recording host in QEMU and reads what it left on its disk.
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
import { run } from '../command.ts';
import { cpio, type CpioFile } from '../cpio.ts';
import { fetchPackage, readLock, unpack } from '../packages.ts';
import { runQemu } from '../qemu.ts';
import { convert, PAGINGS, readRaw } from './convert.ts';
import { parseTrace } from './ftrace.ts';
import { qemuArguments } from './machine.ts';
import type { Paging } from './provenance.ts';
import { compare, describe, exitsOf } from './sequence.ts';

const HERE = import.meta.dirname;
const WORK = '.cache/record/kvm';
const SECONDS = 180;
const MEBIBYTE = 1 << 20;
const SPACE = 300 * MEBIBYTE;
const DISK = 64 * MEBIBYTE;

/** Modules of the recording host, by their path under `kernel/`. */
const MODULES = [
  ...['virt/lib/irqbypass', 'drivers/crypto/ccp/ccp', 'arch/x86/kvm/kvm', 'arch/x86/kvm/kvm-amd'],
  ...['virtio', 'virtio_ring', 'virtio_pci_legacy_dev', 'virtio_pci_modern_dev', 'virtio_pci'].map(
    (name) => `drivers/virtio/${name}`,
  ),
  'drivers/block/virtio_blk',
];

type Traces = Readonly<Record<Paging, { readonly file: string; readonly text: string }>>;
type Say = (line: string) => void;

function checkMachine(folder: string): void {
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

/** @returns the path of the kernel, and the files of the initramfs that come from packages */
function fetchHost(work: string, say: Say): { readonly kernel: string; readonly files: readonly CpioFile[] } {
  const root = path.join(work, 'root');
  for (const locked of readLock(path.join(HERE, 'packages.json'))) {
    const { deb, name, version, exact } = fetchPackage(locked, path.join(work, 'packages'), say);
    if (exact) say(`${name} ${version}, as locked`);
    const kernel = name.startsWith('linux-image');
    unpack(
      deb,
      root,
      kernel ? ['./boot/vmlinuz-*', ...MODULES.map((module) => `*/${module}.ko`)] : ['*bin/busybox'],
    );
  }
  const release = readdirSync(path.join(root, 'lib/modules'))[0]!;
  const busybox = ['bin/busybox', 'usr/bin/busybox'].map((name) => path.join(root, name)).find(existsSync);
  if (busybox === undefined) throw new Error('busybox-static holds no bin/busybox');
  const modules = MODULES.map((module) => ({
    name: `lib/m/${path.basename(module)}.ko`,
    data: readFileSync(path.join(root, 'lib/modules', release, 'kernel', `${module}.ko`)),
    executable: false,
  }));
  return {
    kernel: path.join(root, 'boot', `vmlinuz-${release}`),
    files: [{ name: 'bin/busybox', data: readFileSync(busybox), executable: true }, ...modules],
  };
}

/** Guest as a flat image, VMM as a static program: the recording host has no libraries. */
function build(work: string): readonly CpioFile[] {
  const [object, guest, vmm] = ['guest.o', 'guest.bin', 'vmm'].map((name) => path.join(work, name));
  run('gcc', ['-c', '-o', object!, path.join(HERE, 'guest.S')]);
  run('ld', ['-Ttext=0x1000', '--oformat', 'binary', '-e', '_start', '-o', guest!, object!]);
  run('gcc', ['-O2', '-Wall', '-Wextra', '-Werror', '-static', '-o', vmm!, path.join(HERE, 'vmm.c')]);
  return [
    { name: 'guest.bin', data: readFileSync(guest!), executable: false },
    { name: 'vmm', data: readFileSync(vmm!), executable: true },
    { name: 'init', data: readFileSync(path.join(HERE, 'init')), executable: true },
  ];
}

/** Runs the recording host; its traces, as it wrote them. */
async function recordTraces(work: string, say: Say): Promise<Traces> {
  // What is missing is said before anything is fetched or thrown away.
  for (const program of ['gcc', 'ld', 'dpkg', 'tar', 'timeout']) run(program, ['--version']);
  say(run('qemu-system-x86_64', ['--version']).split('\n')[0]!);
  mkdirSync(work, { recursive: true });
  for (const name of readdirSync(work))
    if (name !== 'packages') rmSync(path.join(work, name), { recursive: true });
  checkMachine(work);
  const host = fetchHost(work, say);
  const [initramfs, disk, log] = ['initramfs.gz', 'out.tar', 'serial.txt'].map((name) =>
    path.join(work, name),
  );
  writeFileSync(initramfs!, gzipSync(cpio([...host.files, ...build(work)]), { level: 1 }));
  writeFileSync(disk!, '');
  truncateSync(disk!, DISK);
  const from = performance.now();
  const files = { kernel: host.kernel, initramfs: initramfs!, disk: disk!, log: log! };
  await runQemu(qemuArguments(files), files.log, SECONDS);
  say(`the recording host ran ${((performance.now() - from) / 1000).toFixed(1)} s`);
  const read = (paging: Paging) => {
    const name = `${paging}.trace.txt`;
    try {
      run('tar', ['-x', '-f', disk!, '-C', work, `./${name}`]);
    } catch {
      throw new Error(
        `${disk}: found no ${name}; expected it of the recording host, which says why in ${log}`,
      );
    }
    return { file: path.join(WORK, name), text: readFileSync(path.join(work, name), 'utf8') };
  };
  return { nested: read('nested'), shadow: read('shadow') };
}

/** Makes the traces in the work folder and proves that the converter takes them. */
export async function make(root: string, say: Say): Promise<boolean> {
  const traces = await recordTraces(path.join(root, WORK), say);
  for (const paging of PAGINGS) {
    const { file, text } = traces[paging];
    const json = convert(paging, file, text);
    say(`${file}: ${text.split('\n').length - 1} lines, ${json.length} bytes as JSON`);
  }
  say('Take them over, one by one, with:');
  for (const paging of PAGINGS) say(`  node record/kvm/convert.ts pack ${paging} ${traces[paging].file}`);
  return true;
}

/** Records again and compares with the committed traces. @returns whether every scene is equal */
export async function check(root: string, say: Say): Promise<boolean> {
  const traces = await recordTraces(path.join(root, WORK), say);
  let equal = true;
  for (const paging of PAGINGS) {
    const [committed, recorded] = [readRaw(paging), traces[paging]];
    const [before, now] = [committed, recorded].map(({ file, text }) =>
      exitsOf(file, parseTrace(file, text)),
    );
    const comparisons = compare(before!, now!);
    const bytes = committed.text === recorded.text ? 'byte for byte the same trace' : 'other clocks';
    say(`\n${paging} paging: ${bytes}`);
    for (const comparison of comparisons) say(describe(comparison));
    equal &&= comparisons.every(({ kind }) => kind === 'equal');
  }
  say(equal ? '\nEvery scene is equal.' : '\nSome scenes are different.');
  return equal;
}
