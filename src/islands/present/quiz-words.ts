/** Why: what a class sees of a question, whatever its kind: letters to raise hands for, the answer in few signs, reasons in the right order. */
import type { QuizItem } from '../../classroom/quiz-set';
import { pairOf, type QuestionKind } from '../../learning/grade';
import type { QuizQuestion } from '../quiz/quiz-question';

/** `A`, `B`, …: what the nth option is called. */
export const letterOf = (n: number): string => String.fromCharCode(65 + n);

/** Hands cannot point into a picture. */
export const askable = ({ kind }: QuizQuestion): boolean => kind !== 'point';

/** Whether hands are raised for options; otherwise each writes an answer down, and hands tell who had it right. */
export const countsOptions = (kind: QuestionKind): boolean => kind !== 'ordering' && kind !== 'matching';

/** What the quiz's state keeps of a question. */
export function itemOf({ id, kind, options, answer }: QuizQuestion): QuizItem {
  if (!countsOptions(kind)) return { id, slots: 2, right: [0] };
  const right = options.flatMap((option, i) => (answer.includes(option.id) ? [i] : []));
  return { id, slots: options.length, right };
}

const placeOf = (list: readonly { readonly id: string }[] | undefined, id: string) =>
  list?.findIndex((each) => each.id === id) ?? -1;

/** The answer in letters: `B`, `A, C`, `C → A → B`, `A2 · B1`. */
export function answerSigns({ kind, options, choices, answer }: QuizQuestion): string {
  if (kind === 'ordering') return answer.map((id) => letterOf(placeOf(options, id))).join(' → ');
  if (kind !== 'matching')
    return options.flatMap(({ id }, i) => (answer.includes(id) ? [letterOf(i)] : [])).join(', ');
  return options
    .map(({ id }, i) => {
      const meaning = answer.map(pairOf).find(([term]) => term === id)?.[1] ?? '';
      return `${letterOf(i)}${placeOf(choices, meaning) + 1}`;
    })
    .join(' · ');
}

/** An option with its reason, as it is told. */
export interface Reason {
  readonly id: string;
  /** Index among the options: its letter, and its slot where hands are counted for options. */
  readonly option: number;
  readonly text: string;
  /** Of a matching: the right meaning, with its number. */
  readonly meaning: string | undefined;
  readonly why: string;
  readonly right: boolean;
}

/** All options with their reasons; those of an ordering in the right order. */
export function reasonsOf({ kind, options, choices, answer }: QuizQuestion): readonly Reason[] {
  const all = options.map(({ id, text, why }, option): Reason => {
    const meaning = answer.map(pairOf).find(([term]) => term === id)?.[1] ?? '';
    const at = placeOf(choices, meaning);
    return {
      id,
      option,
      text,
      why,
      meaning: at < 0 ? undefined : `${at + 1} · ${choices![at]!.text}`,
      right: !countsOptions(kind) || answer.includes(id),
    };
  });
  return kind === 'ordering' ? answer.map((id) => all.find((each) => each.id === id)!) : all;
}
