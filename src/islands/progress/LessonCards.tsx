/** Why: per lesson, what is done, and by name what is missing, each one click away. */
import { HTML_LANG, href } from '../../i18n/href';
import type { LessonProgress, Missing } from '../../learning/progress';
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import { RichText } from '../../marks/RichText';
import { MarkSign } from '../quiz/QuizOptions';
import type { ProgressText } from './messages';
import type { ProgressLesson } from './progress-course';

interface LessonCardsProps {
  readonly lessons: readonly ProgressLesson[];
  readonly progress: readonly LessonProgress[];
  readonly lang: Lang;
  readonly text: ProgressText;
}

export function LessonCards({ lessons, progress, lang, text }: LessonCardsProps) {
  const date = new Intl.DateTimeFormat(HTML_LANG[lang], { dateStyle: 'medium' });
  return (
    <ul className="progress-cards">
      {lessons.map((lesson) => {
        const done = progress.find((item) => item.lesson === lesson.id);
        if (!done) return null;
        const { right, total, visited, missing } = done;
        return (
          <li key={lesson.id} className="progress-card" data-lesson={lesson.id}>
            <h3>
              {lesson.readable ? (
                <a href={href(`lessons/${lesson.id}/`, lang)}>{lesson.title}</a>
              ) : (
                lesson.title
              )}
              <span>
                {total > 0 ? fill(text.ofQuestions, { right, total }) : text.noQuestions}
                {visited !== null && ` · ${fill(text.visited, { date: date.format(visited) })}`}
              </span>
            </h3>
            {total > 0 && <ProgressBar done={right} total={total} />}
            {missing.length === 0 ? (
              <p className="progress-done">
                <MarkSign right /> {text.lessonDone}
              </p>
            ) : (
              <details open={right > 0 && missing.length <= 12}>
                <summary>{fill(text.missing, { n: missing.length })}</summary>
                <ul className="progress-missing">
                  {missing.map((item) => (
                    <MissingItem
                      key={item.kind === 'unread' ? 'unread' : item.question}
                      {...{ item, lesson, lang, text }}
                    />
                  ))}
                </ul>
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface MissingItemProps extends Pick<LessonCardsProps, 'lang' | 'text'> {
  readonly item: Missing;
  readonly lesson: ProgressLesson;
}

function MissingItem({ item, lesson, lang, text }: MissingItemProps) {
  const target =
    item.kind === 'unread' ? `lessons/${lesson.id}/` : `practice/${lesson.id}/#q-${item.question}`;
  const stem =
    item.kind === 'unread' ? text.openLesson : lesson.questions.find(({ id }) => id === item.question)?.stem;
  return (
    <li>
      <a href={href(target, lang)}>
        {item.kind === 'wrong' ? (
          <MarkSign right={false} />
        ) : (
          <svg className="mark-open" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <circle cx="8" cy="8" r="5.5" strokeWidth="1.5" />
          </svg>
        )}
        <span className="progress-stem">
          <RichText text={stem ?? ''} />
        </span>
        <small>{text[item.kind]}</small>
      </a>
    </li>
  );
}

/** A bar for the eye; the numbers stand beside it. */
export function ProgressBar({ done, total }: { readonly done: number; readonly total: number }) {
  return (
    <svg className="progress-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height="10" />
      <rect className="is-done" width={total === 0 ? 0 : (100 * done) / total} height="10" />
    </svg>
  );
}
