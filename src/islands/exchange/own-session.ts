/** Why: practising one's own questions is a walk through a list: what was chosen, what was handed in, where one is. */
import { choose, grade, type Grade } from '../../learning/grade';
import type { QuizQuestion } from '../quiz/quiz-question';
import type { Onward } from '../quiz/quiz-state';

export interface Session {
  readonly questions: readonly QuizQuestion[];
  readonly at: number;
  readonly chosen: readonly string[];
  readonly handedIn: boolean;
  /** Whether each answer so far was right, by index; the last answer counts. */
  readonly results: ReadonlyMap<number, boolean>;
}

export const startSession = (questions: readonly QuizQuestion[]): Session => ({
  questions,
  at: 0,
  chosen: [],
  handedIn: false,
  results: new Map(),
});

export type SessionAction =
  | { readonly kind: 'choose'; readonly option: string }
  | { readonly kind: 'go'; readonly id: string }
  | { readonly kind: 'hand-in' | 'again' };

export function sessionReducer(session: Session, action: SessionAction): Session {
  const { questions, at, chosen, handedIn, results } = session;
  const question = questions[at];
  if (!question) return session;
  const fresh = { chosen: [], handedIn: false };
  switch (action.kind) {
    case 'choose':
      return handedIn ? session : { ...session, chosen: choose(question.kind, chosen, action.option) };
    case 'hand-in':
      if (handedIn || chosen.length === 0) return session;
      return { ...session, handedIn: true, results: new Map(results).set(at, grade(question, chosen).right) };
    case 'again':
      return { ...session, ...fresh };
    case 'go': {
      const to = questions.findIndex(({ id }) => id === action.id);
      return to < 0 ? session : { ...session, ...fresh, at: to };
    }
  }
}

/** The grade of the answer shown, once it is handed in. */
export const sessionGrade = ({ questions, at, chosen, handedIn }: Session): Grade | null =>
  handedIn ? grade(questions[at]!, chosen) : null;

/** Where "next" leads; after the last, to the first that is not right yet. */
export function onwardOf({ questions, at, results }: Session): Onward {
  const next = questions[at + 1];
  if (next) return { kind: 'next', id: next.id };
  const missing = questions.find((_, i) => i !== at && results.get(i) !== true);
  return missing ? { kind: 'missing', id: missing.id } : { kind: 'end' };
}
