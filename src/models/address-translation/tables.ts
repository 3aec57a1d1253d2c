/**
 * Why: real page tables in a sparse physical memory. An entry is a number: frame × 4096 + flags, in the format of
 * x86-64 long mode (AMD64 manual, volume 2, chapter 5; AMD's nested tables use the same).
 */
import { framesAt, PAGE } from './address';

/** Entries by machine address. What is not there is 0: not present. */
export type Ram = Map<number, number>;

export const PRESENT = 1;
export const WRITABLE = 2;
const USER = 4;
const ACCESSED = 0x20;
const DIRTY = 0x40;
const LARGE = 0x80;
/** Flags of an entry that names a table. */
const LINK = PRESENT | WRITABLE | USER | ACCESSED;

/** Frame that an entry names. */
export const frameOf = (entry: number): number => Math.floor(entry / PAGE);
export const flagsOf = (entry: number): number => entry % PAGE;
export const isPresent = (entry: number): boolean => (flagsOf(entry) & PRESENT) !== 0;
export const isWritable = (entry: number): boolean => (flagsOf(entry) & WRITABLE) !== 0;
/** Whether an entry at this level ends the walk. */
export const isLeaf = (entry: number, level: number): boolean =>
  level === 1 || (flagsOf(entry) & LARGE) !== 0;

export const linkEntry = (frame: number): number => frame * PAGE + LINK;
export const leafEntry = (frame: number, level: number, writable = true): number =>
  frame * PAGE + (LINK | DIRTY | (level > 1 ? LARGE : 0)) - (writable ? 0 : WRITABLE);

/** Machine address of an entry: tables are pages of 512 entries of 8 bytes. */
export const entryAt = (machineFrame: number, index: number): number => machineFrame * PAGE + index * 8;
export const readEntry = (ram: Ram, at: number): number => ram.get(at) ?? 0;

/** The frame of a 4 KiB page inside a page that begins at `frame`; `page` is the number of the virtual 4 KiB page. */
export const within = (frame: number, level: number, page: number): number => {
  const span = framesAt(level);
  return frame - (frame % span) + (page % span);
};

/** Tables under construction. */
export interface Builder {
  readonly ram: Ram;
  readonly root: number;
  readonly levels: number;
  /** Where a frame of this address space lies in the machine. */
  readonly place: (frame: number) => number;
  readonly allocate: () => number;
}

/** Maps one page; makes the tables on the way that are not there yet. `index` gives the index for a level. */
export function mapPage(
  { ram, root, levels, place, allocate }: Builder,
  index: (level: number) => number,
  leaf: number,
  frame: number,
): void {
  let table = root;
  for (let level = levels; level > leaf; level--) {
    const at = entryAt(place(table), index(level));
    if (!isPresent(readEntry(ram, at))) ram.set(at, linkEntry(allocate()));
    table = frameOf(readEntry(ram, at));
  }
  ram.set(entryAt(place(table), index(leaf)), leafEntry(frame, leaf));
}
