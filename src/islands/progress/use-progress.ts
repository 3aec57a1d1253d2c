/** Why: beside the log's summary the page needs the course of this build, and what could not be read. */
import { useEffect, useState } from 'react';
import type { Lang } from '../../lib/message';
import type { Quarantined } from '../../store/database';
import type { Store } from '../../store/contract';
import { useJson } from '../site-json';
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

/** The course, and a way to try again. */
export const useCourse = (lang: Lang) => useJson<ProgressCourse>(`data/progress/${lang}.json`);
