/** Why: a teacher counts twenty-three hands with two keys and goes on; what each key does depends on the screen shown. */
import { LONGEST_SET, MOST_HANDS, SEEDS } from './quiz-set';
import { changeRound, clamp, put, type Chooser, type ClassQuiz, type QuizFeed, type Run } from './quiz-state';
import { back, forward } from './quiz-walk';

/** A key of the hand. */
export type HandKey =
  | { readonly kind: 'enter' | 'up' | 'down' | 'more' | 'less' | 'erase' }
  | { readonly kind: 'digit'; readonly digit: number };

/** The number that stands after a digit more, or one fewer (`null`). */
const typed = (now: number, digit: number | null, typing: boolean, most: number): number => {
  if (digit === null) return Math.floor(now / 10);
  const longer = typing ? now * 10 + digit : digit;
  return longer > most ? now : longer;
};

/** Counts at one slot, which is the one counted from now on. */
export const setHands = (
  state: ClassQuiz,
  run: Run,
  slot: number,
  change: (now: number) => number,
): ClassQuiz =>
  changeRound(state, run, (round) =>
    slot in round.hands
      ? { ...round, slot, hands: put(round.hands, slot, clamp(change(round.hands[slot]!), 0, MOST_HANDS)) }
      : round,
  );

/** A point more or fewer for a team at the question shown. */
export function point(state: ClassQuiz, run: Run, team: number, by: number): ClassQuiz {
  if (!(team in state.teams)) return state;
  return changeRound({ ...state, team }, run, (round) => ({
    ...round,
    points: state.teams.map((_, i) => {
      const now = round.points[i] ?? 0;
      return i === team ? Math.max(0, now + by) : now;
    }),
  }));
}

/** What a key of the hand does on the screen shown. */
export function handled(state: ClassQuiz, action: HandKey, feed: QuizFeed): ClassQuiz {
  const { chooser, run } = state;
  const by = action.kind === 'less' || action.kind === 'up' ? -1 : 1;
  if (state.screen === 'chooser' || !run) {
    const set = (change: Partial<Chooser>) => ({ ...state, chooser: { ...chooser, ...change } });
    switch (action.kind) {
      case 'digit':
        return set({ cursor: 0, seed: typed(chooser.seed, action.digit, state.typing, SEEDS - 1) });
      case 'erase':
        return set({ cursor: 0, seed: typed(chooser.seed, null, true, SEEDS - 1) });
      case 'more':
      case 'less':
        return set({
          cursor: 0,
          length: clamp(chooser.length + by, 1, Math.max(1, Math.min(LONGEST_SET, feed.pool.length))),
        });
      case 'up':
      case 'down':
        return set({ cursor: clamp(chooser.cursor + by, 0, feed.pool.length) });
      case 'enter':
        return forward(state, feed);
    }
  }
  const round = run.rounds[run.index];
  const { slot } = round ?? { slot: null };
  if (round && run.phase === 'counting') {
    switch (action.kind) {
      case 'digit':
      case 'erase': {
        const digit = action.kind === 'digit' ? action.digit : null;
        if (slot === null || (digit === null && !state.typing)) return digit === null ? back(state) : state;
        return setHands(state, run, slot, (now) => typed(now, digit, state.typing, MOST_HANDS));
      }
      case 'more':
      case 'less':
        return slot === null ? state : setHands(state, run, slot, (now) => now + by);
      case 'up':
      case 'down':
        return changeRound(state, run, (now) => ({
          ...now,
          slot:
            slot === null ? (by < 0 ? now.hands.length - 1 : 0) : clamp(slot + by, 0, now.hands.length - 1),
        }));
      case 'enter':
        if (slot === null) return forward(state, feed);
        return changeRound(state, run, (now) => ({
          ...now,
          slot: slot + 1 < now.hands.length ? slot + 1 : null,
        }));
    }
  }
  switch (action.kind) {
    case 'digit':
      return round && run.phase === 'revealed' ? point(state, run, action.digit - 1, 1) : state;
    case 'more':
    case 'less':
      return round && run.phase === 'revealed' ? point(state, run, state.team, by) : state;
    case 'up':
    case 'erase':
      return back(state);
    case 'down':
    case 'enter':
      return forward(state, feed);
  }
}
