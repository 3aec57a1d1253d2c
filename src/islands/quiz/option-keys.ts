/** Why: a number key reaches an option of every kind of question, wherever the focus is inside the quiz. */
import type { QuizQuestion } from './quiz-question';

/** What React's and the browser's own event share. */
type Key = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'preventDefault'>;

/**
 * Takes a key that names an option by its number: chooses it (of a matching: goes to the term's list) and moves the
 * focus there.
 * @param root holds the options
 * @returns whether the key was taken.
 */
export function takeOptionKey(
  event: Key,
  root: ParentNode | null,
  question: QuizQuestion,
  choose: (option: string) => void,
): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey || !/^[1-8]$/.test(event.key)) return false;
  const option = question.options[Number(event.key) - 1];
  if (!option) return false;
  event.preventDefault();
  if (question.kind !== 'matching') choose(option.id);
  root
    ?.querySelector<HTMLElement>(`input[value="${option.id}"], select[data-option="${option.id}"]`)
    ?.focus();
  return true;
}
