/**
 * Why: a second recording has other process ids, inodes and clocks, and still must tell the same: the same calls with
 * the same results and, number by number in order of appearance, the same states; the same runs, settings and events.
 */
import { NAMESPACE_KINDS, type State } from '../../src/lib/snapshots.ts';
import { RUNS } from './runs.ts';
import { parseSamples, type Run } from './samples.ts';
import { parseSteps, type Step } from './steps.ts';
import type { Part } from './convert.ts';

interface Raw {
  readonly file: string;
  readonly text: string;
}

/** Names numbers in order of first use: `pid1`, `pid2`; 0 and null stay what they are. */
class Names {
  readonly #known = new Map<string, string>();
  of(kind: string, id: number | null): string | number | null {
    if (id === null || id === 0) return id;
    const key = `${kind} ${id}`;
    const name = this.#known.get(key) ?? `${kind}${this.#known.size + 1}`;
    this.#known.set(key, name);
    return name;
  }
}

const normalState = ({ procs, cgroups, nets }: State, names: Names) => ({
  procs: procs.map((process) => ({
    pid: names.of('pid', process.pid),
    ppid: names.of('pid', process.ppid),
    comm: process.comm,
    inner: process.nspid.split(' ').slice(1),
    uid: process.uid,
    cg: process.cg,
    ns: NAMESPACE_KINDS.map((kind) => names.of(kind, process.ns[kind])),
    children: [names.of('pid', process.children.pid), names.of('time', process.children.time)],
    mounts: process.mounts.map(({ id, parent, ...mount }) => ({
      ...mount,
      id: names.of('mount', id),
      parent: names.of('mount', parent),
    })),
    sees: process.sees && {
      ...process.sees,
      // In the first PID namespace its own numbers are those of this run.
      ...(process.nspid.includes(' ') ? {} : { pid: 0, ppid: 0 }),
    },
  })),
  cgroups,
  nets: nets.map(({ net, links }) => ({ net: names.of('net', net), links })),
});

/** Each step as text, without the numbers of its run. */
export function normalSteps(steps: readonly Step[]): readonly string[] {
  const names = new Names();
  return steps.map(({ id, call, state }) =>
    JSON.stringify({
      id,
      call: call && {
        ...call,
        by: names.of('pid', call.by),
        // fork() gives a process id of the caller's namespace.
        result: Math.sign(call.result),
      },
      state: normalState(state, names),
    }),
  );
}

const normalRun = ({ id, columns, parameters, marks, outcome }: Run) =>
  JSON.stringify({ id, columns, parameters, marks: marks.map(([, what]) => what), outcome });

/** Says where two texts part. */
function parting(before: string, now: string): string {
  let at = 0;
  while (at < before.length && before[at] === now[at]) at++;
  const from = Math.max(0, at - 40);
  return `found …${now.slice(from, at + 60)}…; expected …${before.slice(from, at + 60)}…`;
}

/** What a new raw trace tells differently from the committed one; nothing when it tells the same. */
export function differences(part: Part, committed: Raw, recorded: Raw): readonly string[] {
  const [before, now] = [committed, recorded].map(({ file, text }) => {
    if (part === 'by-hand') {
      const { steps } = parseSteps(file, text);
      return normalSteps(steps).map((normal, i) => ({ id: steps[i]!.id, normal }));
    }
    const { runs } = parseSamples(file, text, Object.keys(RUNS[part]));
    return runs.map((run) => ({ id: run.id, normal: normalRun(run) }));
  });
  return before!.flatMap(({ id, normal }, i) => {
    const other = now![i]!.normal;
    return other === normal ? [] : [`${id}: ${parting(normal, other)}`];
  });
}
