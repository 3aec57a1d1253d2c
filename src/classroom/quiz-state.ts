/** Why: all that the windows must agree on of a class quiz. Pure data, so that a reload and a second screen find it whole. */
import type { QuizItem, Round } from './quiz-set';

export type Phase = 'asking' | 'counting' | 'revealed';

export interface Chooser {
  readonly seed: number;
  /** Questions of a set. */
  readonly length: number;
  /** 0: a set; n: the nth question of the pool, alone. */
  readonly cursor: number;
}

/** A walk through questions. */
export interface Run {
  /** What the set was drawn with; null: its questions were chosen one by one. */
  readonly seed: number | null;
  readonly items: readonly QuizItem[];
  /** One for each item. */
  readonly rounds: readonly Round[];
  /** The question shown; the number of questions at the summary. */
  readonly index: number;
  readonly phase: Phase;
}

export interface ClassQuiz {
  /** Hidden, it keeps its place. */
  readonly shown: boolean;
  readonly screen: 'chooser' | 'run';
  readonly chooser: Chooser;
  /** Names; `''` is called by its number. None: no teams play. */
  readonly teams: readonly string[];
  /** The team that had the last point: one more or fewer is its. */
  readonly team: number;
  readonly run: Run | null;
  /** The next digit belongs to the number that is being typed. */
  readonly typing: boolean;
}

/** What only the window that acts knows. */
export interface QuizFeed {
  /** The questions that can be asked of a class; none until they are loaded. */
  readonly pool: readonly QuizItem[];
  /** Pages that the reasons of the question shown take. */
  readonly pages: number;
}
export const NO_FEED: QuizFeed = { pool: [], pages: 1 };

/** The nearest of the numbers from `low` to `high`. */
export const clamp = (n: number, low: number, high: number) => Math.max(low, Math.min(high, n));
/** The list with another value at one place. */
export const put = <T>(list: readonly T[], at: number, value: T): readonly T[] =>
  list.map((each, i) => (i === at ? value : each));

/** The question shown, with what was counted; null in the chooser and at the summary. */
export function roundShown({
  screen,
  run,
}: ClassQuiz): { readonly item: QuizItem; readonly round: Round } | null {
  const item = screen === 'run' ? run?.items[run.index] : undefined;
  return item ? { item, round: run!.rounds[run!.index]! } : null;
}

/** A name of what the room sees; `''` when the quiz is hidden. */
export function quizPlace(quiz: ClassQuiz | null): string {
  if (!quiz?.shown) return '';
  const { screen, run } = quiz;
  if (screen === 'chooser' || !run) return 'chooser';
  return run.index < run.items.length ? `${run.items[run.index]!.id} ${run.phase}` : 'summary';
}

/** The round of the question shown, changed. */
export const changeRound = (state: ClassQuiz, run: Run, change: (round: Round) => Round): ClassQuiz => ({
  ...state,
  run: { ...run, rounds: put(run.rounds, run.index, change(run.rounds[run.index]!)) },
});
