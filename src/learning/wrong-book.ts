/**
 * Why: 错题本, the wrong-answer book: what was missed, anywhere, stays in it until it has been right often enough in a row.
 * It is computed from the log and kept nowhere, so a change of the rule changes the whole book at once.
 */
import type { PredictionStanding, QuestionStanding, Standing, Summary } from './summary';

export const ROW_SETTING = 'wrong-book.row';
export const ROWS = [1, 2, 3, 4, 5] as const;
const DEFAULT_ROW = 2;

interface Missed {
  /** How many more right answers in a row take it out; from 1. */
  readonly missing: number;
  /** The last wrong answer, as `grade` takes it. */
  readonly wrong: readonly string[];
}
export interface WrongQuestion extends QuestionStanding, Missed {
  readonly id: string;
}
export interface WrongPrediction extends PredictionStanding, Missed {
  /** `<figure>?<scenario>@<step>` */
  readonly id: string;
}

/** In the order in which they were last missed, the latest first. */
export interface WrongBook {
  /** Right answers in a row that take an entry out. */
  readonly row: number;
  readonly questions: readonly WrongQuestion[];
  readonly predictions: readonly WrongPrediction[];
}

/** Right answers in a row that the learner asks for: 1 to 5; anything else in the log is as if nothing was said. */
export function rowOf(settings: Summary['settings']): number {
  const said = settings.get(ROW_SETTING);
  return ROWS.find((row) => row === said) ?? DEFAULT_ROW;
}

/** The entries of one kind that still stand in the book. */
function open<S extends Standing>(standings: ReadonlyMap<string, S>, row: number) {
  return [...standings]
    .flatMap(([id, standing]) =>
      standing.missedAt !== null && standing.streak < row
        ? [{ ...standing, id, missing: row - standing.streak, wrong: standing.missed }]
        : [],
    )
    .sort((a, b) => (b.missedAt ?? 0) - (a.missedAt ?? 0) || (a.id < b.id ? -1 : 1));
}

export function wrongBook(summary: Summary): WrongBook {
  const row = rowOf(summary.settings);
  return { row, questions: open(summary.questions, row), predictions: open(summary.predictions, row) };
}

/** Where an entry is listed. `gone`: of an older edition, or of a lesson that is not here. */
export type Shelf =
  | { readonly kind: 'lesson'; readonly lesson: string }
  | { readonly kind: 'generated'; readonly family: string }
  | { readonly kind: 'own' }
  | { readonly kind: 'gone' };

/** @param inBank whether the bank of this edition holds a question of this id */
export function shelfOf({ id, lesson }: Pick<WrongQuestion, 'id' | 'lesson'>, inBank: boolean): Shelf {
  const [first, family = ''] = id.split('/');
  if (first === 'gen') return { kind: 'generated', family };
  if (lesson === 'own') return { kind: 'own' };
  return inBank ? { kind: 'lesson', lesson } : { kind: 'gone' };
}
