/** Why: one question at a time: its kind, its stem, its options, and after the answer the reason for each. */
import { useEffect, useRef } from 'react';
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import { RichText } from '../../marks/RichText';
import type { Grade } from '../../learning/grade';
import { proofHref } from './addresses';
import { verdictOf } from './kind-words';
import type { QuizText } from './messages';
import { MarkSign, QuizOptions } from './QuizOptions';
import { NO_PROOF, type QuizMode, type QuizQuestion } from './quiz-question';
import type { Onward } from './quiz-state';

interface QuizCardProps {
  readonly lesson: string;
  readonly lang: Lang;
  readonly mode: QuizMode;
  readonly text: QuizText;
  readonly question: QuizQuestion;
  readonly chosen: readonly string[];
  readonly grade: Grade | null;
  /** Shown when there was nothing to hand in. */
  readonly hint: string;
  readonly onward: Onward;
  readonly canGoBack: boolean;
  readonly onChoose: (option: string) => void;
  readonly onHandIn: () => void;
  readonly onAgain: () => void;
  readonly onNext: () => void;
  readonly onBack: () => void;
}

export function QuizCard(props: QuizCardProps) {
  const { lesson, lang, mode, text, question, grade, onward } = props;
  const next = useRef<HTMLButtonElement>(null);
  const verdictBox = useRef<HTMLDivElement>(null);
  const handedIn = useRef(false);
  const { proof } = question;
  // On the practice page it stands right under the title; in a lesson, inside a section.
  const Stem = mode === 'practice' ? 'h2' : 'h3';

  // Only an answer given now moves the focus; one shown from the log does not.
  useEffect(() => {
    if (grade && handedIn.current) (next.current ?? verdictBox.current)?.focus({ preventScroll: true });
    handedIn.current = false;
  }, [grade]);

  return (
    <form
      className="quiz-card"
      onSubmit={(event) => {
        event.preventDefault();
        handedIn.current = true;
        props.onHandIn();
      }}
    >
      <p className="quiz-kind">{fill(text[question.kind], { count: question.answer.length })}</p>
      <Stem className="quiz-stem" id={`quiz-stem-${lesson}`} tabIndex={-1}>
        <RichText text={question.stem} />
      </Stem>
      <QuizOptions
        question={question}
        chosen={props.chosen}
        marks={grade?.marks ?? null}
        text={text}
        lang={lang}
        onChoose={props.onChoose}
      />
      <div className="quiz-verdict" role="status" ref={verdictBox} tabIndex={-1}>
        {grade && (
          <p className={grade.right ? 'is-right' : 'is-wrong'}>
            <MarkSign right={grade.right} />
            <strong>{verdictOf(grade, question, text)}</strong>
          </p>
        )}
        {!grade && props.hint && <p>{props.hint}</p>}
        {grade && onward.kind === 'end' && grade.right && <p>{text.allRight}</p>}
      </div>
      <div className="quiz-actions">
        <button type="button" onClick={props.onBack} disabled={!props.canGoBack}>
          {text.previous}
        </button>
        {grade && (
          <>
            <button type="button" onClick={props.onAgain}>
              {text.again}
            </button>
            {proof !== NO_PROOF && (
              <a
                className="step-link quiz-proof"
                href={proofHref(proof, lesson, lang, mode)}
                {...(proof.kind === 'step' && {
                  'data-figure': proof.figure,
                })}
              >
                {proof.kind === 'step' ? text.seeStep : text.readSection}
              </a>
            )}
          </>
        )}
        <span className="quiz-onward">
          {!grade && onward.kind === 'next' && (
            <button type="button" onClick={props.onNext}>
              {text.next}
            </button>
          )}
          {grade ? (
            onward.kind !== 'end' && (
              <button ref={next} type="button" className="is-primary" onClick={props.onNext}>
                {onward.kind === 'next' ? text.next : text.nextMissing}
              </button>
            )
          ) : (
            <button type="submit" className="is-primary">
              {text.answer}
            </button>
          )}
        </span>
      </div>
    </form>
  );
}
