/** Why: a key that goes on must know, at once and outside React, which questions there are and how many pages their reasons take in this window. */
import type { ClassQuiz, QuizFeed } from '../../classroom/quiz-state';
import { roundShown } from '../../classroom/quiz-state';
import type { QuizQuestion } from '../quiz/quiz-question';
import { askable, itemOf } from './quiz-words';

/** Heights of letters, units: the largest is taken with which everything fits. */
export const QUIZ_SIZES = ['36', '32', '29', '26', '24'] as const;

/** How the reasons of a question are laid out: indices of its reasons, page by page. */
export interface Pages {
  readonly size: string;
  readonly rows: readonly (readonly number[])[];
}

export interface QuizDesk {
  /** Takes the lesson's questions when they have come. */
  readonly hold: (questions: readonly QuizQuestion[]) => void;
  readonly question: (id: string) => QuizQuestion | undefined;
  readonly pagesOf: (id: string) => Pages | undefined;
  readonly setPages: (id: string, pages: Pages) => void;
  readonly subscribe: (on: () => void) => () => void;
  readonly feed: (quiz: ClassQuiz | null) => QuizFeed;
}

export function quizDesk(): QuizDesk {
  let questions: readonly QuizQuestion[] = [];
  const pages = new Map<string, Pages>();
  const listeners = new Set<() => void>();
  return {
    hold: (all) => {
      questions = all;
    },
    question: (id) => questions.find((each) => each.id === id),
    pagesOf: (id) => pages.get(id),
    setPages: (id, own) => {
      pages.set(id, own);
      listeners.forEach((on) => on());
    },
    subscribe: (on) => {
      listeners.add(on);
      return () => void listeners.delete(on);
    },
    feed: (quiz) => {
      const id = quiz ? roundShown(quiz)?.item.id : undefined;
      return {
        pool: questions.filter(askable).map(itemOf),
        pages: (id === undefined ? undefined : pages.get(id))?.rows.length ?? 1,
      };
    },
  };
}

/**
 * Lays rows out on pages, in order.
 * @param heights of each row, @param room for the rows of a page, @param gap between two: all in one unit
 */
export function packRows(
  heights: readonly number[],
  room: number,
  gap: number,
): readonly (readonly number[])[] {
  const pages: number[][] = [];
  let left = -1;
  heights.forEach((height, i) => {
    if (pages.length === 0 || left < height + gap) {
      pages.push([i]);
      left = room - height;
    } else {
      pages.at(-1)!.push(i);
      left -= height + gap;
    }
  });
  return pages.length === 0 ? [[]] : pages;
}
