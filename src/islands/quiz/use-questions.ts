/** Why: the questions travel only when a quiz comes into view, in one language; the network may fail. */
import { useCallback, useEffect, useState } from 'react';
import { asset } from '../../i18n/href';
import type { Lang } from '../../lib/message';
import type { QuizQuestion } from './quiz-question';

export type Loading =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'ready'; readonly questions: readonly QuizQuestion[] };

/** The questions of a lesson, and a way to try again. */
export function useQuestions(lesson: string, lang: Lang): readonly [Loading, () => void] {
  const [loading, setLoading] = useState<Loading>({ kind: 'loading' });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    fetch(asset(`data/questions/${lesson}.${lang}.json`), { signal: abort.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(`HTTP ${response.status}`);
        setLoading({ kind: 'ready', questions: (await response.json()) as QuizQuestion[] });
      })
      .catch(() => {
        if (!abort.signal.aborted) setLoading({ kind: 'failed' });
      });
    return () => abort.abort();
  }, [lesson, lang, tries]);
  const retry = useCallback(() => {
    setLoading({ kind: 'loading' });
    setTries((n) => n + 1);
  }, []);
  return [loading, retry];
}
