/** Why: the score below a column. Everything is counted from the hops; nothing is written down twice. */
import { STACKS } from './stacks';
import type { Counts, Crossing, Path, PlatformId } from './types';

const number = (path: Path, ...kinds: readonly Crossing[]): number =>
  path.filter(({ crossing }) => kinds.includes(crossing)).length;

/** Crossings of a way, or of its beginning. A hypercall of a guest under VT-x or AMD-V is a VM exit too. */
export function countsOf(platform: PlatformId, path: Path): Counts {
  const hypercalls = number(path, 'hypercall');
  const exits = number(path, 'exit') + (STACKS[platform].assisted ? hypercalls : 0);
  const traps = number(path, 'trap');
  return {
    rings: number(path, 'ring'),
    entered: number(path, 'exit') + hypercalls + traps,
    exits,
    hypercalls,
    traps,
    switches: number(path, 'switch'),
    copies: path.reduce((sum, { copies }) => sum + copies, 0),
    crossings: path.length - number(path, 'none'),
  };
}
