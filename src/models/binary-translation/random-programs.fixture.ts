/** Why: laws are about every program of the subset; this draws programs with jumps, calls, stack, stores and privilege. */
import fc from 'fast-check';
import type { Image } from './machine';

const le = (value: number) => [0, 8, 16, 24].map((shift) => (value >>> shift) & 255);
/** Any register but ESP: a stack that wandered into the code would modify it. */
const reg = fc.constantFrom(0, 1, 2, 3, 5, 6, 7);
const imm = fc.oneof(fc.integer(), fc.constantFrom(0, 1, -1, 0x202, 2, 0x7fffffff, -0x80000000));
/** Ordinary data, and entries of the traced page table. */
const place = fc.oneof(
  fc.nat(15).map((n) => 0x2000 + 4 * n),
  fc.nat(7).map((n) => 0x5000 + 4 * n),
);
const modrm = (mod: number, field: number, rm: number) => (mod << 6) | (field << 3) | rm;
const alu = fc.constantFrom(0x01, 0x09, 0x21, 0x29, 0x31, 0x39);

/** An instruction that stays where it is: `near` ones take the distance from the end of the instruction to a label. */
type Piece = readonly number[] | { readonly near: readonly number[]; readonly label: number };

const plain: fc.Arbitrary<readonly number[]> = fc.oneof(
  fc.tuple(reg, imm).map(([r, v]) => [0xb8 + r, ...le(v)]),
  fc.tuple(alu, reg, reg).map(([op, a, b]) => [op, modrm(3, a, b)]),
  fc.tuple(alu, reg, reg).map(([op, a, b]) => [op + 2, modrm(3, a, b)]),
  fc.tuple(reg, reg).map(([a, b]) => [0x85, modrm(3, a, b)]),
  fc.tuple(reg, place).map(([r, at]) => [0x89, modrm(0, r, 5), ...le(at)]),
  fc.tuple(reg, place).map(([r, at]) => [0x8b, modrm(0, r, 5), ...le(at)]),
  fc.tuple(alu, reg, place).map(([op, r, at]) => [op, modrm(0, r, 5), ...le(at)]),
  fc.tuple(fc.constantFrom(0, 1, 4, 5, 6, 7), reg, fc.nat(255)).map(([f, r, v]) => [0x83, modrm(3, f, r), v]),
  fc.tuple(fc.constantFrom(0, 1), place).map(([f, at]) => [0xff, modrm(0, f, 5), ...le(at)]),
  reg.map((r) => [0x40 + r]),
  reg.map((r) => [0x48 + r]),
  reg.map((r) => [0x50 + r]),
  reg.map((r) => [0x58 + r]),
  fc.constant([0x90]),
);
const sensitive: fc.Arbitrary<readonly number[]> = fc.oneof(
  fc.constantFrom(
    [0xfa],
    [0xfb],
    [0x9c],
    [0x9d],
    [0x9c, 0x58],
    [0x6a, 0x02, 0x9d],
    [0x68, 0x02, 0x02, 0, 0, 0x9d],
  ),
  reg.map((r) => [0x0f, 0x22, modrm(3, 3, r)]),
  reg.map((r) => [0x0f, 0x20, modrm(3, 3, r)]),
  fc.nat(255).map((port) => [0xe4, port]),
  fc.nat(255).map((port) => [0xe6, port]),
  fc.constant([0xcd, 0x80]),
);
const label = fc.nat(99);
const jump: fc.Arbitrary<Piece> = fc.oneof(
  fc.tuple(fc.nat(15), label).map(([cc, to]) => ({ near: [0x0f, 0x80 + cc], label: to })),
  label.map((to) => ({ near: [0xe9], label: to })),
  label.map((to) => ({ near: [0xe8], label: to })),
);
const leave: fc.Arbitrary<Piece> = fc.constantFrom([0xc3], [0xcf], [0xf4]);
/** Into ring 3, to wherever label 0 leads: SS, ESP, EFLAGS with IF on or off, CS, EIP. */
const toUser: fc.Arbitrary<readonly Piece[]> = fc
  .tuple(fc.boolean(), fc.nat(99))
  .map(([on, to]) => [
    [0x6a, 0x2b],
    [0x68, ...le(0x4800)],
    [0x68, ...le(on ? 0x202 : 0x002)],
    [0x6a, 0x23],
    { near: [0x68], label: to },
    [0xcf],
  ]);

const one = (piece: fc.Arbitrary<Piece>) => piece.map((each) => [each]);
const pieces: fc.Arbitrary<readonly (readonly Piece[])[]> = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: one(plain) },
    { weight: 5, arbitrary: one(sensitive) },
    { weight: 4, arbitrary: one(jump) },
    { weight: 1, arbitrary: one(leave) },
    { weight: 1, arbitrary: toUser },
  ),
  { minLength: 1, maxLength: 40 },
);

const START = 0x1000;
/** Puts pieces one after another; a label is the start of a piece. 68 takes the label's address, the others the distance. */
function assemble(list: readonly Piece[]): { readonly bytes: number[]; readonly starts: number[] } {
  const size = (piece: Piece) => ('near' in piece ? piece.near.length + 4 : piece.length);
  const starts: number[] = [];
  list.reduce((at, piece) => {
    starts.push(at);
    return at + size(piece);
  }, START);
  const bytes = list.flatMap((piece, i) => {
    if (!('near' in piece)) return [...piece];
    const to = starts[piece.label % starts.length]!;
    const here = piece.near[0] === 0x68 ? 0 : starts[i]! + size(piece);
    return [...piece.near, ...le(to - here)];
  });
  return { bytes, starts };
}

/** A guest with a handler for INT 80 somewhere in its own code. It may loop for ever, so run it with a limit. */
export const anyGuest: fc.Arbitrary<Image> = fc
  .tuple(pieces, fc.boolean(), fc.nat(99))
  .map(([groups, on, gate]) => {
    const { bytes, starts } = assemble(groups.flat());
    return {
      code: { [START]: bytes },
      entry: START,
      gates: { 0x80: starts[gate % starts.length]! },
      if: on ? 1 : 0,
    };
  });
