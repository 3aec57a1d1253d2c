/** Why: the log is the one truth of an exam; these are its three entries, and the answers that are still on their way to it. */
import { useCallback, useMemo, useState } from 'react';
import { gradePaper } from '../../learning/exam/grade-paper';
import type { ExamRecord } from '../../learning/summary';
import type { Store } from '../../store/contract';
import { rememberBeat } from '../../store/exam-beat';
import { paperOf, stillThere, type BankEntry } from './exam-course';

export interface Given {
  readonly chosen: readonly string[];
  readonly flagged: boolean;
}
const NOTHING: Given = { chosen: [], flagged: false };

/** Time of the exam's last entry, so that a clock set back cannot put the next one before it. */
const lastAt = ({ start, answers }: ExamRecord) =>
  [...answers.values()].reduce((at, answer) => Math.max(at, answer.at), start.at);

/** Writes `exam-start`. @returns the exam's id */
export async function startExam(
  store: Store,
  exam: { readonly preset: string; readonly seed: number; readonly minutes: number; readonly pass: number },
  paper: readonly string[],
): Promise<string> {
  const event = await store.append({ kind: 'exam-start', ...exam, paper: [...paper] });
  return event.id;
}

/** Exams whose end is being written: the page and its running exam may both notice that the time is up. */
const ending = new Set<string>();

/** Writes `exam-end` with what was answered. @param seconds time used */
export async function endExam(
  store: Store,
  exam: ExamRecord,
  bank: readonly BankEntry[],
  seconds: number,
  given: (question: string) => Given = (question) => exam.answers.get(question) ?? NOTHING,
): Promise<void> {
  const { id } = exam.start;
  if (ending.has(id)) return;
  ending.add(id);
  const paper = stillThere(paperOf(exam.start.paper, bank));
  const { right } = gradePaper(paper, new Map(paper.map(({ id }) => [id, given(id).chosen])));
  await store.append({ kind: 'exam-end', exam: id, seconds, right: [...right] }, lastAt(exam));
  rememberBeat(id, null);
  ending.delete(id);
}

/** Writes `exam-answer`: the answer to a question as it stands now. @returns the time of the entry */
export async function sendAnswer(
  store: Store,
  exam: ExamRecord,
  { id, lesson }: BankEntry,
  { chosen, flagged }: Given,
): Promise<number> {
  const event = await store.append(
    { kind: 'exam-answer', exam: exam.start.id, lesson, question: id, chosen: [...chosen], flagged },
    lastAt(exam),
  );
  return event.at;
}

interface Sent {
  readonly given: Given;
  /** Time of the entry; Infinity until it is written. */
  readonly at: number;
}

/** The answers as the candidate sees them: those of the log, and over them what was sent and has not come back yet. */
export function useAnswers(exam: ExamRecord, store: Store) {
  const [sent, setSent] = useState<ReadonlyMap<string, Sent>>(new Map());
  const of = useCallback(
    (question: string): Given => {
      const mine = sent.get(question);
      const kept = exam.answers.get(question);
      return mine && (!kept || mine.at > kept.at) ? mine.given : (kept ?? NOTHING);
    },
    [sent, exam],
  );
  const save = useCallback(
    (question: BankEntry, given: Given) => {
      const { id } = question;
      const mark = (at: number) =>
        setSent((before) => {
          if (at !== Infinity && before.get(id)?.given !== given) return before;
          return new Map([...before, [id, { given, at }]]);
        });
      mark(Infinity);
      void sendAnswer(store, exam, question, given).then(mark);
    },
    [exam, store],
  );
  return useMemo(() => ({ of, save }), [of, save]);
}
