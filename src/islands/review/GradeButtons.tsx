/** Why: the learner says how well it went, and sees beforehand what each grade leads to. */
import { RECALL_GRADES } from '../../learning/schedule';
import { fill } from '../../lib/fill';
import type { CardProps } from './card-props';
import { isRounded, sayWait, speakWait } from './say-wait';

export function GradeButtons({
  preview,
  suggested,
  text,
  onGrade,
}: Pick<CardProps, 'preview' | 'suggested' | 'text' | 'onGrade'>) {
  const focus = suggested ?? 3;
  return (
    <fieldset className="review-grades">
      <legend>
        {suggested === null
          ? text.howWell
          : fill(text.howWellSuggested, { grade: text[`grade${suggested}`] })}
      </legend>
      <div>
        {RECALL_GRADES.map((grade) => (
          <button
            key={grade}
            type="button"
            className={`is-grade-${grade}${grade === suggested ? ' is-suggested' : ''}`}
            data-grade={grade}
            aria-keyshortcuts={String(grade)}
            {...(grade === focus && { 'data-focus': '' })}
            onClick={() => onGrade(grade)}
          >
            <span>
              <kbd aria-hidden="true">{grade}</kbd> {text[`grade${grade}`]}
            </span>
            <small>{sayWait(preview[grade], text)}</small>
            {isRounded(preview[grade]) && (
              <span className="visually-hidden">({speakWait(preview[grade], text)})</span>
            )}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
