/**
 * Why: makes the raw traces of the memory topic from nothing: KSM in the recording host, a balloon in a guest of
 * QEMU. The first counts instructions, the second follows the wall's clock, so a check compares what they show.
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import path from 'node:path';
import { run } from '../command.ts';
import { fetchHost, prepareWork, type Say } from '../host.ts';
import { BALLOON_MODULES, recordBalloon } from './balloon.ts';
import { convert, readRawTrace } from './convert.ts';
import { violations } from './invariants.ts';
import { KSM_MODULES, recordKsm } from './ksm.ts';
import { SCENES, type MemoryScene } from './scenes.ts';

type Traces = Readonly<Record<MemoryScene, { readonly file: string; readonly text: string }>>;

async function recordTraces(root: string, say: Say): Promise<Traces> {
  const work = prepareWork(root, 'memory', ['gcc'], say);
  const host = fetchHost(work, [...KSM_MODULES, ...BALLOON_MODULES], say);
  const QEMU = /version (.+)/.exec(run('qemu-system-x86_64', ['--version']))![1]!;
  const keep = (scene: MemoryScene, text: string) => {
    const file = path.join(work, `memory-${scene}.jsonl`);
    writeFileSync(file, text);
    return { file: path.relative(root, file), text };
  };
  const ksm = await recordKsm(work, host, { QEMU, CPU: 'EPYC model of QEMU, AMD SVM emulated by TCG' }, say);
  const from = performance.now();
  const Computer = `${availableParallelism()} processors of ${cpus()[0]?.model ?? 'an unknown model'}`;
  const balloon = await recordBalloon(work, host, { QEMU, Linux: host.release, Computer });
  say(`the guest with the balloon ran ${((performance.now() - from) / 1000).toFixed(1)} s`);
  return { ksm: keep('ksm', ksm), balloon: keep('balloon', balloon) };
}

/** Says what each recording came to. @returns whether all show what they are there to show */
function report(traces: Traces, say: Say): boolean {
  const broken = SCENES.flatMap((scene) => {
    const { file, text } = traces[scene];
    const recording = convert(scene, file, text);
    const run = recording.runs[0]!;
    say(`\n${scene}: ${run.rows.length} samples, ${run.marks.length} events`);
    for (const [at, what] of run.marks) say(`${String(at).padStart(7)} ms  ${what}`);
    return violations(scene, recording);
  });
  for (const sentence of broken) say(`BROKEN ${sentence}`);
  return broken.length === 0;
}

/** Makes the raw traces in the work folder. @returns whether they can be taken over */
export async function make(root: string, say: Say): Promise<boolean> {
  const traces = await recordTraces(root, say);
  const good = report(traces, say);
  if (good) {
    say('\nTake them over, one by one, with:');
    for (const scene of SCENES) say(`  node record/memory/convert.ts pack ${scene} ${traces[scene].file}`);
  }
  return good;
}

/** Records again. @returns whether the new traces show what the committed ones show */
export async function check(root: string, say: Say): Promise<boolean> {
  const traces = await recordTraces(root, say);
  const good = report(traces, say);
  /** Without the head, which bears the date, and without clocks, which differ by a microsecond or so. */
  const counts = (text: string) => text.slice(text.indexOf('\n')).replaceAll(/"at":\d+/g, '');
  const same = counts(traces.ksm.text) === counts(readRawTrace('ksm').text);
  say(`\nksm: ${same ? 'the committed counts, sample by sample' : 'other counts than the committed trace'}`);
  say(good ? 'Both show what they must.' : 'They do not show what they must.');
  return good;
}
