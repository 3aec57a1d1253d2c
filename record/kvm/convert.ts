/**
 * Why: content/recordings/kvm-*.json must be what the raw traces say, byte for byte; this makes them.
 *
 *   node record/kvm/convert.ts                                   raw/*.gz → content/recordings/kvm-*.json
 *   node record/kvm/convert.ts pack nested|shadow <trace.txt>    a new raw trace → raw/, with its checksums
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { eventsRecordingSchema } from '../../src/schemas/recording-events.ts';
import { packRaw, readRaw, sha256 } from '../raw.ts';
import { encode, print } from './encode.ts';
import { parseTrace, TraceError } from './ftrace.ts';
import { LISTINGS, SCENE_COUNT } from './listing.ts';
import { provenanceOf, type Paging } from './provenance.ts';
import { checkScene, cutScenes, readExit } from './scenes.ts';

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
 * @throws TraceError naming file, line, what was found and what was expected
 */
export function convert(paging: Paging, file: string, text: string): string {
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
  const provenance = provenanceOf(paging, `${RAW}/${rawName(paging)}.gz`, sha256(text));
  const recording = encode({ id: `kvm-${paging}`, provenance }, chosen);
  eventsRecordingSchema.parse(recording);
  return print(recording);
}

/** The committed raw trace of a paging, unpacked. @throws Error when its checksum is not the one in SHA256SUMS */
export function readRawTrace(paging: Paging): { readonly file: string; readonly text: string } {
  return { file: `${RAW}/${rawName(paging)}`, text: readRaw(path.join(ROOT, RAW), rawName(paging)) };
}

function pack(paging: Paging, from: string): void {
  const text = readFileSync(from, 'utf8');
  convert(paging, from, text);
  packRaw(path.join(ROOT, RAW), rawName(paging), text);
}

if (import.meta.main ?? process.argv[1] === import.meta.filename) {
  const [command, paging, from] = process.argv.slice(2);
  try {
    if (command === 'pack' && (paging === 'nested' || paging === 'shadow') && from) pack(paging, from);
    else if (command !== undefined)
      throw new Error(
        `found "${process.argv.slice(2).join(' ')}"; expected nothing, or: pack nested|shadow <trace.txt>`,
      );
    for (const each of PAGINGS) {
      const { file, text } = readRawTrace(each);
      const out = `content/recordings/kvm-${each}.json`;
      const json = convert(each, file, text);
      writeFileSync(path.join(ROOT, out), json);
      console.log(`${out}: ${json.length} bytes from ${file}.gz`);
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
