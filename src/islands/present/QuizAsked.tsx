/** Why: the question as the room reads it, and as hands are counted. */
import { useRef } from 'react';
import type { QuizAction } from '../../classroom/class-quiz';
import { fullBar, handsIn, type Round } from '../../classroom/quiz-set';
import { fill } from '../../lib/fill';
import { RichText } from '../../marks/RichText';
import type { QuizQuestion } from '../quiz/quiz-question';
import { HandBar } from './HandBar';
import { QuietButton } from './QuietButton';
import type { ClassQuizText } from './messages-quiz';
import { slotName } from './quiz-hints';
import { answerSigns, countsOptions, letterOf } from './quiz-words';
import { useFit } from './use-fit';

interface AskedProps {
  readonly question: QuizQuestion;
  readonly text: ClassQuizText;
}

export const Stem = ({ question }: { readonly question: QuizQuestion }) => (
  <h2 className="cq-stem">
    <RichText text={question.stem} />
  </h2>
);

export function QuizAsked({ question, text }: AskedProps) {
  const box = useRef<HTMLDivElement>(null);
  useFit(box, question.id);
  return (
    <div className="cq-body" ref={box}>
      <Stem question={question} />
      <div className={question.choices ? 'cq-pairs' : undefined}>
        <ol className="cq-rows" aria-label={text.options}>
          {question.options.map((option, i) => (
            <li key={option.id} className="cq-row">
              <b className="cq-letter">{letterOf(i)}</b>
              <span className="cq-text">
                <RichText text={option.text} />
              </span>
            </li>
          ))}
        </ol>
        {question.choices && (
          <ol className="cq-rows cq-meanings" aria-label={text.meanings}>
            {question.choices.map((choice, i) => (
              <li key={choice.id} className="cq-row">
                <b className="cq-letter">{i + 1}</b>
                <span className="cq-text">
                  <RichText text={choice.text} />
                </span>
              </li>
            ))}
          </ol>
        )}
      </div>
    </div>
  );
}

interface CountedProps extends AskedProps {
  readonly round: Round;
  readonly act: (action: QuizAction) => void;
}

/** Share of all hands, whole percent; `''` when there are none. */
export const percentOf = (hands: number, round: Round): string => {
  const all = handsIn(round);
  return all === 0 ? '' : `${Math.round((100 * hands) / all)}%`;
};

export function QuizCounted({ question, text, round, act }: CountedProps) {
  const box = useRef<HTMLDivElement>(null);
  useFit(box, question.id);
  const options = countsOptions(question.kind);
  const full = fullBar(round.hands);
  const step = (slot: number, by: 1 | -1) => (
    <QuietButton
      aria-label={fill(by > 0 ? text.handMore : text.handFewer, { option: slotName(question, slot, text) })}
      onClick={() => act({ kind: 'hand', slot, by })}
    >
      {by > 0 ? '+' : '−'}
    </QuietButton>
  );
  return (
    <div className="cq-body" ref={box}>
      <Stem question={question} />
      {!options && (
        <p className="cq-answer">
          <span>{question.kind === 'ordering' ? text.rightOrder : text.rightPairs}</span>{' '}
          <b>{answerSigns(question)}</b>
        </p>
      )}
      <ol className="cq-rows" aria-label={text.options}>
        {round.hands.map((hands, slot) => (
          <li
            key={slot}
            className="cq-row cq-counted"
            aria-current={slot === round.slot ? 'true' : undefined}
            data-slot={slot}
          >
            <HandBar share={hands / full} />
            <b className="cq-letter">{options ? letterOf(slot) : slot === 0 ? '✓' : '✗'}</b>
            <span className="cq-text">
              {options ? (
                <RichText text={question.options[slot]?.text ?? ''} />
              ) : (
                slotName(question, slot, text)
              )}
            </span>
            <span className="cq-count" data-hands={hands}>
              {hands}
            </span>
            <span className="cq-steps">
              {step(slot, -1)}
              {step(slot, 1)}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
