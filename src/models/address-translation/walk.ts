/**
 * Why: what the CPU's page walker does on a TLB miss, one memory reference at a time. Native: one entry a level.
 * Nested: each guest-physical address on the way (CR3, every entry, the page) is itself walked through the nested
 * table first, so n guest levels and m nested levels make (n + 1)(m + 1) − 1 references (Bhargava et al., ASPLOS 2008).
 */
import { PAGE, framesAt, indexAt } from './address';
import { entryAt, frameOf, isLeaf, isPresent, isWritable, readEntry, within, type Ram } from './tables';

/** One reference: one entry read. */
export interface Ref {
  /** From 1, in the order of the walk. */
  readonly n: number;
  /** Whose table: `own` on bare metal. */
  readonly table: 'own' | 'guest' | 'shadow' | 'nested';
  readonly level: number;
  readonly index: number;
  /** Machine address of the entry. */
  readonly at: number;
  readonly entry: number;
  /** Guest level that this reference serves; 0: the page itself. Of a one-dimensional walk its own level. */
  readonly row: number;
  /** Of a nested reference: the guest-physical address that is being translated. Of a guest's: its own. */
  readonly gpa: number;
}

export interface Walk {
  readonly refs: readonly Ref[];
  /** Machine frame of the 4 KiB page; absent: an entry was not present. */
  readonly frame?: number;
  /** Size of what may be cached: the smaller of the pages on the way. */
  readonly leaf: number;
  readonly writable: boolean;
  /** Guest-physical frame of the 4 KiB page, under nested paging. */
  readonly guestFrame?: number;
}

type Head = Pick<Ref, 'table' | 'row' | 'gpa'>;

/** Walks one set of tables whose frames are machine frames. */
function descend(
  ram: Ram,
  root: number,
  levels: number,
  address: bigint,
  from: number,
  head: (level: number) => Head,
): Walk {
  const refs: Ref[] = [];
  let table = root;
  let writable = true;
  for (let level = levels; level >= 1; level--) {
    const index = indexAt(address, level);
    const at = entryAt(table, index);
    const entry = readEntry(ram, at);
    refs.push({ n: from + refs.length, level, index, at, entry, ...head(level) });
    if (!isPresent(entry)) break;
    writable &&= isWritable(entry);
    table = frameOf(entry);
    if (isLeaf(entry, level)) {
      const page = Number((address >> 12n) & BigInt(framesAt(level) - 1));
      return { refs, frame: within(table, level, page), leaf: level, writable };
    }
  }
  return { refs, leaf: 1, writable: false };
}

/** A walk through one set of tables: the only ones, or the shadow. */
export const walkTables = (
  ram: Ram,
  root: number,
  levels: number,
  address: bigint,
  table: 'own' | 'shadow',
): Walk => descend(ram, root, levels, address, 1, (level) => ({ table, row: level, gpa: 0 }));

export interface Nested {
  readonly ram: Ram;
  /** Guest frame of the guest's root. */
  readonly root: number;
  readonly levels: number;
  /** Machine frame of the nested root. */
  readonly nestedRoot: number;
  readonly nestedLevels: number;
}

/** The two-dimensional walk. */
export function walkNested({ ram, root, levels, nestedRoot, nestedLevels }: Nested, address: bigint): Walk {
  const refs: Ref[] = [];
  let smallest = Infinity;
  let writable = true;
  /** Machine frame of a guest-physical address; adds its references. */
  const translate = (gpa: number, row: number): number | undefined => {
    const inner = descend(ram, nestedRoot, nestedLevels, BigInt(gpa), refs.length + 1, () => ({
      table: 'nested',
      row,
      gpa,
    }));
    refs.push(...inner.refs);
    smallest = inner.leaf;
    writable &&= inner.writable;
    return inner.frame;
  };
  let table = root;
  for (let level = levels; level >= 1; level--) {
    const index = indexAt(address, level);
    const gpa = entryAt(table, index);
    const machine = translate(gpa, level);
    if (machine === undefined) break;
    const at = entryAt(machine, index);
    const entry = readEntry(ram, at);
    refs.push({ n: refs.length + 1, table: 'guest', level, index, at, entry, row: level, gpa });
    if (!isPresent(entry)) break;
    writable &&= isWritable(entry);
    table = frameOf(entry);
    if (!isLeaf(entry, level)) continue;
    const page = Number((address >> 12n) & BigInt(framesAt(level) - 1));
    const guestFrame = within(table, level, page);
    const frame = translate(guestFrame * PAGE + Number(address & 4095n), 0);
    return frame === undefined
      ? { refs, leaf: 1, writable: false }
      : { refs, frame, guestFrame, leaf: Math.min(level, smallest), writable };
  }
  return { refs, leaf: 1, writable: false };
}

/** What the formula promises for n guest and m nested levels. */
export const nestedReferences = (n: number, m: number): number => (n + 1) * (m + 1) - 1;
