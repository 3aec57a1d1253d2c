/** Why: a learner whose browser keeps nothing must know it before an hour of work is gone, politely. */
import { useEffect, useState } from 'react';
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import type { Store } from '../../store/contract';
import { noticeText } from './notice-messages';

/** Nothing while all is well; otherwise what is wrong, and what the learner can do. */
export function StoreNotice({ store, lang }: { readonly store: Store; readonly lang: Lang }) {
  const text = noticeText(lang);
  const [trouble, setTrouble] = useState(store.trouble);
  const [aside, setAside] = useState(0);
  useEffect(() => {
    const read = () => {
      setTrouble(store.trouble);
      void store.quarantined().then((entries) => setAside(entries.length));
    };
    read();
    return store.subscribe((change) => {
      if (change.kind !== 'added') read();
    });
  }, [store]);
  // Here and now: a walk to another page may lose what is only in memory.
  const save = async () => (await import('./export-log')).exportLog(store);
  return (
    <div className="store-notice" role="status">
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
    </div>
  );
}
