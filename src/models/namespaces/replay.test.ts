/** The model against the kernel: the recorded calls, given to the model, end call by call as they ended on the machine. */
import { describe, expect, test } from 'vitest';
import json from '../../../content/recordings/containers-by-hand.json';
import { NAMESPACE_KINDS, statesOf, type Mount, type State, type Tables } from '../../lib/snapshots';
import { apply } from './apply';
import { recordedCalls, recordedMachine } from './by-hand';
import { snapshotOf, visibleIn, type Snapshot } from './snapshot';
import type { Answer } from './types';

const recording = json as unknown as Tables & typeof json;
const states = statesOf(
  recording,
  recording.steps.map(({ state }) => state),
);
const by = (id: string) => recording.steps.find((step) => step.id === id)!.call!.by;
const parts = { runtime: by('user'), admin: by('cgroup-made'), box: by('bind') };
const calls = recordedCalls(parts);

/** Names for numbers, in order of first sight: two partitions are one if their names are. */
function naming() {
  const seen = new Map<number, number>();
  return (id: number) => {
    if (!seen.has(id)) seen.set(id, seen.size);
    return seen.get(id)!;
  };
}

function mountsOf(mounts: readonly Mount[]) {
  const atOf = (id: number) => mounts.find((mount) => mount.id === id)?.at ?? 'outside';
  return mounts
    .map(({ parent, root, at, type }) => `${root} at ${at} (${type}) on ${atOf(parent)}`)
    .toSorted();
}

/** All of a state but inodes and ids of mounts; `name` keeps its names from step to step. */
function shapeOf(snapshot: Snapshot | State, name: (id: number) => number, groups: readonly string[]) {
  const procs = snapshot.procs.toSorted((a, b) => a.pid - b.pid);
  const shape = procs.map(({ pid, ppid, comm, nspid, uid, cg, ns, children, mounts, sees }) => ({
    ...{ pid, ppid, comm, nspid, uid, cg },
    ns: NAMESPACE_KINDS.map((kind) => name(ns[kind])),
    children: { pid: children!.pid === null ? null : name(children!.pid), time: name(children!.time) },
    mounts: mountsOf(mounts!),
    sees,
  }));
  const nets = (snapshot.nets ?? [])
    .map(({ net, links }) => ({ net: name(net), links: links.toSorted((a, b) => a.index - b.index) }))
    .toSorted((a, b) => a.net - b.net);
  return { procs: shape, nets, groups: groups.toSorted() };
}

describe('the recorded container, made by the model', () => {
  test('the model knows every recorded call, in order', () => {
    expect(calls.map(([id]) => id)).toEqual(recording.steps.slice(1).map(({ id }) => id));
    for (const [i, [, call]] of calls.entries()) expect(call.by).toBe(recording.steps[i + 1]!.call!.by);
  });

  let kernel = recordedMachine(parts);
  const names = { recorded: naming(), model: naming() };
  const same = (i: number) => {
    const state = states[i]!;
    // The recorder itself and process 1 were not asked what they see.
    const asked = new Set(state.procs.flatMap(({ pid, sees }) => (sees ? [pid] : [])));
    const told = snapshotOf(kernel);
    const procs = told.procs.map(({ sees, ...rest }) => (asked.has(rest.pid) ? { ...rest, sees } : rest));
    expect(shapeOf({ ...told, procs }, names.model, kernel.cgroups)).toEqual(
      shapeOf(
        state,
        names.recorded,
        state.cgroups.map(({ path }) => path),
      ),
    );
  };
  test('start: the same machine', () => same(0));
  test.each(calls.map(([id, call], i) => ({ id, call, i })))(
    '$id: the same result, or the same errno, and the same state after it',
    ({ call, i }) => {
      const recorded = recording.steps[i + 1]!.call!;
      const answer: Answer = apply(kernel, call);
      if (answer.kind === 'refused') {
        expect({ result: -1, error: answer.errno }).toEqual({
          result: recorded.result,
          error: recorded.error,
        });
      } else {
        expect({ result: answer.result, error: undefined }).toEqual({
          result: recorded.result,
          error: recorded.error,
        });
        ({ kernel } = answer);
      }
      same(i + 1);
    },
  );

  test('who is visible in which PID namespace follows from a recorded state alone, as its NSpid lines say', () => {
    for (const state of states)
      for (const process of state.procs)
        for (const { process: seen, number } of visibleIn(state, process.ns.pid))
          expect(seen.nspid.split(' ')).toContain(String(number));
    const full = states[recording.steps.findIndex(({ id }) => id === 'visitor')]!;
    const box = full.procs.find(({ pid }) => pid === parts.box)!;
    const inside = visibleIn(full, box.ns.pid).map(({ number }) => number);
    expect(inside.toSorted((a, b) => a - b)).toEqual([1, 2, 3]);
  });
});
