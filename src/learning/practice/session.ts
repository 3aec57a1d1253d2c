/**
 * Why: a session is a fixed list of questions and what was chosen so far; the island draws it, the store keeps it, so that
 * a reader who leaves comes back to the same question. What counts is the first answer handed in.
 */
import { choose, grade, offers, type Gradable, type QuestionKind } from '../grade';
import type { Answers } from './spec';

export interface Attempt {
  readonly chosen: readonly string[];
  /** The explanation is shown. */
  readonly handedIn: boolean;
  /** The first answer handed in; null until then. */
  readonly first: readonly string[] | null;
}

export interface PracticeSession {
  /** The choice in full, with its seed, as `writeSpec` spells it: what makes two sessions the same. */
  readonly query: string;
  readonly answers: Answers;
  /** Ids in the order in which they are asked; never empty. */
  readonly list: readonly string[];
  /** Id of the question shown. */
  readonly at: string;
  readonly attempts: Readonly<Record<string, Attempt>>;
  /** The result is shown. */
  readonly done: boolean;
  /** Answers handed in at the end that the log has not got yet. */
  readonly owed: readonly string[];
}

export interface Asked {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly options: readonly { readonly id: string }[];
  readonly choices?: readonly { readonly id: string }[];
}

export type SessionAction =
  | { readonly kind: 'choose'; readonly question: Asked; readonly option: string }
  | { readonly kind: 'hand-in' }
  | { readonly kind: 'again' }
  | { readonly kind: 'go'; readonly id: string }
  | { readonly kind: 'finish' }
  /** Back from the result to what is still open. */
  | { readonly kind: 'reopen' }
  | { readonly kind: 'logged'; readonly id: string }
  /** Another tab went on with the same session. */
  | { readonly kind: 'restore'; readonly session: PracticeSession };

const NOTHING: Attempt = { chosen: [], handedIn: false, first: null };

/** @param list not empty */
export function startSession(query: string, answers: Answers, list: readonly string[]): PracticeSession {
  return { query, answers, list, at: list[0] ?? '', attempts: {}, done: false, owed: [] };
}

export const attemptAt = (session: PracticeSession, id: string = session.at): Attempt =>
  session.attempts[id] ?? NOTHING;

const withAttempt = (session: PracticeSession, attempt: Attempt): PracticeSession => ({
  ...session,
  attempts: { ...session.attempts, [session.at]: attempt },
});

export function sessionReducer(session: PracticeSession, action: SessionAction): PracticeSession {
  const attempt = attemptAt(session);
  switch (action.kind) {
    case 'choose': {
      const { question, option } = action;
      if (session.done || attempt.handedIn || question.id !== session.at || !offers(question, option))
        return session;
      return withAttempt(session, { ...attempt, chosen: choose(question.kind, attempt.chosen, option) });
    }
    case 'hand-in':
      return session.done || session.answers === 'end' || attempt.chosen.length === 0
        ? session
        : withAttempt(session, { ...attempt, handedIn: true, first: attempt.first ?? attempt.chosen });
    case 'again':
      return session.done ? session : withAttempt(session, { ...attempt, chosen: [], handedIn: false });
    case 'go':
      return session.list.includes(action.id) ? { ...session, at: action.id } : session;
    case 'finish':
      return session.done ? session : finished(session);
    case 'reopen': {
      const open = session.list.find((id) => attemptAt(session, id).first === null);
      return session.done && session.answers === 'once' && open !== undefined
        ? { ...session, done: false, at: open }
        : session;
    }
    case 'logged':
      return { ...session, owed: session.owed.filter((id) => id !== action.id) };
    case 'restore':
      return action.session.query === session.query ? action.session : session;
  }
}

/** With answers at the end, all that was chosen is handed in now. */
function finished(session: PracticeSession): PracticeSession {
  if (session.answers === 'once') return { ...session, done: true };
  const answered = session.list.filter((id) => attemptAt(session, id).chosen.length > 0);
  const handed = answered.map((id) => {
    const { chosen } = attemptAt(session, id);
    return [id, { chosen, handedIn: true, first: chosen }] as const;
  });
  return {
    ...session,
    done: true,
    attempts: { ...session.attempts, ...Object.fromEntries(handed) },
    owed: answered,
  };
}

/** The session without questions that this edition no longer has; null when none is left. */
export function fitted(session: PracticeSession, has: (id: string) => boolean): PracticeSession | null {
  const list = session.list.filter(has);
  const [first] = list;
  if (first === undefined) return null;
  const at = list.includes(session.at) ? session.at : first;
  return { ...session, list, at, owed: session.owed.filter(has) };
}

/** Ids without an answer: nothing handed in or, with answers at the end, nothing chosen. */
export const openOnes = (session: PracticeSession): string[] =>
  session.list.filter((id) => {
    const { first, chosen } = attemptAt(session, id);
    return session.answers === 'once' || session.done ? first === null : chosen.length === 0;
  });

export type Outcome = 'right' | 'wrong' | 'open';

/** How a question of the session came out, by its first answer. */
export function outcomeOf(session: PracticeSession, question: Gradable & { readonly id: string }): Outcome {
  const { first } = attemptAt(session, question.id);
  return first === null ? 'open' : grade(question, first).right ? 'right' : 'wrong';
}

export interface Tally {
  readonly name: string;
  readonly right: number;
  readonly wrong: number;
  readonly open: number;
}

/** Counts outcomes by a property, in the order in which its values come up. */
export function tally<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  outcome: (item: T) => Outcome,
): Tally[] {
  const rows = new Map<string, Record<Outcome, number>>();
  for (const item of items) {
    const row = rows.get(nameOf(item)) ?? { right: 0, wrong: 0, open: 0 };
    row[outcome(item)] += 1;
    rows.set(nameOf(item), row);
  }
  return [...rows].map(([name, row]) => ({ name, ...row }));
}
