/** Why: one window's view of the deck: slides by reveal.js, the figure on the slide shown, and what lies over it. */
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { createPortal } from 'react-dom';
import type { RevealApi } from 'reveal.js';
import { deckReducer, placeIn, type Point } from '../../classroom/deck-state';
import { askedScenario, fetchFor } from '../../figures/scenario';
import type { Lang } from '../../lib/message';
import { CountdownClock, nextCountdown } from './CountdownClock';
import { commandOf, type Command, type Key, type Tool } from './deck-keys';
import { FigureSlide } from './FigureSlide';
import { Ink } from './Ink';
import { KeyCard } from './KeyCard';
import type { DeckText } from './messages';
import type { DeckHandle } from './open-deck';
import { QrCard } from './QrCard';
import { turnPage } from './slides';
import { Toolbar } from './Toolbar';
import { shapeOf, SLIDE_HEIGHT, SLIDE_WIDTH, useReveal } from './use-reveal';

/** `main`: a window of its own; `mirror` and `next`: in the speaker view; `pane`: the other language beside it. */
export type Role = 'main' | 'mirror' | 'next' | 'pane';

interface DeckStageProps {
  readonly handle: DeckHandle;
  readonly role: Role;
  readonly lang: Lang;
  readonly lesson: string;
  readonly text: DeckText;
  readonly otherHref: string;
  readonly lessonHref: string;
}

/** What the speaker view needs of the deck that it holds; given to it when the deck is ready. */
export interface DeckDoor {
  readonly handle: DeckHandle;
  readonly run: (command: Command) => void;
}

function useShape(half: boolean) {
  const read = useCallback(() => shapeOf(innerWidth / (half ? 2 : 1), innerHeight), [half]);
  const subscribe = useCallback((on: () => void) => {
    addEventListener('resize', on);
    return () => removeEventListener('resize', on);
  }, []);
  return useSyncExternalStore(subscribe, read, () => '4:3' as const);
}

const typesText = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input,select,textarea,[contenteditable]') !== null;
/** What reveal.js has and its types leave out. */
type JumpApi = RevealApi & { readonly toggleJumpToSlide: () => void };

/** How much a spot is enlarged. */
const ZOOM = 2;

/** A key that presses what has the focus. */
const presses = (target: EventTarget | null, key: string) =>
  (key === ' ' || key === 'Enter') &&
  target instanceof HTMLElement &&
  target.closest('button,a,summary') !== null;

export function DeckStage({ handle, role, lang, lesson, text, otherHref, lessonHref }: DeckStageProps) {
  const { shared, slides, act } = handle;
  const real = useSyncExternalStore(shared.subscribe, shared.get, shared.get);
  const infos = handle.infos(real);
  const state = useMemo(
    () =>
      role === 'next'
        ? deckReducer({ ...real, cover: 'none', zoom: null }, { kind: 'forward' }, infos)
        : real,
    [role, real, infos],
  );
  const [index, beat] = placeIn(infos, state.slide, state.beat);
  const slide = slides[index]!;
  const both = state.both && role === 'main';
  const shape = useShape(both);
  const root = useRef<HTMLDivElement>(null);
  const [tool, setTool] = useState<Tool>('none');
  const [panel, setPanel] = useState<'none' | 'keys'>('none');
  const [overview, setOverview] = useState(false);
  const [notice, setNotice] = useState<ReactNode>(null);
  const [notes, setNotes] = useState(false);
  const pointer = useRef<Point>({ x: SLIDE_WIDTH[shape] / 2, y: SLIDE_HEIGHT / 2 });

  const api = useReveal(root, slides, index, shape, (to) => {
    const key = slides[to]?.key;
    if (role !== 'next' && key && key !== shared.get().slide) act({ kind: 'go', slide: key });
  });

  useEffect(() => {
    if (slide.kind === 'text') turnPage(slide.body, beat);
  }, [slide, beat, api]);

  useLayoutEffect(() => {
    const host = root.current!;
    const scale = api?.getScale() ?? 1;
    host.style.transform = state.zoom ? `scale(${ZOOM})` : '';
    if (!state.zoom) return;
    const x = host.clientWidth / 2 + (state.zoom.x - SLIDE_WIDTH[shape] / 2) * scale;
    const y = host.clientHeight / 2 + (state.zoom.y - SLIDE_HEIGHT / 2) * scale;
    host.style.transformOrigin = `${x}px ${y}px`;
  }, [api, shape, state.zoom]);

  const openSpeaker = useCallback(() => {
    const address = `${location.pathname}?speaker`;
    const opened = open(address, `ringside-speaker-${lesson}`, 'popup,width=1280,height=800');
    const alone = 'isExtended' in screen && !screen.isExtended;
    if (!opened)
      setNotice(
        <>
          {text.popupBlocked}{' '}
          <a href={address} target="_blank" rel="opener">
            {text.speakerTab}
          </a>
        </>,
      );
    else setNotice(alone ? text.oneScreen : null);
  }, [lesson, text]);

  /** The same place in the other language, in all windows; what is shared comes from the windows that are still there. */
  const switchLanguage = useCallback(() => {
    if (role === 'main') location.replace(otherHref + location.hash);
    if (role === 'mirror') parent.location.replace(`${otherHref}?speaker`);
  }, [otherHref, role]);

  const run = useCallback(
    (command: Command) => {
      switch (command.kind) {
        case 'act':
          return act(command.action);
        case 'tool':
          return setTool((now) => (now === command.tool ? 'none' : command.tool));
        case 'zoom':
          return act({ kind: 'zoom', at: shared.get().zoom ? null : pointer.current });
        case 'scenario': {
          const now = shared.get();
          const here = slides[placeIn(handle.infos(now), now.slide, now.beat)[0]]!;
          const own = here.kind === 'figure' ? handle.figures.get(here.id) : undefined;
          const ref = own && Object.keys(own.figure.scenarios)[command.number - 1];
          if (!own || !ref) return setNotice(text.noScenario.replace('{n}', String(command.number)));
          const coming = fetchFor(own.figure, askedScenario(own.figure, ref));
          if (!coming) return act({ kind: 'scenario', ref });
          return void coming.then(
            () => act({ kind: 'scenario', ref }),
            () => setNotice(text.partFailed),
          );
        }
        case 'countdown':
          return act({
            kind: 'countdown',
            countdown: nextCountdown(shared.get().countdown, command.does, Date.now()),
          });
        case 'language':
          shared.note({ kind: 'language', lang: lang === 'en' ? 'zh-cn' : 'en' });
          return switchLanguage();
        case 'overview':
          return api?.toggleOverview();
        case 'jump':
          return (api as JumpApi | null)?.toggleJumpToSlide();
        case 'speaker':
          return openSpeaker();
        case 'fullscreen':
          return void (document.fullscreenElement
            ? document.exitFullscreen()
            : document.documentElement.requestFullscreen().catch(() => setNotice(text.noFullscreen)));
        case 'notes':
          return setNotes((on) => !on);
        case 'keys':
          return setPanel((now) => (now === 'keys' ? 'none' : 'keys'));
        case 'escape':
          setTool('none');
          setPanel('none');
          setNotice(null);
          if (api?.isOverview()) api.toggleOverview(false);
          if (shared.get().qr) act({ kind: 'qr' });
          if (shared.get().zoom) act({ kind: 'zoom', at: null });
          if (shared.get().cover !== 'none') act({ kind: 'cover', cover: 'none' });
      }
    },
    [act, api, handle, lang, openSpeaker, shared, slides, switchLanguage, text],
  );

  useEffect(() => {
    if (!api) return undefined;
    const overviewOn = () => setOverview(true);
    const overviewOff = () => setOverview(false);
    api.on('overviewshown', overviewOn);
    api.on('overviewhidden', overviewOff);
    if (role === 'mirror')
      parent.dispatchEvent(new CustomEvent<DeckDoor>('ringside:deck', { detail: { handle, run } }));
    return () => {
      api.off('overviewshown', overviewOn);
      api.off('overviewhidden', overviewOff);
    };
  }, [api, handle, role, run]);

  useEffect(() => {
    if (role === 'next') return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (typesText(event.target) || presses(event.target, event.key)) return;
      const command = commandOf(event as Key);
      if (!command) return;
      // In the overview the arrows choose among the slides.
      if (api?.isOverview() && command.kind === 'act') {
        if (event.key === 'Enter') api.toggleOverview(false);
        else if (/Right|Down|PageDown/.test(event.key)) api.next();
        else if (/Left|Up|PageUp/.test(event.key)) api.prev();
        event.preventDefault();
        return;
      }
      event.preventDefault();
      run(command);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [api, role, run]);

  useEffect(
    () =>
      shared.onNote((note) => {
        if (note.kind === 'language' && note.lang !== lang) switchLanguage();
      }),
    [shared, lang, switchLanguage],
  );

  /** A phrase of the text that names a step leads to the slide that shows it; other links open beside the deck. */
  const onClick = (event: React.MouseEvent) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('.slides a[href]');
    if (!link) return;
    const [, figure, ref, at] = /\?([\w-]+)=([^@]*)@([\w-]*)/.exec(link.search) ?? [];
    const to = slides.find((each) => each.kind === 'figure' && each.id === figure && each.ref === ref);
    event.preventDefault();
    if (to?.kind !== 'figure' || !at) return void open(link.href, '_blank', 'noopener');
    const own = handle.figures.get(to.id);
    const found = own ? handle.beatOf(to, at) : 0;
    act({ kind: 'go', slide: to.key, beat: found });
  };

  const figureShown = slide.kind === 'figure' ? handle.figures.get(slide.id) : undefined;
  const interactive = role !== 'next';
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
      data-ready={api ? '' : undefined}
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
          figureShown ? (
            <FigureSlide
              key={slide.key}
              shown={figureShown}
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
      {slide.kind === 'text' && infos[index]!.beats > 1 && (
        <p className="deck-long">
          {text.longSlide.replace('{n}', String(beat + 1)).replace('{count}', String(infos[index]!.beats))}
        </p>
      )}
      {api && root.current && interactive && (
        <Ink
          handle={handle}
          host={root.current.querySelector('.slides')!}
          state={state}
          shape={shape}
          tool={tool}
          pointer={pointer}
        />
      )}
      {both && <iframe className="deck-pane" title={text.otherLanguage} src={`${otherHref}?pane`} />}
      {state.countdown && interactive && <CountdownClock countdown={state.countdown} text={text} />}
      {state.cover !== 'none' && (
        <div className={`deck-cover deck-cover-${state.cover}`} role="status">
          <span className="visually-hidden">{text.covered}</span>
        </div>
      )}
      {interactive && role !== 'pane' && (
        <>
          <Toolbar text={text} tool={tool} run={run} role={role} />
          {notes && role === 'main' && <NotesBelow handle={handle} section={slide.section} text={text} />}
          {panel === 'keys' && <KeyCard text={text} onClose={() => setPanel('none')} />}
          {state.qr && <QrCard href={lessonHref} text={text} onClose={() => act({ kind: 'qr' })} />}
          {notice && (
            <div className="deck-notice" role="status">
              <span>{notice}</span>
              <button type="button" onClick={() => setNotice(null)}>
                {text.close}
              </button>
            </div>
          )}
        </>
      )}
    </div>
  );
}

/** The notes of a section under the slide: for a teacher with one screen, before the class comes in. */
function NotesBelow({ handle, section, text }: { handle: DeckHandle; section: string; text: DeckText }) {
  const note = handle.notes.get(section);
  return (
    <aside className="deck-notes" aria-label={text.notes}>
      {note ? (
        <>
          <p className="deck-notes-head">
            {text.notes} · {text.minutesFor.replace('{n}', String(note.minutes))}
          </p>
          {/* Rendered from the lesson's own MDX at build time. */}
          <div dangerouslySetInnerHTML={{ __html: note.html }} />
          {note.ask && <p className="deck-ask">{note.ask}</p>}
        </>
      ) : (
        <p>{text.noNotes}</p>
      )}
    </aside>
  );
}
