import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { SCENES } from './archives';
import { jsonOf, raw } from './committed';
import { compare } from './compare';
import { convert } from './convert';

describe.each(SCENES)('%s.json', (scene) => {
  it('is what the converter makes of the raw archive, byte for byte', () => {
    expect(convert(scene, raw[scene].file, raw[scene].data) === jsonOf(scene)).toBe(true);
  });

  it('weighs less than 8 KB on the wire', () => {
    expect(brotliCompressSync(jsonOf(scene)).length).toBeLessThan(8 * 1024);
  });

  it('tells the same as itself', () => {
    const data: unknown = JSON.parse(jsonOf(scene));
    const comparison = compare(data, data);
    expect(comparison.equal).toBe(true);
    expect(comparison.lines.length).toBeGreaterThan(2);
  });
});
