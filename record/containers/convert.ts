/**
 * Why: content/recordings/{containers-by-hand,cgroups-*}.json must be what the raw traces say, byte for byte; this
 * makes them.
 *
 *   node record/containers/convert.ts                   raw/*.gz → content/recordings/*.json
 *   node record/containers/convert.ts pack <folder>     new raw traces of a folder → raw/, with their checksums
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deltasOf } from '../../src/lib/deltas.ts';
import { packStates } from '../../src/lib/snapshots.ts';
import { seriesRecordingSchema, type SeriesRecording } from '../../src/schemas/recording-series.ts';
import { snapshotsRecordingSchema, type SnapshotsRecording } from '../../src/schemas/recording-snapshots.ts';
import { packRaw, readRaw, sha256 } from '../raw.ts';
import { provenanceOf } from './provenance.ts';
import { RUNS, SCENES, type Scene } from './runs.ts';
import { parseSamples } from './samples.ts';
import { parseSteps } from './steps.ts';
import { convertCommand } from '../convert-command.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const RAW = 'record/containers/raw';

export type Part = 'by-hand' | Scene;
export const PARTS: readonly Part[] = ['by-hand', ...SCENES];

/** Name of the recording, and of its file in content/recordings/ without `.json`. */
export const idOf = (part: Part) => (part === 'by-hand' ? 'containers-by-hand' : `cgroups-${part}`);
/** Name of the raw trace. */
export const rawName = (part: Part) => `${idOf(part)}.${part === 'by-hand' ? 'jsonl' : 'txt'}`;

const sourceOf = (part: Part, text: string) => ({ raw: `${RAW}/${rawName(part)}.gz`, sha256: sha256(text) });

/** @throws TraceError naming file, line, what was found and what was expected */
export function snapshotsOf(file: string, text: string): SnapshotsRecording {
  const { header, steps } = parseSteps(file, text);
  const { states, ...tables } = packStates(steps.map(({ state }) => state));
  return snapshotsRecordingSchema.parse({
    version: 1,
    id: idOf('by-hand'),
    kind: 'snapshots',
    provenance: provenanceOf('by-hand', { header, ...sourceOf('by-hand', text) }),
    ...tables,
    steps: steps.map(({ id, call }, s) => ({ id, ...(call ? { call } : {}), state: states[s] })),
  });
}

const microseconds = (nanoseconds: number) => Math.floor(nanoseconds / 1000);

/** @throws TraceError naming file, line, what was found and what was expected */
export function seriesOf(scene: Scene, file: string, text: string): SeriesRecording {
  const { header, runs } = parseSamples(file, text, Object.keys(RUNS[scene]));
  return seriesRecordingSchema.parse({
    version: 1,
    id: idOf(scene),
    kind: 'series',
    provenance: provenanceOf(scene, { header, ...sourceOf(scene, text) }),
    clock: { unit: 'us' },
    runs: runs.map(({ id, columns, parameters, rows, marks, outcome }) => ({
      id,
      title: RUNS[scene][id],
      parameters,
      columns,
      rows: deltasOf(rows.map(([clock, ...values]) => [microseconds(clock!), ...values])),
      marks: marks.map(([clock, what]) => [microseconds(clock), what]),
      outcome,
    })),
  });
}

export const recordingOf = (part: Part, file: string, text: string) =>
  part === 'by-hand' ? snapshotsOf(file, text) : seriesOf(part, file, text);

/** The file's text: one key a line, one entry of a table a line, so that a difference shows where it is. */
export function convert(part: Part, file: string, text: string): string {
  const keys = Object.entries(recordingOf(part, file, text)).map(([key, value]) => {
    const one = JSON.stringify(key);
    return Array.isArray(value)
      ? `${one}:[\n${value.map((entry: unknown) => JSON.stringify(entry)).join(',\n')}\n]`
      : `${one}:${JSON.stringify(value)}`;
  });
  return `{\n${keys.join(',\n')}\n}\n`;
}

/** A committed raw trace, unpacked. @throws Error when its checksum is not the one in SHA256SUMS */
export function readRawTrace(part: Part): { readonly file: string; readonly text: string } {
  return { file: `${RAW}/${rawName(part)}`, text: readRaw(path.join(ROOT, RAW), rawName(part)) };
}

function pack(folder: string): void {
  const all = PARTS.map((part) => {
    const file = path.join(folder, rawName(part));
    const text = readFileSync(file, 'utf8');
    convert(part, file, text);
    return { part, text };
  });
  for (const { part, text } of all) packRaw(path.join(ROOT, RAW), rawName(part), text);
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
    for (const part of PARTS) {
      const { file, text } = readRawTrace(part);
      yield {
        out: `content/recordings/${idOf(part)}.json`,
        text: convert(part, file, text),
        from: `${file}.gz`,
      };
    }
  },
);
