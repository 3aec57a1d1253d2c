/** Why: a number beside a link must cost the page nothing until it is there. */
import { useEffect, useState } from 'react';
import type { Summary } from '../../learning/summary';
import type { Syllabus } from './syllabus';

/** Cards that wait today; null until it is known. */
export function useWaiting(summary: Summary | undefined, syllabus: Syllabus | undefined): number | null {
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    if (!summary || !syllabus) return;
    let gone = false;
    const zone = (at: number) => -new Date(at).getTimezoneOffset();
    // Without the number the link still leads there.
    import('./waiting')
      .then(({ waitingCards }) => {
        if (!gone) setCount(waitingCards(summary, syllabus, Date.now(), zone));
      })
      .catch(() => {});
    return () => {
      gone = true;
    };
  }, [summary, syllabus]);
  return count;
}
