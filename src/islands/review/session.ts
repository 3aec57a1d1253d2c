/**
 * Why: a review as a pure function of what the learner did. The log takes nothing back, so the last grade waits here,
 * where it can be undone, until the next one is given or the page is left; then it is written.
 */
import type { RecallGrade, Review } from '../../learning/schedule';

export interface Given {
  /** Id of the card. */
  readonly card: string;
  readonly grade: RecallGrade;
  /** When it was given, ms since 1970. */
  readonly at: number;
  /** Time that the log gave it; null until it is written. */
  readonly written: number | null;
  /** Whether the question was answered right; null for a term, and for a question that was not answered. */
  readonly right: boolean | null;
  /** How the card was answered, to show it again when the grade is undone. */
  readonly chosen: readonly string[];
}

export interface Session {
  readonly phase: 'start' | 'asking' | 'over';
  /** Id of the card shown; null when there is none. */
  readonly at: string | null;
  readonly chosen: readonly string[];
  readonly revealed: boolean;
  /** Whether the shown question was answered right; null before, and where nothing was answered. */
  readonly right: boolean | null;
  /** Grades of this session, in order. */
  readonly given: readonly Given[];
  /** Whether the last of them can be undone. */
  readonly pending: boolean;
}

export type SessionAction =
  | { readonly kind: 'ask'; readonly card: string | null }
  | { readonly kind: 'choose'; readonly chosen: readonly string[] }
  | { readonly kind: 'reveal'; readonly right: boolean | null }
  | { readonly kind: 'grade'; readonly grade: RecallGrade; readonly at: number; readonly next: string | null }
  | { readonly kind: 'undo' }
  /** The last grade goes to the log. */
  | { readonly kind: 'keep' }
  | { readonly kind: 'written'; readonly at: number; readonly stamp: number }
  | { readonly kind: 'end' };

export const START: Session = {
  phase: 'start',
  at: null,
  chosen: [],
  revealed: false,
  right: null,
  given: [],
  pending: false,
};

const asking = (session: Session, card: string | null): Session => ({
  ...session,
  phase: card === null ? 'over' : 'asking',
  at: card,
  chosen: [],
  revealed: false,
  right: null,
});

export function sessionReducer(session: Session, action: SessionAction): Session {
  switch (action.kind) {
    case 'ask':
      return asking(session, action.card);
    case 'choose':
      return session.revealed ? session : { ...session, chosen: action.chosen };
    case 'reveal':
      return session.at === null ? session : { ...session, revealed: true, right: action.right };
    case 'grade': {
      const { at: card, right, chosen } = session;
      if (card === null || !session.revealed) return session;
      const given: Given = { card, grade: action.grade, at: action.at, written: null, right, chosen };
      return { ...asking(session, action.next), given: [...session.given, given], pending: true };
    }
    case 'undo': {
      const last = session.given.at(-1);
      if (!session.pending || !last) return session;
      const { card, right, chosen } = last;
      const given = session.given.slice(0, -1);
      return { phase: 'asking', at: card, chosen, revealed: true, right, given, pending: false };
    }
    case 'keep':
      return { ...session, pending: false };
    case 'written':
      return {
        ...session,
        given: session.given.map((one) =>
          one.at === action.at && one.written === null ? { ...one, written: action.stamp } : one,
        ),
      };
    case 'end':
      return { ...asking(session, null), phase: 'over' };
  }
}

type Reviews = ReadonlyMap<string, readonly Review[]>;

/** The log's reviews with those of the session that it does not hold yet. Lists that do not change stay the same ones. */
export function withGiven(reviews: Reviews, given: readonly Given[]): Reviews {
  const open = given.filter(
    ({ card, written }) => written === null || !reviews.get(card)?.some((review) => review.at === written),
  );
  if (open.length === 0) return reviews;
  const all = new Map(reviews);
  for (const { card, grade, at, written } of open) {
    const before = all.get(card) ?? [];
    // The log may already run ahead of this machine's clock.
    const time = Math.max(written ?? at, before.at(-1)?.at ?? 0);
    all.set(card, [...before, { grade, at: time }]);
  }
  return all;
}

/** The grade that an answer suggests; none for a term. */
export const suggested = ({ right, revealed }: Session, kind: 'question' | 'term'): RecallGrade | null =>
  !revealed || kind === 'term' ? null : right === true ? 3 : 1;
