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
  type Nic,
  type Scene,
} from './convert.ts';
import { countBoot } from './histogram.ts';
import { factsSchema, type Facts } from './provenance.ts';
import { innerQemu } from './tools.ts';

const HERE = import.meta.dirname;
const SECONDS = 600;
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

/** Runs the recording host and puts its results together. @throws Error: a guest did not come to its end */
async function record(root: string, say: Say): Promise<Run> {
  const work = prepareWork(root, 'kvm-linux', ['gcc', 'ldd'], say);
  const host = fetchHost(work, [...KVM, ...CARDS], say);
  const result = await runHost(work, host.kernel, [...host.files, ...build(work, host)], SECONDS, say);
  const section = (nic: Nic) => {
    const said = result(`${nic}.serial.txt`);
    const sent = /^guest: sent (\d+)/m.exec(said)?.[1];
    if (sent === undefined)
      throw new Error(`${nic}.serial.txt: found no "guest: sent …"; the guest said:\n${said}`);
    return `${sectionHead(nic, Number(sent), Number(result(`${nic}.received.txt`)))}${result(`${nic}.trace.txt`)}`;
  };
  const facts = factsSchema.parse({
    QEMU: qemuVersion(),
    Linux: result('kernel.txt').trim(),
    command: commandLine(),
    bootCommand: result('boot.command.txt').trim(),
    nicCommand: result('virtio-net-pci.command.txt').trim().replaceAll('virtio-net-pci', 'NIC'),
    date: new Date().toISOString().slice(0, 10),
  });
  return { work, texts: { nic: NICS.map(section).join(''), boot: result('boot.hist.txt') }, facts };
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
