/** Why: the clicker walks a quiz as it walks the slides, and back is always the way that one came. */
import { drawSet, emptyRound, type QuizItem } from './quiz-set';
import { changeRound, type ClassQuiz, type QuizFeed } from './quiz-state';

function start(state: ClassQuiz, { pool }: QuizFeed): ClassQuiz {
  const { chooser, run } = state;
  const begun = (items: readonly QuizItem[], seed: number | null): ClassQuiz =>
    items.length === 0
      ? state
      : {
          ...state,
          screen: 'run',
          run: { seed, items, rounds: items.map(emptyRound), index: 0, phase: 'asking' },
        };
  if (chooser.cursor === 0) {
    const items = drawSet(pool, chooser.seed, chooser.length);
    const same =
      run?.seed === chooser.seed && run.items.map(({ id }) => id).join() === items.map(({ id }) => id).join();
    // Who came here by going back, or by the key, goes on where the set was.
    return same && run.index < run.items.length ? { ...state, screen: 'run' } : begun(items, chooser.seed);
  }
  const item = pool[chooser.cursor - 1];
  if (!item) return state;
  if (run?.seed !== null) return begun([item], null);
  const known = run.items.findIndex(({ id }) => id === item.id);
  if (known >= 0) return { ...state, screen: 'run', run: { ...run, index: known, phase: 'asking' } };
  return {
    ...state,
    screen: 'run',
    run: {
      ...run,
      items: [...run.items, item],
      rounds: [...run.rounds, emptyRound(item)],
      index: run.items.length,
      phase: 'asking',
    },
  };
}

/** One click on. */
export function forward(state: ClassQuiz, feed: QuizFeed): ClassQuiz {
  const { screen, run } = state;
  if (screen === 'chooser' || !run) return start(state, feed);
  const round = run.rounds[run.index];
  if (!round) return { ...state, shown: false };
  switch (run.phase) {
    case 'asking':
      return { ...state, run: { ...run, phase: 'counting' } };
    case 'counting':
      return { ...state, run: { ...run, phase: 'revealed' } };
    case 'revealed':
      return round.page < feed.pages - 1
        ? changeRound(state, run, (now) => ({ ...now, page: now.page + 1 }))
        : { ...state, run: { ...run, index: run.index + 1, phase: 'asking' } };
  }
}

/** The way that one came; from the first question to the chooser. */
export function back(state: ClassQuiz): ClassQuiz {
  const { screen, run } = state;
  if (screen === 'chooser' || !run) return state;
  const before: ClassQuiz =
    run.index === 0
      ? { ...state, screen: 'chooser' }
      : { ...state, run: { ...run, index: run.index - 1, phase: 'revealed' } };
  const round = run.rounds[run.index];
  if (!round) return before;
  switch (run.phase) {
    case 'asking':
      return before;
    case 'counting':
      return { ...state, run: { ...run, phase: 'asking' } };
    case 'revealed':
      return round.page > 0
        ? changeRound(state, run, (now) => ({ ...now, page: now.page - 1 }))
        : { ...state, run: { ...run, phase: 'counting' } };
  }
}
