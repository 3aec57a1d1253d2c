/** Why: what is chosen from a list is native inputs (arrow keys, screen readers and touch come with them); graded, each says why. */
import { useId } from 'react';
import { RichText } from '../../marks/RichText';
import { MarkSign, type OptionsProps } from './QuizOptions';

export function ChoiceOptions({ question, chosen, marks, text, onChoose }: OptionsProps) {
  // More than one question may be on the page.
  const uid = useId();
  return (
    <fieldset className="quiz-options" disabled={marks !== null}>
      <legend className="visually-hidden">{text.options}</legend>
      {question.options.map((option, i) => {
        const mark = marks?.[option.id];
        const why = `${uid}${option.id}`;
        return (
          <div key={option.id} className={`quiz-option${mark ? ` is-${mark}` : ''}`}>
            <label>
              <input
                type={question.kind === 'multiple' ? 'checkbox' : 'radio'}
                name={uid}
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
