/** Why: a session ends with what it brought, and what to look at again. */
import type { ReactNode } from 'react';
import { href } from '../../i18n/href';
import { RECALL_GRADES } from '../../learning/schedule';
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import type { ReviewText } from './messages';
import type { Given } from './session';
import { lessonsOf, type Syllabus } from './syllabus';

interface SessionOverProps {
  readonly given: readonly Given[];
  readonly syllabus: Syllabus;
  readonly lang: Lang;
  readonly text: ReviewText;
  readonly children: ReactNode;
}

export function SessionOver({ given, syllabus, lang, text, children }: SessionOverProps) {
  const answered = given.filter(({ right }) => right !== null);
  const again = new Set(given.flatMap(({ card, grade }) => (grade === 1 ? [card] : [])));
  const lessons = lessonsOf(syllabus).flatMap((lesson) => {
    const count = [
      ...lesson.questions.map(({ id }) => `question/${id}`),
      ...lesson.terms.map((id) => `term/${id}`),
    ].filter((id) => again.has(id)).length;
    return count > 0 ? [{ ...lesson, count }] : [];
  });
  return (
    <section className="review-over">
      <h2 tabIndex={-1} data-focus="">
        {text.over}
      </h2>
      {given.length === 0 ? (
        <p>{text.overNone}</p>
      ) : (
        <>
          <p>
            <b>{fill(text.graded, { n: given.length })}</b>
            {answered.length > 0 && (
              <>
                {' · '}
                {fill(text.answered, {
                  right: answered.filter(({ right }) => right).length,
                  n: answered.length,
                })}
              </>
            )}
          </p>
          <dl className="review-tally">
            {RECALL_GRADES.map((grade) => (
              <div key={grade}>
                <dt>{text[`grade${grade}`]}</dt>
                <dd>{given.filter((one) => one.grade === grade).length}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {lessons.length > 0 && (
        <>
          <h3>{text.forgotten}</h3>
          <ul>
            {lessons.map(({ id, title, readable, count }) => (
              <li key={id}>
                <a href={href(readable ? `lessons/${id}/` : `practice/${id}/`, lang)}>{title}</a>{' '}
                <small>{count}</small>
              </li>
            ))}
          </ul>
        </>
      )}
      {children}
    </section>
  );
}
