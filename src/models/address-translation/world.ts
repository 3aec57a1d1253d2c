/**
 * Why: one guest with its tables, and the host's, built as a kernel and a hypervisor would: nothing is looked up,
 * every walk goes through entries that stand in memory. The guest's code, the page that it loads from and the table
 * that names this page are mapped in two address spaces, A and B, with roots of their own and all else shared.
 */
import { framesAt, indexAt, PAGE, readAddress } from './address';
import { entryAt, frameOf, mapPage, readEntry, within, type Ram } from './tables';
import { SHAPE, type Scenario, type Shape } from './types';

/** Frames below this are the hypervisor's own; the guest's memory, 4 GiB, lies above. */
const HOST_BASE = 2 ** 20;
const GUEST_FRAMES = 2 ** 20;

/** Where the host keeps each frame of the guest: a bijection on 4 GiB that keeps pages of the host's size whole. */
export function backingOf(leaf: number): (guestFrame: number) => number {
  const span = framesAt(leaf);
  const blocks = GUEST_FRAMES / span;
  return (guestFrame) => {
    const block = Math.floor(guestFrame / span);
    // An odd factor modulo a power of two: no two blocks meet.
    return HOST_BASE + ((block * 0x9e35 + 3) % blocks) * span + (guestFrame % span);
  };
}

/** Frames for tables: apart from each other, none twice. `taken` holds those given out. */
function framesFor(first: number, stride: number) {
  const taken: number[] = [];
  const allocate = () => {
    const frame = first + taken.length * stride;
    taken.push(frame);
    return frame;
  };
  return { allocate, taken };
}

export type Use = 'data' | 'code' | 'table';

export interface World {
  readonly ram: Ram;
  readonly guest: Shape;
  readonly host: Shape;
  /** Where a guest frame lies in the machine; on bare metal, where it says. */
  readonly place: (guestFrame: number) => number;
  readonly roots: { readonly A: number; readonly B: number };
  readonly nestedRoot: number;
  /** Machine frames for the hypervisor's tables. */
  readonly allocate: () => number;
  readonly va: Readonly<Record<Use, bigint>>;
  /** Guest frames of the loaded page: where it is, and where an edit moves it. */
  readonly pages: readonly [number, number];
  /** Guest-physical address of the entry that names the loaded page. */
  readonly leafGpa: number;
}

/** Frame of a page in the given GiB of guest memory, aligned to its size, spread by its address. */
const pageIn = (gib: number, address: bigint, leaf: number): number => {
  const spread = Number(((address >> 12n) * 0x9e5n + 0x2a7n) & 0x3ffffn);
  return within(gib * 2 ** 18 + spread, leaf, 0);
};

export function buildWorld({
  technique,
  guest,
  host,
  address,
}: Omit<Scenario, 'operation' | 'detail'>): World {
  const ram: Ram = new Map();
  const guestShape = SHAPE[guest];
  const hostShape = SHAPE[host];
  const place = technique === 'native' ? (frame: number) => frame : backingOf(hostShape.leaf);
  const own = framesFor(0x1a30, 0x5b7);
  const { allocate } = framesFor(0x2400, 0x3d1);
  const data = readAddress(address);
  // Same root entry, other entries below: pages of every size keep out of each other's way.
  const va = { data, code: (data ^ (1n << 30n)) & ~0xfffn, table: (data ^ (1n << 31n)) & ~0xfffn };
  const roots = { A: own.allocate(), B: own.allocate() };
  const builder = { ram, root: roots.A, levels: guestShape.levels, place, allocate: own.allocate };
  const pages = [pageIn(2, data, guestShape.leaf), pageIn(3, data, guestShape.leaf)] as const;
  const codePage = pageIn(1, va.code, guestShape.leaf);
  mapPage(builder, (level) => indexAt(data, level), guestShape.leaf, pages[0]);
  mapPage(builder, (level) => indexAt(va.code, level), guestShape.leaf, codePage);
  let table = roots.A;
  for (let level = guestShape.levels; level > guestShape.leaf; level--)
    table = frameOf(readEntry(ram, entryAt(place(table), indexAt(data, level))));
  mapPage(builder, (level) => indexAt(va.table, level), 1, table);
  for (let i = 0; i < 512; i++) {
    const entry = readEntry(ram, entryAt(place(roots.A), i));
    if (entry) ram.set(entryAt(place(roots.B), i), entry);
  }
  const nestedRoot = allocate();
  if (technique === 'nested') {
    const nested = {
      ram,
      root: nestedRoot,
      levels: hostShape.levels,
      place: (frame: number) => frame,
      allocate,
    };
    const low = Number((data >> 12n) & BigInt(framesAt(guestShape.leaf) - 1));
    const lowCode = Number((va.code >> 12n) & BigInt(framesAt(guestShape.leaf) - 1));
    const used = [...pages.map((page) => page + low), codePage + lowCode, ...own.taken];
    for (const frame of used) {
      const first = place(frame) - (place(frame) % framesAt(hostShape.leaf));
      mapPage(nested, (level) => indexAt(BigInt(frame) << 12n, level), hostShape.leaf, first);
    }
  }
  const leafGpa = table * PAGE + indexAt(data, guestShape.leaf) * 8;
  return { ram, guest: guestShape, host: hostShape, place, roots, nestedRoot, allocate, va, pages, leafGpa };
}
