/** Why: beside the log's summary the page needs the course of this build, and what could not be read. */
import { useCallback, useEffect, useState } from 'react';
import { asset } from '../../i18n/href';
import type { Lang } from '../../lib/message';
import type { Quarantined } from '../../store/database';
import type { Store } from '../../store/contract';
import type { ProgressCourse } from './progress-course';

/** What was put aside because it could not be read; follows the store. */
export function useAside(store: Store | undefined): readonly Quarantined[] {
  const [aside, setAside] = useState<readonly Quarantined[]>([]);
  useEffect(() => {
    if (!store) return;
    let gone = false;
    const read = () =>
      void store.quarantined().then((entries) => {
        if (!gone) setAside(entries);
      });
    read();
    const unsubscribe = store.subscribe((change) => {
      if (change.kind !== 'added') read();
    });
    return () => {
      gone = true;
      unsubscribe();
    };
  }, [store]);
  return aside;
}

/** The course; null while it loads, `failed` if it does not come; and a way to try again. */
export function useCourse(lang: Lang): readonly [ProgressCourse | 'failed' | null, () => void] {
  const [course, setCourse] = useState<ProgressCourse | 'failed' | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    fetch(asset(`data/progress/${lang}.json`), { signal: abort.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(`HTTP ${response.status}`);
        setCourse((await response.json()) as ProgressCourse);
      })
      .catch(() => {
        if (!abort.signal.aborted) setCourse('failed');
      });
    return () => abort.abort();
  }, [lang, tries]);
  const retry = useCallback(() => {
    setCourse(null);
    setTries((n) => n + 1);
  }, []);
  return [course, retry];
}
