/** Why: what is firm and what is shaky, at one glance over the syllabus; and what to do about it. */
import { useMemo, useState } from 'react';
import { masteryOf } from '../../learning/mastery';
import { studyNext, topicsOf } from '../../learning/study-next';
import type { Lang } from '../../lib/message';
import { useLog } from '../log/use-summary';
import { lessonsOf, type Syllabus } from '../review/syllabus';
import { useJson } from '../site-json';
import { useWaiting } from '../review/use-waiting';
import { MasteryMap } from './MasteryMap';
import { masteryText } from './messages';
import { StudyNext } from './StudyNext';

export function MasterySection({ lang }: { readonly lang: Lang }) {
  const text = masteryText(lang);
  const [loaded, retry] = useJson<Syllabus>(`data/syllabus/${lang}.json`);
  const [opened] = useState(() => Date.now());
  const summary = useLog()?.summary;
  const syllabus = loaded.kind === 'ready' ? loaded.value : undefined;
  const waiting = useWaiting(summary, syllabus);
  const found = useMemo(() => {
    if (!summary || !syllabus) return null;
    // What was answered since then is not in the future.
    const now = Math.max(opened, summary.at);
    const lessons = lessonsOf(syllabus);
    const of = (questions: readonly string[]) => masteryOf(summary.questions, questions, now);
    return {
      next: studyNext(summary, lessons, waiting ?? 0, now),
      lessons: new Map(lessons.map(({ id, questions }) => [id, of(questions.map((one) => one.id))])),
      topics: [...topicsOf(lessons)].map(([topic, ids]) => ({ topic, mastery: of(ids) })),
    };
  }, [summary, syllabus, waiting, opened]);
  if (loaded.kind === 'failed')
    return (
      <div role="alert">
        <p>{text.loadFailed}</p>
        <button type="button" onClick={retry}>
          {text.retry}
        </button>
      </div>
    );
  if (!found || !syllabus)
    return (
      <p className="mastery-room" role="status">
        {text.loading}
      </p>
    );
  return (
    <>
      <StudyNext suggestions={found.next} {...{ syllabus, lang, text }} />
      <MasteryMap lessons={found.lessons} topics={found.topics} {...{ syllabus, lang, text }} />
    </>
  );
}
