/**
 * Why: makes the traces of the kvm topic from nothing: fetches a kernel and busybox, builds guest and VMM, packs
 * them into an initramfs, runs the recording host in QEMU and reads what it left on its disk.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../command.ts';
import type { CpioFile } from '../cpio.ts';
import { compileStatic, fetchHost, prepareWork, runHost, type Say } from '../host.ts';
import { qemuVersion } from '../qemu.ts';
import { convert, PAGINGS, readRawTrace } from './convert.ts';
import { parseTrace } from '../ftrace.ts';
import type { Paging } from './provenance.ts';
import { checkResult } from './result.ts';
import { commandLine, printRunFacts, type RunFacts } from './run-facts.ts';
import { compare, describe, exitsOf } from './sequence.ts';

const HERE = import.meta.dirname;
const SECONDS = 180;
const MODULES = ['virt/lib/irqbypass', 'drivers/crypto/ccp/ccp', 'arch/x86/kvm/kvm', 'arch/x86/kvm/kvm-amd'];

interface Run {
  readonly work: string;
  readonly traces: Readonly<Record<Paging, { readonly file: string; readonly text: string }>>;
  readonly facts: RunFacts;
}

/** Guest as a flat image, VMM as a static program: the recording host has no libraries. */
function build(work: string): readonly CpioFile[] {
  const [object, guest] = ['guest.o', 'guest.bin'].map((name) => path.join(work, name));
  run('gcc', ['-c', '-o', object!, path.join(HERE, 'guest.S')]);
  run('ld', ['-Ttext=0x1000', '--oformat', 'binary', '-e', '_start', '-o', guest!, object!]);
  return [
    { name: 'guest.bin', data: readFileSync(guest!), executable: false },
    { name: 'vmm', data: compileStatic(work, path.join(HERE, 'vmm.c'), 'vmm'), executable: true },
    { name: 'init', data: readFileSync(path.join(HERE, 'init')), executable: true },
  ];
}

/** Runs the recording host; its traces, as it wrote them. @throws Error also when the guest went astray */
async function recordTraces(root: string, say: Say): Promise<Run> {
  const work = prepareWork(root, 'kvm', ['gcc', 'ld'], say);
  const host = fetchHost(work, MODULES, say);
  const result = await runHost(work, host.kernel, [...host.files, ...build(work)], SECONDS, say);
  const read = (paging: Paging) => {
    const name = `${paging}.trace.txt`;
    const outcome = `${paging}.result.json`;
    checkResult(path.relative(root, path.join(work, outcome)), result(outcome));
    return { file: path.relative(root, path.join(work, name)), text: result(name) };
  };
  const facts = {
    QEMU: qemuVersion(),
    Linux: result('kernel.txt').trim(),
    command: commandLine(),
    date: new Date().toISOString().slice(0, 10),
  };
  return { work, traces: { nested: read('nested'), shadow: read('shadow') }, facts };
}

/** Makes the traces in the work folder and proves that the converter takes them. */
export async function make(root: string, say: Say): Promise<boolean> {
  const { work, traces, facts } = await recordTraces(root, say);
  writeFileSync(path.join(work, 'run.json'), printRunFacts(facts));
  for (const paging of PAGINGS) {
    const { file, text } = traces[paging];
    const json = convert(paging, file, text, facts);
    say(`${file}: ${text.split('\n').length - 1} lines, ${json.length} bytes as JSON`);
  }
  say(`Take them over with: node record/kvm/convert.ts pack ${path.relative(root, work)}`);
  return true;
}

/** Records again and compares with the committed traces. @returns whether every scene is equal */
export async function check(root: string, say: Say): Promise<boolean> {
  const { traces } = await recordTraces(root, say);
  let equal = true;
  for (const paging of PAGINGS) {
    const [committed, recorded] = [readRawTrace(paging), traces[paging]];
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
