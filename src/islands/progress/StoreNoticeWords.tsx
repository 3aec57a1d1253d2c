/** Why: what is wrong with the log and what can be done about it, in words; fetched when something is. */
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import type { Store } from '../../store/contract';
import { noticeText } from './notice-messages';

interface WordsProps {
  readonly store: Store;
  readonly lang: Lang;
  readonly trouble: Store['trouble'];
  /** How many entries were put aside. */
  readonly aside: number;
}

export function StoreNoticeWords({ store, lang, trouble, aside }: WordsProps) {
  const text = noticeText(lang);
  // Here and now: a walk to another page may lose what is only in memory.
  const save = async () => (await import('./export-log')).exportLog(store);
  return (
    <>
      {trouble && (
        <p>
          <b>{text.notSaved}</b> {text[trouble]}{' '}
          <button type="button" onClick={() => void save()}>
            {text.export}
          </button>
        </p>
      )}
      {aside > 0 && (
        <p>
          <b>{fill(text.aside, { n: aside })}</b> {text.asideMore}
        </p>
      )}
    </>
  );
}
