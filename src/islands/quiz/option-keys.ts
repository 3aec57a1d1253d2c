/** Why: a number key reaches an option of every kind of question, wherever the focus is inside the quiz. */
import type { KeyboardEvent } from 'react';
import type { QuizQuestion } from './quiz-question';

/**
 * Takes a key that names an option by its number: chooses it (of a matching: goes to the term's list) and moves the
 * focus there. @returns whether the key was taken.
 */
export function takeOptionKey(
  event: KeyboardEvent,
  question: QuizQuestion,
  choose: (option: string) => void,
): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey || !/^[1-8]$/.test(event.key)) return false;
  const option = question.options[Number(event.key) - 1];
  if (!option) return false;
  event.preventDefault();
  if (question.kind !== 'matching') choose(option.id);
  event.currentTarget
    .querySelector<HTMLElement>(`input[value="${option.id}"], select[data-option="${option.id}"]`)
    ?.focus();
  return true;
}
