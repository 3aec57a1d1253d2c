/** Why: the questions of a lesson, at its end and on the practice page. Until they are here, their room is kept. */
import sheet from '../styles/quiz.css?url';
import type { Lang } from '../lib/message';
import { StoreNotice } from './progress/StoreNotice';
import { quizText } from './quiz/messages';
import { Quiz } from './quiz/Quiz';
import type { QuizMode, QuizQuestion } from './quiz/quiz-question';
import { useLessonLog } from './quiz/use-lesson-log';
import { useJson } from './site-json';

export interface QuizIslandProps {
  readonly lesson: string;
  readonly lang: Lang;
  readonly mode: QuizMode;
}

export function QuizIsland({ lesson, lang, mode }: QuizIslandProps) {
  const text = quizText(lang);
  const [loading, retry] = useJson<readonly QuizQuestion[]>(`data/questions/${lesson}.${lang}.json`);
  const log = useLessonLog(lesson);
  return (
    <section className="quiz-live" aria-label={text.title} data-quiz={lesson}>
      {log && <StoreNotice store={log.store} lang={lang} />}
      {loading.kind === 'ready' && log ? (
        <>
          <link rel="stylesheet" href={sheet} precedence="default" />
          <Quiz key={lesson} {...{ lesson, lang, mode, text }} {...log} questions={loading.value} />
        </>
      ) : (
        <div role="status">
          <p>{loading.kind === 'failed' ? text.loadFailed : text.loading}</p>
          {loading.kind === 'failed' && (
            <button type="button" onClick={retry}>
              {text.retry}
            </button>
          )}
        </div>
      )}
    </section>
  );
}
