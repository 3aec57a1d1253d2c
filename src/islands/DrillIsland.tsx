/** Why: generated questions without end. Until the log and the first model are here, their room is kept. */
import { useEffect, useState } from 'react';
import drillSheet from '../styles/drill.css?url';
import quizSheet from '../styles/quiz.css?url';
import type { Lang } from '../lib/message';
import type { Store } from '../store/contract';
import { sharedStore } from '../store/shared';
import { Drill } from './drill/Drill';
import { drillText } from './drill/messages';
import { StoreNotice } from './progress/StoreNotice';
import { quizText } from './quiz/messages';

export function DrillIsland({ lang }: { readonly lang: Lang }) {
  const text = drillText(lang);
  const [store, setStore] = useState<Store | null>(null);
  useEffect(() => {
    void sharedStore().then(setStore);
  }, []);
  return (
    <section className="quiz-live drill-live" aria-label={text.title} data-drill>
      {store ? (
        <>
          <link rel="stylesheet" href={quizSheet} precedence="default" />
          <link rel="stylesheet" href={drillSheet} precedence="default" />
          <StoreNotice store={store} lang={lang} />
          <Drill {...{ lang, text, store }} quiz={quizText(lang)} />
        </>
      ) : (
        <p role="status">{text.loading}</p>
      )}
    </section>
  );
}
