/** Why: raw traces are the evidence; they are kept packed, each with its checksum, and no packed byte depends on the day. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

const SUMS = 'SHA256SUMS';

/** Hexadecimal SHA-256. */
export const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

/** Gzip without name, time or operating system: the same bytes from the same data. */
export function gzip(data: string | Uint8Array): Buffer {
  const packed = gzipSync(data, { level: 9 });
  packed.fill(0, 4, 8);
  packed[9] = 255;
  return packed;
}

/**
 * A committed raw trace, unpacked, as bytes.
 * @param folder holds `name`.gz and SHA256SUMS, e.g. `<root>/record/kvm/raw`
 * @throws Error when a checksum is not the one in SHA256SUMS
 */
export function readRawBytes(folder: string, name: string): Buffer {
  const sums = readFileSync(path.join(folder, SUMS), 'utf8').split('\n');
  const expectSum = (file: string, data: string | Uint8Array) => {
    const wanted = sums.find((line) => line.endsWith(`  ${file}`))?.slice(0, 64);
    if (wanted !== sha256(data))
      throw new Error(
        `${path.join(folder, file)}: found SHA-256 ${sha256(data)}; expected ${wanted ?? 'an entry'} in ${SUMS}`,
      );
  };
  const packed = readFileSync(path.join(folder, `${name}.gz`));
  expectSum(`${name}.gz`, packed);
  const data = gunzipSync(packed);
  expectSum(name, data);
  return data;
}

/** A committed raw trace of text; otherwise as `readRawBytes`. */
export const readRaw = (folder: string, name: string): string => readRawBytes(folder, name).toString('utf8');

/** Packs a raw trace into `folder` and renews its two lines in SHA256SUMS. */
export function packRaw(folder: string, name: string, data: string | Uint8Array): void {
  mkdirSync(folder, { recursive: true });
  const packed = gzip(data);
  writeFileSync(path.join(folder, `${name}.gz`), packed);
  const file = path.join(folder, SUMS);
  const others = readSums(file).filter(
    (line) => !line.endsWith(`  ${name}`) && !line.endsWith(`  ${name}.gz`),
  );
  const lines = [...others, `${sha256(data)}  ${name}`, `${sha256(packed)}  ${name}.gz`];
  writeFileSync(file, `${lines.sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)).join('\n')}\n`);
}

function readSums(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
