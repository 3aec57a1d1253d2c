/**
 * Why: shadow paging as KVM does it. The hypervisor keeps one shadow table for each table of the guest that it has
 * met (so two address spaces share what they share), fills entries when the CPU faults on them, and write-protects
 * the guest's tables. The first write to one of the last level lets it go out of sync, and INVLPG is when KVM looks
 * again; writes to the others are emulated
 * (Linux `Documentation/virt/kvm/x86/mmu.rst`, "Synchronized and unsynchronized pages").
 */
import { framesAt, indexAt } from './address';
import { entryAt, frameOf, isLeaf, isPresent, leafEntry, linkEntry, readEntry, within } from './tables';
import type { World } from './world';

export interface Shadow {
  /** Machine frame of the shadow, by what it shadows. */
  readonly tables: Map<string, number>;
  /** Guest frames that are page tables, as far as the hypervisor has met them. */
  readonly protectedFrames: Set<number>;
  /** Of these, the ones that the guest may write: their shadow may be wrong. */
  readonly unsync: Set<number>;
}

export const createShadow = (): Shadow => ({
  tables: new Map(),
  protectedFrames: new Set(),
  unsync: new Set(),
});

/** Level of the shadow's entry for the loaded page: a shadow page is no larger than what backs it. */
export const shadowLeaf = ({ guest, host }: World): number => Math.min(guest.leaf, host.leaf);

/** Machine frame of the shadow of a guest table; made if there is none. */
function shadowOf(shadow: Shadow, world: World, key: string): { frame: number; fresh: boolean } {
  const known = shadow.tables.get(key);
  if (known !== undefined) return { frame: known, fresh: false };
  const frame = world.allocate();
  shadow.tables.set(key, frame);
  return { frame, fresh: true };
}

export const rootKey = (guestRoot: number): string => `table-${guestRoot}`;

/** Finds or makes the shadow of a guest root. */
export function shadowRoot(
  shadow: Shadow,
  world: World,
  guestRoot: number,
): { frame: number; fresh: boolean } {
  shadow.protectedFrames.add(guestRoot);
  return shadowOf(shadow, world, rootKey(guestRoot));
}

export interface Filled {
  /** Levels of the shadow whose entry was written. */
  readonly levels: readonly number[];
  /** Entries of the guest that the hypervisor read to know them. */
  readonly read: number;
}

/** Writes what is missing for one address, by walking the guest's tables in software. */
export function fillShadow(shadow: Shadow, world: World, guestRoot: number, address: bigint): Filled {
  const { ram, guest, place } = world;
  const levels: number[] = [];
  let read = 0;
  let table = guestRoot;
  let target = shadowRoot(shadow, world, guestRoot).frame;
  /** The guest's page as the walk found it: its first frame and the level of its entry. */
  let page: { frame: number; level: number } | undefined;
  const put = (level: number, entry: number) => {
    const at = entryAt(target, indexAt(address, level));
    if (readEntry(ram, at) === entry) return;
    ram.set(at, entry);
    levels.push(level);
  };
  for (let level = guest.levels; level >= 1; level--) {
    let key = '';
    if (!page) {
      const entry = readEntry(ram, entryAt(place(table), indexAt(address, level)));
      read++;
      if (!isPresent(entry)) throw new Error(`the guest maps nothing at ${address.toString(16)}`);
      if (isLeaf(entry, level)) page = { frame: frameOf(entry), level };
      else {
        table = frameOf(entry);
        shadow.protectedFrames.add(table);
        key = rootKey(table);
      }
    }
    if (page) {
      const low = Number((address >> 12n) & BigInt(framesAt(page.level) - 1));
      const frame = within(page.frame, page.level, low);
      if (level <= world.host.leaf) {
        const writable = !shadow.protectedFrames.has(frame) || shadow.unsync.has(frame);
        const first = place(frame) - (place(frame) % framesAt(level));
        put(level, leafEntry(first, level, writable));
        break;
      }
      // A guest's large page in smaller shadow pages: tables that shadow no table of the guest.
      key = `split-${frame - (frame % framesAt(level))}-${level - 1}`;
    }
    const next = shadowOf(shadow, world, key).frame;
    put(level, linkEntry(next));
    target = next;
  }
  return { levels, read };
}

/** Drops the shadow's leaf entry of an address. Returns whether there was one. */
export function dropShadow(shadow: Shadow, world: World, guestRoot: number, address: bigint): boolean {
  const smallest = shadowLeaf(world);
  let table = shadow.tables.get(rootKey(guestRoot));
  for (let level = world.guest.levels; table !== undefined && level >= smallest; level--) {
    const at = entryAt(table, indexAt(address, level));
    const entry = readEntry(world.ram, at);
    if (level === smallest) {
      world.ram.delete(at);
      return isPresent(entry);
    }
    table = isPresent(entry) ? frameOf(entry) : undefined;
  }
  return false;
}
