/**
 * Why: makes the traces of the containers topic from nothing: fetches a kernel and busybox, builds two programs, packs
 * them into an initramfs, runs the recording host in QEMU and reads what it left on its disk.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../command.ts';
import type { CpioFile } from '../cpio.ts';
import { compileStatic, fetchHost, prepareWork, runHost, type Say } from '../host.ts';
import { qemuArguments } from '../machine.ts';
import { differences } from './compare.ts';
import { convert, PARTS, rawName, readRawTrace, seriesOf, snapshotsOf, type Part } from './convert.ts';
import { printHeader } from './header.ts';
import { brokenLaws } from './laws.ts';

const HERE = import.meta.dirname;
const SECONDS = 300;
/** One changed state changes all that follow: the first ones tell. */
const SHOWN = 10;
const MODULES = ['net/llc/llc', 'net/802/stp', 'net/bridge/bridge', 'drivers/net/veth', 'drivers/block/brd'];

interface Trace {
  readonly part: Part;
  /** Relative to the project. */
  readonly file: string;
  readonly text: string;
}

/** Both programs are static: the recording host has no libraries. */
function build(work: string): readonly CpioFile[] {
  const program = (name: string) => ({
    name: `bin/${name}`,
    data: compileStatic(work, path.join(HERE, `${name}.c`), name),
    executable: true,
  });
  const script = (name: string, file: string) => ({
    name,
    data: readFileSync(path.join(HERE, file)),
    executable: true,
  });
  return [program('by-hand'), program('meter'), script('init', 'init'), script('record', 'record.sh')];
}

/** QEMU's command line, with the names of its files only. */
function commandLine(): string {
  const words = qemuArguments({
    ...{ kernel: 'vmlinuz', initramfs: 'initramfs.gz', disk: 'out.tar', log: 'serial.txt' },
  });
  return ['qemu-system-x86_64', ...words.map((word) => (word.includes(' ') ? `"${word}"` : word))].join(' ');
}

/** Runs the recording host; its traces, each with a header that says by what it was made. */
async function recordTraces(root: string, say: Say): Promise<readonly Trace[]> {
  const work = prepareWork(root, 'containers', ['gcc'], say);
  const host = fetchHost(work, MODULES, say);
  const result = await runHost(work, host.kernel, [...host.files, ...build(work)], SECONDS, say);
  const [linux, busybox] = result('versions.txt').trim().split('\n');
  const header = printHeader({
    Linux: linux ?? '',
    QEMU: /version (\S+)/.exec(run('qemu-system-x86_64', ['--version']))?.[1] ?? '',
    busybox: /v(\S+)/.exec(busybox ?? '')?.[1] ?? '',
    command: commandLine(),
    date: new Date().toISOString().slice(0, 10),
  });
  return PARTS.map((part) => {
    const name = rawName(part);
    const text = header + result(name);
    writeFileSync(path.join(work, name), text);
    return { part, file: path.relative(root, path.join(work, name)), text };
  });
}

/** Makes the traces in the work folder and proves that the converter takes them and that they keep the laws. */
export async function make(root: string, say: Say): Promise<boolean> {
  const traces = await recordTraces(root, say);
  let good = true;
  for (const { part, file, text } of traces) {
    say(`${file}: ${text.split('\n').length - 1} lines, ${convert(part, file, text).length} bytes as JSON`);
    const broken = lawsBrokenBy({ part, file, text });
    for (const law of broken) say(`  ${law}`);
    good &&= broken.length === 0;
  }
  say('Take them over with:');
  say(`  node record/containers/convert.ts pack ${path.dirname(traces[0]!.file)}`);
  return good;
}

const lawsBrokenBy = ({ part, file, text }: Trace) =>
  part === 'by-hand'
    ? brokenLaws('by-hand', snapshotsOf(file, text))
    : brokenLaws(part, seriesOf(part, file, text));

/** Records again: the calls must tell what the committed ones tell, the series keep their laws. */
export async function check(root: string, say: Say): Promise<boolean> {
  const traces = await recordTraces(root, say);
  let good = true;
  for (const trace of traces) {
    const committed = readRawTrace(trace.part);
    const bodies = [committed.text, trace.text].map((text) => text.slice(text.indexOf('\n# date')));
    const same = bodies[0] === bodies[1] ? 'the same trace' : 'other numbers';
    const problems = [
      ...lawsBrokenBy(trace),
      ...differences(trace.part, committed, { file: trace.file, text: trace.text }),
    ];
    say(`${rawName(trace.part)}: ${same}, ${problems.length === 0 ? 'every law kept' : 'different:'}`);
    for (const problem of problems.slice(0, SHOWN)) say(`  ${problem}`);
    if (problems.length > SHOWN) say(`  and ${problems.length - SHOWN} more`);
    good &&= problems.length === 0;
  }
  say(good ? '\nEvery part tells the same.' : '\nSome parts are different.');
  return good;
}
