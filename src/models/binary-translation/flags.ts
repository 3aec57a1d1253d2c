/** Why: what arithmetic does to EFLAGS, and what conditional jumps make of it. */
import type { Arithmetic } from './x86';

export const FLAG = { CF: 1, PF: 4, AF: 16, ZF: 64, SF: 128, OF: 2048 } as const;

const PARITY = Array.from({ length: 256 }, (_, n) => {
  let ones = 0;
  for (let bits = n; bits; bits >>= 1) ones += bits & 1;
  return ones % 2 === 0;
});
const resultFlags = (result: number) =>
  (result === 0 ? FLAG.ZF : 0) | (result >>> 31 ? FLAG.SF : 0) | (PARITY[result & 255] ? FLAG.PF : 0);

/** Result (32 bits) and arithmetic flags. AF after a logical operation is undefined on x86: here it is cleared. */
export function arithmetic(name: Arithmetic, a: number, b: number): { result: number; flags: number } {
  const minus = name === 'sub' || name === 'cmp';
  if (!minus && name !== 'add') {
    const result = (name === 'or' ? a | b : name === 'xor' ? a ^ b : a & b) >>> 0;
    return { result, flags: resultFlags(result) };
  }
  const result = (minus ? a - b : a + b) >>> 0;
  const carry = minus ? a < b : result < a;
  const overflow = (minus ? (a ^ b) & (a ^ result) : ~(a ^ b) & (a ^ result)) >>> 31;
  const flags =
    resultFlags(result) | (carry ? FLAG.CF : 0) | ((a ^ b ^ result) & FLAG.AF) | (overflow ? FLAG.OF : 0);
  return { result, flags };
}

/** Whether a condition code (0–15, as in the opcode) holds. */
export function holds(condition: number, flags: number): boolean {
  const is = (flag: number) => (flags & flag) !== 0;
  const less = is(FLAG.SF) !== is(FLAG.OF);
  const tests = [is(FLAG.OF), is(FLAG.CF), is(FLAG.ZF), is(FLAG.CF) || is(FLAG.ZF)];
  const more = [is(FLAG.SF), is(FLAG.PF), less, less || is(FLAG.ZF)];
  return [...tests, ...more][condition >> 1] !== ((condition & 1) === 1);
}
