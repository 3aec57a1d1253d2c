/** Why: a place is pointed at in the picture or chosen from the list below it; both carry the same numbers and say the same. */
import { useCallback, useRef, useState } from 'react';
import sheet from '../../styles/quiz-kinds.css?url';
import { ChoiceOptions } from './ChoiceOptions';
import { kindsText } from './kinds-messages';
import { PointPicture } from './PointPicture';
import type { OptionsProps } from './QuizOptions';

export function PointOptions(props: OptionsProps) {
  const { question, chosen, marks, lang, onChoose } = props;
  const list = useRef<HTMLDivElement>(null);
  // A list that slides down while the picture comes in is tapped in the wrong place.
  const [settled, setSettled] = useState(question.place === undefined);
  const settle = useCallback(() => setSettled(true), []);
  const point = (option: string) => {
    onChoose(option);
    // So that Enter hands in what was pointed at; the picture stays where it is.
    list.current?.querySelector<HTMLElement>(`input[value="${option}"]`)?.focus({ preventScroll: true });
  };
  return (
    <>
      <link rel="stylesheet" href={sheet} precedence="default" />
      {question.place && (
        <PointPicture
          {...{ question, chosen, marks, lang }}
          place={question.place}
          onPoint={point}
          onSettled={settle}
        />
      )}
      {!marks && <p className="quiz-told">{kindsText(lang).pictureHint}</p>}
      {settled && (
        <div ref={list}>
          <ChoiceOptions {...props} />
        </div>
      )}
    </>
  );
}
