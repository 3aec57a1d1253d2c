/**
 * Why: a projection is seen in several windows at once. All that they must agree on is this one state, and it changes
 * by this one pure function; a window that is reloaded takes it from another.
 */

import { classQuizReducer, type QuizAction } from './class-quiz';
import { NO_FEED, quizPlace, type ClassQuiz, type QuizFeed } from './quiz-state';

/** What a slide is to the deck's walk. Keys are the same in both languages as far as both have the slide. */
export interface SlideInfo {
  /** `<section>/<n>`: the section's id (`start` before the first) and what stands there. */
  readonly key: string;
  /** Stops on it, at least 1. */
  readonly beats: number;
}

/** A point of the slide, in units of the slide (768 high). */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line of the pen that stays; `points` as [x, y, pressure 0…1] in units of the slide. */
export type Stroke = readonly (readonly [number, number, number])[];

export type Cover = 'none' | 'black' | 'white';

/** A countdown runs until `endsAt` (milliseconds since 1970), or stands still with `left` milliseconds to go. */
export type Countdown =
  { readonly kind: 'running'; readonly endsAt: number } | { readonly kind: 'paused'; readonly left: number };

/** The shape of the projected slide, on which pen and pointer have their places. */
export type SlideShape = '4:3' | '16:9';

export interface DeckState {
  /** Of the window that is projected; the teacher's picture of it has the same. */
  readonly shape: SlideShape;
  readonly slide: string;
  readonly beat: number;
  /** The option that the room chose at the question shown, or shown just before this beat. */
  readonly picked: string | null;
  /** Scenarios chosen in class, by slide; a slide without one shows its own. */
  readonly scenarios: Readonly<Record<string, string>>;
  readonly cover: Cover;
  /** What is enlarged, or nothing. */
  readonly zoom: Point | null;
  readonly ink: Readonly<Record<string, readonly Stroke[]>>;
  readonly countdown: Countdown | null;
  /** Both languages, side by side. */
  readonly both: boolean;
  /** Colours for a weak projector in a bright room. */
  readonly contrast: boolean;
  /** The lesson's address, for phones in the room. */
  readonly qr: boolean;
  /** When the class began, milliseconds since 1970; null before. */
  readonly startedAt: number | null;
  /** The class quiz over the slides; null until it is opened. */
  readonly quiz: ClassQuiz | null;
}

export type DeckAction =
  | { readonly kind: 'forward' | 'back' | 'next-slide' | 'previous-slide' | 'first' | 'last' }
  | { readonly kind: 'go'; readonly slide: string; readonly beat?: number }
  | { readonly kind: 'scenario'; readonly ref: string }
  | { readonly kind: 'pick'; readonly option: string }
  | { readonly kind: 'cover'; readonly cover: Cover }
  | { readonly kind: 'zoom'; readonly at: Point | null }
  | { readonly kind: 'draw'; readonly stroke: Stroke }
  | { readonly kind: 'undo' | 'wipe' | 'both' | 'contrast' | 'qr' }
  | { readonly kind: 'countdown'; readonly countdown: Countdown | null }
  | { readonly kind: 'start'; readonly now: number }
  | { readonly kind: 'shape'; readonly shape: SlideShape }
  | { readonly kind: 'quiz'; readonly action: QuizAction };

/** The deck at its first slide. */
export const openDeck = (slides: readonly SlideInfo[]): DeckState => ({
  shape: '16:9',
  slide: slides[0]?.key ?? '',
  beat: 0,
  picked: null,
  scenarios: {},
  cover: 'none',
  zoom: null,
  ink: {},
  countdown: null,
  both: false,
  contrast: false,
  qr: false,
  startedAt: null,
  quiz: null,
});

/**
 * The nearest place that this deck has to one that was asked for: the same slide; else the last one of its section
 * that does not come after it; else the first of all. A deck in the other language splits its text at other places.
 */
export function placeIn(
  slides: readonly SlideInfo[],
  slide: string,
  beat: number,
): [index: number, beat: number] {
  const exact = slides.findIndex(({ key }) => key === slide);
  if (exact >= 0) return [exact, Math.max(0, Math.min(beat, slides[exact]!.beats - 1))];
  const [section = '', name = ''] = slide.split('/');
  const own = slides.flatMap(({ key }, i) =>
    key.startsWith(`${section}/`) ? [{ name: key.split('/')[1]!, i }] : [],
  );
  const order = (a: string) => (/^\d+$/.test(a) ? Number(a) : 1000);
  const before = own.findLast((each) => order(each.name) <= order(name)) ?? own[0];
  return [before?.i ?? 0, 0];
}

function moved(state: DeckState, slides: readonly SlideInfo[], index: number, beat: number): DeckState {
  const to = slides[index];
  if (!to) return state;
  const here = to.key === state.slide;
  // A choice is told at the very next beat, with the answer, and then forgotten.
  const told = here && beat === state.beat + 1;
  return {
    ...state,
    slide: to.key,
    beat,
    picked: told ? state.picked : null,
    zoom: here ? state.zoom : null,
  };
}

function withQuiz(state: DeckState, action: QuizAction, feed: QuizFeed): DeckState {
  const quiz = classQuizReducer(state.quiz, action, feed);
  if (quiz === state.quiz) return state;
  const begun = quiz?.run?.items !== state.quiz?.run?.items;
  const next = begun ? { ...state, quiz, ink: withoutQuizInk(state.ink) } : { ...state, quiz };
  // A countdown and an enlarged spot belong to what was shown.
  return quizPlace(quiz) === quizPlace(state.quiz) ? next : { ...next, zoom: null, countdown: null };
}

/** The only way in which a deck changes. Pure; `slides` and `feed` are those of the window that acts. */
export function deckReducer(
  state: DeckState,
  action: DeckAction,
  slides: readonly SlideInfo[],
  feed: QuizFeed = NO_FEED,
): DeckState {
  const [index, beat] = placeIn(slides, state.slide, state.beat);
  const lastOf = (i: number) => Math.max(0, (slides[i]?.beats ?? 1) - 1);
  switch (action.kind) {
    case 'forward':
      // What covers the slide is taken away first, so that nothing passes unseen.
      if (state.cover !== 'none') return { ...state, cover: 'none' };
      if (state.quiz?.shown) return withQuiz(state, { kind: 'forward' }, feed);
      return beat < lastOf(index)
        ? moved(state, slides, index, beat + 1)
        : moved(state, slides, index + 1, 0);
    case 'back':
      if (state.cover !== 'none') return { ...state, cover: 'none' };
      if (state.quiz?.shown) return withQuiz(state, { kind: 'back' }, feed);
      return beat > 0
        ? moved(state, slides, index, beat - 1)
        : moved(state, slides, index - 1, lastOf(index - 1));
    // Under the quiz no slide turns unseen.
    case 'next-slide':
      return state.quiz?.shown ? state : moved(state, slides, index + 1, 0);
    case 'previous-slide':
      return state.quiz?.shown ? state : moved(state, slides, index - 1, 0);
    case 'first':
      return state.quiz?.shown ? state : moved(state, slides, 0, 0);
    case 'last':
      return state.quiz?.shown ? state : moved(state, slides, slides.length - 1, 0);
    case 'go': {
      const [to, at] = placeIn(slides, action.slide, action.beat ?? 0);
      return moved(withQuiz(state, { kind: 'hide' }, feed), slides, to, at);
    }
    case 'quiz':
      return withQuiz(state, action.action, feed);
    case 'scenario':
      return {
        ...state,
        beat: 0,
        picked: null,
        scenarios: { ...state.scenarios, [state.slide]: action.ref },
      };
    case 'pick':
      return { ...state, picked: action.option };
    case 'cover':
      return { ...state, cover: state.cover === action.cover ? 'none' : action.cover };
    case 'zoom':
      return { ...state, zoom: action.at };
    case 'draw':
      return withInk(state, [...inkOf(state), action.stroke]);
    case 'undo':
      return withInk(state, inkOf(state).slice(0, -1));
    case 'wipe':
      return withInk(state, []);
    case 'both':
    case 'contrast':
    case 'qr':
      return { ...state, [action.kind]: !state[action.kind] };
    case 'countdown':
      return { ...state, countdown: action.countdown };
    case 'shape':
      return state.shape === action.shape ? state : { ...state, shape: action.shape };
    case 'start':
      return { ...state, startedAt: action.now };
  }
}

/** What is drawn on: the slide, or what the quiz shows over it. */
const surfaceOf = ({ quiz, slide }: DeckState): string =>
  quiz?.shown ? `${QUIZ_INK}${quizPlace(quiz)}` : slide;
const QUIZ_INK = 'quiz: ';
const withoutQuizInk = (ink: DeckState['ink']): DeckState['ink'] =>
  Object.fromEntries(Object.entries(ink).filter(([surface]) => !surface.startsWith(QUIZ_INK)));

/** The lines drawn on what is shown. */
export const inkOf = (state: DeckState): readonly Stroke[] => state.ink[surfaceOf(state)] ?? [];

const withInk = (state: DeckState, strokes: readonly Stroke[]): DeckState => ({
  ...state,
  ink: { ...state.ink, [surfaceOf(state)]: strokes },
});

/** Milliseconds that a countdown has left; 0 when it is over. */
export const leftOf = (countdown: Countdown, now: number): number =>
  Math.max(0, countdown.kind === 'running' ? countdown.endsAt - now : countdown.left);
