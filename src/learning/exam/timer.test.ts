import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, callBetween, remaining, resumed, type Beat } from './timer';

const START = 1_800_000_000_000;
const HOUR = 3_600_000;
/** What a wall clock shows, look by look: it may be set to anything within a day. */
const walls = fc.array(fc.integer({ min: START - 12 * HOUR, max: START + 12 * HOUR }), { maxLength: 40 });
const begun: Beat = { elapsed: 0, wall: START };
const after = (looks: readonly number[], from = begun) =>
  looks.reduce((beat, wall) => advance(beat, wall), from);

describe('the time used', () => {
  it('never grows less, so that no change of the clock gives any of it back', () => {
    fc.assert(
      fc.property(walls, fc.integer({ min: 1, max: 600 }), (looks, minutes) => {
        let beat = begun;
        for (const wall of looks) {
          const next = advance(beat, wall);
          expect(next.elapsed).toBeGreaterThanOrEqual(beat.elapsed);
          expect(remaining(next, minutes).left).toBeLessThanOrEqual(remaining(beat, minutes).left);
          beat = next;
        }
      }),
    );
  });

  it('counts what the clock went forward, at once or in steps, and nothing else', () => {
    fc.assert(
      fc.property(walls, (looks) => {
        const forward = looks.reduce((sum, wall, i) => sum + Math.max(0, wall - (looks[i - 1] ?? START)), 0);
        expect(after(looks).elapsed).toBe(forward);
        const steady = [...looks].sort((a, b) => a - b).filter((wall) => wall >= START);
        expect(after(steady).elapsed).toBe((steady.at(-1) ?? START) - START);
      }),
    );
  });

  it('is never less than what a steady clock says, even while the wall clock stands or goes back', () => {
    fc.assert(
      fc.property(walls, fc.array(fc.nat(HOUR), { minLength: 1 }), (looks, passed) => {
        let [beat, steady] = [begun, 0];
        passed.forEach((ms, i) => {
          steady += ms;
          beat = advance(beat, looks[i] ?? START, steady);
          expect(beat.elapsed).toBeGreaterThanOrEqual(steady);
        });
      }),
    );
  });

  it('is the same wherever the page was loaded again, and in whichever tab', () => {
    fc.assert(
      fc.property(walls, fc.array(fc.boolean()), (looks, reloads) => {
        let beat = begun;
        looks.forEach((wall, i) => {
          // A reload knows the saved beat alone.
          if (reloads[i]) beat = resumed(START, [], JSON.parse(JSON.stringify(beat)) as Beat);
          beat = advance(beat, wall);
        });
        expect(beat).toEqual(after(looks));
      }),
    );
  });

  it('is never less than what the log proves, with or without a saved beat', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(HOUR)),
        fc.option(fc.record({ elapsed: fc.nat(HOUR), wall: fc.integer({ min: START, max: START + HOUR }) })),
        walls,
        (entries, saved, looks) => {
          const times = entries.map((ms) => START + ms);
          const beat = after(looks, resumed(START, times, saved));
          expect(beat.elapsed).toBeGreaterThanOrEqual(Math.max(0, ...entries, saved?.elapsed ?? 0));
        },
      ),
    );
  });
});

it('the time is up from the last millisecond on, and what is used never exceeds what is allowed', () => {
  const at = (elapsed: number) => remaining({ elapsed, wall: START }, 90);
  expect(at(90 * 60_000 - 1)).toMatchObject({ left: 1, up: false });
  expect(at(90 * 60_000)).toEqual({ left: 0, used: 5400, up: true });
  expect(at(9 * HOUR)).toEqual({ left: 0, used: 5400, up: true });
});

it('each call is made once, and after a leap only the last one', () => {
  const minutes = (from: number, to: number) => callBetween(from * 60_000, to * 60_000);
  expect([
    minutes(11, 10),
    minutes(10, 9),
    minutes(9, 5),
    minutes(2, 0),
    minutes(90, 3),
    minutes(90, 89),
  ]).toEqual([10, null, 5, 1, 5, null]);
});
