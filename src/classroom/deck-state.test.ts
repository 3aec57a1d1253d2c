import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deckReducer, inkOf, leftOf, openDeck, placeIn, type DeckAction, type SlideInfo } from './deck-state';

const decks = fc
  .array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 12 })
  .map((beats): SlideInfo[] => beats.map((n, i) => ({ key: `s${Math.floor(i / 3)}/${i % 3}`, beats: n })));
const clicks = fc.array(fc.constantFrom<DeckAction['kind']>('forward', 'back'), { maxLength: 60 });
const click = (kind: string) => ({ kind }) as DeckAction;

describe('the walk', () => {
  test('forward and then back is where one was, except at the very end', () => {
    fc.assert(
      fc.property(decks, clicks, (slides, way) => {
        const here = way.reduce((state, kind) => deckReducer(state, click(kind), slides), openDeck(slides));
        const on = deckReducer(here, { kind: 'forward' }, slides);
        if (on.slide === here.slide && on.beat === here.beat) return;
        const back = deckReducer(on, { kind: 'back' }, slides);
        expect([back.slide, back.beat]).toEqual([here.slide, here.beat]);
      }),
    );
  });

  test('forward alone comes by every beat of every slide, once, in order', () => {
    fc.assert(
      fc.property(decks, (slides) => {
        const all = slides.flatMap(({ key, beats }) =>
          Array.from({ length: beats }, (_, i) => `${key} ${i}`),
        );
        let state = openDeck(slides);
        const seen = all.map(() => {
          const at = `${state.slide} ${state.beat}`;
          state = deckReducer(state, { kind: 'forward' }, slides);
          return at;
        });
        expect(seen).toEqual(all);
        expect(`${state.slide} ${state.beat}`).toBe(all.at(-1));
      }),
    );
  });

  test('forward and back both take a cover away and move nothing', () => {
    const slides = [{ key: 'start/0', beats: 3 }];
    const covered = deckReducer({ ...openDeck(slides), beat: 1 }, { kind: 'cover', cover: 'black' }, slides);
    for (const kind of ['forward', 'back'] as const) {
      const open = deckReducer(covered, { kind }, slides);
      expect([open.cover, open.beat]).toEqual(['none', 1]);
    }
  });

  test('what the room chose is told at the next beat and then forgotten', () => {
    const slides = [{ key: 'start/0', beats: 4 }];
    const picked = deckReducer(openDeck(slides), { kind: 'pick', option: 'trap' }, slides);
    const next = deckReducer(picked, { kind: 'forward' }, slides);
    expect(next.picked).toBe('trap');
    expect(deckReducer(next, { kind: 'forward' }, slides).picked).toBe('trap');
    expect(deckReducer(next, { kind: 'back' }, slides).picked).toBeNull();
  });
});

describe('a place asked for', () => {
  const slides = ['start/0', 'start/1', 'trap/0', 'trap/1', 'trap/figure-1', 'quiz/0'].map((key) => ({
    key,
    beats: 2,
  }));

  test('is found, or the nearest of its section, or the first of all', () => {
    const key = (asked: string) => slides[placeIn(slides, asked, 0)[0]]!.key;
    expect(key('trap/figure-1')).toBe('trap/figure-1');
    expect(key('trap/7')).toBe('trap/1');
    expect(key('trap/figure-9')).toBe('trap/figure-1');
    expect(key('gone/3')).toBe('start/0');
  });

  test('keeps its beat as far as the slide has it', () => {
    expect(placeIn(slides, 'trap/0', 1)).toEqual([2, 1]);
    expect(placeIn(slides, 'trap/0', 9)).toEqual([2, 1]);
    expect(placeIn(slides, 'trap/9', 1)).toEqual([3, 0]);
  });
});

test('a line belongs to its slide: undo takes the last one, wiping leaves the other slides', () => {
  const slides = [
    { key: 'a/0', beats: 1 },
    { key: 'b/0', beats: 1 },
  ];
  const run = (actions: readonly DeckAction[]) =>
    actions.reduce((state, action) => deckReducer(state, action, slides), openDeck(slides));
  const draw = (x: number): DeckAction => ({ kind: 'draw', stroke: [[x, 0, 0.5]] });
  const state = run([draw(1), draw(2), { kind: 'undo' }, { kind: 'forward' }, draw(3), { kind: 'wipe' }]);
  expect(state.ink).toEqual({ 'a/0': [[[1, 0, 0.5]]], 'b/0': [] });
});

test('a countdown never says less than nothing', () => {
  expect(leftOf({ kind: 'running', endsAt: 5000 }, 2000)).toBe(3000);
  expect(leftOf({ kind: 'running', endsAt: 5000 }, 9000)).toBe(0);
  expect(leftOf({ kind: 'paused', left: 700 }, 9000)).toBe(700);
});

describe('a class quiz over the slides', () => {
  const slides = [
    { key: 'a/0', beats: 2 },
    { key: 'b/0', beats: 1 },
  ];
  const feed = { pool: ['q1', 'q2'].map((id) => ({ id, slots: 4, right: [1] })), pages: 1 };
  const run = (actions: readonly DeckAction[], from = openDeck(slides)) =>
    actions.reduce((state, action) => deckReducer(state, action, slides, feed), from);
  const open: DeckAction = { kind: 'quiz', action: { kind: 'toggle', seed: 7 } };
  const forward: DeckAction = { kind: 'forward' };

  test('takes the clicker, and gives it back at its end: no slide has turned', () => {
    let state = run([open]);
    const start: DeckAction[] = [{ kind: 'quiz', action: { kind: 'length', length: 2 } }, forward];
    state = run(start, state);
    let clicks = 0;
    for (; state.quiz?.shown; clicks++) {
      state = run([forward], state);
      expect([state.slide, state.beat]).toEqual(['a/0', 0]);
    }
    // Three for each question, and one at the summary.
    expect(clicks).toBe(7);
    expect(run([forward], state).beat).toBe(1);
  });

  test('no key turns a slide under it; who goes to a slide puts it away', () => {
    const state = run([open]);
    for (const kind of ['next-slide', 'previous-slide', 'first', 'last'] as const)
      expect(run([{ kind }], state)).toBe(state);
    const gone = run([{ kind: 'go', slide: 'b/0' }], state);
    expect([gone.slide, gone.quiz?.shown]).toEqual(['b/0', false]);
  });

  test('what covers the screen is taken away before the quiz goes on', () => {
    const covered = run([open, forward, { kind: 'cover', cover: 'black' }]);
    const uncovered = run([forward], covered);
    expect(uncovered).toEqual({ ...covered, cover: 'none' });
  });

  test('a countdown ends with the phase that it was for, a hand counted leaves it', () => {
    const counting = run([
      open,
      forward,
      forward,
      { kind: 'countdown', countdown: { kind: 'paused', left: 9000 } },
    ]);
    const counted = run([{ kind: 'quiz', action: { kind: 'digit', digit: 4 } }], counting);
    expect(counted.countdown).toEqual({ kind: 'paused', left: 9000 });
    expect(run([forward], counted).countdown).toBeNull();
  });

  test('lines belong to what is shown: the slide keeps its own, a question its, a new run begins clean', () => {
    const draw = (x: number): DeckAction => ({ kind: 'draw', stroke: [[x, 0, 0.5]] });
    const asked = run([draw(1), open, forward, draw(2)]);
    expect(inkOf(asked)).toEqual([[[2, 0, 0.5]]]);
    expect(inkOf(run([forward], asked))).toEqual([]);
    const hidden = run([{ kind: 'quiz', action: { kind: 'hide' } }], asked);
    expect(inkOf(hidden)).toEqual([[[1, 0, 0.5]]]);
    const seed: DeckAction = { kind: 'quiz', action: { kind: 'seed', seed: 8 } };
    const again = run([{ kind: 'back' }, seed, forward], asked);
    expect(Object.keys(again.ink)).toEqual(['a/0']);
  });
});
