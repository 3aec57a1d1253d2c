/** Why: everything that a window needs to show a deck is made once, when it opens: figures, slides, the state that it shares. */
import {
  openDeck,
  deckReducer,
  placeIn,
  type DeckAction,
  type DeckState,
  type Point,
  type SlideInfo,
} from '../../classroom/deck-state';
import { share, type Port, type Shared, type Wire } from '../../classroom/shared';
import { askedScenario, fetchFor, scenarioRef } from '../../figures/scenario';
import { decode } from '../../lib/decode';
import type { Lang } from '../../lib/message';
import { leave, take } from '../../store/handover';
import { quizDesk, type QuizDesk } from './quiz-desk';
import { shortSeed } from './short-seed';
import { loadDeckFigures, runScenario, type DeckFigure } from './deck-figures';
import { buildDeck, figureBeats, type Deck, type DeckSlide, type NamedStep } from './slides';

/** Shown at once in every window and kept nowhere. */
export type DeckNote =
  | { readonly kind: 'laser'; readonly at: Point | null }
  | {
      readonly kind: 'line';
      readonly points: readonly (readonly [number, number, number])[];
      readonly fades: boolean;
    }
  | { readonly kind: 'language'; readonly lang: Lang };

export interface DeckSource {
  readonly lang: Lang;
  readonly lesson: string;
  readonly title: string;
  readonly name: string;
  readonly lede: string;
  readonly place: string;
  readonly steps: readonly NamedStep[];
  readonly quizTitle: string;
}

export interface DeckHandle extends Deck {
  /** A slide that the address asks for and the deck does not have. */
  readonly missed: string | undefined;
  readonly figures: ReadonlyMap<string, DeckFigure>;
  readonly shared: Shared<DeckState, DeckNote>;
  readonly act: (action: DeckAction) => void;
  /** The class quiz in this window. */
  readonly quiz: QuizDesk;
  /** Leaves the state to the deck in the other language, which takes this window's place. */
  readonly handOver: () => void;
  /** Opens the class quiz, or its chooser. */
  readonly openQuiz: () => void;
  /** Slides as the walk sees them, with the scenarios that are chosen now. */
  readonly infos: (state: DeckState) => readonly SlideInfo[];
  /** Whether two spellings of a scenario of a slide's figure mean the same. */
  readonly sameScenario: (slide: DeckSlide, a: string, b: string) => boolean;
  /** The beat of a figure's slide that shows a step; 0 when it has none. */
  readonly beatOf: (slide: Extract<DeckSlide, { kind: 'figure' }>, step: string) => number;
  /** Scenario of a figure's slide now. */
  readonly refOf: (slide: Extract<DeckSlide, { kind: 'figure' }>, state: DeckState) => string;
}

/** What a window keeps of the deck in its own history, so that a reload finds it. */
interface Kept {
  readonly deck: DeckState;
  readonly rev: number;
}

/** The place in an address: `#silent-failure/2~1~popf`: slide, beat, scenario (the last two only where they say something). */
export function placeFromHash(hash: string): { slide: string; beat: number; ref: string | undefined } | null {
  const [slide = '', beat = '0', ref] = decode(hash.replace(/^#/, '')).split('~');
  return slide === ''
    ? null
    : { slide, beat: Math.max(0, Math.trunc(Number(beat)) || 0), ref: ref === '' ? undefined : ref };
}

/** The same, written. */
export function hashOf({ slide, beat, scenarios }: DeckState): string {
  const ref = scenarios[slide];
  return `#${slide}${beat > 0 || ref ? `~${beat}` : ''}${ref ? `~${ref}` : ''}`;
}

interface First {
  readonly state: DeckState;
  readonly rev: number;
  readonly missed?: string;
}

function firstState(infos: readonly SlideInfo[], name: string): First {
  const left = take(name) as Partial<Kept> | undefined;
  const kept = (history.state as Partial<Kept> | null) ?? left ?? {};
  const open = openDeck(infos);
  if (kept.deck && typeof kept.rev === 'number') return { state: { ...open, ...kept.deck }, rev: kept.rev };
  const asked = placeFromHash(location.hash);
  if (!asked) return { state: open, rev: 0 };
  const [index, beat] = placeIn(infos, asked.slide, asked.beat);
  const slide = infos[index]?.key ?? open.slide;
  const scenarios = asked.ref && slide === asked.slide ? { [slide]: asked.ref } : {};
  // A place asked for is told to windows that open later.
  // With another scenario the slide may have more beats than its own has.
  const state = { ...open, slide, beat: asked.ref ? asked.beat : beat, scenarios };
  return slide === asked.slide ? { state, rev: 1 } : { state, rev: 1, missed: asked.slide };
}

/** A channel between the windows of one lesson's deck; without one (a very old browser) each window is alone. */
function channel(name: string): Port<Wire<DeckState, DeckNote>> {
  if (typeof BroadcastChannel === 'undefined')
    return { post: () => undefined, listen: () => undefined, close: () => undefined };
  const own = new BroadcastChannel(name);
  return {
    post: (message) => own.postMessage(message),
    listen: (on) => {
      own.onmessage = (event: MessageEvent<Wire<DeckState, DeckNote>>) => on(event.data);
    },
    close: () => own.close(),
  };
}

const wanted = (steps: readonly NamedStep[]): ReadonlyMap<string, readonly string[]> =>
  new Map(
    [...new Set(steps.map(({ figure }) => figure))].map((id) => [
      id,
      [...new Set(steps.filter(({ figure }) => figure === id).map(({ ref }) => ref))],
    ]),
  );

/**
 * Opens a lesson's deck in this window.
 * @param source the lesson's text as rendered; its nodes are moved into slides
 * @param bench an element of a slide's size to lay out in
 */
export async function openDeckWindow(
  own: DeckSource,
  source: HTMLElement,
  bench: HTMLElement,
): Promise<DeckHandle> {
  const figures = await loadDeckFigures(wanted(own.steps), own.lang);
  const deck = buildDeck({ ...own, source, bench, figures });
  const beats = new Map<string, number>();
  const awaited = new Set<string>();
  const refOf: DeckHandle['refOf'] = (slide, state) => state.scenarios[slide.key] ?? slide.ref;
  /** Asks every part of this window to look again. */
  const again = () => shared.set((state) => ({ ...state }));
  const countBeats = (slide: DeckSlide, state: DeckState): number => {
    const chosen = state.scenarios[slide.key];
    const figure = slide.kind === 'figure' ? figures.get(slide.id) : undefined;
    if (!chosen || !figure) return slide.beats;
    const name = `${slide.key} ${chosen}`;
    const known = beats.get(name);
    if (known !== undefined) return known;
    const coming = fetchFor(figure.figure, askedScenario(figure.figure, chosen));
    if (coming) {
      // Until it is here the slide has at least the beats that have been walked.
      if (!awaited.has(name)) {
        awaited.add(name);
        coming.then(again, () => awaited.delete(name));
      }
      return state.slide === slide.key ? state.beat + 1 : 1;
    }
    const count = figureBeats(figure, chosen).length;
    beats.set(name, count);
    return count;
  };
  const infos: DeckHandle['infos'] = (state) =>
    deck.slides.map((slide) => ({ key: slide.key, beats: countBeats(slide, state) }));
  const name = `ringside:deck:${import.meta.env.BASE_URL}:${own.lesson}`;
  const first = firstState(deck.slides, name);
  const shared = share<DeckState, DeckNote>(channel(name), crypto.randomUUID(), first);
  const quiz = quizDesk();
  const act = (action: DeckAction) =>
    shared.set((state) => {
      // The first click begins the class, if its teacher has not.
      const begun = state.startedAt === null && action.kind === 'forward';
      const now = begun ? { ...state, startedAt: Date.now() } : state;
      return deckReducer(now, action, infos(state), quiz.feed(state.quiz));
    });
  const kept = (): Kept => ({ deck: shared.get(), rev: shared.rev() });
  const keep = () => history.replaceState(kept(), '', hashOf(shared.get()));
  shared.subscribe(keep);
  keep();
  return {
    ...deck,
    missed: first.missed,
    figures,
    shared,
    infos,
    refOf,
    beatOf: ({ id, ref, only }, step) => {
      const figure = figures.get(id);
      if (!figure) return 0;
      const { trace } = runScenario(figure.figure, ref);
      const shown = figureBeats(figure, ref, only);
      return Math.max(
        0,
        shown.findIndex(({ index, ask }) => !ask && trace.steps[index]?.id === step),
      );
    },
    sameScenario: (slide, a, b) => {
      const figure = slide.kind === 'figure' ? figures.get(slide.id)?.figure : undefined;
      const spelled = (ref: string) => figure && scenarioRef(figure, askedScenario(figure, ref));
      return spelled(a) === spelled(b);
    },
    act,
    quiz,
    handOver: () => leave(name, kept()),
    openQuiz: () => act({ kind: 'quiz', action: { kind: 'toggle', seed: shortSeed() } }),
  };
}
