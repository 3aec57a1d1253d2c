/** Why: which processes are drawn in a step, in tree order; one that ended in it stays as a shadow, so that its end is seen. */
import type { Trace } from '../../lib/trace';
import { treeOrder, type SnapshotProcess } from '../../models/namespaces/snapshot';
import type { NamespacesState } from '../../models/namespaces/state';

export interface Row {
  readonly process: SnapshotProcess;
  readonly depth: number;
  /** As it was before this step, if it was there. */
  readonly before: SnapshotProcess | undefined;
  readonly gone: boolean;
}

export function rowsOf(trace: Trace<NamespacesState>, index: number): readonly Row[] {
  const now = trace.steps[index]!.state.snapshot.procs;
  const past = index === 0 ? now : trace.steps[index - 1]!.state.snapshot.procs;
  const gone = past.filter(({ pid }) => !now.some((process) => process.pid === pid));
  const all = treeOrder([...now, ...gone]);
  const depthOf = ({ ppid }: SnapshotProcess): number => {
    const parent = all.find(({ pid }) => pid === ppid);
    return parent === undefined ? 0 : 1 + depthOf(parent);
  };
  return all.map((process) => ({
    process,
    depth: depthOf(process),
    before: past.find(({ pid }) => pid === process.pid),
    gone: gone.includes(process),
  }));
}

/** What the tree says of a row: the y of its parent's row, in rows above. */
export const parentRow = (rows: readonly Row[], row: Row): number =>
  rows.findIndex(({ process }) => process.pid === row.process.ppid);
