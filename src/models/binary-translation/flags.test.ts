/** Why: results and flags must be those of a real CPU: the rows were computed by one (x86-64, 32-bit operations, PUSHFQ). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arithmetic, FLAG, holds } from './flags';
import type { Arithmetic } from './x86';

/** Operation, first and second operand, what stands in the first afterwards, CF PF AF ZF SF OF at their places. */
const MEASURED: readonly (readonly [Arithmetic, number, number, number, number])[] = [
  ['add', 3763153073, 3997067676, 3465253453, 0x85],
  ['add', 15, 2797435941, 2797435956, 0x90],
  ['add', 2147483648, 2147483648, 0, 0x845],
  ['add', 2245223581, 3243685789, 1193942074, 0x815],
  ['add', 16, 2029571344, 2029571360, 0x0],
  ['add', 2816511904, 1955480042, 477024650, 0x1],
  ['sub', 0, 1035048128, 3259919168, 0x81],
  ['sub', 341984401, 3271104457, 1365847240, 0x11],
  ['sub', 2816511904, 1955480042, 861031862, 0x810],
  ['sub', 1401362401, 2652275932, 3044053765, 0x895],
  ['sub', 4294967295, 2147483647, 2147483648, 0x84],
  ['sub', 16, 2029571344, 2265395968, 0x85],
  ['and', 4294967295, 4294967295, 4294967295, 0x84],
  ['and', 718842323, 4294967295, 718842323, 0x0],
  ['and', 0, 2188185676, 0, 0x44],
  ['and', 2816511904, 1955480042, 612368800, 0x4],
  ['and', 2872040971, 2872040971, 2872040971, 0x80],
  ['or', 4294967295, 4294967295, 4294967295, 0x84],
  ['or', 1289988930, 150275943, 1291300711, 0x0],
  ['or', 2816511904, 1955480042, 4159623146, 0x80],
  ['or', 754225086, 492910303, 1039515647, 0x4],
  ['or', 0, 0, 0, 0x44],
  ['xor', 4294967295, 4294967295, 0, 0x44],
  ['xor', 4285686168, 3680911160, 605314720, 0x4],
  ['xor', 754225086, 492910303, 831895905, 0x0],
  ['xor', 15, 4294967295, 4294967280, 0x84],
  ['xor', 2816511904, 1955480042, 3547254346, 0x80],
  ['cmp', 1401362401, 2652275932, 1401362401, 0x895],
  ['cmp', 4294967295, 4294967295, 4294967295, 0x44],
  ['cmp', 255, 4294967295, 255, 0x5],
  ['cmp', 1289988930, 150275943, 1289988930, 0x14],
  ['cmp', 2173938341, 1814652934, 2173938341, 0x814],
  ['cmp', 4294967295, 4053755004, 4294967295, 0x0],
  ['test', 2816511904, 1955480042, 2816511904, 0x4],
  ['test', 2872040971, 2872040971, 2872040971, 0x80],
  ['test', 0, 2188185676, 0, 0x44],
  ['test', 4294967295, 4294967295, 4294967295, 0x84],
  ['test', 718842323, 4294967295, 718842323, 0x0],
];

describe('arithmetic', () => {
  it.each(MEASURED)('%s of %i and %i leaves %i', (name, a, b, left, flags) => {
    const found = arithmetic(name, a, b);
    expect(name === 'cmp' || name === 'test' ? a : found.result).toBe(left);
    const logical = ['and', 'or', 'xor', 'test'].includes(name);
    // AF is undefined after a logical operation.
    expect(found.flags & ~(logical ? FLAG.AF : 0)).toBe(flags & ~(logical ? FLAG.AF : 0));
  });

  it('conditions compare as they are named, and odd ones are the opposite of even ones', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (x, y) => {
        const a = x >>> 0;
        const b = y >>> 0;
        const { flags } = arithmetic('cmp', a, b);
        const [below, equal, belowOrEqual, less, lessOrEqual] = [2, 4, 6, 12, 14].map((cc) =>
          holds(cc, flags),
        );
        expect([below, equal, belowOrEqual]).toEqual([a < b, a === b, a <= b]);
        expect([less, lessOrEqual]).toEqual([(a | 0) < (b | 0), (a | 0) <= (b | 0)]);
        for (let cc = 0; cc < 16; cc += 2) expect(holds(cc + 1, flags)).toBe(!holds(cc, flags));
      }),
    );
  });
});
