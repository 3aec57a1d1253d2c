/** Why: the course and the questions' texts come over a network that may fail, and are asked for once. */
import { useCallback, useEffect, useState } from 'react';
import type { Lang } from '../../lib/message';
import type { QuizQuestion } from '../quiz/quiz-question';
import { loadJson } from '../site-json';
import type { ExamCourse } from './exam-course';

/** Texts of all questions of some lessons, by question id. Rejects when one of them does not come. */
export async function loadTexts(
  lessons: readonly string[],
  lang: Lang,
): Promise<ReadonlyMap<string, QuizQuestion>> {
  const files = await Promise.all(
    [...new Set(lessons)].map((lesson) =>
      loadJson<readonly QuizQuestion[]>(`data/questions/${lesson}.${lang}.json`),
    ),
  );
  return new Map(files.flat().map((question) => [question.id, question]));
}

type Loaded<T> = T | 'failed' | null;

/** What comes, `failed` when it does not, null until then; and a way to try again. */
function useLoaded<T>(what: () => Promise<T>): readonly [Loaded<T>, () => void] {
  const [state, setState] = useState<{ readonly by: () => Promise<T>; readonly value: Loaded<T> } | null>(
    null,
  );
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let gone = false;
    what().then(
      (value) => !gone && setState({ by: what, value }),
      () => !gone && setState({ by: what, value: 'failed' }),
    );
    return () => {
      gone = true;
    };
  }, [what, tries]);
  const retry = useCallback(() => {
    setState(null);
    setTries((n) => n + 1);
  }, []);
  return [state?.by === what ? state.value : null, retry];
}

export function useExamCourse(lang: Lang) {
  const what = useCallback(() => loadJson<ExamCourse>(`data/exam/${lang}.json`), [lang]);
  return useLoaded(what);
}

/** @param lessons ids joined by a space */
export function useTexts(lessons: string, lang: Lang) {
  const what = useCallback(() => loadTexts(lessons === '' ? [] : lessons.split(' '), lang), [lessons, lang]);
  return useLoaded(what);
}
