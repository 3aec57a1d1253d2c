/** Why: what a browser must know of the course to draw a paper, to grade it and to say what a mock exam is. */
import { isComplete, type QuestionKind } from '../../learning/grade';
import type { BankQuestion, Blueprint } from '../../learning/exam/assemble';
import type { PaperQuestion } from '../../learning/exam/grade-paper';
import type { Certainty } from '../../schemas/exam';

export type BankEntry = BankQuestion & PaperQuestion;

export interface PassMark {
  readonly percent: number;
  readonly from: string;
  readonly certainty: Certainty;
}

/** A preset in one language. */
export interface Preset extends Blueprint {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly edition: string;
  readonly source: string;
  /** ISO date, or `unknown`. */
  readonly date: string;
  readonly certainty: Readonly<Record<'minutes' | 'kinds' | 'marks' | 'weights', Certainty>>;
  readonly minutes: number;
  readonly marks: number;
  readonly pass: readonly PassMark[];
  readonly notes: readonly string[];
  /** What a paper has today: `kinds`, with stand-ins where the course has too few. */
  readonly drawn: Readonly<Partial<Record<QuestionKind, number>>>;
  /** Each group of the weights with its name and its share of the paper, percent. */
  readonly shares: readonly { readonly title: string; readonly percent: number }[];
}

export interface ExamCourse {
  readonly presets: readonly Preset[];
  readonly lessons: readonly { readonly id: string; readonly title: string }[];
  readonly bank: readonly BankEntry[];
}

/** The questions of a paper in its order; one that the course no longer has is its id alone. */
export function paperOf(
  ids: readonly string[],
  bank: readonly BankEntry[],
): readonly (BankEntry | { readonly id: string })[] {
  const known = new Map(bank.map((entry) => [entry.id, entry]));
  return ids.map((id) => known.get(id) ?? { id });
}

/** Those of a paper that the course still has. */
export const stillThere = (paper: ReturnType<typeof paperOf>): BankEntry[] =>
  paper.filter((entry): entry is BankEntry => 'answer' in entry);

/** Whether an answer counts as given: an order or a matching only when it is whole. */
export const isAnswered = (entry: BankEntry | { readonly id: string }, chosen: readonly string[]): boolean =>
  'kind' in entry ? isComplete(entry, chosen) : chosen.length > 0;
