/** Why: the picture shows tables, not walks: for one address, the boxes from each root down to the page, read off memory as it is now. */
import { framesAt, indexAt, PAGE } from './address';
import { shadowLeaf, rootKey } from './shadow';
import { entryAt, frameOf, isLeaf, isPresent, readEntry, type Ram } from './tables';
import type { Machine } from './machine';
import type { Chain, TableBox } from './types';

interface Source {
  readonly ram: Ram;
  readonly levels: number;
  readonly leaf: number;
  readonly address: bigint;
  /** Where a frame of these tables lies in the machine. */
  readonly place: (frame: number) => number;
}

const boxOf = ({ ram, address, place }: Source, frame: number, level: number): TableBox => {
  const index = indexAt(address, level);
  return { level, frame, index, entry: readEntry(ram, entryAt(place(frame), index)) };
};

function chainOf(source: Source, roots: readonly (number | undefined)[], pages: readonly number[]): Chain {
  const { levels, leaf } = source;
  const boxes = roots.map((frame) => (frame === undefined ? null : boxOf(source, frame, levels)));
  const tables: TableBox[] = [];
  // Address spaces share what is below: any root that has the link leads there.
  let above = boxes.find((box) => box !== null && isPresent(box.entry)) ?? null;
  while (above && isPresent(above.entry) && !isLeaf(above.entry, above.level)) {
    above = boxOf(source, frameOf(above.entry), above.level - 1);
    tables.push(above);
  }
  const end = tables.at(-1) ?? above;
  const page = end && isPresent(end.entry) && isLeaf(end.entry, end.level) ? frameOf(end.entry) : null;
  return { roots: boxes, tables, depth: levels - leaf + 1, leaf, pages, page };
}

/** The guest's own tables; on bare metal the only ones. */
export function upperChain({ world, scenario }: Machine): Chain {
  const { ram, guest, place, roots, pages, va } = world;
  const source = { ram, ...guest, address: va.data, place };
  const two = scenario.operation === 'context-switch';
  return chainOf(
    source,
    two ? [roots.A, roots.B] : [roots.A],
    scenario.operation === 'pte-edit' ? pages : [pages[0]],
  );
}

/** Guest-physical address of the access, as the guest's entry says now. */
export function gpaOf(machine: Machine): number {
  const { world } = machine;
  const low = Number(world.va.data & ((1n << 12n) - 1n));
  const page = upperChain(machine).page ?? 0;
  return (page + Number((world.va.data >> 12n) & BigInt(framesAt(world.guest.leaf) - 1))) * PAGE + low;
}

/** What the hypervisor keeps: shadow or nested tables, for the same access. */
export function lowerChain(machine: Machine): Chain | null {
  const { world, shadow, scenario } = machine;
  const { ram, guest, host, place, roots, pages, va } = world;
  const own = (frame: number) => frame;
  const low = Number((va.data >> 12n) & BigInt(framesAt(guest.leaf) - 1));
  const used = scenario.operation === 'pte-edit' ? pages : [pages[0]];
  const aligned = (leaf: number) =>
    used.map((page) => place(page + low) - (place(page + low) % framesAt(leaf)));
  switch (scenario.technique) {
    case 'native':
      return null;
    case 'shadow': {
      const leaf = shadowLeaf(world);
      const known = (root: number) => shadow?.tables.get(rootKey(root));
      const both =
        scenario.operation === 'context-switch' ? [known(roots.A), known(roots.B)] : [known(roots.A)];
      return chainOf({ ram, levels: guest.levels, leaf, address: va.data, place: own }, both, aligned(leaf));
    }
    case 'nested':
      return chainOf(
        { ram, ...host, address: BigInt(gpaOf(machine)), place: own },
        [world.nestedRoot],
        aligned(host.leaf),
      );
  }
}
