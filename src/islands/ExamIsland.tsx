/** Why: one page for all that a mock exam is: choosing, sitting, the result, the paper on paper; the address says which. */
import { useMemo } from 'react';
import type { Lang } from '../lib/message';
import { goTo, placeOf, useSearch, type Place } from './exam/address';
import type { ExamCourse } from './exam/exam-course';
import { Lobby } from './exam/Lobby';
import { examText } from './exam/messages';
import { PrintPaper } from './exam/PrintPaper';
import { Result } from './exam/Result';
import { Sitting } from './exam/Sitting';
import { useExamCourse } from './exam/use-exam-course';
import { useOverdue } from './exam/use-overdue';
import { useLog, type Log } from './log/use-summary';
import { StoreNotice } from './progress/StoreNotice';

export function ExamIsland({ lang }: { readonly lang: Lang }) {
  const text = examText(lang);
  const [course, retry] = useExamCourse(lang);
  const log = useLog();
  const search = useSearch();
  const place = useMemo(() => (search === null ? null : placeOf(search)), [search]);
  return (
    <div className="quiz-live exam-live">
      {log && <StoreNotice store={log.store} lang={lang} />}
      {course === 'failed' && (
        <div role="alert">
          <p>{text.loadFailed}</p>
          <button type="button" onClick={retry}>
            {text.retry}
          </button>
        </div>
      )}
      {course !== 'failed' && (!course || !log || !place) && <p role="status">{text.loading}</p>}
      {course && course !== 'failed' && log && place && <Shown {...{ course, log, place, lang }} />}
    </div>
  );
}

interface ShownProps {
  readonly course: ExamCourse;
  readonly log: Log;
  readonly place: Place;
  readonly lang: Lang;
}

function Shown({ course, log, place, lang }: ShownProps) {
  const text = examText(lang);
  useOverdue(log, course.bank);
  if (place.kind === 'paper') {
    return place.print ? (
      <PrintPaper {...{ course, lang, text }} preset={place.preset} seed={place.seed} />
    ) : (
      <Lobby key={`${place.preset}/${place.seed}`} {...{ course, log, lang, text, place }} />
    );
  }
  const exam = log.summary.exams.get(place.id);
  if (!exam)
    return (
      <div role="alert">
        <p>{text.notHere}</p>
        <button type="button" onClick={() => goTo('')}>
          {text.toExams}
        </button>
      </div>
    );
  const preset = course.presets.find(({ id }) => id === exam.start.preset);
  return exam.end ? (
    <Result key={place.id} {...{ exam, preset, course, lang, text }} end={exam.end} />
  ) : (
    <Sitting key={place.id} {...{ exam, course, lang, text }} store={log.store} n={place.n} />
  );
}
