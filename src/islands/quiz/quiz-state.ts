/**
 * Why: what the learner sees of a quiz is a pure function of the questions, the log and the actions so far;
 * the island only draws it.
 */
import { choose, grade, isComplete, offers, type Grade } from '../../learning/grade';
import type { Records } from '../../learning/progress';
import type { QuizMode, QuizQuestion } from './quiz-question';

export const FILTERS = ['all', 'unseen', 'wrong'] as const;
export type Filter = (typeof FILTERS)[number];

/** What was chosen for a question, and whether it has been handed in. */
export interface Attempt {
  readonly chosen: readonly string[];
  readonly handedIn: boolean;
}

export interface QuizState {
  readonly questions: readonly QuizQuestion[];
  readonly records: Records;
  readonly filter: Filter;
  /** Ids that the filter chose when it was set: an answer does not pull its question from under the reader. */
  readonly list: readonly string[];
  /** Id of the question shown; null when the list is empty. */
  readonly at: string | null;
  readonly attempts: Readonly<Record<string, Attempt>>;
}

export type QuizAction =
  | { readonly kind: 'choose'; readonly option: string }
  | { readonly kind: 'hand-in' }
  | { readonly kind: 'again' }
  | { readonly kind: 'go'; readonly id: string }
  | { readonly kind: 'filter'; readonly filter: Filter }
  | { readonly kind: 'log'; readonly records: Records };

const NOTHING: Attempt = { chosen: [], handedIn: false };

/**
 * @param wanted question that the address names; it wins where it exists. Otherwise the first unseen one after
 * the last answer; if all were seen, the first whose last answer was wrong; else the first.
 */
export function startQuiz(
  questions: readonly QuizQuestion[],
  records: Records,
  mode: QuizMode,
  wanted: string | null,
): QuizState {
  const list = questions.map((question) => question.id);
  const at = wanted !== null && list.includes(wanted) ? wanted : (resume(list, records) ?? null);
  const attempts = mode === 'lesson' ? lastAttempts(questions, records) : {};
  return { questions, records, filter: 'all', list, at, attempts };
}

function resume(list: readonly string[], records: Records): string | undefined {
  const lastAt = Math.max(...list.map((id) => records.get(id)?.at ?? -1));
  const last = list.findIndex((id) => records.get(id)?.at === lastAt);
  const onward = [...list.slice(last + 1), ...list.slice(0, last + 1)];
  return (
    onward.find((id) => !records.has(id)) ?? list.find((id) => records.get(id)?.last === 'wrong') ?? list[0]
  );
}

/** In the lesson, what was answered stays answered. An answer to an older edition's options is left out. */
function lastAttempts(questions: readonly QuizQuestion[], records: Records): Record<string, Attempt> {
  const kept = questions.flatMap((question) => {
    const { id } = question;
    const chosen = records.get(id)?.chosen ?? [];
    const known = isComplete(question, chosen) && chosen.every((name) => offers(question, name));
    return known ? [[id, { chosen, handedIn: true }] as const] : [];
  });
  return Object.fromEntries(kept);
}

export function quizReducer(state: QuizState, action: QuizAction): QuizState {
  switch (action.kind) {
    case 'choose': {
      const question = shown(state);
      const { chosen, handedIn } = attempt(state);
      if (!question || handedIn || !offers(question, action.option)) return state;
      return withAttempt(state, { chosen: choose(question.kind, chosen, action.option), handedIn: false });
    }
    case 'hand-in': {
      const question = shown(state);
      const { chosen } = attempt(state);
      return question && isComplete(question, chosen)
        ? withAttempt(state, { chosen, handedIn: true })
        : state;
    }
    case 'again':
      return withAttempt(state, NOTHING);
    case 'go':
      if (state.list.includes(action.id)) return { ...state, at: action.id };
      return state.questions.some((question) => question.id === action.id)
        ? { ...filtered(state, 'all'), at: action.id }
        : state;
    case 'filter':
      return filtered(state, action.filter);
    case 'log':
      return { ...state, records: action.records };
  }
}

function withAttempt(state: QuizState, next: Attempt): QuizState {
  return state.at === null ? state : { ...state, attempts: { ...state.attempts, [state.at]: next } };
}

/** Sets a filter; outside `all`, its questions are asked afresh. */
function filtered(state: QuizState, filter: Filter): QuizState {
  const list = matching(state, filter);
  const at = state.at !== null && list.includes(state.at) ? state.at : (list[0] ?? null);
  if (filter === 'all') return { ...state, filter, list, at };
  const fresh = Object.fromEntries(list.map((id) => [id, NOTHING]));
  return { ...state, filter, list, at, attempts: { ...state.attempts, ...fresh } };
}

/** Ids of the questions that a filter would show now. */
export function matching({ questions, records }: QuizState, filter: Filter): string[] {
  const wanted = (id: string): boolean => {
    switch (filter) {
      case 'all':
        return true;
      case 'unseen':
        return !records.has(id);
      case 'wrong':
        return records.get(id)?.last === 'wrong';
    }
  };
  return questions.map((question) => question.id).filter(wanted);
}

export const shown = (state: QuizState): QuizQuestion | undefined =>
  state.questions.find((question) => question.id === state.at);

export const attempt = (state: QuizState): Attempt => state.attempts[state.at ?? ''] ?? NOTHING;

/** The grade of the question shown; null until it is handed in. */
export function shownGrade(state: QuizState): Grade | null {
  const question = shown(state);
  const { chosen, handedIn } = attempt(state);
  return question && handedIn ? grade(question, chosen) : null;
}

/** How a question stands in the list of numbers: by its last answer. */
export const standing = ({ records }: QuizState, id: string): 'unseen' | 'right' | 'wrong' =>
  records.get(id)?.last ?? 'unseen';

/** Where "next" leads. At the end of the list: to the first one in it that is not right yet, if there is one. */
export type Onward = { readonly kind: 'next' | 'missing'; readonly id: string } | { readonly kind: 'end' };

export function onward(state: QuizState): Onward {
  const next = state.list[state.list.indexOf(state.at ?? '') + 1];
  if (next !== undefined) return { kind: 'next', id: next };
  const missing = state.list.find((id) => id !== state.at && standing(state, id) !== 'right');
  return missing === undefined ? { kind: 'end' } : { kind: 'missing', id: missing };
}

/** The question before the one shown, if any. */
export const before = (state: QuizState): string | undefined =>
  state.at === null ? undefined : state.list[state.list.indexOf(state.at) - 1];
