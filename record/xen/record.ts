/**
 * Why: makes the recordings of the xen topic from nothing: fetches Xen, its tools, a kernel and busybox, builds Domain 0
 * and the guest as initramfs, starts them in QEMU three times and reads what Domain 0 left on its disk.
 */
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../command.ts';
import { prepareWork, type Say } from '../host.ts';
import { runQemu } from '../qemu.ts';
import { untar } from '../tar.ts';
import { archiveOf, SCENES, type Left, type SceneId } from './archives.ts';
import { compare } from './compare.ts';
import { convert, readRawArchive } from './convert.ts';
import { buildImage } from './image.ts';
import { SETUPS, xenArguments, type SetupId } from './machine.ts';

const SECONDS = 600;
const DISK = 64 << 20;

type Archives = Readonly<Record<SceneId, Buffer>>;

/** The command as it is shown: paths of the work folder shortened to their last part. */
const shown = (args: readonly string[], work: string) =>
  ['qemu-system-x86_64', ...args.map((arg) => arg.replaceAll(`${work}/`, '').replace(/^root\/boot\//, ''))]
    .map((arg) => (/[ ]/.test(arg) ? `"${arg}"` : arg))
    .join(' ');

/** One start of the machine; what Domain 0 and the wire left, and `run.json`, which says how it came about. */
async function start(id: SetupId, work: string, kernel: string, say: Say): Promise<Left> {
  const at = (name: string) => path.join(work, name);
  const files = {
    xen: at('xen'),
    kernel,
    initramfs: at('dom0.cpio'),
    disk: at(`${id}.tar`),
    log: at(`${id}.serial.txt`),
    wire: at(`${id}.pcap`),
  };
  const args = xenArguments(files, SETUPS[id]);
  writeFileSync(files.disk, '');
  truncateSync(files.disk, DISK);
  const from = performance.now();
  await runQemu(args, files.log, SECONDS);
  say(`Xen ran ${((performance.now() - from) / 1000).toFixed(1)} s (${id})`);
  const about = {
    qemu: run('qemu-system-x86_64', ['--version']).split('\n')[0],
    date: new Date().toISOString().slice(0, 10),
    command: shown(args, work),
  };
  const left = untar(files.disk, readFileSync(files.disk));
  if (left.size === 0)
    throw new Error(
      `${files.disk}: found no results; expected those of Domain 0, which says why in ${files.log}`,
    );
  return new Map<string, Uint8Array>([
    ...left,
    ['wire.pcap', readFileSync(files.wire)],
    ['run.json', Buffer.from(`${JSON.stringify(about)}\n`)],
  ]);
}

/** Starts the machine in every setup; the raw archive of each recording, which also stands in the work folder. */
async function recordArchives(root: string, say: Say): Promise<Archives> {
  // The list of boot modules parts at spaces and commas: paths are kept short by starting from the project.
  process.chdir(root);
  const work = path.relative(root, prepareWork(root, 'xen', ['gcc'], say));
  const image = buildImage(path.join(root, work), say);
  writeFileSync(path.join(work, 'xen'), image.xen);
  writeFileSync(path.join(work, 'dom0.cpio'), image.initramfs);
  const kernel = path.relative(root, image.kernel);
  const left = {
    ping: await start('ping', work, kernel, say),
    reserved: await start('reserved', work, kernel, say),
    unreserved: await start('unreserved', work, kernel, say),
  };
  const archive = (scene: SceneId): Buffer => {
    const data = archiveOf(scene, left);
    writeFileSync(path.join(work, `${scene}.tar`), data);
    return data;
  };
  return {
    'xen-ping': archive('xen-ping'),
    'xen-fork': archive('xen-fork'),
    'xen-domains': archive('xen-domains'),
    'xen-pvh': archive('xen-pvh'),
  };
}

const fileOf = (scene: SceneId) => `.cache/record/xen/${scene}.tar`;

/** Makes the raw traces in the work folder and proves that the converter takes them. */
export async function make(root: string, say: Say): Promise<boolean> {
  const archives = await recordArchives(root, say);
  for (const scene of SCENES)
    say(
      `${fileOf(scene)}: ${archives[scene].length} bytes, ${convert(scene, fileOf(scene), archives[scene]).length} as JSON`,
    );
  say('Take them over with:');
  for (const scene of SCENES) say(`  node record/xen/convert.ts pack ${scene} ${fileOf(scene)}`);
  return true;
}

/** Records again and compares with the committed recordings. @returns whether they tell the same */
export async function check(root: string, say: Say): Promise<boolean> {
  const archives = await recordArchives(root, say);
  let equal = true;
  for (const scene of SCENES) {
    const { file, data } = readRawArchive(scene);
    const comparison = compare(
      JSON.parse(convert(scene, file, data)),
      JSON.parse(convert(scene, fileOf(scene), archives[scene])),
    );
    say(`\n${scene}: ${data.equals(archives[scene]) ? 'byte for byte the same' : 'other bytes'}`);
    for (const line of comparison.lines) say(line);
    equal &&= comparison.equal;
  }
  say(equal ? '\nEvery recording tells the same.' : '\nSome recordings are different.');
  return equal;
}
