/** Why: a recording is evidence; each committed file keeps its schema, its size, and the raw trace it came from. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sha256 } from '../record/raw';
import { recordingSchema } from '../src/schemas/recording';

const ROOT = path.resolve(import.meta.dirname, '..');
const FOLDER = 'content/recordings';
const KB = 1024;
const files = readdirSync(path.join(ROOT, FOLDER)).filter((name) => name.endsWith('.json'));

it('finds the recordings', () => expect(files.length).toBeGreaterThan(1));

describe.each(files)('%s', (file) => {
  const text = readFileSync(path.join(ROOT, FOLDER, file), 'utf8');
  const parsed = recordingSchema.safeParse(JSON.parse(text));

  it('keeps the schema, under its own name', () => {
    expect(parsed.success ? '' : z.prettifyError(parsed.error)).toBe('');
    expect(`${parsed.data?.id ?? ''}.json`).toBe(file);
  });

  it('weighs less than 40 KB on the wire', () => {
    expect(brotliCompressSync(text).length).toBeLessThan(40 * KB);
  });

  it('names the raw trace that it came from, by its checksum', () => {
    const { raw, sha256: sum } = parsed.data!.provenance;
    expect(sum).toMatch(/^[0-9a-f]{64}$/);
    if (raw === undefined) return;
    const packed = readFileSync(path.join(ROOT, raw));
    expect(packed.length).toBeLessThanOrEqual(200 * KB);
    expect(sha256(gunzipSync(packed))).toBe(sum);
  });
});
