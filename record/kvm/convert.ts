/**
 * Why: content/recordings/kvm-*.json must be what the raw traces say, byte for byte; this makes them.
 *
 *   node record/kvm/convert.ts                  raw/*.gz → content/recordings/kvm-*.json
 *   node record/kvm/convert.ts pack <folder>    a run's raw traces and run.json → raw/, with checksums
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { eventsRecordingSchema } from '../../src/schemas/recording-events.ts';
import { countsRecordingSchema } from '../../src/schemas/recording-counts.ts';
import type { Recording } from '../../src/models/kvm-exits/lines.ts';
import { packRaw, readRaw, sha256 } from '../raw.ts';
import { countsOf } from './counts.ts';
import { encode, print } from './encode.ts';
import { parseTrace } from '../ftrace.ts';
import { TraceError } from '../trace-error.ts';
import { LISTINGS, SCENE_COUNT } from './listing.ts';
import { provenanceOf, type Paging } from './provenance.ts';
import { printRunFacts, readRunFacts, type RunFacts } from './run-facts.ts';
import { checkScene, cutScenes, readExit } from './scenes.ts';
import { convertCommand } from '../convert-command.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const RAW = 'record/kvm/raw';
export const PAGINGS: readonly Paging[] = ['nested', 'shadow'];

const rawName = (paging: Paging) => `kvm-${paging}.trace.txt`;

/** Faults that only one kind of paging can cause, as KVM names them. */
const FAULT: Record<Paging, string> = { nested: 'npf', shadow: 'PF excp' };

/**
 * The text of content/recordings/kvm-`paging`.json.
 * @param file name used in errors
 * @param text the raw trace
 * @param facts of the run that it is from
 * @throws TraceError naming file, line, what was found and what was expected
 */
export function convert(paging: Paging, file: string, text: string, facts: RunFacts): string {
  const events = parseTrace(file, text);
  const other: Paging = paging === 'nested' ? 'shadow' : 'nested';
  for (const event of events) {
    const exit = readExit(file, event);
    if (exit?.reason === FAULT[other])
      throw new TraceError(
        file,
        event.line,
        `reason ${exit.reason}, which is of ${other} paging`,
        `${paging} paging`,
      );
  }
  const scenes = cutScenes(file, events, SCENE_COUNT);
  const chosen = LISTINGS.map((listing) => {
    const scene = scenes[listing.marker - 1]!;
    checkScene(file, scene, listing);
    return { scene, listing };
  });
  const provenance = provenanceOf(paging, `${RAW}/${rawName(paging)}.gz`, sha256(text), facts);
  const recording = encode({ id: `kvm-${paging}`, provenance }, chosen);
  eventsRecordingSchema.parse(recording);
  return print(recording);
}

/** The text of content/recordings/kvm-counts.json, from the committed traces. */
export function convertCounts(): string {
  const facts = readRawFacts();
  const traces = { nested: readRawTrace('nested'), shadow: readRawTrace('shadow') };
  const recordingOf = (paging: Paging) => {
    const { file, text } = traces[paging];
    return JSON.parse(convert(paging, file, text, facts)) as Recording;
  };
  const recordings = { nested: recordingOf('nested'), shadow: recordingOf('shadow') };
  const both = sha256(traces.nested.text + traces.shadow.text);
  const { raw: _, ...provenance } = provenanceOf('nested', '', both, facts);
  const versions = { ...provenance.versions, KVM: 'kvm-amd.ko of that kernel, npt=1 and npt=0' };
  const counts = countsOf(recordings, { ...provenance, versions });
  countsRecordingSchema.parse(counts);
  return `${JSON.stringify(counts, null, 1)}\n`;
}

/** The committed raw trace of a paging, unpacked. @throws Error when its checksum is not the one in SHA256SUMS */
export function readRawTrace(paging: Paging): { readonly file: string; readonly text: string } {
  return { file: `${RAW}/${rawName(paging)}`, text: readRaw(path.join(ROOT, RAW), rawName(paging)) };
}

const FACTS = 'run.json';
const factsIn = (folder: string) => {
  const file = path.join(folder, FACTS);
  return readRunFacts(file, readFileSync(file, 'utf8'));
};

/** Of the run that the committed traces are from. */
export const readRawFacts = (): RunFacts => factsIn(path.join(ROOT, RAW));

/** Takes the traces of one run over, once the converter accepts them all. */
function pack(folder: string): void {
  const facts = factsIn(folder);
  const traces = PAGINGS.map((paging) => {
    const file = path.join(folder, `${paging}.trace.txt`);
    const text = readFileSync(file, 'utf8');
    convert(paging, file, text, facts);
    return { paging, text };
  });
  for (const { paging, text } of traces) packRaw(path.join(ROOT, RAW), rawName(paging), text);
  writeFileSync(path.join(ROOT, RAW, FACTS), printRunFacts(facts));
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
    for (const each of PAGINGS) {
      const { file, text } = readRawTrace(each);
      const json = convert(each, file, text, readRawFacts());
      yield { out: `content/recordings/kvm-${each}.json`, text: json, from: `${file}.gz` };
    }
    yield { out: 'content/recordings/kvm-counts.json', text: convertCounts(), from: 'both' };
  },
);
