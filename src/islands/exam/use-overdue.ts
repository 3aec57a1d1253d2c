/** Why: an exam whose time ran out while no page was open is handed in by the next page that opens. */
import { useEffect } from 'react';
import type { Log } from '../log/use-summary';
import type { BankEntry } from './exam-course';
import { standingNow } from './exam-clock';
import { endExam } from './exam-log';

export function useOverdue({ store, summary }: Log, bank: readonly BankEntry[]): void {
  useEffect(() => {
    for (const exam of summary.exams.values()) {
      if (exam.end) continue;
      const { up, used } = standingNow(exam);
      if (up) void endExam(store, exam, bank, used);
    }
  }, [store, summary, bank]);
}
