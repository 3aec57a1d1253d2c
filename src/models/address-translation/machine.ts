/**
 * Why: one CPU with a TLB, one guest, and the hypervisor's part in translation. The stories only say what the guest
 * does; what is read, cached, refused and counted happens here.
 */
import { framesAt, indexAt, PAGE } from './address';
import {
  createShadow,
  dropShadow,
  fillShadow,
  shadowLeaf,
  shadowRoot,
  type Filled,
  type Shadow,
} from './shadow';
import { entryAt, frameOf, leafEntry, readEntry, within } from './tables';
import { walkNested, walkTables, type Ref, type Walk } from './walk';
import { depthOf, type Reason, type Scenario, type Space, type TlbEntry } from './types';
import { buildWorld, type Use, type World } from './world';

export interface Machine {
  readonly scenario: Scenario;
  readonly world: World;
  readonly shadow: Shadow | null;
  space: Space;
  tlb: readonly TlbEntry[];
  references: number;
  hits: number;
  misses: number;
  /** References of the last walk that found all; 0: there was none. */
  perWalk: number;
  exits: number;
  reasons: Partial<Record<Reason, number>>;
}

export type Access =
  | { readonly kind: 'hit'; readonly frame: number }
  | { readonly kind: 'walked'; readonly frame: number; readonly walk: Walk }
  | { readonly kind: 'fault'; readonly why: 'absent' | 'write'; readonly refs: readonly Ref[] };

/** Fills the shadow for one use of address space A, as an earlier run of the guest would have. */
function warm(machine: Machine, uses: readonly Use[]): void {
  const { shadow, world } = machine;
  if (!shadow) return;
  for (const use of uses) fillShadow(shadow, world, world.roots.A, world.va[use]);
}

/** A machine on which the guest runs in address space A; `touched`: the pages that the shadow knows already. */
export function createMachine(scenario: Scenario, touched: readonly Use[]): Machine {
  const world = buildWorld(scenario);
  const shadow = scenario.technique === 'shadow' ? createShadow() : null;
  const machine: Machine = {
    scenario,
    world,
    shadow,
    space: 'A',
    tlb: [],
    references: 0,
    hits: 0,
    misses: 0,
    perWalk: 0,
    exits: 0,
    reasons: {},
  };
  if (shadow) shadowRoot(shadow, world, world.roots.A);
  warm(machine, touched);
  return machine;
}

const guestRoot = ({ world, space }: Machine): number => world.roots[space];

/** What CR3 really holds: the guest's root, or under shadow paging the root of its shadow. */
export const cr3Of = (machine: Machine): number =>
  (machine.shadow
    ? shadowRoot(machine.shadow, machine.world, guestRoot(machine)).frame
    : guestRoot(machine)) * PAGE;

/** The walk of an address as the CPU would make it now; changes nothing. */
export function walkOf(machine: Machine, address: bigint): Walk {
  const { world, scenario, shadow } = machine;
  const { ram, guest, host, nestedRoot } = world;
  switch (scenario.technique) {
    case 'native':
      return walkTables(ram, guestRoot(machine), guest.levels, address, 'own');
    case 'shadow':
      return walkTables(ram, cr3Of({ ...machine, shadow }) / PAGE, guest.levels, address, 'shadow');
    case 'nested':
      return walkNested(
        { ram, root: guestRoot(machine), levels: guest.levels, nestedRoot, nestedLevels: host.levels },
        address,
      );
  }
}

/** References of a walk that finds all: what the formula and the tables' shapes promise. */
export function promisedReferences({ world, scenario }: Machine): number {
  const n = depthOf(world.guest);
  if (scenario.technique === 'native') return n;
  if (scenario.technique === 'shadow') return world.guest.levels - shadowLeaf(world) + 1;
  return (n + 1) * (depthOf(world.host) + 1) - 1;
}

const pageOf = (address: bigint, leaf: number) => (address >> 12n) / BigInt(framesAt(leaf));
const cached = ({ tlb }: Machine, address: bigint) =>
  tlb.find(({ page, leaf }) => page === pageOf(address, leaf).toString(16));

/** One access of the guest: from the TLB, by a walk that fills it, or refused with a page fault. */
export function access(machine: Machine, use: Use, write = false): Access {
  const address = machine.world.va[use];
  const known = cached(machine, address);
  const low = Number((address >> 12n) & 0x3ffffn);
  if (known && (known.writable || !write)) {
    machine.hits++;
    return { kind: 'hit', frame: within(known.frame, known.leaf, low) };
  }
  machine.misses++;
  const walk = walkOf(machine, address);
  machine.references += walk.refs.length;
  if (walk.frame === undefined) return { kind: 'fault', why: 'absent', refs: walk.refs };
  if (write && !walk.writable) return { kind: 'fault', why: 'write', refs: walk.refs };
  machine.perWalk = walk.refs.length;
  const { frame, leaf, writable } = walk;
  const entry = {
    use,
    page: pageOf(address, leaf).toString(16),
    frame: frame - (frame % framesAt(leaf)),
    leaf,
    writable,
  };
  machine.tlb = [...machine.tlb.filter((each) => each !== known), entry];
  return { kind: 'walked', frame, walk };
}

/** The CPU leaves the guest. Without a tag the TLB does not survive it. */
export function exit(machine: Machine, reason: Reason): void {
  machine.exits++;
  machine.reasons = { ...machine.reasons, [reason]: (machine.reasons[reason] ?? 0) + 1 };
  if (machine.scenario.operation === 'tlb-untagged') machine.tlb = [];
}

/** The hypervisor mends the shadow after a fault of this use. */
export function repair(machine: Machine, use: Use, why: 'absent' | 'write'): Filled {
  const { shadow, world } = machine;
  if (!shadow) throw new Error('only shadow paging repairs faults of its own');
  if (why === 'write') shadow.unsync.add(Math.floor(world.leafGpa / PAGE));
  return fillShadow(shadow, world, guestRoot(machine), world.va[use]);
}

/** MOV CR3: other tables, and a TLB without the old ones' entries (no PCID, no global pages). */
export function loadCr3(machine: Machine, space: Space): { readonly fresh: boolean } {
  if (machine.shadow) exit(machine, 'write_cr3');
  machine.space = space;
  machine.tlb = [];
  if (!machine.shadow) return { fresh: false };
  return { fresh: shadowRoot(machine.shadow, machine.world, guestRoot(machine)).fresh };
}

/**
 * INVLPG of the loaded page: under shadow paging an exit, and the shadow's entry goes. Where the guest's table is out
 * of sync, KVM reads the new entry at once and fills the shadow's from it (`prefetch_gpte` in Linux 6.1, paging_tmpl.h).
 */
export function invlpg(machine: Machine): void {
  const { world, shadow } = machine;
  const address = world.va.data;
  if (shadow) {
    exit(machine, 'invlpg');
    const had = dropShadow(shadow, world, guestRoot(machine), address);
    if (had && shadow.unsync.has(Math.floor(world.leafGpa / PAGE)))
      fillShadow(shadow, world, guestRoot(machine), address);
  }
  const known = cached(machine, address);
  machine.tlb = machine.tlb.filter((each) => each !== known);
}

/** The guest's entry for the loaded page, as it stands in the guest's memory. */
export const guestEntry = ({ world }: Machine): number =>
  readEntry(
    world.ram,
    entryAt(world.place(Math.floor(world.leafGpa / PAGE)), indexAt(world.va.data, world.guest.leaf)),
  );

/** The guest writes the entry of the loaded page: from one frame to the other. The write itself is an `access` before. */
export function editEntry({ world, ...rest }: Machine): void {
  const now = frameOf(guestEntry({ world, ...rest }));
  const [first, second] = world.pages;
  const at = entryAt(world.place(Math.floor(world.leafGpa / PAGE)), indexAt(world.va.data, world.guest.leaf));
  world.ram.set(at, leafEntry(now === first ? second : first, world.guest.leaf));
}

/** Whether the table of the loaded page may go out of sync: KVM allows it to tables of the last level only. */
export const mayUnsync = ({ world }: Machine): boolean => world.guest.leaf === 1;

/** The hypervisor does the guest's write in its place, and drops the shadow's entry that it makes wrong. */
export function emulateEdit(machine: Machine): void {
  editEntry(machine);
  if (machine.shadow) dropShadow(machine.shadow, machine.world, guestRoot(machine), machine.world.va.data);
}
