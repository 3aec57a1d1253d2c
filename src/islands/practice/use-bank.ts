/** Why: the index of the bank is fetched once; the words of a question come with its lesson, when they are wanted. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Bank } from '../../learning/practice/bank';
import type { Lang } from '../../lib/message';
import type { QuizQuestion } from '../quiz/quiz-question';
import { loadJson, useJson } from '../site-json';

/** The index; null while it loads, `failed` if it does not come; and a way to try again. */
export function useBank(): readonly [Bank | 'failed' | null, () => void] {
  const [file, retry] = useJson<Bank>('data/bank.json');
  return [file.kind === 'ready' ? file.value : file.kind === 'failed' ? 'failed' : null, retry];
}

export interface Questions {
  /** By id, of the lessons that have come. */
  readonly byId: ReadonlyMap<string, QuizQuestion>;
  readonly failed: boolean;
  readonly retry: () => void;
}

/** The questions of the lessons wanted; a lesson that came once stays. */
export function useQuestionsOf(lessons: readonly string[], lang: Lang): Questions {
  const [byId, setById] = useState<ReadonlyMap<string, QuizQuestion>>(new Map());
  const [failed, setFailed] = useState(false);
  const asked = useRef(new Set<string>());
  const wanted = lessons.join();
  useEffect(() => {
    for (const lesson of wanted.split(',')) {
      if (failed || lesson === '' || asked.current.has(lesson)) continue;
      asked.current.add(lesson);
      loadJson<QuizQuestion[]>(`data/questions/${lesson}.${lang}.json`).then(
        (questions) =>
          setById((before) => new Map([...before, ...questions.map((item) => [item.id, item] as const)])),
        () => {
          asked.current.delete(lesson);
          setFailed(true);
        },
      );
    }
  }, [wanted, lang, failed]);
  const retry = useCallback(() => setFailed(false), []);
  return { byId, failed, retry };
}
