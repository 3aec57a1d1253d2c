/**
 * Why: makes the raw results of the kvm-linux topic from nothing: a Linux guest under QEMU/KVM inside the recording
 * host, its boot counted, and 200 packets traced through each of three network cards.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cpio, type CpioFile } from '../cpio.ts';
import { compileStatic, fetchHost, prepareWork, runHost, type Host, type Say } from '../host.ts';
import { commandLine } from '../kvm/run-facts.ts';
import { qemuVersion } from '../qemu.ts';
import { compareBoots, compareNics } from './compare.ts';
import {
  convert,
  NICS,
  RAW_NAME,
  readNics,
  readRawText,
  SCENES,
  sectionHead,
  type Scene,
} from './convert.ts';
import { countBoot } from './histogram.ts';
import { factsSchema, type Facts } from './provenance.ts';
import { innerQemu } from './tools.ts';

const HERE = import.meta.dirname;
/** For one guest, which takes 20 to 40 s on a busy machine with two cores. */
const SECONDS = 120;
const TRIES = 4;
const KVM = ['virt/lib/irqbypass', 'drivers/crypto/ccp/ccp', 'arch/x86/kvm/kvm', 'arch/x86/kvm/kvm-amd'];
/** The guest's, in the order of need. */
const CARDS = [
  ...['virtio_ring', 'virtio', 'virtio_pci_legacy_dev', 'virtio_pci_modern_dev', 'virtio_pci'].map(
    (name) => `drivers/virtio/${name}`,
  ),
  ...['net/core/failover', 'drivers/net/net_failover', 'drivers/net/virtio_net', 'drivers/net/mii'],
  ...['drivers/net/ethernet/realtek/8139cp', 'drivers/net/ethernet/intel/e1000/e1000'],
];
const GUEST_LINE =
  'console=ttyS0 quiet rdinit=/init tsc=reliable nokaslr norandmaps mitigations=off random.trust_cpu=off panic=-1';

/** Initramfs of the guest: one program, and the modules of network cards or none. */
function guest(init: Buffer, host: Host, modules: readonly string[]): Buffer {
  const files = modules.map((module, i) => {
    const name = `${path.basename(module)}.ko`;
    const { data } = host.files.find((each) => each.name === `lib/m/${name}`)!;
    return { name: `modules/${String(i).padStart(2, '0')}-${name}`, data, executable: false };
  });
  const folders = ['dev/.keep'].map((name) => ({ name, data: new Uint8Array(), executable: false }));
  return cpio([{ name: 'init', data: init, executable: true }, ...files, ...folders]);
}

function build(work: string, host: Host): readonly CpioFile[] {
  const init = compileStatic(work, path.join(HERE, 'guest-init.c'), 'guest-init');
  const plain = (name: string, data: Buffer): CpioFile => ({ name, data, executable: false });
  return [
    ...innerQemu(),
    { name: 'init', data: readFileSync(path.join(HERE, 'init')), executable: true },
    { name: 'bin/sink', data: compileStatic(work, path.join(HERE, 'sink.c'), 'sink'), executable: true },
    plain('vmlinuz', readFileSync(host.kernel)),
    plain('boot.cpio', guest(init, host, [])),
    plain('nic.cpio', guest(init, host, CARDS)),
    plain('append', Buffer.from(`${GUEST_LINE}\n`)),
  ];
}

/** What a run left: the raw text of each scene, and the facts of the run. */
interface Run {
  readonly work: string;
  readonly texts: Readonly<Record<Scene, string>>;
  readonly facts: Facts;
}

type Result = (name: string) => string;

/**
 * Runs the recording host for one scene. On a busy machine a guest under this emulated SVM now and then waits for a
 * lock for ever; such a run is given up at its time limit and made again.
 */
async function runScene(
  work: string,
  host: Host,
  files: readonly CpioFile[],
  scene: string,
  say: Say,
): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      say(`${scene}:`);
      return await runHost(work, host.kernel, files, SECONDS, say, `scene=${scene}`);
    } catch (error) {
      const late = error instanceof Error && error.message.includes('did not end within');
      if (!late || tries === TRIES) throw error;
      say(`${error.message}; once more`);
    }
  }
}

/** Runs the recording host once for each guest and puts the results together. @throws Error: a guest did not end */
async function record(root: string, say: Say): Promise<Run> {
  const work = prepareWork(root, 'kvm-linux', ['gcc', 'ldd'], say);
  const host = fetchHost(work, [...KVM, ...CARDS], say);
  const files = [...host.files, ...build(work, host)];
  const booted = await runScene(work, host, files, 'boot', say);
  const [boot, bootCommand, Linux] = ['boot.hist.txt', 'boot.command.txt', 'kernel.txt'].map(booted) as [
    string,
    string,
    string,
  ];
  const sections: string[] = [];
  let nicCommand = '';
  for (const nic of NICS) {
    const result = await runScene(work, host, files, nic, say);
    const said = result(`${nic}.serial.txt`);
    const sent = /^guest: sent (\d+)/m.exec(said)?.[1];
    if (sent === undefined)
      throw new Error(`${nic}.serial.txt: found no "guest: sent …"; the guest said:\n${said}`);
    const received = Number(result(`${nic}.received.txt`));
    sections.push(`${sectionHead(nic, Number(sent), received)}${result(`${nic}.trace.txt`)}`);
    if (nic === NICS[0]) nicCommand = result(`${nic}.command.txt`);
  }
  const facts = factsSchema.parse({
    QEMU: qemuVersion(),
    Linux: Linux.trim(),
    command: commandLine(),
    bootCommand: bootCommand.trim(),
    nicCommand: nicCommand.trim().replaceAll(NICS[0], 'NIC'),
    date: new Date().toISOString().slice(0, 10),
  });
  return { work, texts: { nic: sections.join(''), boot }, facts };
}

/** Makes the raw results in the work folder and proves that the converter takes them. */
export async function make(root: string, say: Say): Promise<boolean> {
  const { work, texts, facts } = await record(root, say);
  writeFileSync(path.join(work, 'run.json'), JSON.stringify(facts));
  for (const scene of SCENES) {
    const file = path.join(work, RAW_NAME[scene]);
    writeFileSync(file, texts[scene]);
    say(`${path.relative(root, file)}: ${convert(scene, file, texts[scene], facts).length} bytes as JSON`);
  }
  say(`Take them over with: node record/kvm-linux/convert.ts pack ${path.relative(root, work)}`);
  return true;
}

/** Records again and compares what must hold. @returns whether all of it does */
export async function check(root: string, say: Say): Promise<boolean> {
  const { texts } = await record(root, say);
  const findings = [
    ...compareNics(readNics('committed', readRawText('nic')), readNics('recorded', texts.nic)),
    ...compareBoots(countBoot('committed', readRawText('boot')), countBoot('recorded', texts.boot)),
  ];
  for (const { holds, what } of findings) say(`${holds ? 'holds ' : 'BROKEN'}  ${what}`);
  return findings.every(({ holds }) => holds);
}
