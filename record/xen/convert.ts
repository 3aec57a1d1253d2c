/**
 * Why: content/recordings/xen-*.json must be what the raw archives say, byte for byte; this makes them.
 *
 *   node record/xen/convert.ts                           raw/*.gz → content/recordings/xen-*.json
 *   node record/xen/convert.ts pack <recording> <tar>    a new raw archive → raw/, with its checksums
 */
import { readFileSync } from 'node:fs';
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
import { convertCommand } from '../convert-command.ts';

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

convertCommand(
  import.meta,
  `${SCENES.join('|')} <tar>`,
  ([name, from, ...more]) => {
    const scene = SCENES.find((each) => each === name);
    if (scene === undefined || from === undefined || more.length > 0) return false;
    pack(scene, from);
    return true;
  },
  function* () {
    for (const each of SCENES) {
      const { file, data } = readRawArchive(each);
      yield { out: `content/recordings/${each}.json`, text: convert(each, file, data), from: `${file}.gz` };
    }
  },
);
