/**
 * Why: content/recordings/xen-*.json must be what the raw archives say, byte for byte; this makes them.
 *
 *   node record/xen/convert.ts                           raw/*.gz → content/recordings/xen-*.json
 *   node record/xen/convert.ts pack <recording> <tar>    a new raw archive → raw/, with its checksums
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { recordingSchema } from '../../src/schemas/recording.ts';
import { packRaw, readRawBytes } from '../raw.ts';
import { untar } from '../tar.ts';
import { SCENES, type SceneId } from './archives.ts';
import { convertDomains } from './domains.ts';
import { convertFork } from './fork.ts';
import { convertPing } from './ping.ts';
import { provenanceOf, type Archive } from './provenance.ts';
import { convertPvh } from './pvh.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const RAW = 'record/xen/raw';

const CONVERT = {
  'xen-ping': convertPing,
  'xen-fork': convertFork,
  'xen-domains': convertDomains,
  'xen-pvh': convertPvh,
} satisfies Record<SceneId, (archive: Archive) => object>;

function open(file: string, data: Buffer): Archive {
  const files = untar(file, data);
  const bytes = (name: string) => {
    const found = files.get(name);
    if (found === undefined)
      throw new Error(`${file}: found no ${name}; expected it among ${[...files.keys()].join(', ')}`);
    return found;
  };
  return { file, data, bytes, text: (name) => bytes(name).toString('utf8') };
}

/** One key a line, and one line for each entry of the last, so that a difference shows where it is. */
function print(recording: object): string {
  const keys = Object.entries(recording);
  return `{\n${keys
    .map(([key, value], i) =>
      i === keys.length - 1 && Array.isArray(value)
        ? `"${key}":[\n${value.map((each) => JSON.stringify(each)).join(',\n')}\n]`
        : `${JSON.stringify(key)}:${JSON.stringify(value)}`,
    )
    .join(',\n')}\n}\n`;
}

/**
 * The text of content/recordings/`scene`.json.
 * @param file name used in errors
 * @param data the raw archive
 * @throws Error naming file and line or byte, what was found and what was expected
 */
export function convert(scene: SceneId, file: string, data: Buffer): string {
  const archive = open(file, data);
  const recording = {
    version: 1,
    id: scene,
    provenance: provenanceOf(scene, archive, `${RAW}/${scene}.tar.gz`),
    ...CONVERT[scene](archive),
  };
  recordingSchema.parse(recording);
  return print(recording);
}

/** The committed raw archive of a recording, unpacked. @throws Error when its checksum is not the one in SHA256SUMS */
export function readRawArchive(scene: SceneId): { readonly file: string; readonly data: Buffer } {
  return { file: `${RAW}/${scene}.tar`, data: readRawBytes(path.join(ROOT, RAW), `${scene}.tar`) };
}

function pack(scene: SceneId, from: string): void {
  const data = readFileSync(from);
  convert(scene, from, data);
  packRaw(path.join(ROOT, RAW), `${scene}.tar`, data);
}

if (import.meta.main ?? process.argv[1] === import.meta.filename) {
  const [command, name, from] = process.argv.slice(2);
  try {
    const scene = SCENES.find((each) => each === name);
    if (command === 'pack' && scene && from) pack(scene, from);
    else if (command !== undefined)
      throw new Error(
        `found "${process.argv.slice(2).join(' ')}"; expected nothing, or: pack ${SCENES.join('|')} <tar>`,
      );
    for (const each of scene ? [scene] : SCENES) {
      const { file, data } = readRawArchive(each);
      const out = `content/recordings/${each}.json`;
      const json = convert(each, file, data);
      writeFileSync(path.join(ROOT, out), json);
      console.log(`${out}: ${json.length} bytes from ${file}.gz`);
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
