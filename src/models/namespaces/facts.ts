/** Why: what a question may check: of the whole story and of each of its steps. */
import { NAMESPACE_KINDS } from '../../lib/snapshots';
import type { Trace } from '../../lib/trace';
import { shownTo, visibleIn } from './snapshot';
import type { NamespacesState } from './state';

/**
 * `processes`, `namespaces` (different ones, all kinds), `refused` (calls so far) at the end; of the last view told
 * `pid-outside`, `pid-inside`, `uid-inside`, `host` and `visible-pids` (what its `ps` lists); and for each step
 * `<fact>.<step>`, with `errno.<step>` (empty: not refused).
 */
export function factsOf(trace: Trace<NamespacesState>): Readonly<Record<string, string | number>> {
  let refused = 0;
  const all: Record<string, string | number> = {};
  for (const { id, state } of trace.steps) {
    const { snapshot, calls, viewer } = state;
    const process = snapshot.procs.find(({ pid }) => pid === viewer);
    const shown = process && shownTo(snapshot, process);
    const visible = shown === undefined ? [] : visibleIn(snapshot, shown).map(({ number }) => number);
    const ids = snapshot.procs.flatMap(({ ns }) => NAMESPACE_KINDS.map((kind) => ns[kind]));
    refused += calls.filter(({ error }) => error !== undefined).length;
    const facts = {
      processes: snapshot.procs.length,
      namespaces: new Set(ids).size,
      refused,
      errno: calls.findLast(({ error }) => error !== undefined)?.error ?? '',
      'pid-outside': viewer,
      'pid-inside': Number(process?.nspid.split(' ').at(-1) ?? 0),
      'uid-inside': process?.sees?.uid ?? -1,
      host: process?.sees?.host ?? '',
      'visible-pids': visible.toSorted((a, b) => a - b).join(' '),
    };
    for (const [name, value] of Object.entries(facts)) {
      all[`${name}.${id}`] = value;
      all[name] = value;
    }
  }
  return all;
}
