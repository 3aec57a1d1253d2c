/** Why: while the quiz is shown some keys are its own; all others stay the deck's. */
import type { QuizAction } from '../../classroom/class-quiz';
import type { DeckAction, DeckState } from '../../classroom/deck-state';
import { roundShown } from '../../classroom/quiz-state';

const KEYS: Readonly<Record<string, QuizAction>> = {
  ArrowUp: { kind: 'up' },
  ArrowDown: { kind: 'down' },
  Enter: { kind: 'enter' },
  Backspace: { kind: 'erase' },
  '+': { kind: 'more' },
  '=': { kind: 'more' },
  '-': { kind: 'less' },
  m: { kind: 'teams' },
  M: { kind: 'teams' },
};

/** What a key without Alt, Ctrl or Meta does in the quiz; null when it is not the quiz's. */
export const quizActionOf = (key: string): QuizAction | null =>
  /^[0-9]$/.test(key) ? { kind: 'digit', digit: Number(key) } : (KEYS[key] ?? null);

/** While a question is asked nothing is counted: more and less are the countdown's. */
export function countdownOf({ quiz }: DeckState, action: DeckAction): 'more' | 'less' | null {
  if (action.kind !== 'quiz' || !quiz?.shown || !roundShown(quiz) || quiz.run?.phase !== 'asking')
    return null;
  const { kind } = action.action;
  return kind === 'more' || kind === 'less' ? kind : null;
}
