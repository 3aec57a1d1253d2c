/** Why: an id is all that the log and a shared link hold of a generated question. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  drillId,
  FAMILIES,
  following,
  LESSON,
  readDrillId,
  readSeed,
  SEEDS,
  type FamilyId,
} from './numbered';

const numbered = fc.record({
  family: fc.constantFrom(...FAMILIES),
  seed: fc.integer({ min: 0, max: SEEDS - 1 }),
});

describe('names of generated questions', () => {
  it('are read back as they were spelled', () => {
    fc.assert(
      fc.property(numbered, (each) => {
        expect(readDrillId(drillId(each))).toEqual({ ...each });
      }),
    );
  });

  it('are read from nothing else', () => {
    for (const id of [
      '',
      'gen',
      'gen/rings',
      'gen/rings/',
      'gen/rings/01',
      'gen/rings/1000000',
      'gen/rings/-1',
    ])
      expect(readDrillId(id), id).toBeUndefined();
    for (const id of ['gen/none/1', 'rings/1', 'gen/rings/1/2', 'gen/rings/1.5', 'popf-silent'])
      expect(readDrillId(id), id).toBeUndefined();
    fc.assert(
      fc.property(fc.string(), (text) => {
        const found = readDrillId(text);
        expect(found === undefined || drillId(found) === text).toBe(true);
        expect(readSeed(text) === undefined || String(readSeed(text)) === text).toBe(true);
      }),
    );
  });

  it('have a lesson each', () => {
    expect(Object.keys(LESSON).toSorted()).toEqual(FAMILIES.toSorted());
  });
});

describe('the question after a question', () => {
  it('goes round all seeds before one comes again', () => {
    const seen = new Uint8Array(SEEDS);
    let at = { family: FAMILIES[0] as FamilyId, seed: 0 };
    for (let i = 0; i < SEEDS; i++) {
      seen[at.seed] = 1;
      at = following(at, FAMILIES);
    }
    expect(at.seed).toBe(0);
    expect(seen.indexOf(0)).toBe(-1);
  });

  it('comes from the chosen families alone, from each of them', () => {
    fc.assert(
      fc.property(numbered, fc.subarray([...FAMILIES], { minLength: 1 }), (from, chosen) => {
        const found = new Set<FamilyId>();
        for (let i = 0, at = from; i < 200; i++) found.add((at = following(at, chosen)).family);
        expect([...found].toSorted()).toEqual(chosen.toSorted());
      }),
    );
  });

  it('needs a family', () => {
    expect(() => following({ family: 'rings', seed: 1 }, [])).toThrow('found no family');
  });
});
