/** Why: one window's view of the deck: slides by reveal.js, the figure on the slide shown, and what lies over it. */
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type MouseEvent,
} from 'react';
import { createPortal } from 'react-dom';
import { deckReducer, placeIn, type Point } from '../../classroom/deck-state';
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import { ClassQuiz } from './ClassQuiz';
import { CountdownClock } from './CountdownClock';
import { FigureSlide } from './FigureSlide';
import { Ink } from './Ink';
import { KeyCard } from './KeyCard';
import type { DeckText } from './messages';
import type { ClassQuizText } from './messages-quiz';
import { NotesBelow } from './NotesBelow';
import type { DeckHandle } from './open-deck';
import { QrCard } from './QrCard';
import { turnPage } from './slides';
import { Toolbar } from './Toolbar';
import { useCommands } from './use-commands';
import { shapeOf, SLIDE_HEIGHT, SLIDE_WIDTH, useReveal } from './use-reveal';

/** `main`: a window of its own; `mirror` and `next`: in the speaker view; `pane`: the other language beside it. */
export type Role = 'main' | 'mirror' | 'next' | 'pane';

interface DeckStageProps {
  readonly handle: DeckHandle;
  readonly role: Role;
  readonly lang: Lang;
  readonly lesson: string;
  readonly text: DeckText;
  readonly quizText: ClassQuizText;
  readonly otherHref: string;
  readonly lessonHref: string;
}

/** How much a spot is enlarged. */
const ZOOM = 2;

function useShape(half: boolean) {
  const read = useCallback(() => shapeOf(innerWidth / (half ? 2 : 1), innerHeight), [half]);
  const subscribe = useCallback((on: () => void) => {
    addEventListener('resize', on);
    return () => removeEventListener('resize', on);
  }, []);
  return useSyncExternalStore(subscribe, read, () => '4:3' as const);
}

export function DeckStage(props: DeckStageProps) {
  const { handle, role, lang, lesson, text, quizText, otherHref, lessonHref } = props;
  const { shared, slides, act } = handle;
  const real = useSyncExternalStore(shared.subscribe, shared.get, shared.get);
  const infos = handle.infos(real);
  const state = useMemo(
    () =>
      role === 'next'
        ? deckReducer(
            { ...real, cover: 'none', zoom: null },
            { kind: 'forward' },
            infos,
            handle.quiz.feed(real.quiz),
          )
        : real,
    [role, real, infos, handle],
  );
  const [index, beat] = placeIn(infos, state.slide, state.beat);
  const slide = slides[index]!;
  const both = state.both && role === 'main';
  const shape = useShape(both);
  const root = useRef<HTMLDivElement>(null);
  const pointer = useRef<Point>({ x: SLIDE_WIDTH[shape] / 2, y: SLIDE_HEIGHT / 2 });
  const [overview, setOverview] = useState(false);

  const api = useReveal(root, slides, index, shape, (to) => {
    const key = slides[to]?.key;
    if (role !== 'next' && key && key !== shared.get().slide) act({ kind: 'go', slide: key });
  });
  const { local, show, run } = useCommands({ handle, api, role, lang, lesson, text, otherHref, pointer });

  useEffect(() => {
    if (slide.kind === 'text') turnPage(slide.body, beat);
  }, [slide, beat, api]);

  useEffect(() => {
    const on = () => setOverview(true);
    const off = () => setOverview(false);
    api?.on('overviewshown', on);
    api?.on('overviewhidden', off);
    return () => {
      api?.off('overviewshown', on);
      api?.off('overviewhidden', off);
    };
  }, [api]);

  useLayoutEffect(() => {
    const host = root.current!;
    const scale = api?.getScale() ?? 1;
    host.style.transform = state.zoom ? `scale(${ZOOM})` : '';
    if (!state.zoom) return;
    const x = host.clientWidth / 2 + (state.zoom.x - SLIDE_WIDTH[shape] / 2) * scale;
    const y = host.clientHeight / 2 + (state.zoom.y - SLIDE_HEIGHT / 2) * scale;
    host.style.transformOrigin = `${x}px ${y}px`;
  }, [api, shape, state.zoom]);

  // Only a change of this window's own shape is told: two projected windows of different shapes must not take turns.
  useEffect(() => {
    if (role === 'main') act({ kind: 'shape', shape });
  }, [act, role, shape]);

  // Said last of all: who waits for it finds the keys at work.
  useEffect(() => {
    if (api) root.current?.closest<HTMLElement>('.deck')?.setAttribute('data-ready', '');
  }, [api]);

  /** A phrase of the text that names a step leads to the slide that shows it; other links open beside the deck. */
  const onClick = (event: MouseEvent) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('.slides a[href]');
    if (!link) return;
    event.preventDefault();
    const [, figure, ref, at] = /\?([\w-]+)=([^@]*)@([\w-]*)/.exec(link.search) ?? [];
    const to = slides.find((each) => each.kind === 'figure' && each.id === figure && each.ref === ref);
    if (to?.kind === 'figure' && at) act({ kind: 'go', slide: to.key, beat: handle.beatOf(to, at) });
    else open(link.href, '_blank', 'noopener');
  };

  const figure = slide.kind === 'figure' ? handle.figures.get(slide.id) : undefined;
  const beats = infos[index]!.beats;
  /** Who opens the lesson now comes to the section that is being taught. */
  const placeInLesson = ['start', 'quiz'].includes(slide.section)
    ? lessonHref
    : `${lessonHref}#${slide.section}`;
  return (
    // Links inside the slides are handled where they are; the element itself is no control.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
    <div
      className="deck"
      data-role={role}
      data-shape={shape}
      data-both={both ? '' : undefined}
      data-contrast={state.contrast ? '' : undefined}
      data-overview={overview ? '' : undefined}
      data-slide={slide.key}
      data-beat={beat}
      inert={role === 'next'}
      onClick={onClick}
    >
      <div className="deck-window">
        <div className="reveal" ref={root} data-zoomed={state.zoom ? '' : undefined}>
          <div className="slides" />
        </div>
      </div>
      {slide.kind === 'figure' &&
        createPortal(
          figure ? (
            <FigureSlide
              key={slide.key}
              shown={figure}
              refName={handle.refOf(slide, state)}
              only={state.scenarios[slide.key] ? undefined : slide.only}
              beat={beat}
              picked={state.picked}
              shape={shape}
              lang={lang}
              text={text}
              onPick={(option) => act({ kind: 'pick', option })}
            />
          ) : (
            <p className="stage-missing" role="alert">
              {text.figureMissing}
            </p>
          ),
          slide.slot,
        )}
      {slide.kind === 'text' && beats > 1 && (
        <p className="deck-long">{fill(text.longSlide, { n: beat + 1, count: beats })}</p>
      )}
      {api && role !== 'next' && (
        <Ink
          handle={handle}
          host={api.getSlidesElement()!}
          state={state}
          shape={shape}
          tool={local.tool}
          pointer={pointer}
        />
      )}
      {api && (
        <ClassQuiz
          handle={handle}
          host={api.getSlidesElement()!}
          state={state}
          shape={shape}
          lang={lang}
          lesson={lesson}
          deckText={text}
          text={quizText}
        />
      )}
      {both && <iframe className="deck-pane" title={text.otherLanguage} src={`${otherHref}?pane`} />}
      {state.countdown && role !== 'next' && !state.quiz?.shown && (
        <CountdownClock countdown={state.countdown} text={text} />
      )}
      {state.cover !== 'none' && (
        <div className={`deck-cover deck-cover-${state.cover}`} role="status">
          <span className="visually-hidden">{text.covered}</span>
        </div>
      )}
      {(role === 'main' || role === 'mirror') && (
        <>
          <Toolbar text={text} tool={local.tool} run={run} role={role} />
          {local.notes && <NotesBelow handle={handle} section={slide.section} text={text} />}
          {local.keys && <KeyCard text={text} onClose={() => show({ keys: false })} />}
          {state.qr && <QrCard href={placeInLesson} text={text} onClose={() => act({ kind: 'qr' })} />}
          {local.notice && (
            <div className="deck-notice" role="status">
              <span>{local.notice}</span>
              <button type="button" onClick={() => show({ notice: null })}>
                {text.close}
              </button>
            </div>
          )}
        </>
      )}
    </div>
  );
}
