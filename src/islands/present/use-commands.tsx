/** Why: a key, a button of the bar and a button of the speaker view do the same thing by the same way. */
import { useCallback, useEffect, useState, type ReactNode, type RefObject } from 'react';
import type { RevealApi } from 'reveal.js';
import { placeIn, type Point } from '../../classroom/deck-state';
import { askedScenario, fetchFor } from '../../figures/scenario';
import { fill } from '../../lib/fill';
import { otherLang } from '../../i18n/href';
import type { Lang } from '../../lib/message';
import { nextCountdown, QUESTION_PACE } from './CountdownClock';
import { commandOf, type Command, type Tool } from './deck-keys';
import type { Role } from './DeckStage';
import type { DeckText } from './messages';
import type { DeckHandle } from './open-deck';
import { countdownOf } from './quiz-keys';

/** What the speaker view needs of the deck that it holds; given to it when the deck is ready. */
export interface DeckDoor {
  readonly handle: DeckHandle;
  readonly run: (command: Command) => void;
}

/** What reveal.js has and its types leave out. */
type JumpApi = RevealApi & { readonly toggleJumpToSlide: () => void };

interface CommandsInput {
  readonly handle: DeckHandle;
  readonly api: RevealApi | null;
  readonly role: Role;
  readonly lang: Lang;
  readonly lesson: string;
  readonly text: DeckText;
  readonly otherHref: string;
  /** Where the pointer was last, units of the slide. */
  readonly pointer: RefObject<Point>;
}

/** What this window alone shows. */
export interface Local {
  readonly tool: Tool;
  readonly keys: boolean;
  readonly notes: boolean;
  readonly notice: ReactNode;
}

const typesText = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input,select,textarea,[contenteditable]') !== null;
/** A key that presses what has the focus. */
export const presses = ({ target, key }: KeyboardEvent) =>
  (key === ' ' || key === 'Enter') &&
  target instanceof HTMLElement &&
  target.closest('button,a,summary') !== null;

export function useCommands({ handle, api, role, lang, lesson, text, otherHref, pointer }: CommandsInput) {
  const { shared, slides, act } = handle;
  const [local, setLocal] = useState<Local>({
    tool: 'none',
    keys: false,
    notes: false,
    notice: handle.missed === undefined ? null : fill(text.noSlide, { slide: handle.missed }),
  });
  const show = useCallback((change: Partial<Local>) => setLocal((now) => ({ ...now, ...change })), []);

  const openSpeaker = useCallback(() => {
    const address = `${location.pathname}?speaker`;
    const opened = open(address, `ringside-speaker-${lesson}`, 'popup,width=1280,height=800');
    const alone = 'isExtended' in screen && !screen.isExtended;
    if (opened) return show({ notice: alone ? text.oneScreen : null });
    show({
      notice: (
        <>
          {text.popupBlocked}{' '}
          <a href={address} target="_blank" rel="noopener">
            {text.speakerTab}
          </a>
        </>
      ),
    });
  }, [lesson, show, text]);

  /** The same place in the other language, in all windows; each hands over what it shares. */
  const switchLanguage = useCallback(() => {
    if (role === 'main' || role === 'mirror') handle.handOver();
    if (role === 'main') location.replace(otherHref + location.hash);
    if (role === 'mirror') parent.location.replace(`${otherHref}?speaker`);
  }, [handle, otherHref, role]);
  useEffect(
    () => shared.onNote((note) => note.kind === 'language' && note.lang !== lang && switchLanguage()),
    [shared, lang, switchLanguage],
  );

  const chooseScenario = useCallback(
    (number: number) => {
      const now = shared.get();
      const slide = slides[placeIn(handle.infos(now), now.slide, now.beat)[0]]!;
      const own = slide.kind === 'figure' ? handle.figures.get(slide.id) : undefined;
      const ref = own && Object.keys(own.figure.scenarios)[number - 1];
      if (!own || !ref) return show({ notice: fill(text.noScenario, { n: number }) });
      const coming = fetchFor(own.figure, askedScenario(own.figure, ref));
      if (!coming) return act({ kind: 'scenario', ref });
      coming.then(
        () => act({ kind: 'scenario', ref }),
        () => show({ notice: text.partFailed }),
      );
    },
    [act, handle, shared, show, slides, text],
  );

  const run = useCallback(
    (asked: Command): void => {
      const now = shared.get();
      const does = asked.kind === 'act' ? countdownOf(now, asked.action) : null;
      const command: Command = does ? { kind: 'countdown', does } : asked;
      switch (command.kind) {
        case 'act':
          return act(command.action);
        case 'quiz':
          return handle.openQuiz();
        case 'tool':
          return setLocal((before) => ({
            ...before,
            tool: before.tool === command.tool ? 'none' : command.tool,
          }));
        case 'zoom':
          return act({ kind: 'zoom', at: now.zoom ? null : pointer.current });
        case 'scenario':
          return chooseScenario(command.number);
        case 'countdown':
          return act({
            kind: 'countdown',
            countdown: nextCountdown(
              now.countdown,
              command.does,
              Date.now(),
              now.quiz?.shown ? QUESTION_PACE : undefined,
            ),
          });
        case 'language':
          shared.note({ kind: 'language', lang: otherLang(lang) });
          return switchLanguage();
        case 'overview':
          return void api?.toggleOverview();
        case 'jump':
          return (api as JumpApi | null)?.toggleJumpToSlide();
        case 'speaker':
          return openSpeaker();
        case 'fullscreen':
          if (document.fullscreenElement) return void document.exitFullscreen();
          return void document.documentElement
            .requestFullscreen()
            .catch(() => show({ notice: text.noFullscreen }));
        case 'notes':
          return setLocal((before) => ({ ...before, notes: !before.notes }));
        case 'keys':
          return setLocal((before) => ({ ...before, keys: !before.keys }));
        case 'escape':
          show({ tool: 'none', keys: false, notice: null });
          if (api?.isOverview()) api.toggleOverview(false);
          // What lies over the quiz goes first.
          else if (!now.qr && !now.zoom && now.cover === 'none')
            act({ kind: 'quiz', action: { kind: 'hide' } });
          if (now.qr) act({ kind: 'qr' });
          if (now.zoom) act({ kind: 'zoom', at: null });
          if (now.cover !== 'none') act({ kind: 'cover', cover: now.cover });
      }
    },
    [act, api, chooseScenario, handle, lang, openSpeaker, pointer, shared, show, switchLanguage, text],
  );

  useEffect(() => {
    if (api && role === 'mirror')
      parent.dispatchEvent(new CustomEvent<DeckDoor>('ringside:deck', { detail: { handle, run } }));
  }, [api, handle, role, run]);

  useEffect(() => {
    if (role === 'next') return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (typesText(event.target) || presses(event)) return;
      const command = commandOf(event, shared.get().quiz?.shown);
      if (!command) return;
      event.preventDefault();
      // In the overview the arrows choose among the slides.
      if (api?.isOverview() && command.kind === 'act') {
        if (event.key === 'Enter') api.toggleOverview(false);
        else if (/Right|Down/.test(event.key)) api.next();
        else if (/Left|Up/.test(event.key)) api.prev();
      } else run(command);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [api, role, run, shared]);

  return { local, show, run };
}
