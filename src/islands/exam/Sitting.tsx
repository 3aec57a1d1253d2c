/** Why: the running exam: joins the paper, the candidate's answers, the clock and the keys. */
import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react';
import { choose } from '../../learning/grade';
import { laidOut } from '../../learning/exam/lay-out';
import type { ExamRecord } from '../../learning/summary';
import type { Lang } from '../../lib/message';
import type { Store } from '../../store/contract';
import { quizText } from '../quiz/messages';
import { examSearch, goTo } from './address';
import { createClock } from './exam-clock';
import { isAnswered, paperOf, stillThere, type ExamCourse } from './exam-course';
import { ExamGrid } from './ExamGrid';
import { ExamTimer } from './ExamTimer';
import { endExam, useAnswers } from './exam-log';
import { fetchAhead } from './fetch-ahead';
import { HandIn } from './HandIn';
import type { ExamText } from './messages';
import { SittingCard } from './SittingCard';
import { useTexts } from './use-exam-course';

interface SittingProps {
  readonly exam: ExamRecord;
  readonly course: ExamCourse;
  readonly store: Store;
  readonly lang: Lang;
  readonly text: ExamText;
  /** Number of the question shown, as the address has it. */
  readonly n: number;
}

export function Sitting({ exam, course, store, lang, text, n }: SittingProps) {
  const { id, paper: ids, seed } = exam.start;
  const paper = useMemo(() => paperOf(ids, course.bank), [ids, course]);
  const [texts, retry] = useTexts(
    [...new Set(stillThere(paper).map(({ lesson }) => lesson))].join(' '),
    lang,
  );
  const answers = useAnswers(exam, store);
  const [clock] = useState(() => createClock(exam));
  const left = useSyncExternalStore(clock.subscribe, clock.left);
  const [asking, setAsking] = useState(false);
  const ended = useRef(false);
  const at = Math.min(Math.max(1, Math.floor(n)), Math.max(1, ids.length));
  const entry = paper[at - 1];
  const known = entry && 'answer' in entry ? entry : null;
  const shown = texts && texts !== 'failed' && known ? texts.get(known.id) : undefined;
  const question = useMemo(() => shown && laidOut(shown, seed), [shown, seed]);
  const given = answers.of(known?.id ?? '');
  const drawn = texts !== null && texts !== 'failed';

  // Again after a reload.
  useEffect(() => {
    if (texts === null || texts === 'failed') return;
    void fetchAhead(
      ids.flatMap((id) => texts.get(id) ?? []),
      lang,
    );
  }, [texts, ids, lang]);
  // The button that led here is gone, and the focus with it; the number keys work from the question.
  useEffect(() => {
    if (drawn && document.activeElement === document.body)
      document.getElementById('exam-stem')?.focus({ preventScroll: true });
  }, [drawn]);

  const end = () => {
    if (ended.current) return;
    ended.current = true;
    setAsking(false);
    void endExam(store, exam, course.bank, clock.check().used, answers.of);
    scrollTo(0, 0);
  };
  const over = left === 0;
  useEffect(() => {
    if (over) end();
    // Once, when the last second is over.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [over]);

  const go = (to: number) => {
    if (to < 1 || to > ids.length) return;
    goTo(examSearch(id, to), 'replace');
    // After React has drawn the next question.
    requestAnimationFrame(() => document.getElementById('exam-stem')?.focus());
  };
  /** Nothing is answered after the end, not even in the second before the page notices it. */
  const save = (chosen: readonly string[], flagged: boolean) => {
    if (!known || clock.check().up) return;
    answers.save(known, { chosen, flagged });
  };
  const pick = (option: string) =>
    question && save(choose(question.kind, given.chosen, option), given.flagged);
  const flag = () => save(given.chosen, !given.flagged);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || asking) return;
    const target = event.target as HTMLElement;
    const option = /^[1-9]$/.test(event.key) ? question?.options[Number(event.key) - 1] : undefined;
    if (option) {
      event.preventDefault();
      // A term of a matching wants a meaning: its list gets the focus.
      if (question?.kind !== 'matching') pick(option.id);
      event.currentTarget
        .querySelector<HTMLElement>(`input[value="${option.id}"], select[data-option="${option.id}"]`)
        ?.focus();
    } else if (event.key === 'Enter' && target.matches('.quiz-stem, input')) {
      event.preventDefault();
      go(at + 1);
    } else if ((event.key === 'f' || event.key === 'F') && !event.repeat && !target.matches('select')) {
      event.preventDefault();
      flag();
    }
  };

  const cells = paper.map((entry) => {
    const { chosen, flagged } = answers.of(entry.id);
    return { id: entry.id, answered: isAnswered(entry, chosen), flagged };
  });
  return (
    // Keys work while the focus is in the exam, so that they take nothing from the page.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="exam-sitting" onKeyDown={onKeyDown}>
      <ExamTimer {...{ clock, left, text }} at={at} count={ids.length} onHandIn={() => setAsking(true)} />
      {texts === 'failed' && (
        <div role="alert" className="exam-alert">
          <p>{text.textsFailed}</p>
          <button type="button" onClick={retry}>
            {text.retry}
          </button>
        </div>
      )}
      {texts === null && <p role="status">{text.textsLoading}</p>}
      {drawn && (
        <SittingCard
          key={at}
          {...{ question, given, text, lang, at, pick, flag }}
          quiz={quizText(lang)}
          count={ids.length}
          onClear={() => save([], given.flagged)}
          onGo={go}
          onHandIn={() => setAsking(true)}
        />
      )}
      <ExamGrid cells={cells} at={at} text={text} onGo={go} />
      {asking && <HandIn cells={cells} text={text} onYes={end} onNo={() => setAsking(false)} />}
    </div>
  );
}
