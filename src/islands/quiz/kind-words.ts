/** Why: each kind of question says in its own words what is missing, how right an answer is, and which keys it takes. */
import { isComplete, type Grade } from '../../learning/grade';
import { fill } from '../../lib/fill';
import type { QuizText } from './messages';
import type { QuizQuestion } from './quiz-question';

/** What has to be chosen before the answer can be handed in; `''` when nothing is missing. */
export function hintFor(question: QuizQuestion, chosen: readonly string[], text: QuizText): string {
  if (isComplete(question, chosen)) return '';
  switch (question.kind) {
    case 'single':
    case 'multiple':
    case 'true-false':
      return text.chooseFirst;
    case 'point':
      return text.pointFirst;
    case 'ordering':
      return fill(text.placeFirst, { count: question.options.length });
    case 'matching':
      return fill(text.matchFirst, { count: question.options.length });
  }
}

/** The verdict in words; where an answer has parts, with how many of them are right. */
export function verdictOf(
  { right, hits, wanted, mistaken }: Grade,
  question: QuizQuestion,
  text: QuizText,
): string {
  if (right) return text.right;
  switch (question.kind) {
    case 'single':
    case 'true-false':
    case 'point':
      return text.wrong;
    case 'multiple':
      if (hits === 0) return text.wrong;
      return fill(mistaken > 0 ? text.partlyAnd : text.partly, { hits, wanted, mistaken });
    case 'ordering':
      return fill(text.inPlace, { hits, wanted });
    case 'matching':
      return fill(text.matched, { hits, wanted });
  }
}

/** The line of keys. @param question undefined while none is shown. */
export function keysOf(question: QuizQuestion | undefined, text: QuizText): string {
  const n = question?.options.length ?? 6;
  switch (question?.kind) {
    case undefined:
    case 'single':
    case 'multiple':
    case 'true-false':
    case 'point':
      return fill(text.keys, { n });
    case 'ordering':
      return fill(text.keysOrdering, { n });
    case 'matching':
      return fill(text.keysMatching, { n, last: String.fromCharCode(64 + (question?.choices?.length ?? 1)) });
  }
}
