/** Why: neighbours in one namespace are drawn as one; where such a run begins and ends is reckoned here for every picture. */
import type { NamespaceKind } from '../../lib/snapshots';
import type { Row } from './rows';

export interface Run {
  readonly inode: number;
  readonly from: number;
  to: number;
  changed: boolean;
}

/** Runs of neighbouring rows in one namespace of a kind. */
export function runsOf(rows: readonly Row[], kind: NamespaceKind, joined: boolean): readonly Run[] {
  const runs: Run[] = [];
  rows.forEach(({ process, before, gone }, i) => {
    if (gone) return;
    const inode = process.ns[kind];
    const changed = before !== undefined && before.ns[kind] !== inode;
    const last = runs.at(-1);
    // Who has just come stands apart from those who were there: the change must be seen.
    if (joined && last?.inode === inode && last.to === i - 1 && last.changed === changed) last.to = i;
    else runs.push({ inode, from: i, to: i, changed });
  });
  return runs;
}
