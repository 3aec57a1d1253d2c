/** Why: what every recording of this topic says about itself; versions, command and day are read from the run. */
import { z } from 'zod';
import type { RecordingProvenance } from '../../src/schemas/recording-head.ts';
import { sha256 } from '../raw.ts';
import type { SceneId } from './archives.ts';
import { CAVEATS } from './caveats.ts';

const runSchema = z.strictObject({
  /** First line of `qemu-system-x86_64 --version`. */
  qemu: z.string().min(1),
  date: z.iso.date(),
  command: z.string().min(1),
});

/** The files of a recording's archive; each by its name. */
export interface Archive {
  /** Name used in errors. */
  readonly file: string;
  readonly data: Buffer;
  /** @throws Error when the archive does not hold it */
  bytes(name: string): Buffer;
  text(name: string): string;
}

const TOOLS: Readonly<Record<SceneId, string>> = {
  'xen-ping':
    'ftrace of guest and Domain 0 (kprobes and events net, irq, napi, syscalls; trace_clock x86-tsc), xentrace -D, QEMU filter-dump',
  'xen-fork': 'ftrace of the guest (events xen, sched; trace_clock x86-tsc), xentrace -D',
  'xen-domains': 'xl, lsevtchn and xenstore in Domain 0',
  'xen-pvh': 'xentrace -D of class 0x00081000 (#VMEXIT and VMENTRY)',
};

/** The value of a line `key   : value` that `xl info` printed. @throws Error when there is none */
export function readInfo(file: string, info: string, key: string): string {
  const line = info.split('\n').find((each) => each.split(':')[0]!.trim() === key);
  if (line === undefined) throw new Error(`${file}: found no ${key}; expected the output of xl info`);
  return line.slice(line.indexOf(':') + 1).trim();
}

/** @param raw path of the packed archive in the repository, undefined where it is too large for it */
export function provenanceOf(scene: SceneId, archive: Archive, raw: string | undefined): RecordingProvenance {
  const file = `${archive.file}/run.json`;
  const run = runSchema.safeParse(JSON.parse(archive.text('run.json')));
  if (!run.success) throw new Error(`${file}: ${z.prettifyError(run.error)}`);
  const info = archive.text('xen-version.txt');
  const read = (key: string) => readInfo(`${archive.file}/xen-version.txt`, info, key);
  return {
    tool: TOOLS[scene],
    versions: {
      QEMU: run.data.qemu.replace(/^QEMU emulator version /, ''),
      Xen: `${read('xen_version')}, ${read('cc_compiler')}`,
      Linux: `${archive.text('dom0-kernel.txt').trim()}, Domain 0 and guest (${read('version')})`,
      CPU: 'max model of QEMU without SMAP, emulated by TCG',
    },
    command: run.data.command,
    date: run.data.date,
    ...(raw === undefined ? {} : { raw }),
    sha256: sha256(archive.data),
    caveats: [...CAVEATS.all, ...CAVEATS[scene]],
  };
}
