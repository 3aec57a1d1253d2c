/**
 * Why: makes the raw trace of the migration topic from nothing: builds the guest, moves it from machine to machine
 * once a run, and writes down what QEMU says. On the wall's clock, so a check compares what the runs show.
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import path from 'node:path';
import { run as runProgram } from '../command.ts';
import { prepareWork, type Say } from '../host.ts';
import type { SeriesRecording } from '../../src/schemas/recording-series.ts';
import { convert } from './convert.ts';
import { remainingByPass, violations } from './invariants.ts';
import { RUNS } from './runs.ts';
import { recordMigration } from './session.ts';

/** Program or part → version, for this computer. */
export const versionsHere = (): Readonly<Record<string, string>> => ({
  QEMU: /version (.+)/.exec(runProgram('qemu-system-x86_64', ['--version']))![1]!,
  Guest: 'record/migration/guest.S',
  Computer: `${availableParallelism()} processors of ${cpus()[0]?.model ?? 'an unknown model'}`,
});

async function recordAll(root: string, say: Say): Promise<{ file: string; recording: SeriesRecording }> {
  const work = prepareWork(root, 'migration', ['gcc', 'ld'], say);
  const versions = versionsHere();
  let text = '';
  for (const run of RUNS) {
    const from = performance.now();
    text += await recordMigration(work, run, versions);
    say(`${run.id}: ${((performance.now() - from) / 1000).toFixed(1)} s`);
  }
  const out = path.join(work, 'migration.jsonl');
  writeFileSync(out, text);
  const file = path.relative(root, out);
  return { file, recording: convert(file, text) };
}

/** Says what a run came to. */
export function tell(run: SeriesRecording['runs'][number], say: Say): void {
  const { status, ...outcome } = run.outcome;
  const remaining = [...remainingByPass(run)].map(([pass, pages]) => `${pass}: ${pages}`).join(', ');
  say(`\n${run.id}: ${status}; pages that remained, by pass: ${remaining}`);
  say(
    Object.entries(outcome)
      .map(([name, value]) => `${name} ${value}`)
      .join(', '),
  );
}

/** Says what all runs came to. @returns whether they show what they are there to show */
function report(recording: SeriesRecording, say: Say): boolean {
  for (const run of recording.runs) tell(run, say);
  const broken = violations(recording);
  for (const sentence of broken) say(`\nBROKEN ${sentence}`);
  return broken.length === 0;
}

/** Makes the raw trace in the work folder. @returns whether it can be taken over */
export async function make(root: string, say: Say): Promise<boolean> {
  const { file, recording } = await recordAll(root, say);
  const good = report(recording, say);
  if (good) say(`\nTake it over with:\n  node record/migration/convert.ts pack ${file}`);
  return good;
}

/** Records again. @returns whether the new runs show what the committed ones show */
export async function check(root: string, say: Say): Promise<boolean> {
  const good = report((await recordAll(root, say)).recording, say);
  say(
    good
      ? '\nEvery run shows what it must; times are not compared.'
      : '\nSome runs do not show what they must.',
  );
  return good;
}
