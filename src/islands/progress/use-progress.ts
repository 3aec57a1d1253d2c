/** Why: the page needs the course of this build and the whole log, and follows the log. */
import { useCallback, useEffect, useState } from 'react';
import { asset } from '../../i18n/href';
import type { Lang } from '../../lib/message';
import type { LearningEvent } from '../../schemas/event';
import type { Quarantined } from '../../store/database';
import { sharedStore } from '../../store/shared';
import type { Store } from '../../store/contract';
import type { ProgressCourse } from './progress-course';

export interface Log {
  readonly store: Store;
  readonly events: readonly LearningEvent[];
  readonly aside: readonly Quarantined[];
}

/** The open store with all that it holds; null until it has been read. */
export function useLog(): Log | null {
  const [log, setLog] = useState<Log | null>(null);
  useEffect(() => {
    let gone = false;
    let unsubscribe = () => {};
    void sharedStore().then(async (store) => {
      const read = async () => {
        const events = await store.all();
        const aside = await store.quarantined();
        if (!gone) setLog({ store, events, aside });
      };
      if (gone) return;
      unsubscribe = store.subscribe((change) => {
        if (change.kind !== 'state') void read();
      });
      await read();
    });
    return () => {
      gone = true;
      unsubscribe();
    };
  }, []);
  return log;
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
