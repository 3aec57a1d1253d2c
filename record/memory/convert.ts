/**
 * Why: content/recordings/memory-*.json must be what the raw traces say, byte for byte; this makes them.
 *
 *   node record/memory/convert.ts                                raw/*.gz → content/recordings/memory-*.json
 *   node record/memory/convert.ts pack ksm|balloon <trace.jsonl>  a new raw trace → raw/, with its checksums
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { SeriesRecording } from '../../src/schemas/recording-series.ts';
import { packRaw, readRaw, sha256 } from '../raw.ts';
import { deltaRows, printSeries } from '../series.ts';
import { violations } from './invariants.ts';
import { readMemory } from './journal.ts';
import { provenanceOf } from './provenance.ts';
import { outcomeOf, rawColumn, SCENES, SHAPE, type MemoryScene } from './scenes.ts';
import { convertCommand } from '../convert-command.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const RAW = 'record/memory/raw';
const rawName = (scene: MemoryScene) => `memory-${scene}.jsonl`;
export const outOf = (scene: MemoryScene) => `content/recordings/memory-${scene}.json`;

const milliseconds = (microseconds: number) => Math.round(microseconds / 1000);

/**
 * The recording that a raw trace holds; its clock begins with the first sample.
 * @param file name used in errors
 * @throws TraceError naming file, line, what was found and what was expected
 */
export function convert(scene: MemoryScene, file: string, text: string): SeriesRecording {
  const shape = SHAPE[scene];
  const trace = readMemory(
    file,
    text,
    shape.columns.map(({ id }) => rawColumn(scene, id)),
  );
  const origin = Math.min(trace.samples[0]![0]!, trace.events[0]?.at ?? Infinity);
  return {
    version: 1,
    id: `memory-${scene}`,
    kind: 'series',
    provenance: provenanceOf(scene, trace, `${RAW}/${rawName(scene)}.gz`, sha256(text)),
    clock: { unit: 'ms' },
    runs: [
      {
        id: scene,
        title: shape.title,
        parameters: trace.setup,
        columns: shape.columns,
        rows: deltaRows(trace.samples.map(([at, ...values]) => [milliseconds(at! - origin), ...values])),
        marks: trace.events.map(({ at, what }): [number, string] => [milliseconds(at - origin), what]),
        outcome: outcomeOf(scene, trace),
      },
    ],
  };
}

/** The committed raw trace, unpacked. @throws Error when its checksum is not the one in SHA256SUMS */
export const readRawTrace = (scene: MemoryScene) => ({
  file: `${RAW}/${rawName(scene)}`,
  text: readRaw(path.join(ROOT, RAW), rawName(scene)),
});

/** Takes a new raw trace over; one that does not show what it is there to show is refused. */
function pack(scene: MemoryScene, from: string): void {
  const text = readFileSync(from, 'utf8');
  const broken = violations(scene, convert(scene, from, text));
  if (broken.length > 0) throw new Error(`${from}:\n${broken.join('\n')}`);
  packRaw(path.join(ROOT, RAW), rawName(scene), text);
}

convertCommand(
  import.meta,
  'ksm|balloon <trace.jsonl>',
  ([name, from, ...more]) => {
    const scene = SCENES.find((each) => each === name);
    if (scene === undefined || from === undefined || more.length > 0) return false;
    pack(scene, from);
    return true;
  },
  function* () {
    for (const each of SCENES) {
      const { file, text } = readRawTrace(each);
      yield { out: outOf(each), text: printSeries(convert(each, file, text)), from: `${file}.gz` };
    }
  },
);
