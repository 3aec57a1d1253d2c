/** Why: on paper and without JavaScript an answer is a list: what is right, in the words of the question, and why. */
import { pairOf } from '../../learning/grade';
import type { QuizQuestion } from './quiz-question';

export interface PaperLine {
  /** `✓ option`, `2. step`, `term → meaning`. */
  readonly head: string;
  readonly why: string;
}

/**
 * @param whole every option with its reason; otherwise only what is right: of a choice with its reason, of an order or
 * a matching without
 */
export function answerOnPaper(question: QuizQuestion, whole: boolean): PaperLine[] {
  const { kind, options, choices = [], answer } = question;
  switch (kind) {
    case 'single':
    case 'multiple':
    case 'true-false':
    case 'point':
      return options.flatMap(({ id, text, why }) => {
        const right = answer.includes(id);
        return right || whole ? [{ head: `${right ? '✓' : '✗'} ${text}`, why }] : [];
      });
    case 'ordering':
      return answer.flatMap((id, i) =>
        options
          .filter((option) => option.id === id)
          .map(({ text, why }) => ({ head: `${i + 1}. ${text}`, why: whole ? why : '' })),
      );
    case 'matching':
      return options.map(({ id, text, why }) => {
        const meaning = answer.map(pairOf).find(([term]) => term === id)?.[1];
        return {
          head: `${text} → ${choices.find((choice) => choice.id === meaning)?.text ?? ''}`,
          why: whole ? why : '',
        };
      });
  }
}
