/** Why: to choose a set one needs of each question only where it belongs; words come when it is asked. */
import type { QuestionKind } from '../grade';
import type { Summary } from '../summary';
import { wrongBook } from '../wrong-book';
import { shuffled } from '../../lib/seeded-order';
import type { PracticeSpec } from './spec';

export interface BankQuestion {
  readonly id: string;
  readonly lesson: string;
  readonly kind: QuestionKind;
  readonly difficulty: 1 | 2 | 3;
  readonly topic: string;
}
/** In the order of the course, then of the lesson's file. */
export type Bank = readonly BankQuestion[];

/** What the log says of questions, as far as a choice asks for it. */
export interface Known {
  /** Questions that stand in the wrong-answer book. */
  readonly wrong: ReadonlySet<string>;
  readonly seen: { readonly has: (id: string) => boolean };
  readonly favourites: ReadonlySet<string>;
}

export const NOTHING_KNOWN: Known = { wrong: new Set(), seen: new Set(), favourites: new Set() };

export const knownFrom = (summary: Summary): Known => ({
  wrong: new Set(wrongBook(summary).questions.map(({ id }) => id)),
  seen: summary.questions,
  favourites: summary.favourites,
});

const allows = (wanted: readonly unknown[], value: unknown) => wanted.length === 0 || wanted.includes(value);

/** The questions that a choice takes, in the order of the bank. */
export function matching(bank: Bank, spec: PracticeSpec, known: Known): Bank {
  const standing = ({ id }: BankQuestion): boolean => {
    switch (spec.only) {
      case 'all':
        return true;
      case 'wrong':
        return known.wrong.has(id);
      case 'unseen':
        return !known.seen.has(id);
      case 'favourites':
        return known.favourites.has(id);
    }
  };
  return bank.filter(
    (question) =>
      allows(spec.questions, question.id) &&
      allows(spec.lessons, question.lesson) &&
      allows(spec.topics, question.topic) &&
      allows(spec.kinds, question.kind) &&
      allows(spec.difficulty, question.difficulty) &&
      standing(question),
  );
}

/** The ids that a session asks, in its order. */
export function drawn(bank: Bank, spec: PracticeSpec, known: Known): string[] {
  const ids = matching(bank, spec, known).map(({ id }) => id);
  const order = shuffled(ids, spec.seed ?? 0);
  return spec.count === 'all' ? order : order.slice(0, spec.count);
}

/** A filter of a choice, and the spec without it. */
export const FILTERS = ['lessons', 'topics', 'kinds', 'difficulty', 'only', 'questions'] as const;
export type FilterName = (typeof FILTERS)[number];

export const without = (spec: PracticeSpec, filter: FilterName): PracticeSpec => ({
  ...spec,
  [filter]: filter === 'only' ? 'all' : [],
});

/** Of a choice that takes nothing: each single filter without which it would take something, and how much. */
export function ways(bank: Bank, spec: PracticeSpec, known: Known): { filter: FilterName; count: number }[] {
  return FILTERS.map((filter) => ({
    filter,
    count: matching(bank, without(spec, filter), known).length,
  })).filter(({ count }) => count > 0);
}
