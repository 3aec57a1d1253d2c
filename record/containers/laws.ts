/**
 * Why: whatever machine recorded them, these hold of the recordings: they are what the figures teach. Asserted on the
 * committed JSON by the tests and on a new recording by `--check`. Each law that is broken is a sentence.
 */
import type { SeriesRecording } from '../../src/schemas/recording-series.ts';
import type { SnapshotsRecording } from '../../src/schemas/recording-snapshots.ts';
import { brokenByHand } from './laws-by-hand.ts';
import { cpuClaims } from './laws-cpu.ts';
import { freezerClaims, ioClaims, memoryClaims, pidsClaims } from './laws-limits.ts';
import type { Claims } from './run-reader.ts';
import type { Scene } from './runs.ts';

const CLAIMS: Readonly<Record<Scene, (recording: SeriesRecording) => Claims>> = {
  cpu: cpuClaims,
  memory: memoryClaims,
  pids: pidsClaims,
  freezer: freezerClaims,
  io: ioClaims,
};

export const claimsOf = (scene: Scene, recording: SeriesRecording): Claims => CLAIMS[scene](recording);

/** The laws that a recording breaks; none when it is good. */
export function brokenLaws(part: 'by-hand', recording: SnapshotsRecording): readonly string[];
export function brokenLaws(part: Scene, recording: SeriesRecording): readonly string[];
export function brokenLaws(
  part: 'by-hand' | Scene,
  recording: SnapshotsRecording | SeriesRecording,
): readonly string[] {
  if (recording.kind === 'snapshots') return brokenByHand(recording);
  if (part === 'by-hand') throw new Error('a series is no recording by hand');
  return claimsOf(part, recording).flatMap(([law, holds]) => (holds ? [] : [`broken: ${law}`]));
}
