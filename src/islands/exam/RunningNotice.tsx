/** Why: somebody who comes back must find the running exam first. */
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import type { ExamRecord } from '../../learning/summary';
import { examSearch, goTo } from './address';
import type { ExamCourse } from './exam-course';
import type { ExamText } from './messages';
import { dateTime } from './spell';

interface RunningNoticeProps {
  readonly running: ExamRecord;
  readonly course: ExamCourse;
  readonly lang: Lang;
  readonly text: ExamText;
}

export function RunningNotice({ running, course, lang, text }: RunningNoticeProps) {
  const { id, preset, at } = running.start;
  const title = course.presets.find((entry) => entry.id === preset)?.title ?? preset;
  return (
    <section className="exam-running" aria-labelledby="exam-running">
      <h2 id="exam-running">{text.running}</h2>
      <p>{fill(text.runningMore, { title, date: dateTime(at, lang) })}</p>
      <button type="button" className="is-primary" onClick={() => goTo(examSearch(id))}>
        {text.goOn}
      </button>
    </section>
  );
}
