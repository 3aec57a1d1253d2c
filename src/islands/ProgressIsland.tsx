/** Why: a learner sees what is done and, by name, what is missing; and takes it along. */
import { lazy, Suspense, useMemo } from 'react';
import { progressOf } from '../learning/progress';
import type { Summary } from '../learning/summary';
import { fill } from '../lib/fill';
import type { Lang } from '../lib/message';
import { FigureTable } from './progress/FigureTable';
import { FileActions } from './progress/FileActions';
import { LessonCards, ProgressBar } from './progress/LessonCards';
import { progressText } from './progress/messages';
import type { ProgressCourse } from './progress/progress-course';
import { StoreNotice } from './progress/StoreNotice';
import { useLog } from './log/use-summary';
import { useCourse } from './progress/use-progress';

/** Apart: what is done need not wait for how well it is known. */
const Mastery = lazy(async () => ({
  default: (await import('./mastery/MasterySection')).MasterySection,
}));

export function ProgressIsland({ lang }: { readonly lang: Lang }) {
  const text = progressText(lang);
  const [course, retry] = useCourse(lang);
  const log = useLog();
  return (
    <div className="progress-live">
      {log && <StoreNotice store={log.store} lang={lang} />}
      {course.kind === 'failed' && (
        <div role="alert">
          <p>{text.loadFailed}</p>
          <button type="button" onClick={retry}>
            {text.retry}
          </button>
        </div>
      )}
      {course.kind !== 'failed' && (course.kind === 'loading' || !log) && <p role="status">{text.loading}</p>}
      {course.kind === 'ready' && log && <Overview course={course.value} summary={log.summary} lang={lang} />}
      {log && (
        <section aria-labelledby="progress-file">
          <h2 id="progress-file">{text.file}</h2>
          <FileActions log={log} text={text} />
        </section>
      )}
    </div>
  );
}

interface OverviewProps {
  readonly course: ProgressCourse;
  readonly summary: Summary;
  readonly lang: Lang;
}

function Overview({ course, summary, lang }: OverviewProps) {
  const text = progressText(lang);
  const progress = useMemo(() => {
    const shapes = course.lessons.map(({ id, readable, questions }) => ({
      id,
      readable,
      questions: questions.map((question) => question.id),
    }));
    return progressOf(summary, shapes);
  }, [course, summary]);
  const { done, total, percent } = progress;
  return (
    <>
      <div className="progress-sum" data-percent={percent}>
        <p className="progress-sum">
          <b>
            {percent}% · {fill(text.sum, { done, total })}
          </b>
          <span>{progress.missing.length === 0 && total > 0 ? text.complete : text.sumMore}</span>
        </p>
        <ProgressBar done={done} total={total} />
      </div>
      <Suspense fallback={<p className="mastery-room" />}>
        <Mastery lang={lang} />
      </Suspense>
      <section aria-labelledby="progress-lessons">
        <h2 id="progress-lessons">{text.lessons}</h2>
        <LessonCards lessons={course.lessons} progress={progress.lessons} lang={lang} text={text} />
      </section>
      <section aria-labelledby="progress-figures">
        <h2 id="progress-figures">{text.figures}</h2>
        <FigureTable figures={progress.figures} known={course.figures} lang={lang} text={text} />
      </section>
    </>
  );
}
