/** Why: what came of an exam: the mark, where it was lost, and what to do next. */
import { useEffect, useMemo, useRef } from 'react';
import { topicName } from '../../i18n/topics';
import { href } from '../../i18n/href';
import { passes, tally } from '../../learning/exam/grade-paper';
import type { ExamRecord } from '../../learning/summary';
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import type { EventOf } from '../../schemas/event';
import { goTo, paperSearch } from './address';
import { isAnswered, paperOf, stillThere, type ExamCourse, type Preset } from './exam-course';
import type { ExamText } from './messages';
import { PartTable } from './PartTable';
import { ReviewList } from './ReviewList';
import { clockTime, dateTime, percentText } from './spell';

interface ResultProps {
  readonly exam: ExamRecord;
  readonly end: EventOf<'exam-end'>;
  /** Undefined when the course no longer has it. */
  readonly preset: Preset | undefined;
  readonly course: ExamCourse;
  readonly lang: Lang;
  readonly text: ExamText;
}

export function Result({ exam, end, preset, course, lang, text }: ResultProps) {
  const { start, answers } = exam;
  const paper = useMemo(() => paperOf(start.paper, course.bank), [start, course]);
  const grade = useMemo(() => tally(paper, end.right), [paper, end]);
  const gone = paper.length - stillThere(paper).length;
  const passed = passes(grade, start.pass);
  const unanswered = paper.filter((entry) => !isAnswered(entry, answers.get(entry.id)?.chosen ?? [])).length;
  const wrong = start.paper.length - grade.right.length;
  const timeUp = end.seconds >= start.minutes * 60;
  const lessonTitle = (id: string) => course.lessons.find((lesson) => lesson.id === id)?.title ?? id;
  const head = useRef<HTMLHeadingElement>(null);
  // The button that led here is gone, and the focus with it.
  useEffect(() => {
    if (document.activeElement === document.body) head.current?.focus({ preventScroll: true });
  }, []);
  const { right, total } = { right: grade.right.length, total: grade.total };
  return (
    <div className="exam-result" data-exam-result={passed ? 'passed' : 'failed'}>
      <h2 className="visually-hidden" ref={head} tabIndex={-1}>
        {text.result}
      </h2>
      <p className="exam-crumb">
        <b>{preset?.title ?? start.preset}</b> · {dateTime(start.at, lang)} · {text.seed} {start.seed}
      </p>
      {timeUp && (
        <p className="exam-note" role="status">
          {text.timeUp}
        </p>
      )}
      {!preset && <p className="exam-note">{fill(text.presetGone, { id: start.preset })}</p>}
      {gone > 0 && <p className="exam-note">{fill(text.questionsGone, { n: gone })}</p>}
      <div className={`exam-sum ${passed ? 'is-passed' : 'is-failed'}`}>
        <p className="exam-verdict">
          <b>{percentText(grade.percent)}%</b> <strong>{passed ? text.passed : text.failed}</strong>
        </p>
        <Bar percent={grade.percent} pass={start.pass} />
        <ul>
          <li>{fill(text.reached, { percent: percentText(grade.percent), pass: start.pass })}</li>
          {preset && <li>{fill(text.marksOf, { marks: right * preset.marks, of: total * preset.marks })}</li>}
          <li>{fill(text.rightOf, { right, total })}</li>
          <li>
            {text.timeUsed}: {fill(text.timeOf, { used: clockTime(end.seconds), minutes: start.minutes })}
          </li>
          <li>
            {text.unanswered}: {unanswered}
          </li>
        </ul>
      </div>
      <p className="exam-line">
        {wrong > 0 && (
          <a className="exam-button is-primary" href={href('practice/wrong/', lang)}>
            {text.practiseWrong}
          </a>
        )}
        {preset && (
          <button type="button" onClick={() => goTo(paperSearch(preset.id, start.seed))}>
            {text.again}
          </button>
        )}
        <button type="button" onClick={() => goTo('')}>
          {text.toExams}
        </button>
      </p>
      <div className="exam-parts">
        <PartTable
          parts={grade.topics}
          title={text.byTopic}
          what={text.topic}
          name={(id) => topicName(id, lang)}
          text={text}
        />
        <PartTable
          parts={grade.lessons}
          title={text.byLesson}
          what={text.lesson}
          name={lessonTitle}
          text={text}
        />
      </div>
      <ReviewList {...{ exam, paper, lang, text }} right={grade.right} />
    </div>
  );
}

function Bar({ percent, pass }: { readonly percent: number; readonly pass: number }) {
  return (
    <svg className="exam-bar-chart" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect className="is-all" width="100" height="6" />
      <rect className="is-got" width={percent} height="6" />
      <rect className="is-pass" x={Math.min(99.4, Math.max(0, pass - 0.3))} width="0.6" height="6" />
    </svg>
  );
}
