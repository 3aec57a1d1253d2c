/**
 * Why: scripts and the learner's own calls become steps, each with the kernel's answer and the state after it.
 * Sources of all rules: clone(2), unshare(2), setns(2), pivot_root(2), bind(2), namespaces(7) and the pages of each kind.
 */
import type { Message } from '../../lib/message';
import type { Step, Trace } from '../../lib/trace';
import { apply } from './apply';
import { askAnswer, askInside } from './ask';
import { numberIn, taskOf } from './kernel';
import { PROVENANCE } from './provenance';
import { FREE_START, SCRIPT } from './scenes';
import { snapshotOf } from './snapshot';
import { readCalls } from './spelling';
import type { ModelScene, NamespacesState, ToldCall } from './state';
import { textOf } from './text';
import type { Answer, Call, Kernel } from './types';

export interface Played {
  readonly before: Kernel;
  readonly after: Kernel;
  /** One for each call. */
  readonly answers: readonly Answer[];
  readonly told: readonly ToldCall[];
}

function tell(kernel: Kernel, call: Call, answer: Answer): ToldCall {
  const said = { by: call.by, comm: taskOf(kernel, call.by)?.comm ?? '', ...textOf(call) };
  if (answer.kind === 'refused') return { ...said, result: -1, error: answer.errno, reason: answer.reason };
  return { ...said, result: answer.result, ...(answer.note ? { ignored: true } : {}) };
}

/** Makes calls one after the other, whatever is refused among them. */
export function play(before: Kernel, calls: readonly Call[]): Played {
  let after = before;
  const answers: Answer[] = [];
  const told: ToldCall[] = [];
  for (const call of calls) {
    const answer = apply(after, call);
    answers.push(answer);
    told.push(tell(after, call, answer));
    if (answer.kind === 'done') after = answer.kernel;
  }
  return { before, after, answers, told };
}

/** What a caption may name: the caller, errno, and the last child with both its numbers. */
function valuesOf({ after, answers, told }: Played): Readonly<Record<string, string>> {
  const last = told.at(-1)!;
  const child = answers.flatMap((answer) =>
    answer.kind === 'done' && answer.child ? [answer.child] : [],
  )[0];
  const task = child === undefined ? undefined : taskOf(after, child);
  return {
    pid: String(last.by),
    comm: last.comm,
    call: last.text,
    errno: told.findLast(({ error }) => error)?.error ?? '',
    child: String(child ?? ''),
    inside: task ? String(numberIn(task, task.ns.pid)) : '',
  };
}

const rowOf = (pid: number) => `process-${pid}`;

/** What a step is about: whoever called and lives, whoever is new, and the call. */
function focusOf({ before, after }: Played, calls: readonly Call[]): readonly string[] {
  const callers = calls.map(({ by }) => by).filter((pid) => taskOf(after, pid) !== undefined);
  const born = after.tasks.map(({ numbers }) => numbers[0]!.number).filter((pid) => !taskOf(before, pid));
  return ['call', ...new Set([...callers, ...born].map(rowOf))];
}

export function runScene(scene: ModelScene): Trace<NamespacesState> {
  const { start, viewer, parts } = SCRIPT[scene];
  let kernel = start;
  const steps: Step<NamespacesState>[] = [
    {
      id: 'start',
      at: 0,
      unit: 'steps',
      caption: { key: `${scene}.start` },
      focus: [rowOf(viewer)],
      state: { scene, calls: [], snapshot: snapshotOf(kernel), viewer },
    },
  ];
  for (const part of parts) {
    const played = play(kernel, part.calls);
    kernel = played.after;
    steps.push({
      id: part.id,
      at: steps.length,
      unit: 'steps',
      caption: { key: `${scene}.${part.id}`, values: valuesOf(played) },
      focus: focusOf(played, part.calls),
      ...(part.ask ? { ask: part.ask({ ...played, answer: played.answers.at(-1)! }) } : {}),
      state: { scene, calls: played.told, snapshot: snapshotOf(kernel), viewer: part.viewer },
    });
  }
  return { source: 'model', provenance: PROVENANCE, steps };
}

/** A call's caption: how it is refused, or what it does. */
function freeCaption(played: Played, call: Call): Message {
  const [told] = played.told;
  const values = valuesOf(played);
  if (told?.reason)
    return { key: 'free.refused', values: { ...values, reason: { key: `reason.${told.reason}` } } };
  if (told?.ignored) return { key: 'free.ignored', values };
  return { key: `free.${call.request.kind}`, values };
}

function freeAsk(played: Played, call: Call) {
  const [answer] = played.answers;
  const child = answer?.kind === 'done' ? answer.child : undefined;
  const values = valuesOf(played);
  const moment = { before: played.before, after: played.after, answer: answer! };
  if (child !== undefined)
    return askInside({ key: 'ask.free-child', values }, child, [1, call.by, 2])(moment);
  return askAnswer({ key: 'ask.free', values }, ['EPERM', 'EINVAL'])(moment);
}

/** Whose view is told after a call: the child's, the caller's, or of those left his parent's. */
function freeViewer({ before, after, answers }: Played, { by }: Call): number {
  const [answer] = answers;
  const child = answer?.kind === 'done' ? answer.child : undefined;
  if (child !== undefined) return child;
  if (taskOf(after, by)) return by;
  const parent = taskOf(before, by)?.parent ?? 1;
  return taskOf(after, parent) ? parent : 1;
}

/** @param spelled the learner's calls, as `spelling.ts` reads them */
export function runFree(spelled: string): Trace<NamespacesState> {
  const viewer = FREE_START.tasks[1]!.numbers[0]!.number;
  let kernel = FREE_START;
  const steps: Step<NamespacesState>[] = [
    {
      id: 'start',
      at: 0,
      unit: 'steps',
      caption: { key: 'free.start' },
      focus: [rowOf(viewer)],
      state: { scene: 'free', calls: [], snapshot: snapshotOf(kernel), viewer },
    },
  ];
  for (const call of readCalls(spelled)) {
    const played = play(kernel, [call]);
    kernel = played.after;
    steps.push({
      id: `call-${steps.length}`,
      at: steps.length,
      unit: 'steps',
      caption: freeCaption(played, call),
      focus: focusOf(played, [call]),
      ask: freeAsk(played, call),
      state: {
        scene: 'free',
        calls: played.told,
        snapshot: snapshotOf(kernel),
        viewer: freeViewer(played, call),
      },
    });
  }
  return { source: 'model', provenance: PROVENANCE, steps };
}
