/** Why: the whole paper again, each question closed until it is wanted: fifty open at once are no help to anybody. */
import { useState } from 'react';
import type { ExamRecord } from '../../learning/summary';
import { laidOut } from '../../learning/exam/lay-out';
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import { RichText } from '../../marks/RichText';
import { quizText } from '../quiz/messages';
import { MarkSign } from '../quiz/QuizOptions';
import { isAnswered, stillThere, type paperOf } from './exam-course';
import { FlagSign } from './ExamGrid';
import type { ExamText } from './messages';
import { ReviewQuestion } from './ReviewQuestion';
import { useTexts } from './use-exam-course';

interface ReviewListProps {
  readonly exam: ExamRecord;
  readonly paper: ReturnType<typeof paperOf>;
  readonly right: readonly string[];
  readonly lang: Lang;
  readonly text: ExamText;
}

const FILTERS = ['all', 'wrongOnes', 'openOnes', 'flaggedOnes'] as const;

export function ReviewList({ exam, paper, right, lang, text }: ReviewListProps) {
  const [texts, retry] = useTexts(
    [...new Set(stillThere(paper).map(({ lesson }) => lesson))].join(' '),
    lang,
  );
  const [filter, setFilter] = useState<(typeof FILTERS)[number]>('all');
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const rows = paper.map((entry, i) => {
    const answer = exam.answers.get(entry.id);
    const chosen = answer?.chosen ?? [];
    const standing = right.includes(entry.id) ? 'isRight' : isAnswered(entry, chosen) ? 'isWrong' : 'isOpen';
    return { entry, n: i + 1, chosen, flagged: answer?.flagged ?? false, standing } as const;
  });
  const matching = (which: (typeof FILTERS)[number]) =>
    rows.filter(
      ({ standing, flagged }) =>
        which === 'all' ||
        (which === 'wrongOnes' && standing === 'isWrong') ||
        (which === 'openOnes' && standing === 'isOpen') ||
        (which === 'flaggedOnes' && flagged),
    );
  const list = matching(filter);
  return (
    <section aria-labelledby="exam-review">
      <h2 id="exam-review">{text.review}</h2>
      <fieldset className="quiz-filter">
        <legend className="visually-hidden">{text.review}</legend>
        {FILTERS.map((which) => (
          <label key={which}>
            <input
              type="radio"
              name="exam-filter"
              checked={filter === which}
              onChange={() => setFilter(which)}
            />
            <span>
              {text[which]} <small>{matching(which).length}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {texts === null && <p role="status">{text.textsLoading}</p>}
      {texts === 'failed' && (
        <div role="alert" className="exam-alert">
          <p>{text.textsFailed}</p>
          <button type="button" onClick={retry}>
            {text.retry}
          </button>
        </div>
      )}
      {list.length === 0 && <p>{text.none}</p>}
      <ol className="exam-review">
        {list.map(({ entry, n, chosen, flagged, standing }) => {
          const found = texts && texts !== 'failed' ? texts.get(entry.id) : undefined;
          const lesson = 'lesson' in entry ? entry.lesson : undefined;
          return (
            <li key={entry.id} data-standing={standing}>
              <details
                onToggle={(event) => {
                  if (event.currentTarget.open) setOpened((before) => new Set([...before, entry.id]));
                }}
              >
                <summary>
                  <MarkSign right={standing === 'isRight'} />
                  <span>
                    <b>{n}.</b>{' '}
                    {found ? (
                      <RichText text={found.stem} />
                    ) : lesson ? (
                      entry.id
                    ) : (
                      fill(text.gone, { id: entry.id })
                    )}{' '}
                    <small>
                      {text[standing]} {flagged && <FlagSign />}
                      {flagged && text.flagged}
                    </small>
                  </span>
                </summary>
                {!lesson && (
                  <p>
                    {text.yourAnswer} {chosen.join(' · ') || text.noAnswer}
                  </p>
                )}
                {found && lesson && opened.has(entry.id) && (
                  <ReviewQuestion
                    question={laidOut(found, exam.start.seed)}
                    quiz={quizText(lang)}
                    {...{ chosen, lesson, lang, text }}
                  />
                )}
              </details>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
