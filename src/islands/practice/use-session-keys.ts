/** Why: a session fills its page, so its keys work wherever nothing else wants them: 1–9, Enter, f. */
import { useEffect, useRef, type RefObject } from 'react';
import { takeOptionKey } from '../quiz/option-keys';
import type { QuizQuestion } from '../quiz/quiz-question';

interface SessionKeys {
  readonly active: boolean;
  /** The question that can be answered now. */
  readonly question: QuizQuestion | undefined;
  readonly choose: (option: string) => void;
  readonly enter: () => void;
  readonly favourite: (() => void) | null;
}

/** @returns what the session's outermost element takes as its ref */
export function useSessionKeys(keys: SessionKeys): RefObject<HTMLDivElement | null> {
  const root = useRef<HTMLDivElement>(null);
  const now = useRef(keys);
  useEffect(() => {
    now.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { active, question, choose, enter, favourite } = now.current;
      if (!active || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      const target = event.target as HTMLElement;
      const inside = root.current?.contains(target) ?? false;
      const free = target === document.body || target.id === 'main';
      if ((!inside && !free) || document.querySelector('dialog[open]')) return;
      if (target.matches('select, textarea, input:not([type=radio], [type=checkbox])')) return;
      if (question && takeOptionKey(event, root.current, question, choose)) return;
      if (event.key === 'f' || event.key === 'F') {
        event.preventDefault();
        favourite?.();
      } else if (event.key === 'Enter' && (free || target.matches('.quiz-stem'))) {
        event.preventDefault();
        enter();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return root;
}
