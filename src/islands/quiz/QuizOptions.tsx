/** Why: the options are native inputs (arrow keys, screen readers and touch come with them); graded, each says why. */
import type { Mark } from '../../learning/grade';
import { RichText } from '../../marks/RichText';
import type { QuizText } from './messages';
import type { QuizQuestion } from './quiz-question';

interface QuizOptionsProps {
  readonly question: QuizQuestion;
  readonly chosen: readonly string[];
  /** By option id; null until the answer is handed in. */
  readonly marks: Readonly<Record<string, Mark>> | null;
  readonly text: QuizText;
  readonly onChoose: (option: string) => void;
}

export function QuizOptions({ question, chosen, marks, text, onChoose }: QuizOptionsProps) {
  return (
    <fieldset className="quiz-options" disabled={marks !== null}>
      <legend className="visually-hidden">{text.options}</legend>
      {question.options.map((option, i) => {
        const mark = marks?.[option.id];
        const why = `quiz-why-${option.id}`;
        return (
          <div key={option.id} className={`quiz-option${mark ? ` is-${mark}` : ''}`}>
            <label>
              <input
                type={question.kind === 'multiple' ? 'checkbox' : 'radio'}
                name="quiz-option"
                value={option.id}
                checked={chosen.includes(option.id)}
                onChange={() => onChoose(option.id)}
                aria-describedby={mark && why}
              />
              <span className="quiz-key" aria-hidden="true">
                {i + 1}
              </span>
              <span className="quiz-option-text">
                <RichText text={option.text} />
              </span>
            </label>
            {mark && (
              <p className="quiz-why" id={why}>
                <MarkSign right={mark === 'hit' || mark === 'missed'} />
                <span>
                  <b>{text[mark]}</b> <RichText text={option.why} />
                </span>
              </p>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

/** A check or a cross: shape beside colour. */
export function MarkSign({ right }: { readonly right: boolean }) {
  return (
    <svg
      className={right ? 'mark-right' : 'mark-wrong'}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      <path
        d={right ? 'M2.5 8.5l3.6 3.6 7.4-8' : 'M3.5 3.5l9 9m0-9l-9 9'}
        fill="none"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
    </svg>
  );
}
