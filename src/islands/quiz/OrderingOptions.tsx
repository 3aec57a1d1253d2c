/**
 * Why: an order is made by pressing its steps one after the other; each carries its number, and can be moved or taken
 * back. Steps stay where they stand until the answer is handed in: then they stand in the right order, each with why.
 */
import { useState, type KeyboardEvent } from 'react';
import { choose } from '../../learning/grade';
import { fill } from '../../lib/fill';
import { plainText, RichText } from '../../marks/RichText';
import sheet from '../../styles/quiz-kinds.css?url';
import { kindsText, ordinal, type KindsText } from './kinds-messages';
import { MarkSign, type OptionsProps } from './QuizOptions';

export function OrderingOptions(props: OptionsProps) {
  return (
    <>
      <link rel="stylesheet" href={sheet} precedence="default" />
      {props.marks ? <Told {...props} marks={props.marks} /> : <Asked {...props} />}
    </>
  );
}

/** "3rd of 5". @param at place counted from 0; -1 where there is none */
const placeName = (words: KindsText, at: number, count: number): string =>
  at < 0 ? words.noPlace : fill(words.place, { nth: ordinal(words, at), count });

function Asked({ question, chosen, text, lang, onChoose }: OptionsProps) {
  const words = kindsText(lang);
  const { options } = question;
  const [said, setSaid] = useState('');
  const act = (id: string, item: string, option: string) => {
    const after = choose('ordering', chosen, option);
    setSaid(fill(words.said, { item, place: placeName(words, after.indexOf(id), options.length) }));
    onChoose(option);
  };
  return (
    <fieldset className="quiz-options">
      <legend className="visually-hidden">{text.options}</legend>
      {options.map(({ id, text: full }) => {
        const at = chosen.indexOf(id);
        const item = plainText(full);
        /** Moves a placed step by one; beyond the ends nothing happens. */
        const move = (by: -1 | 1) => {
          const to = at + by;
          if (at >= 0 && to >= 0 && to < chosen.length) act(id, item, `${id}:${to + 1}`);
        };
        const onKeyDown = (event: KeyboardEvent) => {
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          move(event.key === 'ArrowUp' ? -1 : 1);
        };
        return (
          <div key={id} className={`quiz-option quiz-step${at < 0 ? '' : ' is-placed'}`}>
            <label>
              <input
                type="checkbox"
                name="quiz-option"
                value={id}
                checked={at >= 0}
                onChange={() => act(id, item, id)}
                onKeyDown={onKeyDown}
              />
              <span className="quiz-place" aria-hidden="true">
                {at < 0 ? '' : at + 1}
              </span>
              <span className="quiz-option-text">
                <RichText text={full} />
                <span className="visually-hidden"> ({placeName(words, at, options.length)})</span>
              </span>
            </label>
            {at >= 0 && (
              <span className="quiz-moves">
                <MoveButton name={fill(words.earlier, { item })} up off={at === 0} onPress={() => move(-1)} />
                <MoveButton
                  name={fill(words.later, { item })}
                  off={at === chosen.length - 1}
                  onPress={() => move(1)}
                />
              </span>
            )}
          </div>
        );
      })}
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </fieldset>
  );
}

interface MoveButtonProps {
  readonly name: string;
  readonly up?: boolean;
  /** At the end of its way: stays reachable, so that the focus is not lost there. */
  readonly off: boolean;
  readonly onPress: () => void;
}

function MoveButton({ name, up = false, off, onPress }: MoveButtonProps) {
  return (
    <button type="button" aria-label={name} aria-disabled={off} onClick={onPress}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d={up ? 'M8 13.5V3M3.5 7.5L8 3l4.5 4.5' : 'M8 2.5V13M3.5 8.5L8 13l4.5-4.5'} />
      </svg>
    </button>
  );
}

function Told({
  question,
  chosen,
  marks,
  lang,
}: OptionsProps & { marks: NonNullable<OptionsProps['marks']> }) {
  const words = kindsText(lang);
  const mine = (id: string) => {
    const at = chosen.indexOf(id);
    if (marks[id] === 'hit') return words.inItsPlace;
    return at < 0 ? words.youLeft : fill(words.youPut, { nth: ordinal(words, at) });
  };
  return (
    <div className="quiz-options">
      <p className="quiz-told">{words.rightOrder}</p>
      <ol className="quiz-told-list">
        {question.answer.map((id, i) => {
          const option = question.options.find((each) => each.id === id);
          const right = marks[id] === 'hit';
          return (
            <li key={id} className={`quiz-option quiz-step ${right ? 'is-hit' : 'is-mistaken'}`}>
              <p className="quiz-told-text">
                <span className="quiz-place is-told" aria-hidden="true">
                  {i + 1}
                </span>
                <span>
                  <RichText text={option?.text ?? id} />
                </span>
              </p>
              <p className="quiz-why">
                <MarkSign right={right} />
                <span>
                  <b>{mine(id)}</b> <RichText text={option?.why ?? ''} />
                </span>
              </p>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
