import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timelineOf, timelineReducer, type Timeline, type TimelineAction } from './timeline';

const action: fc.Arbitrary<TimelineAction> = fc.oneof(
  fc.constantFrom(
    ...(['forward', 'back', 'first', 'last', 'toggle', 'pause', 'tick'] as const).map((kind) => ({ kind })),
  ),
  fc.integer({ min: -5, max: 40 }).map((index) => ({ kind: 'go' as const, index })),
  fc.boolean().map((on) => ({ kind: 'predict' as const, on })),
  fc.boolean().map((right) => ({ kind: 'answer' as const, chosen: 'a', right })),
);
const start = fc
  .tuple(fc.integer({ min: 1, max: 30 }), fc.uniqueArray(fc.integer({ min: 1, max: 29 })))
  .map(([count, asks]) =>
    timelineOf(
      count,
      asks.filter((ask) => ask < count).sort((a, b) => a - b),
    ),
  );
const play = (timeline: Timeline, actions: readonly TimelineAction[]) =>
  actions.reduce(timelineReducer, timeline);

describe('timeline', () => {
  it('never leaves the trace and asks only about the very next step', () => {
    fc.assert(
      fc.property(start, fc.array(action, { maxLength: 40 }), (timeline, actions) => {
        const end = play(timeline, actions);
        expect(end.index).toBeGreaterThanOrEqual(0);
        expect(end.index).toBeLessThan(end.count);
        if (end.pending !== null) {
          expect(end.pending).toBe(end.index + 1);
          expect(end.asks).toContain(end.pending);
          expect(end.predicting).toBe(true);
        }
      }),
    );
  });

  it('shows the same step from any history', () => {
    fc.assert(
      fc.property(start, fc.array(action), fc.integer({ min: 0, max: 29 }), (timeline, actions, index) => {
        const there = play(timeline, [...actions, { kind: 'go', index }]);
        expect(there.index).toBe(Math.min(index, timeline.count - 1));
        expect(there.pending).toBeNull();
        expect(there.verdict).toBeNull();
      }),
    );
  });

  it('stops at a question, goes on when it is answered, and can be refused by going on', () => {
    const asked = play(timelineOf(4, [2], 1), [{ kind: 'predict', on: true }, { kind: 'forward' }]);
    expect(asked).toMatchObject({ index: 1, pending: 2 });
    expect(timelineReducer(asked, { kind: 'answer', chosen: 'x', right: false })).toMatchObject({
      index: 2,
      pending: null,
      verdict: { chosen: 'x', right: false },
    });
    expect(timelineReducer(asked, { kind: 'forward' })).toMatchObject({
      index: 2,
      pending: null,
      verdict: null,
    });
    expect(timelineReducer(asked, { kind: 'back' })).toMatchObject({ index: 1, pending: null });
  });

  it('plays to the end and rests there, or starts again when it loops', () => {
    const playing = play(timelineOf(3, []), [{ kind: 'toggle' }, { kind: 'tick' }, { kind: 'tick' }]);
    expect(playing).toMatchObject({ index: 2, playing: true });
    expect(timelineReducer(playing, { kind: 'tick' })).toMatchObject({ index: 2, playing: false });
    expect(timelineReducer({ ...playing, loop: true }, { kind: 'tick' })).toMatchObject({
      index: 0,
      playing: true,
    });
    expect(timelineReducer({ ...playing, playing: false }, { kind: 'toggle' })).toMatchObject({
      index: 0,
      playing: true,
    });
  });
});
