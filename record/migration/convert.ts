/**
 * Why: content/recordings/migration.json must be what the raw trace says, byte for byte; this makes it.
 *
 *   node record/migration/convert.ts                      raw/migration.jsonl.gz → content/recordings/migration.json
 *   node record/migration/convert.ts pack <trace.jsonl>   a new raw trace → raw/, with its checksums
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { SeriesRecording } from '../../src/schemas/recording-series.ts';
import { packRaw, readRaw, sha256 } from '../raw.ts';
import { printSeries } from '../series.ts';
import { encodeRun } from './encode.ts';
import { violations } from './invariants.ts';
import { readRuns } from './journal.ts';
import { provenanceOf } from './provenance.ts';
import { RUNS } from './runs.ts';
import { convertCommand } from '../convert-command.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const RAW = 'record/migration/raw';
const NAME = 'migration.jsonl';
export const OUT = 'content/recordings/migration.json';

/**
 * The recording that a raw trace holds.
 * @param file name used in errors
 * @throws TraceError naming file, line, what was found and what was expected
 */
export function convert(file: string, text: string): SeriesRecording {
  const sections = readRuns(
    file,
    text,
    RUNS.map(({ id }) => id),
  );
  return {
    version: 1,
    id: 'migration',
    kind: 'series',
    provenance: provenanceOf(sections, `${RAW}/${NAME}.gz`, sha256(text)),
    clock: { unit: 'ms' },
    runs: RUNS.map((run, i) => encodeRun(file, sections[i]!, run)),
  };
}

/** The committed raw trace, unpacked. @throws Error when its checksum is not the one in SHA256SUMS */
export const readRawTrace = () => ({
  file: `${RAW}/${NAME}`,
  text: readRaw(path.join(ROOT, RAW), NAME),
});

/** Takes a new raw trace over; one that does not show what it is there to show is refused. */
function pack(from: string): void {
  const text = readFileSync(from, 'utf8');
  const broken = violations(convert(from, text));
  if (broken.length > 0) throw new Error(`${from}:\n${broken.join('\n')}`);
  packRaw(path.join(ROOT, RAW), NAME, text);
}

convertCommand(
  import.meta,
  '<trace.jsonl>',
  ([from, ...more]) => {
    if (from === undefined || more.length > 0) return false;
    pack(from);
    return true;
  },
  function* () {
    const { file, text } = readRawTrace();
    yield { out: OUT, text: printSeries(convert(file, text)), from: `${file}.gz` };
  },
);
