import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../src/lib/deltas';
import { statesOf } from '../../src/lib/snapshots';
import { seriesRecordingSchema } from '../../src/schemas/recording-series';
import { snapshotsRecordingSchema } from '../../src/schemas/recording-snapshots';
import { convert, idOf, PARTS, readRawTrace } from './convert';
import { byHandClaims } from './laws-by-hand';
import { claimsOf } from './laws';
import { SCENES } from './runs';
import { parseSamples } from './samples';
import { parseSteps } from './steps';

const textOf = (id: string) =>
  readFileSync(path.resolve(import.meta.dirname, `../../content/recordings/${id}.json`), 'utf8');
const byHand = snapshotsRecordingSchema.parse(JSON.parse(textOf('containers-by-hand')));

describe.each(PARTS)('%s', (part) => {
  const { file, text } = readRawTrace(part);

  it('is what the converter makes of the raw trace, byte for byte', () => {
    expect(convert(part, file, text) === textOf(idOf(part))).toBe(true);
  });

  it('stays under 8 KB on the wire', () => {
    expect(brotliCompressSync(textOf(idOf(part))).length).toBeLessThan(8 * 1024);
  });
});

describe('containers-by-hand.json', () => {
  it.each(byHandClaims(byHand))('%s', (_law, holds) => expect(holds).toBe(true));

  it('gives back every state as it was written', () => {
    const { file, text } = readRawTrace('by-hand');
    const { steps } = parseSteps(file, text);
    const states = statesOf(
      byHand,
      byHand.steps.map(({ state }) => state),
    );
    expect(states).toEqual(steps.map(({ state }) => state));
    expect(new Set(states.flatMap(({ procs }) => procs.map(({ pid }) => pid))).size).toBeGreaterThan(5);
  });
});

describe.each(SCENES)('cgroups-%s.json', (scene) => {
  const recording = seriesRecordingSchema.parse(JSON.parse(textOf(`cgroups-${scene}`)));

  it.each(claimsOf(scene, recording))('%s', (_law, holds) => expect(holds).toBe(true));

  it('gives back every sample as it was written, to the microsecond', () => {
    const { file, text } = readRawTrace(scene);
    const { runs } = parseSamples(
      file,
      text,
      recording.runs.map(({ id }) => id),
    );
    for (const [r, run] of runs.entries())
      expect(rowsOf(recording.runs[r]!.rows)).toEqual(
        run.rows.map(([clock, ...values]) => [Math.floor(clock! / 1000), ...values]),
      );
  });
});
