/** Why: the key stands on pages of its own, so that the sheet can be handed out without it. */
import { pairOf } from '../../learning/grade';
import { fill } from '../../lib/fill';
import type { QuizQuestion } from '../quiz/quiz-question';
import type { PaperProps } from './PaperSheet';
import { letter } from './spell';

/** An answer in the letters of the sheet: `C`, `A C`, `B A C`, `1B 2A`. */
export function keyOf({ kind, options, choices = [], answer }: QuizQuestion): string {
  const at = (list: readonly { readonly id: string }[], id: string) =>
    list.findIndex((entry) => entry.id === id);
  switch (kind) {
    case 'single':
    case 'multiple':
    case 'true-false':
    case 'point':
      return answer
        .map((id) => letter(at(options, id)))
        .sort()
        .join(' ');
    case 'ordering':
      return answer.map((id) => letter(at(options, id))).join(' ');
    case 'matching':
      return answer
        .map((pair) => {
          const [term, meaning] = pairOf(pair);
          return `${at(options, term) + 1}${letter(at(choices, meaning))}`;
        })
        .sort()
        .join(' ');
  }
}

export function PaperKey({ preset, seed, questions, text }: PaperProps) {
  return (
    <article className="paper-key">
      <h2>{text.key}</h2>
      <p>{fill(text.keyHead, { title: preset.title, seed })}</p>
      <ol>
        {questions.map((question) => (
          <li key={question.id}>{keyOf(question)}</li>
        ))}
      </ol>
    </article>
  );
}
