/**
 * Why: which cells of memory the guest writes to, and when. It walks its working set in laps, cell by cell in a fixed
 * scattered order and page by page inside a cell, so that the pages written in a round are counted exactly.
 */
import { CELLS, type Setup } from './types';

/** The `i`-th cell of a fixed scattered order: each step is a bijection of eight bits, so that no cell is met twice. */
function scattered(i: number): number {
  const stirred = (i * 149 + 37) % CELLS;
  const folded = stirred ^ (stirred >> 3);
  const mixed = (folded * 173 + 90) % CELLS;
  return mixed ^ (mixed >> 5);
}

/** The cells of the working set, in the order in which the guest writes to them. */
export function walkOf({ pages, hotPages }: Setup): readonly number[] {
  const count = (hotPages / pages) * CELLS;
  return Array.from({ length: count }, (_, i) => scattered(i));
}

/**
 * The cells that hold at least one of the pages written.
 * @param from pages written before: where on its walk the guest stands
 * @param count pages written now
 */
export function touched(setup: Setup, from: number, count: number): readonly number[] {
  const walk = walkOf(setup);
  if (count === 0) return [];
  if (count >= setup.hotPages) return walk;
  const size = setup.pages / CELLS;
  const first = Math.floor(from / size);
  const last = Math.floor((from + count - 1) / size);
  return [...new Set(Array.from({ length: last - first + 1 }, (_, i) => walk[(first + i) % walk.length]!))];
}

/** Pages written in each cell by the first `count` writes of the first lap. */
export function writtenIn(setup: Setup, count: number): ReadonlyMap<number, number> {
  const size = setup.pages / CELLS;
  return new Map(
    touched(setup, 0, Math.min(count, setup.hotPages)).map((cell, i) => [
      cell,
      Math.min(size, count - i * size),
    ]),
  );
}
