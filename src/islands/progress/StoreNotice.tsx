/** Why: a learner whose browser keeps nothing must know it before an hour of work is gone. Until then nothing of it travels. */
import { Suspense, lazy, useEffect, useState } from 'react';
import type { Lang } from '../../lib/message';
import type { Store } from '../../store/contract';

const Words = lazy(async () => ({ default: (await import('./StoreNoticeWords')).StoreNoticeWords }));

/** Nothing while all is well; otherwise what is wrong, and what the learner can do. */
export function StoreNotice({ store, lang }: { readonly store: Store; readonly lang: Lang }) {
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
  return (
    <div className="store-notice" role="status">
      {(trouble !== null || aside > 0) && (
        <Suspense fallback={null}>
          <Words {...{ store, lang, trouble, aside }} />
        </Suspense>
      )}
    </div>
  );
}
