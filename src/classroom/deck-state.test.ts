import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deckReducer, leftOf, openDeck, placeIn, type DeckAction, type SlideInfo } from './deck-state';

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
