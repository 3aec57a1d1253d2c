/** Why: “predict, then see”. Every answer is read off the kernel after the call, whatever was called. */
import type { Message } from '../../lib/message';
import type { Prediction } from '../../lib/trace';
import { insideOf, NOBODY, numberIn, pidOf, taskOf } from './kernel';
import { shownTo, snapshotOf, visibleIn } from './snapshot';
import type { Answer, Errno, Kernel } from './types';

/** What a question may look at: the kernel before and after the step, and how its last call ended. */
export interface Moment {
  readonly before: Kernel;
  readonly after: Kernel;
  readonly answer: Answer;
}
export type Ask = (moment: Moment) => Prediction;

/** Up to four different numbers, the right one among them, in ascending order. */
function numbers(question: Message, right: number, others: readonly number[]): Prediction {
  const all = [...new Set([right, ...others])].slice(0, 4).toSorted((a, b) => a - b);
  return {
    question,
    options: all.map((n) => ({ id: `n-${n}`, label: { key: 'option.number', values: { n: String(n) } } })),
    answer: `n-${right}`,
  };
}

const choice = (question: Message, ids: readonly string[], answer: string): Prediction => ({
  question,
  options: ids.map((id) => ({ id, label: { key: `option.${id}` } })),
  answer,
});

/** How does the kernel answer? @param errnos the errors to choose from; the right one is added if it is not among them */
export const askAnswer =
  (question: Message, errnos: readonly Errno[]): Ask =>
  ({ answer }) => {
    const right = answer.kind === 'refused' ? answer.errno : answer.note === 'ignored' ? 'ignored' : 'done';
    return choice(question, [...new Set<string>(['done', ...errnos, right])], right);
  };

/** Which number has it in its own PID namespace? */
export const askInside =
  (question: Message, pid: number, others: readonly number[]): Ask =>
  ({ after }) => {
    const task = taskOf(after, pid)!;
    return numbers(question, numberIn(task, task.ns.pid)!, [pid, ...others]);
  };

/** Which number has the newest process outside? */
export const askOutside =
  (question: Message, others: readonly number[]): Ask =>
  ({ after }) =>
    numbers(question, pidOf(after.tasks.at(-1)!), others);

/** How many processes does its `ps` list? */
export const askPs =
  (question: Message, pid: number, others: readonly number[]): Ask =>
  ({ after }) => {
    const snapshot = snapshotOf(after);
    const shown = shownTo(
      snapshot,
      snapshot.procs.find((process) => process.pid === pid)!,
    );
    const count = shown === undefined ? 0 : visibleIn(snapshot, shown).length;
    return numbers(question, count, others);
  };

/** Which user is it, as it sees itself? */
export const askUid =
  (question: Message, pid: number, others: readonly number[]): Ask =>
  ({ after }) => {
    const task = taskOf(after, pid)!;
    return numbers(question, insideOf(after, task.ns.user, 'uids', task.uid) ?? NOBODY, others);
  };

/** Who owns the newest file, seen from the host? */
export const askOwner =
  (question: Message, others: readonly number[]): Ask =>
  ({ after }) =>
    numbers(question, after.files.at(-1)!.uid, others);

/** How many links does it see? */
export const askLinks =
  (question: Message, pid: number, others: readonly number[]): Ask =>
  ({ after }) =>
    numbers(question, after.net[taskOf(after, pid)!.ns.net]!.links.length, others);

/** Who of a PID namespace is left? @param pid one that was in it */
export const askLeft =
  (question: Message, pid: number): Ask =>
  ({ before, after }) => {
    const ns = taskOf(before, pid)!.ns.pid;
    const count = ({ tasks }: Kernel) => tasks.filter((task) => numberIn(task, ns) !== undefined).length;
    const left = count(after);
    return choice(
      question,
      ['all', 'but-one', 'none-left'],
      left === 0 ? 'none-left' : left === count(before) ? 'all' : 'but-one',
    );
  };

/** Which host name does it see? @param names to choose from */
export const askHost =
  (question: Message, pid: number, names: readonly string[]): Ask =>
  ({ after }) => ({
    question,
    options: names.map((name) => ({
      id: `name-${name}`,
      label: { key: 'option.number', values: { n: name } },
    })),
    answer: `name-${after.uts[taskOf(after, pid)!.ns.uts]!.host}`,
  });

/** What does SIGKILL do? */
export const askKill =
  (question: Message): Ask =>
  ({ answer }) =>
    choice(
      question,
      ['killed', 'ignored', 'EPERM', 'ESRCH'],
      answer.kind === 'refused' ? answer.errno : answer.note === 'ignored' ? 'ignored' : 'killed',
    );
