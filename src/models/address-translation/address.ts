/** Why: a virtual address is nothing but indices: nine bits a level, and an offset. 64 bits need BigInt; all else is numbers. */

const PAGE_BITS = 12;
const INDEX_BITS = 9;
const SIGN_BIT = 47n;
export const PAGE = 4096;

/** Bits below the index of a level: 12 at level 1, 21 at level 2, 30 at level 3, … */
export const shiftOf = (level: number): number => PAGE_BITS + INDEX_BITS * (level - 1);

/** Number of 4 KiB frames that an entry at this level spans. */
export const framesAt = (level: number): number => 2 ** (INDEX_BITS * (level - 1));

/** Index into a table of this level, 0–511. */
export const indexAt = (address: bigint, level: number): number =>
  Number((address >> BigInt(shiftOf(level))) & 511n);

/** Hexadecimal with `0x`. */
export const hex = (value: number | bigint): string => `0x${value.toString(16)}`;

const DEFAULT = 0x7f3a5c2d1e48n;

/** Bits 48 to 63 repeat bit 47, or the CPU refuses the address (#GP). */
export function canonical(value: bigint): bigint {
  return BigInt.asUintN(64, BigInt.asIntN(Number(SIGN_BIT) + 1, value));
}

/** The nearest valid spelling of an address: canonical, lower-case hexadecimal, no `0x`. Never throws. */
export function mendAddress(text: string): string {
  const digits = text
    .toLowerCase()
    .replace(/^0x/, '')
    .replace(/[^0-9a-f]/g, '')
    .slice(0, 16);
  return canonical(digits === '' ? DEFAULT : BigInt(`0x${digits}`)).toString(16);
}

export const readAddress = (text: string): bigint => BigInt(`0x${mendAddress(text)}`);

/** An address as a walk uses it. */
export interface Split {
  /** With `0x`. */
  readonly text: string;
  /** From the root's level down to the leaf's. */
  readonly indices: readonly { readonly level: number; readonly index: number }[];
  /** What no table translates, in bytes. */
  readonly offset: number;
  readonly offsetBits: number;
}

export function splitAddress(address: bigint, levels: number, leaf: number): Split {
  const offsetBits = shiftOf(leaf);
  return {
    text: hex(address),
    indices: Array.from({ length: levels - leaf + 1 }, (_, i) => ({
      level: levels - i,
      index: indexAt(address, levels - i),
    })),
    offset: Number(address & ((1n << BigInt(offsetBits)) - 1n)),
    offsetBits,
  };
}
