/**
 * Why: all meanings stand in view under their letters, and each term has a native list of them: it works with a thumb,
 * with the keyboard (a letter chooses) and with a screen reader. Graded, each term stands with its right meaning and why.
 */
import { useId } from 'react';
import { pairOf } from '../../learning/grade';
import { fill } from '../../lib/fill';
import { plainText, RichText } from '../../marks/RichText';
import sheet from '../../styles/quiz-kinds.css?url';
import { kindsText } from './kinds-messages';
import { MarkSign, type OptionsProps } from './QuizOptions';

/** The meaning that a list of pairs gives a term; `''` where none does. */
const meaningOf = (pairs: readonly string[], term: string): string =>
  pairOf(pairs.find((pair) => pairOf(pair)[0] === term) ?? '')[1];

const letter = (i: number) => String.fromCharCode(65 + i);

export function MatchingOptions(props: OptionsProps) {
  return (
    <>
      <link rel="stylesheet" href={sheet} precedence="default" />
      {props.marks ? <Told {...props} marks={props.marks} /> : <Asked {...props} />}
    </>
  );
}

function Asked({ question, chosen, text, lang, onChoose }: OptionsProps) {
  const words = kindsText(lang);
  const { options, choices = [] } = question;
  const uid = useId();
  return (
    <fieldset className="quiz-options">
      <legend className="visually-hidden">{text.options}</legend>
      <p className="quiz-told">{words.meanings}</p>
      <ul className="quiz-meanings">
        {choices.map(({ id, text: full }, i) => (
          <li key={id}>
            <b>{letter(i)}</b>
            <span>
              <RichText text={full} />
            </span>
          </li>
        ))}
      </ul>
      {options.map(({ id, text: term }, i) => (
        <div key={id} className="quiz-option quiz-pair">
          <label htmlFor={`${uid}${id}`}>
            <span className="quiz-key" aria-hidden="true">
              {i + 1}
            </span>
            <span className="quiz-option-text">
              <RichText text={term} />
            </span>
          </label>
          <select
            id={`${uid}${id}`}
            data-option={id}
            value={meaningOf(chosen, id)}
            onChange={(event) => onChoose(`${id}:${event.target.value}`)}
          >
            <option value="">{words.choose}</option>
            {choices.map((choice, n) => (
              <option key={choice.id} value={choice.id}>
                {fill(words.choice, { letter: letter(n), text: plainText(choice.text) })}
              </option>
            ))}
          </select>
        </div>
      ))}
    </fieldset>
  );
}

function Told({
  question,
  chosen,
  marks,
  lang,
}: OptionsProps & { marks: NonNullable<OptionsProps['marks']> }) {
  const words = kindsText(lang);
  const named = (id: string) => question.choices?.find((choice) => choice.id === id)?.text;
  const mine = (id: string) => {
    if (marks[id] === 'hit') return words.rightPair;
    const meaning = named(meaningOf(chosen, id));
    return meaning === undefined
      ? words.youChoseNothing
      : fill(words.youChose, { meaning: plainText(meaning) });
  };
  return (
    <ul className="quiz-options quiz-told-list">
      {question.options.map(({ id, text, why }) => {
        const right = marks[id] === 'hit';
        return (
          <li key={id} className={`quiz-option quiz-pair ${right ? 'is-hit' : 'is-mistaken'}`}>
            <p className="quiz-told-pair">
              <b>
                <RichText text={text} />
              </b>
              <span aria-hidden="true">→</span>
              <span>
                <RichText text={named(meaningOf(question.answer, id)) ?? ''} />
              </span>
            </p>
            <p className="quiz-why">
              <MarkSign right={right} />
              <span>
                <b>{mine(id)}</b> <RichText text={why} />
              </span>
            </p>
          </li>
        );
      })}
    </ul>
  );
}
