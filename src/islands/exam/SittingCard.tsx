/** Why: one question of the running exam: nothing tells whether an answer is right. */
import type { Lang } from '../../lib/message';
import { RichText } from '../../marks/RichText';
import type { QuizText } from '../quiz/messages';
import { QuizOptions } from '../quiz/QuizOptions';
import type { QuizQuestion } from '../quiz/quiz-question';
import { FlagSign } from './ExamGrid';
import type { Given } from './exam-log';
import type { ExamText } from './messages';
import { kindText } from './spell';

interface SittingCardProps {
  /** Laid out for this paper; undefined when the course no longer has it. */
  readonly question: QuizQuestion | undefined;
  readonly given: Given;
  readonly at: number;
  readonly count: number;
  readonly text: ExamText;
  readonly lang: Lang;
  readonly quiz: QuizText;
  readonly pick: (option: string) => void;
  readonly flag: () => void;
  readonly onClear: () => void;
  readonly onGo: (n: number) => void;
  readonly onHandIn: () => void;
}

export function SittingCard(props: SittingCardProps) {
  const { question, given, at, count, text, lang, quiz, pick, flag } = props;
  return (
    <form
      className="quiz-card exam-card"
      data-question={question?.id}
      onSubmit={(event) => {
        event.preventDefault();
        props.onGo(at + 1);
      }}
    >
      <p className="quiz-kind">
        {at}. {question && kindText(question.kind, question.answer.length, quiz, text)}
      </p>
      <h2 className="quiz-stem" id="exam-stem" tabIndex={-1}>
        {question ? <RichText text={question.stem} /> : text.lost}
      </h2>
      {question && (
        <QuizOptions {...{ question, lang }} chosen={given.chosen} marks={null} text={quiz} onChoose={pick} />
      )}
      <div className="quiz-actions">
        <button type="button" onClick={() => props.onGo(at - 1)} disabled={at === 1}>
          {text.previous}
        </button>
        <button
          type="button"
          className="exam-flag"
          aria-pressed={given.flagged}
          aria-keyshortcuts="f"
          disabled={!question}
          onClick={flag}
        >
          <FlagSign /> {given.flagged ? text.flagged : text.flag}
        </button>
        {given.chosen.length > 0 && (
          <button type="button" onClick={props.onClear}>
            {text.clear}
          </button>
        )}
        <span className="quiz-onward">
          {at < count ? (
            <button type="submit" className="is-primary">
              {text.next}
            </button>
          ) : (
            <button type="button" className="is-primary" onClick={props.onHandIn}>
              {text.handIn}
            </button>
          )}
        </span>
      </div>
    </form>
  );
}
