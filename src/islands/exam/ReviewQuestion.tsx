/** Why: after the exam each option says why it is right or wrong, and leads to its proof. */
import { grade } from '../../learning/grade';
import type { Lang } from '../../lib/message';
import { RichText } from '../../marks/RichText';
import { proofHref } from '../quiz/addresses';
import type { QuizText } from '../quiz/messages';
import { MarkSign, QuizOptions } from '../quiz/QuizOptions';
import type { QuizQuestion } from '../quiz/quiz-question';
import type { ExamText } from './messages';
import { answerParts, kindText } from './spell';

interface ReviewQuestionProps {
  readonly question: QuizQuestion;
  readonly chosen: readonly string[];
  readonly lesson: string;
  readonly lang: Lang;
  readonly text: ExamText;
  readonly quiz: QuizText;
}

export function ReviewQuestion({ question, chosen, lesson, lang, text, quiz }: ReviewQuestionProps) {
  const { marks } = grade(question, chosen);
  const { kind, proof } = question;
  // Their marks belong to places: in an order, beside a term, in a picture.
  const placed = kind === 'ordering' || kind === 'matching' || kind === 'point';
  return (
    <div className="exam-explained">
      <p className="quiz-kind">{kindText(kind, question.answer.length, quiz, text)}</p>
      <Answer name={text.yourAnswer} parts={answerParts(question, chosen)} none={text.noAnswer} />
      <Answer name={text.rightAnswer} parts={answerParts(question, question.answer)} none={text.noAnswer} />
      {placed ? (
        <QuizOptions {...{ question, chosen, marks, lang }} text={quiz} onChoose={() => undefined} />
      ) : (
        <ul className="quiz-options">
          {question.options.map((option) => {
            const mark = marks[option.id]!;
            return (
              <li key={option.id} className={`quiz-option is-${mark}`}>
                <p className="exam-option">
                  <RichText text={option.text} />
                </p>
                <p className="quiz-why">
                  <MarkSign right={mark === 'hit' || mark === 'missed'} />
                  <span>
                    <b>{quiz[mark]}</b> <RichText text={option.why} />
                  </span>
                </p>
              </li>
            );
          })}
        </ul>
      )}
      <a className="quiz-proof" href={proofHref(proof, lesson, lang, 'practice')}>
        {proof.kind === 'step' ? quiz.seeStep : quiz.readSection}
      </a>
    </div>
  );
}

interface AnswerProps {
  readonly name: string;
  readonly parts: readonly string[];
  readonly none: string;
}

const Answer = ({ name, parts, none }: AnswerProps) => (
  <p className="exam-answer">
    <b>{name}</b>{' '}
    {parts.length === 0
      ? none
      : parts.map((part, i) => (
          <span key={i}>
            {i > 0 && ' · '}
            <RichText text={part} />
          </span>
        ))}
  </p>
);
