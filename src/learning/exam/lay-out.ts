/** Why: neighbours with the same paper should not see the same letter, yet a seed gives one order for ever. */
import type { QuestionKind } from '../grade';
import { chanceOf, shuffled } from './shuffle';

interface Shown {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly options: readonly { readonly id: string }[];
  readonly choices?: readonly { readonly id: string }[];
  readonly answer: readonly string[];
}

/**
 * The same question with its options (and meanings) in the order of this paper. True before false, and places of a
 * picture, stay; an ordering never shows the right order.
 */
export function laidOut<Q extends Shown>(question: Q, seed: number): Q {
  const chance = chanceOf(seed, question.id);
  const byLot = <T extends { readonly id: string }>(list: readonly T[]): T[] =>
    // By id first: what a file happens to list first must not matter.
    shuffled(
      [...list].sort((a, b) => (a.id < b.id ? -1 : 1)),
      chance,
    );
  switch (question.kind) {
    case 'true-false':
    case 'point':
      return question;
    case 'single':
    case 'multiple':
      return { ...question, options: byLot(question.options) };
    case 'ordering': {
      const options = byLot(question.options);
      const right = options.every(({ id }, i) => id === question.answer[i]);
      return { ...question, options: right ? [...options.slice(1), ...options.slice(0, 1)] : options };
    }
    case 'matching':
      return {
        ...question,
        options: byLot(question.options),
        ...(question.choices && { choices: byLot(question.choices) }),
      };
  }
}
