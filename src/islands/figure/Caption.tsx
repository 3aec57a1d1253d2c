/** Why: one caption says what just happened and why; in its place the question stands when the learner predicts. */
import { useEffect, useRef } from 'react';
import type { PlayerText } from '../../i18n/player';
import { fill } from '../../lib/fill';
import type { Translate } from '../../lib/message';
import type { Prediction } from '../../lib/trace';
import { RichText } from '../../marks/RichText';

interface CaptionProps {
  readonly number: number;
  readonly count: number;
  readonly caption: string;
  /** The trace's longest caption: it keeps the room, so that no step moves the page. */
  readonly longest: string;
  readonly ask: Prediction | undefined;
  readonly verdict: { readonly right: boolean } | null;
  readonly answers: { readonly chosen: string | undefined; readonly right: string | undefined };
  /** Plays by itself, without having been asked to: then nothing is announced. */
  readonly quiet: boolean;
  readonly t: Translate;
  readonly text: PlayerText;
  readonly onAnswer: (id: string) => void;
  readonly onSkip: () => void;
}

export function Caption(props: CaptionProps) {
  const { number, count, caption, longest, ask, verdict, answers, quiet, t, text, onAnswer, onSkip } = props;
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (ask) first.current?.focus({ preventScroll: true });
  }, [ask]);
  return (
    <div className={ask ? 'figure-caption figure-ask' : 'figure-caption'}>
      <b className="figure-count">{ask ? text.predict : `${number} / ${count}`}</b>
      <div className="caption-stack">
        <p className="caption-room" aria-hidden="true">
          <RichText text={longest} />
        </p>
        <div>
          <div aria-live={quiet ? 'off' : 'polite'}>
            {ask && <RichText text={t(ask.question)} />}
            {!ask && verdict && (
              <p className={verdict.right ? 'verdict verdict-right' : 'verdict verdict-wrong'}>
                {verdict.right
                  ? text.right
                  : fill(text.wrong, { chosen: answers.chosen ?? '', answer: answers.right ?? '' })}
              </p>
            )}
            {!ask && (
              <p>
                <RichText text={caption} />
              </p>
            )}
          </div>
          {ask && (
            <div className="figure-answers" role="group" aria-label={text.whatNext}>
              {ask.options.map((option, i) => (
                <button
                  key={option.id}
                  ref={i === 0 ? first : undefined}
                  type="button"
                  onClick={() => onAnswer(option.id)}
                >
                  <RichText text={t(option.label)} />
                </button>
              ))}
              <button type="button" className="quiet" onClick={onSkip}>
                {text.skip}
              </button>
            </div>
          )}
        </div>
      </div>
    </div>
  );
}
