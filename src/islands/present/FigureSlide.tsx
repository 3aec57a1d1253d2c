/** Why: a figure on a slide is walked by the deck's clicker alone: picture, caption, the question to the room, and nothing to press by accident. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Beat } from '../../classroom/beats';
import type { Shape } from '../../figures/contract';
import { askedScenario, defaultScenario, fetchFor, parseScenario } from '../../figures/scenario';
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import { RichText } from '../../marks/RichText';
import { useReducedMotion, useStepMotion } from '../figure/use-motion';
import { timelineOf } from '../../player/timeline';
import { runScenario, type DeckFigure } from './deck-figures';
import type { DeckText } from './messages';
import { figureBeats } from './slides';

interface FigureSlideProps {
  readonly shown: DeckFigure;
  readonly refName: string;
  readonly only: readonly string[] | undefined;
  readonly beat: number;
  readonly picked: string | null;
  readonly shape: Shape;
  readonly lang: Lang;
  readonly text: DeckText;
  readonly onPick: (option: string) => void;
}

const LETTERS = 'ABCDE';

/** Whether all that a scenario needs has come; fetches it. */
function useReady({ figure }: DeckFigure, ref: string): boolean {
  const [came, setCame] = useState('');
  const coming = useMemo(() => fetchFor(figure, askedScenario(figure, ref)), [figure, ref]);
  useEffect(() => {
    let gone = false;
    coming?.then(
      () => !gone && setCame(ref),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [coming, ref]);
  return !coming || came === ref;
}

/** What a scenario is called: its first choice, and those others in which it differs from the figure's own. */
export function scenarioName({ figure, t }: DeckFigure, ref: string): string {
  const { scenario } = parseScenario(figure, ref);
  const usual = defaultScenario(figure);
  return figure.controls
    .filter(({ name }, i) => i === 0 || scenario[name] !== usual[name])
    .flatMap(({ name, options }) => {
      const option = options.find(({ value }) => value === scenario[name]);
      return option ? [t(option.label)] : [];
    })
    .join(' · ');
}

function Ready({ shown, refName, only, beat, picked, shape, lang, text, onPick }: FigureSlideProps) {
  const { figure, t, Stage } = shown;
  const { trace } = useMemo(() => runScenario(figure, refName), [figure, refName]);
  const scenario = useMemo(() => parseScenario(figure, refName).scenario, [figure, refName]);
  const beats = useMemo(() => figureBeats(shown, refName, only), [shown, refName, only]);
  const now: Beat = beats[Math.min(beat, beats.length - 1)]!;
  const asked = now.ask ? trace.steps[now.index]?.ask : undefined;
  const index = now.ask ? now.index - 1 : now.index;
  const step = trace.steps[index]!;
  const before = beats[beat - 1];
  const answered = !now.ask && before?.ask === true && before.index === now.index ? step.ask : undefined;
  const stage = useRef<HTMLDivElement>(null);
  useStepMotion(stage, trace, timelineOf(trace.steps.length, [], index), useReducedMotion());
  const view = { frame: { trace, index, step, scenario }, t, lang, uid: `stage-${figure.id}` };
  const label = (id: string | null) => {
    const option = answered?.options.find((each) => each.id === id);
    return option ? t(option.label) : '';
  };
  const right = label(answered?.answer ?? null);
  const told =
    picked && picked !== answered?.answer ? text.roomSaid : picked ? text.roomRight : text.answerIs;
  return (
    <div
      className={asked ? 'stage stage-asking' : 'stage'}
      data-figure={figure.id}
      data-scenario={refName}
      data-step-id={step.id}
      data-asking={now.ask ? '' : undefined}
    >
      <p className="stage-name">
        <b>{t(figure.title)}</b> <span>{scenarioName(shown, refName)}</span>
      </p>
      <div className={Stage ? 'stage-view figure-view stage-drawn' : 'stage-view figure-view'} ref={stage}>
        {Stage ? <Stage {...view} shape={shape} /> : <figure.View {...view} />}
      </div>
      <div className="stage-words" aria-live="polite">
        {asked ? (
          <>
            <p className="stage-question">
              <RichText text={t(asked.question)} />
            </p>
            <div className="stage-options">
              {asked.options.map((option, i) => (
                <button
                  key={option.id}
                  type="button"
                  aria-pressed={picked === option.id}
                  onClick={() => onPick(option.id)}
                >
                  <b>{LETTERS[i]}</b>{' '}
                  <span>
                    <RichText text={t(option.label)} />
                  </span>
                </button>
              ))}
            </div>
          </>
        ) : (
          <>
            <p className="stage-count">
              {index + 1} / {trace.steps.length}
            </p>
            {answered && (
              <p className="stage-answer">
                <RichText text={fill(told, { answer: right, chosen: label(picked) })} />
              </p>
            )}
            <p className="stage-caption">
              <RichText text={t(step.caption)} />
            </p>
          </>
        )}
      </div>
    </div>
  );
}

export function FigureSlide(props: FigureSlideProps) {
  return useReady(props.shown, props.refName) ? <Ready {...props} /> : null;
}
