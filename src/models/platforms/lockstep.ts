/** Why: several ways on one row of time. In beat n every platform makes its nth hop, or is already done. */
import { countsOf } from './counts';
import type { ColumnState, Path, PlatformId } from './types';

/** Beats that the longest of these ways takes; 0 for none. */
export const beatsOf = (paths: readonly Path[]): number => Math.max(0, ...paths.map((path) => path.length));

/**
 * One platform in one beat.
 * @param path at least one hop
 * @param beat 1 is the first
 */
export function columnAt(platform: PlatformId, path: Path, beat: number): ColumnState {
  const past = path.slice(0, beat);
  const hop = past.at(-1);
  if (!hop || beat < 1) throw new Error(`${platform} has no beat ${beat}`);
  const moved = beat <= path.length;
  const before = moved ? past.at(-2) : hop;
  return {
    platform,
    hop,
    past,
    from: (before ?? hop).layer,
    moved,
    done: beat >= path.length,
    counts: countsOf(platform, past),
  };
}
