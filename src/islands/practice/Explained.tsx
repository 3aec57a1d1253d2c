/** Why: after the fact, a question is read, not answered: what was chosen, what is right, and why, for every kind. */
import { grade, pairOf, type Mark } from '../../learning/grade';
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import { RichText } from '../../marks/RichText';
import { proofHref } from '../quiz/addresses';
import { quizText } from '../quiz/messages';
import { MarkSign } from '../quiz/QuizOptions';
import type { QuizQuestion } from '../quiz/quiz-question';
import { practiceText, type PracticeText } from './messages';

interface ExplainedProps {
  readonly question: QuizQuestion;
  readonly lesson: string;
  /** What was answered; null: nothing. */
  readonly chosen: readonly string[] | null;
  readonly lang: Lang;
}

/** The options in the order that teaches: of an ordering the right one, else as they are shown. */
const inOrder = ({ kind, options, answer }: QuizQuestion) =>
  kind === 'ordering' ? [...options].sort((a, b) => answer.indexOf(a.id) - answer.indexOf(b.id)) : options;

/** What the learner did with an option, where that is more than to choose it. */
function yours(question: QuizQuestion, id: string, chosen: readonly string[], text: PracticeText): string {
  if (question.kind === 'ordering') {
    const place = chosen.indexOf(id);
    return place < 0 ? text.yourNone : fill(text.yourOrder, { n: place + 1 });
  }
  const pair = chosen.find((item) => pairOf(item)[0] === id);
  const meaning = question.choices?.find((choice) => choice.id === pairOf(pair ?? '')[1]);
  return meaning ? fill(text.yourMatch, { meaning: meaning.text }) : text.yourNone;
}

/** The meaning that belongs to a term. */
const meaningOf = ({ answer, choices }: QuizQuestion, id: string): string => {
  const pair = answer.find((item) => pairOf(item)[0] === id) ?? '';
  return choices?.find((choice) => choice.id === pairOf(pair)[1])?.text ?? '';
};

export function Explained({ question, lesson, chosen, lang }: ExplainedProps) {
  const text = quizText(lang);
  const own = practiceText(lang);
  const { marks } = grade(question, chosen ?? []);
  const { kind, proof } = question;
  const places = kind === 'ordering' || kind === 'matching';
  const List = kind === 'ordering' ? 'ol' : 'ul';
  const sign = (mark: Mark | undefined) => (places ? mark === 'hit' : mark === 'hit' || mark === 'missed');
  return (
    <div className="explained">
      <List className="explained-options" aria-label={own.explained}>
        {inOrder(question).map((option) => {
          const mark = marks[option.id] ?? 'left';
          const plain = chosen === null ? (mark === 'missed' ? text.good : text.left) : text[mark];
          return (
            <li key={option.id} className={`is-${mark}`}>
              <MarkSign right={sign(mark)} />
              <div>
                <p className="explained-option">
                  <RichText text={option.text} />
                  {kind === 'matching' && (
                    <>
                      {' → '}
                      <RichText text={meaningOf(question, option.id)} />
                    </>
                  )}
                </p>
                <p className="explained-why">
                  {places ? (
                    mark !== 'hit' && chosen !== null && <b>{yours(question, option.id, chosen, own)}</b>
                  ) : (
                    <b>{plain}</b>
                  )}{' '}
                  <RichText text={option.why} />
                </p>
              </div>
            </li>
          );
        })}
      </List>
      <p className="explained-proof">
        <a className="step-link" href={proofHref(proof, lesson, lang, 'practice')}>
          {proof.kind === 'step' ? text.seeStep : text.readSection}
        </a>
      </p>
    </div>
  );
}
