/** Why: on paper and without JavaScript an answer is a list: what is right, in the words of the question, and why. */
import { pairOf } from '../../learning/grade';
import type { QuizQuestion } from './quiz-question';

export interface PaperLine {
  /** `✓ option`, `2. step`, `term → meaning`. */
  readonly head: string;
  readonly why: string;
}

/** @param everyOption of a choice also what is wrong, and why; an order or a matching is always told whole */
export function answerOnPaper(question: QuizQuestion, everyOption: boolean): PaperLine[] {
  const { kind, options, choices = [], answer } = question;
  switch (kind) {
    case 'single':
    case 'multiple':
    case 'true-false':
    case 'point':
      return options.flatMap(({ id, text, why }) => {
        const right = answer.includes(id);
        return right || everyOption ? [{ head: `${right ? '✓' : '✗'} ${text}`, why }] : [];
      });
    case 'ordering':
      return answer.flatMap((id, i) =>
        options
          .filter((option) => option.id === id)
          .map(({ text, why }) => ({ head: `${i + 1}. ${text}`, why })),
      );
    case 'matching':
      return options.map(({ id, text, why }) => {
        const meaning = answer.map(pairOf).find(([term]) => term === id)?.[1];
        return { head: `${text} → ${choices.find((choice) => choice.id === meaning)?.text ?? ''}`, why };
      });
  }
}
