/** Why: the records of a lesson follow the log: this tab's answers, another tab's, an import, a reset. */
import { useEffect, useState } from 'react';
import { recordsOf, type Records } from '../../learning/progress';
import { sharedStore } from '../../store/shared';
import type { Change, Store } from '../../store/contract';

const concerns = (change: Change, lesson: string) =>
  change.kind === 'cleared' ||
  (change.kind === 'added' && change.events.some((e) => e.kind === 'answer' && e.lesson === lesson));

/** The open store and what it says of a lesson; null until it has been read. */
export function useLessonLog(lesson: string): { readonly store: Store; readonly records: Records } | null {
  const [log, setLog] = useState<{ store: Store; records: Records } | null>(null);
  useEffect(() => {
    let gone = false;
    let unsubscribe = () => {};
    void sharedStore().then(async (store) => {
      const read = async () => {
        const records = recordsOf(await store.ofLesson(lesson), lesson);
        if (!gone) setLog({ store, records });
      };
      if (gone) return;
      unsubscribe = store.subscribe((change) => {
        if (concerns(change, lesson)) void read();
      });
      await read();
    });
    return () => {
      gone = true;
      unsubscribe();
    };
  }, [lesson]);
  return log;
}
