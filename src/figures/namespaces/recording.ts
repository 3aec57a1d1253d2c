/** Why: the recorded container as steps: a step a call, what it was typed for, whose view tells it best, and what may be asked. */
import json from '../../../content/recordings/containers-by-hand.json';
import type { Message } from '../../lib/message';
import { provenanceOf, type RecordedHead } from '../../lib/recorded';
import { statesOf, type State, type Tables } from '../../lib/snapshots';
import type { Prediction, Step, Trace } from '../../lib/trace';
import type { Snapshot } from '../../models/namespaces/snapshot';
import type { NamespacesState } from '../../models/namespaces/state';

interface RecordedCall {
  readonly by: number;
  readonly text: string;
  readonly typed?: string;
  readonly result: number;
  readonly error?: string;
}
interface Recording extends Tables {
  readonly provenance: RecordedHead;
  readonly steps: readonly {
    readonly id: string;
    readonly call?: RecordedCall;
    readonly state: Parameters<typeof statesOf>[1][number];
  }[];
}

// The file is checked against its schema and its raw trace by the converter's test.
const RECORDING = json as unknown as Recording;
const states = statesOf(
  RECORDING,
  RECORDING.steps.map(({ state }) => state),
);

export const PROVENANCE = RECORDING.provenance;

/** The first step of each part of the story. */
const CHAPTERS: Readonly<Record<string, string>> = {
  'refused-uts': 'root',
  mnt: 'own',
  fork: 'first',
  'refused-pivot': 'tree',
  veth: 'cable',
  worker: 'inside',
  'refused-setns': 'visit',
  end: 'end',
};

const callerOf = (id: string) => RECORDING.steps.find((step) => step.id === id)!.call!.by;
const [RUNTIME, ADMIN, BOX] = [callerOf('user'), callerOf('cgroup-made'), callerOf('bind')];
const childOf = (id: string) => {
  const at = RECORDING.steps.findIndex((step) => step.id === id);
  const before = states[at - 1]!.procs.map(({ pid }) => pid);
  return states[at]!.procs.find(({ pid }) => !before.includes(pid))!.pid;
};
const [WORKER, VISITOR] = [childOf('worker'), childOf('visitor')];

/** Whose view is told where it is not the caller's. */
const VIEWER: Readonly<Record<string, number>> = {
  'cgroup-joined': RUNTIME,
  fork: BOX,
  move: BOX,
  worker: WORKER,
  visitor: VISITOR,
  end: ADMIN,
  'end-visit': RUNTIME,
  'end-runtime': 1,
};

const seenBy = (state: State, pid: number) => state.procs.find((process) => process.pid === pid)!;
const numbers = (key: string, right: number, others: readonly number[]): Prediction => ({
  question: { key: `ask.${key}` },
  options: [...new Set([right, ...others])]
    .slice(0, 4)
    .toSorted((a, b) => a - b)
    .map((n) => ({ id: `n-${n}`, label: { key: 'option.number', values: { n: String(n) } } })),
  answer: `n-${right}`,
});
const answers = (key: string, call: RecordedCall, errnos: readonly string[]): Prediction => {
  const right = call.error ?? 'done';
  return {
    question: { key: `ask.${key}` },
    options: [...new Set(['done', ...errnos, right])].map((id) => ({ id, label: { key: `option.${id}` } })),
    answer: right,
  };
};

/** Asked before a recorded step; the answer is read off the recording. */
const ASK: Readonly<Record<string, (state: State, call: RecordedCall, before: State) => Prediction>> = {
  'refused-uts': (_, call) => answers('plain', call, ['EPERM', 'EINVAL', 'EACCES']),
  user: (state) => numbers('uid-unmapped', seenBy(state, RUNTIME).sees!.uid, [0, 1000, 1]),
  pid: (state) => numbers('recorded-pid', seenBy(state, RUNTIME).sees!.pid, [1, 103, 2]),
  fork: (state) => numbers('pid-inside', seenBy(state, BOX).sees!.pid, [BOX, RUNTIME, 2]),
  'refused-pivot': (_, call) => answers('pivot', call, ['EPERM', 'EINVAL', 'EBUSY']),
  move: (state) => {
    const { net } = seenBy(state, BOX).ns;
    return numbers('recorded-links', state.nets.find((each) => each.net === net)!.links.length, [1, 3, 0]);
  },
  worker: (_, call) => numbers('recorded-result', call.result, [104, 0, 1]),
  'refused-setns': (_, call) => answers('wrong-kind', call, ['EINVAL', 'EPERM']),
  visitor: (state) => numbers('visitor', seenBy(state, VISITOR).sees!.pid, [1, 2, VISITOR]),
  end: (state, _, before) => {
    const ns = seenBy(before, BOX).ns.pid;
    const count = ({ procs }: State) => procs.filter((process) => process.ns.pid === ns).length;
    const left = count(state);
    const right = left === 0 ? 'none-left' : left === count(before) ? 'all' : 'but-one';
    return {
      question: { key: 'ask.recorded-left' },
      options: ['all', 'but-one', 'none-left'].map((id) => ({ id, label: { key: `option.${id}` } })),
      answer: right,
    };
  },
  'refused-fork': (_, call) => answers('fork-again', call, ['ENOMEM', 'ESRCH', 'EPERM']),
};

/** A mount of `proc` shows the PID namespace of whoever mounted it; a copy shows what the original does. */
function procsShown(): readonly Readonly<Record<number, number>>[] {
  const first = states[0]!.procs[0]!.ns.pid;
  let known: Readonly<Record<number, number>> = {};
  return states.map((state, i) => {
    const call = RECORDING.steps[i]!.call;
    const mounter = call?.text.startsWith('mount(') ? seenBy(state, call.by).ns.pid : first;
    const procs = state.procs.flatMap(({ mounts }) => mounts.filter(({ type }) => type === 'proc'));
    const added = procs.filter(({ id }) => !(id in known)).map(({ id }) => [id, mounter] as const);
    known = { ...known, ...Object.fromEntries(added) };
    return known;
  });
}
const SHOWN = procsShown();

const rowOf = (pid: number) => `process-${pid}`;

/** Processes that are there now and were called upon or are new. */
function focusOf(i: number): readonly string[] {
  const call = RECORDING.steps[i]!.call;
  if (!call) return [rowOf(RUNTIME)];
  const before = states[i - 1]!.procs.map(({ pid }) => pid);
  const about = states[i]!.procs.filter(({ pid }) => pid === call.by || !before.includes(pid));
  return ['call', ...about.map(({ pid }) => rowOf(pid))];
}

export function runRecorded(): Trace<NamespacesState> {
  let chapter: string | undefined;
  const steps = RECORDING.steps.map(({ id, call }, i): Step<NamespacesState> => {
    chapter = CHAPTERS[id] ?? chapter;
    const snapshot: Snapshot = { ...states[i]!, shows: SHOWN[i]! };
    const caption: Message = {
      key: `by-hand.${id}`,
      values: { errno: call?.error ?? '', result: String(call?.result ?? '') },
    };
    const ask = call && ASK[id]?.(states[i]!, call, states[i - 1]!);
    const caller = call && seenBy(states[i - 1]!, call.by).comm;
    return {
      id,
      at: i,
      unit: 'steps',
      caption,
      focus: focusOf(i),
      ...(ask ? { ask } : {}),
      state: {
        scene: 'by-hand',
        ...(chapter === undefined ? {} : { chapter }),
        calls: call ? [{ ...call, comm: caller! }] : [],
        snapshot,
        viewer: VIEWER[id] ?? call?.by ?? RUNTIME,
      },
    };
  });
  return { source: 'recorded', provenance: provenanceOf(RECORDING.provenance), steps };
}
