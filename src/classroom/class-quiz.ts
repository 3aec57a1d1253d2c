/**
 * Why: forty people, one screen, no accounts: a question is asked, hands are counted, the answer is told and why. It is
 * walked by the clicker like the slides: asking, counting, revealed, the next question, the summary, and back the same way.
 */
import { handled, point, setHands, type HandKey } from './quiz-hands';
import { LONGEST_SET } from './quiz-set';
import { clamp, NO_FEED, put, quizPlace, type ClassQuiz, type QuizFeed } from './quiz-state';
import { back, forward } from './quiz-walk';

export type QuizAction =
  | { readonly kind: 'toggle'; /** For a quiz that begins. */ readonly seed: number }
  | HandKey
  | { readonly kind: 'hide' | 'forward' | 'back' | 'teams' }
  | { readonly kind: 'seed'; readonly seed: number }
  | { readonly kind: 'length'; readonly length: number }
  | { readonly kind: 'choose'; readonly cursor: number }
  | { readonly kind: 'team-count'; readonly count: number }
  | { readonly kind: 'name'; readonly team: number; readonly name: string }
  | { readonly kind: 'hand'; readonly slot: number; readonly by: 1 | -1 }
  | { readonly kind: 'point'; readonly team: number; readonly by: 1 | -1 };

const MOST_TEAMS = 4;

/** A quiz that has just been opened. */
export const openQuiz = (seed: number): ClassQuiz => ({
  shown: true,
  screen: 'chooser',
  chooser: { seed, length: 5, cursor: 0 },
  teams: [],
  team: 0,
  run: null,
  typing: false,
});

const withTeams = (state: ClassQuiz, count: number): ClassQuiz => ({
  ...state,
  teams: Array.from({ length: count }, (_, i) => state.teams[i] ?? ''),
  team: Math.min(state.team, Math.max(0, count - 1)),
});

function changed(state: ClassQuiz, action: QuizAction, feed: QuizFeed): ClassQuiz {
  const { chooser, run } = state;
  switch (action.kind) {
    case 'toggle': {
      if (!state.shown) return { ...state, shown: true };
      if (state.screen === 'chooser') return { ...state, shown: false };
      const over = run !== null && run.index >= run.items.length;
      const seed = over ? action.seed : chooser.seed;
      return { ...state, screen: 'chooser', chooser: { ...chooser, seed } };
    }
    case 'hide':
      return { ...state, shown: false };
    case 'forward':
      return forward(state, feed);
    case 'back':
      return back(state);
    case 'teams':
      // None, two, three, four, none: one team alone plays against nobody.
      return withTeams(state, state.teams.length === 0 ? 2 : (state.teams.length + 1) % (MOST_TEAMS + 1));
    case 'team-count':
      return withTeams(state, clamp(action.count, 0, MOST_TEAMS));
    case 'name':
      return { ...state, teams: put(state.teams, action.team, action.name) };
    case 'seed':
      return { ...state, chooser: { ...chooser, cursor: 0, seed: action.seed } };
    case 'length':
      return { ...state, chooser: { ...chooser, cursor: 0, length: clamp(action.length, 1, LONGEST_SET) } };
    case 'choose':
      return { ...state, chooser: { ...chooser, cursor: clamp(action.cursor, 0, feed.pool.length) } };
    case 'hand':
      return run?.phase === 'counting' && run.index < run.items.length
        ? setHands(state, run, action.slot, (now) => now + action.by)
        : state;
    case 'point':
      return run && run.index < run.items.length ? point(state, run, action.team, action.by) : state;
    case 'digit':
    case 'erase':
    case 'more':
    case 'less':
    case 'up':
    case 'down':
    case 'enter':
      return handled(state, action, feed);
  }
}

/** The only way in which a quiz changes. While it is hidden it can only be shown. */
export function classQuizReducer(
  state: ClassQuiz | null,
  action: QuizAction,
  feed: QuizFeed = NO_FEED,
): ClassQuiz | null {
  if (!state) return action.kind === 'toggle' ? openQuiz(action.seed) : null;
  if (!state.shown && action.kind !== 'toggle') return state;
  const next = changed(state, action, feed);
  const typing =
    quizPlace(next) === quizPlace(state) &&
    (action.kind === 'digit' || (action.kind === 'erase' && state.typing));
  return next === state && typing === state.typing ? state : { ...next, typing };
}
