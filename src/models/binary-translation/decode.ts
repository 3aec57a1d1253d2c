/** Why: a guest is bytes. This reads them as instructions; nothing else in the model knows an encoding. */
import { textOf } from './print';
import type { Arithmetic, Instruction, Op, Operand } from './x86';

/** Arithmetic by its number in the opcode; adc and sbb (2, 3) are not in the subset. */
const ARITHMETIC: Readonly<Record<number, Arithmetic>> = {
  0: 'add',
  1: 'or',
  4: 'and',
  5: 'sub',
  6: 'xor',
  7: 'cmp',
};

/** The bytes at `at` are no instruction of the subset. */
export class DecodeError extends Error {
  readonly at: number;
  constructor(at: number, byte: number) {
    super(`byte ${byte.toString(16)} at ${at.toString(16)} begins no instruction of the subset`);
    this.at = at;
  }
}

const reg = (number: number): Operand => ({ kind: 'reg', reg: number });
const imm = (value: number): Operand => ({ kind: 'imm', value });

/** Reads bytes one after another from `at` on. */
function cursor(read: (address: number) => number, at: number) {
  const bytes: number[] = [];
  const u8 = () => {
    const value = read(at + bytes.length);
    bytes.push(value);
    return value;
  };
  const s8 = () => (u8() << 24) >> 24;
  const s32 = () => u8() | (u8() << 8) | (u8() << 16) | (u8() << 24);
  /** ModRM without SIB: the register or opcode field, and the operand. */
  const modrm = () => {
    const byte = u8();
    const mod = byte >> 6;
    const rm = byte & 7;
    if (mod !== 3 && rm === 4) throw new DecodeError(at, byte);
    const field = (byte >> 3) & 7;
    if (mod === 3) return { field, rm: reg(rm) };
    if (mod === 0 && rm === 5) return { field, rm: { kind: 'mem', base: null, disp: s32() } as Operand };
    const disp = mod === 0 ? 0 : mod === 1 ? s8() : s32();
    return { field, rm: { kind: 'mem', base: rm, disp } as Operand };
  };
  /** Address after the bytes read so far. */
  const here = () => at + bytes.length;
  return { bytes, u8, s8, s32, modrm, here };
}

function decodeOp(code: ReturnType<typeof cursor>, at: number): Op {
  const { u8, s8, s32, modrm, here } = code;
  const first = u8();
  const bad = () => new DecodeError(at, first);
  const low = first & 7;
  const near = (offset: number) => here() + offset;
  if (first < 0x40 && (low === 1 || low === 3)) {
    const name = ARITHMETIC[first >> 3];
    if (!name) throw bad();
    const { field, rm } = modrm();
    return low === 1
      ? { kind: 'arithmetic', name, to: rm, from: reg(field) }
      : { kind: 'arithmetic', name, to: reg(field), from: rm };
  }
  switch (first & 0xf8) {
    case 0x40:
      return { kind: 'step', by: 1, to: reg(low) };
    case 0x48:
      return { kind: 'step', by: -1, to: reg(low) };
    case 0x50:
      return { kind: 'push', from: reg(low) };
    case 0x58:
      return { kind: 'pop', to: reg(low) };
    case 0xb8:
      return { kind: 'mov', to: reg(low), from: imm(s32()) };
  }
  if (first >> 4 === 7) return { kind: 'jcc', condition: first & 15, target: near(s8()) };
  switch (first) {
    case 0x0f:
      return decodeTwo(code, at);
    case 0x68:
      return { kind: 'push', from: imm(s32()) };
    case 0x6a:
      return { kind: 'push', from: imm(s8()) };
    case 0x81:
    case 0x83: {
      const { field, rm } = modrm();
      const name = ARITHMETIC[field];
      if (!name) throw bad();
      return { kind: 'arithmetic', name, to: rm, from: imm(first === 0x83 ? s8() : s32()) };
    }
    case 0x85: {
      const { field, rm } = modrm();
      return { kind: 'arithmetic', name: 'test', to: rm, from: reg(field) };
    }
    case 0x89: {
      const { field, rm } = modrm();
      return { kind: 'mov', to: rm, from: reg(field) };
    }
    case 0x8b: {
      const { field, rm } = modrm();
      return { kind: 'mov', to: reg(field), from: rm };
    }
    case 0xff: {
      const { field, rm } = modrm();
      if (field > 1) throw bad();
      return { kind: 'step', by: field === 0 ? 1 : -1, to: rm };
    }
    case 0xe4:
      return { kind: 'in', port: u8() };
    case 0xe6:
      return { kind: 'out', port: u8() };
    case 0xe8:
      return { kind: 'call', target: near(s32()) };
    case 0xe9:
      return { kind: 'jmp', target: near(s32()) };
    case 0xeb:
      return { kind: 'jmp', target: near(s8()) };
    case 0xcd:
      return { kind: 'int', vector: u8() };
  }
  const kind = PLAIN[first];
  if (!kind) throw bad();
  return { kind };
}

/** Opcodes of one byte. */
const PLAIN: Readonly<Record<number, 'ret' | 'iret' | 'cli' | 'sti' | 'pushf' | 'popf' | 'hlt' | 'nop'>> = {
  0x90: 'nop',
  0x9c: 'pushf',
  0x9d: 'popf',
  0xc3: 'ret',
  0xcf: 'iret',
  0xf4: 'hlt',
  0xfa: 'cli',
  0xfb: 'sti',
};

/** Opcodes that begin with 0f: near conditional jumps, CR3. */
function decodeTwo({ u8, s32, here }: ReturnType<typeof cursor>, at: number): Op {
  const second = u8();
  if (second >> 4 === 8) {
    const offset = s32();
    return { kind: 'jcc', condition: second & 15, target: here() + offset };
  }
  const modrm = u8();
  if ((second !== 0x20 && second !== 0x22) || modrm >> 3 !== 0b11011) throw new DecodeError(at, second);
  return { kind: second === 0x22 ? 'load-cr3' : 'store-cr3', reg: modrm & 7 };
}

/**
 * The instruction at an address. `read` gives the byte at an address.
 * @throws DecodeError if the bytes there are outside the subset
 */
export function decode(read: (address: number) => number, at: number): Instruction {
  const code = cursor(read, at);
  const op = decodeOp(code, at);
  return { at, bytes: code.bytes, op, text: textOf(op) };
}
