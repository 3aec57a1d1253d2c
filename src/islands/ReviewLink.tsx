/** Why: the way to the review, with the number of cards that wait today as soon as it is known. */
import { href } from '../i18n/href';
import { fill } from '../lib/fill';
import type { Lang } from '../lib/message';
import { useLog } from './log/use-summary';
import { masteryText } from './mastery/messages';
import type { Syllabus } from './review/syllabus';
import { useJson } from './site-json';
import { useWaiting } from './review/use-waiting';

export function ReviewLink({ lang }: { readonly lang: Lang }) {
  const text = masteryText(lang);
  const [syllabus] = useJson<Syllabus>(`data/syllabus/${lang}.json`);
  const log = useLog();
  const waiting = useWaiting(log?.summary, syllabus.kind === 'ready' ? syllabus.value : undefined);
  return (
    <a className="pill review-link" href={href('review/', lang)} data-waiting={waiting ?? undefined}>
      {text.toReview}
      {waiting !== null && waiting > 0 && <b>{fill(text.waiting, { n: waiting })}</b>}
    </a>
  );
}
