/** Why: what an instruction is, to all who handle one: a small, real part of 32-bit x86 (Intel SDM volume 2). */

export const REGISTERS = ['eax', 'ecx', 'edx', 'ebx', 'esp', 'ebp', 'esi', 'edi'] as const;
export const ESP = 4;

/** A register by its number, a memory operand (base register or none, and a displacement), or a constant. */
export type Operand =
  | { readonly kind: 'reg'; readonly reg: number }
  | { readonly kind: 'mem'; readonly base: number | null; readonly disp: number }
  | { readonly kind: 'imm'; readonly value: number };

export const CONDITIONS = [
  'o',
  'no',
  'b',
  'ae',
  'e',
  'ne',
  'be',
  'a',
  's',
  'ns',
  'p',
  'np',
  'l',
  'ge',
  'le',
  'g',
];
export type Arithmetic = 'add' | 'or' | 'and' | 'sub' | 'xor' | 'cmp' | 'test';

/** What an instruction does; targets are absolute guest addresses. */
export type Op =
  | { readonly kind: 'mov'; readonly to: Operand; readonly from: Operand }
  | { readonly kind: 'arithmetic'; readonly name: Arithmetic; readonly to: Operand; readonly from: Operand }
  | { readonly kind: 'step'; readonly by: 1 | -1; readonly to: Operand }
  | { readonly kind: 'push'; readonly from: Operand }
  | { readonly kind: 'pop'; readonly to: Operand }
  | { readonly kind: 'jcc'; readonly condition: number; readonly target: number }
  | { readonly kind: 'jmp' | 'call'; readonly target: number }
  | { readonly kind: 'load-cr3' | 'store-cr3'; readonly reg: number }
  | { readonly kind: 'in' | 'out'; readonly port: number }
  | { readonly kind: 'int'; readonly vector: number }
  | { readonly kind: 'ret' | 'iret' | 'cli' | 'sti' | 'pushf' | 'popf' | 'hlt' | 'nop' };
export type OpKind = Op['kind'];

export interface Instruction {
  /** Guest address of its first byte. */
  readonly at: number;
  readonly bytes: readonly number[];
  readonly op: Op;
  /** AT&T syntax, as `objdump` prints it. */
  readonly text: string;
}

export const hex = (value: number): string => (value >>> 0).toString(16);
