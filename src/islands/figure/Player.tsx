/**
 * Why: the frame around every figure: what may be changed, the picture with its panels, the caption,
 * the way through the steps. It knows no figure; a figure knows no player.
 */
import { Suspense, lazy, useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Figure, ScenarioValues } from '../../figures/contract';
import { scenarioRef } from '../../figures/scenario';
import liveSheet from '../../styles/figure-live.css?url';
import type { PlayerText } from '../../i18n/player';
import { translator, type Lang, type Messages } from '../../lib/message';
import { widthOf } from '../../lib/width';
import { plainText } from '../../marks/RichText';
import { Caption } from './Caption';
import { Controls } from './Controls';
import { Panels } from './Panels';
import { overviewSheets } from './overview-sheets';
import { findPlace } from './place';
import { ProvenanceBadge } from './ProvenanceBadge';
import { savePrediction } from './save-prediction';
import { Tools } from './Tools';
import { Transport } from './Transport';
import { useAddress } from './use-address';
import { dwell, heroDwell, prefersStill, useAutoplay, useReducedMotion, useStepMotion } from './use-motion';
import { useRunning } from './use-running';
import { usePlayer } from './use-player';

export interface PlayerProps {
  readonly figure: Figure;
  /** The figure's words and the player's own, in `lang`. */
  readonly messages: Messages;
  readonly text: PlayerText;
  /** Scenario as content spells it; `''` is the figure's default. */
  readonly scenario: string;
  /** Step to open with; `''` is the first. */
  readonly at: string;
  readonly lang: Lang;
  /** Address of the figure's own page. */
  readonly pageHref: string;
  /** `lesson`: in the text; `page`: the figure's own page; `hero`: plays by itself, with its first panel only. */
  readonly variant: 'lesson' | 'page' | 'hero';
}

/** Keys while the focus is anywhere in the figure but in a field; Space only on the figure itself, elsewhere it presses. */
const KEYS: Readonly<Record<string, 'forward' | 'back' | 'first' | 'last'>> = {
  ArrowRight: 'forward',
  ArrowLeft: 'back',
  Home: 'first',
  End: 'last',
};

const Transcript = lazy(async () => ({ default: (await import('./Transcript')).Transcript }));

const typesText = (target: EventTarget | null) =>
  target instanceof HTMLElement && /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName);

export function Player({ figure, messages, text, scenario, at, lang, pageHref, variant }: PlayerProps) {
  const t = useMemo(() => translator(messages, lang), [messages, lang]);
  const start = useMemo(() => findPlace(figure, scenario, at, text), [figure, scenario, at, text]);
  const { state, act, place, change, loop, dismiss } = usePlayer(figure, start, text);
  const { trace, timeline, notices } = state;
  const step = trace.steps[timeline.index]!;
  const asked = timeline.pending === null ? undefined : trace.steps[timeline.pending];
  const [overview, setOverview] = useState(false);
  const [transcript, setTranscript] = useState(false);
  const [textLink, setTextLink] = useState<Element | null>(null);
  const root = useRef<HTMLElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const still = useReducedMotion();
  const running = useRunning();
  const ref = scenarioRef(figure, state.scenario);
  const longest = useMemo(
    () => trace.steps.map((each) => t(each.caption)).reduce((a, b) => (widthOf(b) > widthOf(a) ? b : a)),
    [trace, t],
  );
  const uid = `fig-${figure.id}`;

  const summoned = useCallback((link: Element | null) => {
    setOverview(false);
    setTextLink(link instanceof HTMLAnchorElement ? link : null);
    root.current?.scrollIntoView({ block: 'start' });
    root.current?.focus({ preventScroll: true });
  }, []);
  useAddress({ figure, state, place, onSummoned: summoned });
  useStepMotion(stage, trace, timeline, still || overview);
  const plain = plainText(t(step.caption));
  const wait = variant === 'hero' ? heroDwell(plain, timeline.index) : dwell(plain);
  const tick = useCallback(() => act({ kind: 'tick' }, 'clock'), [act]);
  useAutoplay(timeline, wait, tick);
  useEffect(() => {
    if (variant === 'hero' && !prefersStill()) loop();
  }, [variant, loop]);

  const answer = (chosen: string) => {
    const ask = asked?.ask;
    if (!ask || !asked) return;
    const right = chosen === ask.answer;
    act({ kind: 'answer', chosen, right });
    void savePrediction({ figure: figure.id, scenario: ref, step: asked.id, chosen, right });
    root.current?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (typesText(event.target) || event.altKey || event.ctrlKey || event.metaKey) return;
    const kind =
      KEYS[event.key] ?? (event.key === ' ' && event.target === root.current ? 'toggle' : undefined);
    if (!kind) return;
    event.preventDefault();
    act({ kind });
  };
  const changeScenario = useCallback(
    (values: ScenarioValues, to?: string) => {
      setOverview(false);
      change(values, to);
    },
    [change],
  );
  const frame = { trace, index: timeline.index, step, scenario: state.scenario };
  const view = {
    frame,
    t,
    lang,
    uid,
    onScenario: changeScenario,
    onStep: (index: number) => act({ kind: 'go', index }),
  };
  const { View, Overview } = figure;
  const sheet = overviewSheets[figure.id];
  const chosenOption = step.ask?.options.find((option) => option.id === timeline.verdict?.chosen);
  const rightOption = step.ask?.options.find((option) => option.id === step.ask?.answer);

  const caption = (
    <Caption
      number={timeline.index + 1}
      count={timeline.count}
      caption={t(step.caption)}
      longest={longest}
      ask={asked?.ask}
      quiet={timeline.loop && timeline.playing}
      verdict={timeline.verdict}
      answers={{
        chosen: chosenOption && t(chosenOption.label),
        right: rightOption && t(rightOption.label),
      }}
      t={t}
      text={text}
      onAnswer={answer}
      onSkip={() => act({ kind: 'forward' })}
    />
  );

  return (
    // The figure is one widget that takes keys: focus on it is what "the figure has focus" means.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={root}
      className={`figure figure-${variant}`}
      id={uid}
      data-figure={figure.id}
      data-scenario={ref}
      data-step-id={step.id}
      data-running={running ? '' : undefined}
      aria-label={t(figure.title)}
      aria-describedby={`${uid}-keys`}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <Suspense fallback={null}>
        {running && <link rel="stylesheet" href={liveSheet} precedence="default" />}
      </Suspense>
      <div className="figure-frame">
        <p className="visually-hidden" id={`${uid}-keys`}>
          {text.keys}
        </p>
        <div className="figure-head">
          <strong className="figure-title">{t(figure.title)}</strong>
          <ProvenanceBadge provenance={trace.provenance} uid={uid} t={t} text={text} pageHref={pageHref} />
        </div>
        <Controls
          figure={figure}
          scenario={state.scenario}
          t={t}
          uid={uid}
          running={running}
          onChange={changeScenario}
        />
        {notices.length > 0 && (
          <div className="figure-notice" role="status">
            <span>{notices.join(' ')}</span>
            <button type="button" onClick={dismiss}>
              {text.close}
            </button>
          </div>
        )}
        {overview && Overview ? (
          <>
            <div className="figure-overview">
              <Suspense fallback={null}>
                {sheet && <link rel="stylesheet" href={sheet} precedence="default" />}
                <Overview t={t} lang={lang} uid={uid} scenario={state.scenario} onScenario={changeScenario} />
              </Suspense>
            </div>
            {caption}
          </>
        ) : (
          <Panels figure={figure} view={view} compact={variant === 'hero'} caption={caption}>
            <div className="figure-view" ref={stage}>
              <View {...view} />
            </div>
          </Panels>
        )}
        <Transport timeline={timeline} asks={timeline.asks} valueText={plain} text={text} act={act} />
        <Tools
          variant={variant}
          text={text}
          timeline={timeline}
          hasOverview={Overview !== undefined}
          overview={overview}
          transcript={transcript}
          pageHref={pageHref}
          place={{ figure: figure.id, ref, at: step.id }}
          act={act}
          onOverview={() => setOverview(!overview)}
          onTranscript={() => setTranscript(!transcript)}
        />
        {textLink && (
          <button
            type="button"
            className="figure-return"
            onClick={() => {
              (textLink as HTMLElement).focus();
              textLink.scrollIntoView({ block: 'center' });
              setTextLink(null);
            }}
          >
            ↩ {text.backToText}
          </button>
        )}
        {transcript && (
          <Suspense fallback={null}>
            <Transcript trace={trace} index={timeline.index} t={t} text={text} onStep={view.onStep} />
          </Suspense>
        )}
      </div>
    </section>
  );
}
