/**
 * Why: content/recordings/kvm-nic.json and kvm-boot.json must be what the raw results say, byte for byte.
 *
 *   node record/kvm-linux/convert.ts                  raw/*.gz → content/recordings/kvm-{nic,boot}.json
 *   node record/kvm-linux/convert.ts pack <folder>    a run's raw results and run.json → raw/, with checksums
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { countsRecordingSchema, type CountsRecording } from '../../src/schemas/recording-counts.ts';
import { TraceError } from '../trace-error.ts';
import { packRaw, readRaw, sha256 } from '../raw.ts';
import { countBoot } from './histogram.ts';
import { factsSchema, provenanceOf, type Facts } from './provenance.ts';
import { countWindow, type Counts, type Window } from './window.ts';
import { convertCommand } from '../convert-command.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const RAW = 'record/kvm-linux/raw';
export const NICS = ['virtio-net-pci', 'e1000', 'rtl8139'] as const;
export type Nic = (typeof NICS)[number];
export const PACKETS = 200;
export const SCENES = ['nic', 'boot'] as const;
export type Scene = (typeof SCENES)[number];
export const RAW_NAME: Readonly<Record<Scene, string>> = { nic: 'nic.trace.txt', boot: 'boot.hist.txt' };

type Run = CountsRecording['runs'][number];
const totalOf = (counts: Counts) => Object.values(counts).reduce((sum, count) => sum + count, 0);
const runOf = (id: string, title: Run['title'], parameters: Run['parameters'], counts: Counts): Run => ({
  id,
  title,
  parameters,
  counts,
  total: totalOf(counts),
});

/** Head of a card's section in the raw text: what the guest says it sent, and what the host's listener got. */
export const sectionHead = (nic: Nic, sent: number, received: number) =>
  `== ${nic}: sent ${sent}, received ${received}\n`;

/** @throws TraceError naming section and line: damaged, a card missing, packets lost */
export function readNics(file: string, text: string): Readonly<Record<Nic, Window>> {
  const sections = text.split(/^(?=== )/m);
  const windowOf = (nic: Nic, i: number): Window => {
    const section = sections[i] ?? '';
    const end = section.indexOf('\n') + 1;
    const head = section.slice(0, end);
    if (head !== sectionHead(nic, PACKETS, PACKETS))
      throw new TraceError(
        `${file} (${nic})`,
        1,
        `"${head.trim()}"`,
        `"${sectionHead(nic, PACKETS, PACKETS).trim()}"`,
      );
    return countWindow(`${file} (${nic})`, section.slice(end));
  };
  return {
    'virtio-net-pci': windowOf(NICS[0], 0),
    e1000: windowOf(NICS[1], 1),
    rtl8139: windowOf(NICS[2], 2),
  };
}

function nicRuns(file: string, text: string): readonly Run[] {
  const windows = readNics(file, text);
  return NICS.flatMap((nic) => {
    const parameters = { nic, packets: PACKETS, bytes: 200 };
    return [
      runOf(nic, { en: `${nic}, by reason`, 'zh-cn': `${nic}，按原因` }, parameters, windows[nic].reasons),
      runOf(
        `${nic}-subjects`,
        { en: `${nic}, by what each exit was about`, 'zh-cn': `${nic}，按每次退出是为了什么` },
        parameters,
        windows[nic].subjects,
      ),
    ];
  });
}

function bootRuns(file: string, text: string): readonly Run[] {
  const { reasons, ports } = countBoot(file, text);
  const parameters = { machine: 'pc', vcpus: 1, memory: '128 MiB' };
  return [
    runOf('reasons', { en: 'Exits by reason', 'zh-cn': '按原因的退出次数' }, parameters, reasons),
    runOf('ports', { en: 'Port accesses by port', 'zh-cn': '按端口的端口访问次数' }, parameters, ports),
  ];
}

const WHAT: Readonly<Record<Scene, CountsRecording['what']>> = {
  nic: { en: 'VM exits while 200 packets are sent', 'zh-cn': '发送 200 个数据包期间的 VM 退出' },
  boot: { en: 'VM exits of a Linux boot under QEMU/KVM', 'zh-cn': 'Linux 在 QEMU/KVM 中启动时的 VM 退出' },
};

/** The text of content/recordings/kvm-`scene`.json. @throws TraceError naming file, line, found and expected */
export function convert(scene: Scene, file: string, text: string, facts: Facts): string {
  const recording: CountsRecording = {
    version: 1,
    id: `kvm-${scene}`,
    provenance: provenanceOf(scene, facts, `${RAW}/${RAW_NAME[scene]}.gz`, sha256(text)),
    kind: 'counts',
    what: WHAT[scene],
    runs: [...(scene === 'nic' ? nicRuns(file, text) : bootRuns(file, text))],
  };
  return `${JSON.stringify(countsRecordingSchema.parse(recording), null, 1)}\n`;
}

export function readFacts(file: string): Facts {
  return factsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
export const readRawFacts = () => readFacts(path.join(ROOT, RAW, 'run.json'));
/** A committed raw text, unpacked. @throws Error when its checksum is not the one in SHA256SUMS */
export const readRawText = (scene: Scene) => readRaw(path.join(ROOT, RAW), RAW_NAME[scene]);

/** Takes the results of one run over, once the converter accepts them all. */
function pack(folder: string): void {
  const facts = readFacts(path.join(folder, 'run.json'));
  const texts = SCENES.map((scene) => {
    const file = path.join(folder, RAW_NAME[scene]);
    const text = readFileSync(file, 'utf8');
    convert(scene, file, text, facts);
    return { scene, text };
  });
  mkdirSync(path.join(ROOT, RAW), { recursive: true });
  for (const { scene, text } of texts) packRaw(path.join(ROOT, RAW), RAW_NAME[scene], text);
  writeFileSync(path.join(ROOT, RAW, 'run.json'), `${JSON.stringify(facts, null, 2)}\n`);
}

convertCommand(
  import.meta,
  '<folder>',
  ([folder, ...more]) => {
    if (folder === undefined || more.length > 0) return false;
    pack(folder);
    return true;
  },
  function* () {
    for (const scene of SCENES) {
      const json = convert(scene, `${RAW}/${RAW_NAME[scene]}`, readRawText(scene), readRawFacts());
      yield { out: `content/recordings/kvm-${scene}.json`, text: json, from: `${RAW}/${RAW_NAME[scene]}.gz` };
    }
  },
);
