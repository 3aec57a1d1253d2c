/** Why: every part of the page sees the same own questions, and follows them: an import, a deletion, another tab. */
import { useEffect, useState } from 'react';
import type { OwnQuestion } from '../../schemas/own-question';
import { sharedOwnQuestions, type OwnQuestions } from '../../store/own-questions';

export interface Own {
  readonly store: OwnQuestions;
  readonly questions: readonly OwnQuestion[];
}

/** Null until they have been read. */
export function useOwn(): Own | null {
  const [own, setOwn] = useState<Own | null>(null);
  useEffect(() => {
    let gone = false;
    let unsubscribe = () => {};
    void sharedOwnQuestions().then(async (store) => {
      const read = async () => {
        const questions = await store.all();
        if (!gone) setOwn({ store, questions });
      };
      if (gone) return;
      unsubscribe = store.subscribe(() => void read());
      await read();
    });
    return () => {
      gone = true;
      unsubscribe();
    };
  }, []);
  return own;
}
