/** Why: spaced review of questions and terms: what is due, one card at a time, and what is to come. */
import type { Lang } from '../lib/message';
import { useLog } from './log/use-summary';
import { StoreNotice } from './progress/StoreNotice';
import { reviewText } from './review/messages';
import { ReviewDesk } from './review/ReviewDesk';
import type { Syllabus } from './review/syllabus';
import { useJson } from './site-json';

export function ReviewIsland({ lang }: { readonly lang: Lang }) {
  const text = reviewText(lang);
  const [syllabus, retry] = useJson<Syllabus>(`data/syllabus/${lang}.json`);
  const log = useLog();
  return (
    <div className="review-live quiz-live">
      {log && <StoreNotice store={log.store} lang={lang} />}
      {syllabus.kind === 'failed' && (
        <div role="alert">
          <p>{text.loadFailed}</p>
          <button type="button" onClick={retry}>
            {text.retry}
          </button>
        </div>
      )}
      {syllabus.kind !== 'failed' && (syllabus.kind === 'loading' || !log) && (
        <p role="status">{text.loading}</p>
      )}
      {syllabus.kind === 'ready' && log && (
        <ReviewDesk {...log} syllabus={syllabus.value} lang={lang} text={text} />
      )}
    </div>
  );
}
