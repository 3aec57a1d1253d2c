/**
 * Why: the translator. One basic block of guest code in, one block of the translation cache out. Most instructions
 * are copied; jumps are aimed anew; CALL pushes the guest's own return address; RET looks its target up; what is
 * sensitive becomes a short sequence on the virtual flags, or a call of the VMM.
 */
import { decode, DecodeError } from './decode';
import type { Instruction } from './x86';

/** A unit of translation ends after so many instructions at the latest (Adams & Agesen 2006; from memory). */
export const LONGEST = 12;

/** Where a block hands control on: to the VMM until the exit is chained, then straight to a block (its id). */
export interface Exit {
  readonly target: number;
  chained: number | null;
}

/** One piece of translated code. `of`: the guest instruction that it stands for, or null for an exit that none stands for. */
export type TcOp =
  | { readonly kind: 'copied' | 'inline' | 'callout' | 'store'; readonly of: Instruction }
  | { readonly kind: 'push'; readonly of: Instruction; readonly value: number }
  | { readonly kind: 'lookup'; readonly of: Instruction }
  | { readonly kind: 'branch'; readonly of: Instruction; readonly condition: number; readonly exit: Exit }
  | { readonly kind: 'jump'; readonly of: Instruction | null; readonly exit: Exit };
export type TcKind = TcOp['kind'];

export interface Block {
  readonly id: number;
  /** Guest address of its first instruction: the key in the lookup table. */
  readonly entry: number;
  /** Place in the translation cache, bytes from its start. */
  readonly offset: number;
  readonly ops: readonly TcOp[];
  readonly size: number;
  /** Guest instructions that it covers. */
  readonly length: number;
  /** Id of the block that took its place, when it was adapted. */
  replaced: number | null;
}

const INLINE = ['cli', 'sti', 'pushf', 'popf'];
const CALLOUT = ['load-cr3', 'store-cr3', 'in', 'out', 'int', 'iret', 'hlt'];
/** After these the next guest address is not the next instruction. */
const ENDS = ['jcc', 'jmp', 'call', 'ret', 'int', 'iret', 'hlt'];

/** Bytes of an op in the cache; sequences other than jumps, pushes and copies are the model's estimates. */
export function sizeOf(op: TcOp): number {
  switch (op.kind) {
    case 'copied':
      return op.of.bytes.length;
    case 'inline':
      return op.of.op.kind === 'cli' || op.of.op.kind === 'sti' ? 8 : 16;
    case 'branch':
      return 6;
    case 'lookup':
      return 24;
    case 'callout':
    case 'store':
    case 'push':
    case 'jump':
      return 5;
  }
}

const exitTo = (target: number): Exit => ({ target, chained: null });

/** What one instruction becomes. `guilty`: it has faulted on a traced page too often. */
function translateOne(of: Instruction, guilty: boolean): TcOp[] {
  const { op } = of;
  if (op.kind === 'jcc')
    return [
      { kind: 'branch', of, condition: op.condition, exit: exitTo(op.target) },
      { kind: 'jump', of: null, exit: exitTo(of.at + of.bytes.length) },
    ];
  if (op.kind === 'jmp') return [{ kind: 'jump', of, exit: exitTo(op.target) }];
  if (op.kind === 'call')
    return [
      { kind: 'push', of, value: of.at + of.bytes.length },
      { kind: 'jump', of: null, exit: exitTo(op.target) },
    ];
  if (op.kind === 'ret') return [{ kind: 'lookup', of }];
  if (INLINE.includes(op.kind)) return [{ kind: 'inline', of }];
  if (CALLOUT.includes(op.kind)) return [{ kind: 'callout', of }];
  return [{ kind: guilty ? 'store' : 'copied', of }];
}

/**
 * Translates the block at `entry`.
 * @param read the guest's bytes
 * @param guilty guest addresses whose stores become call-outs
 * @throws DecodeError if not even the first instruction can be read
 */
export function translate(
  read: (address: number) => number,
  entry: number,
  place: { readonly id: number; readonly offset: number },
  guilty: ReadonlySet<number>,
): Block {
  const ops: TcOp[] = [];
  let at = entry;
  let length = 0;
  let ended = false;
  while (!ended && length < LONGEST) {
    let instruction: Instruction;
    try {
      instruction = decode(read, at);
    } catch (error) {
      if (!(error instanceof DecodeError) || length === 0) throw error;
      break;
    }
    ops.push(...translateOne(instruction, guilty.has(at)));
    length += 1;
    at += instruction.bytes.length;
    ended = ENDS.includes(instruction.op.kind);
  }
  if (!ended) ops.push({ kind: 'jump', of: null, exit: exitTo(at) });
  const size = ops.reduce((sum, op) => sum + sizeOf(op), 0);
  return { ...place, entry, ops, size, length, replaced: null };
}
