/**
 * Golden numbers: FSRS-6 as in ts-fsrs 5.4.2 with its default parameters `W` below, retention 0.9, no fuzz, UTC+8. Where
 * no two reviews share a day, stability and difficulty were also computed with the library's own `fsrs()` scheduler, and
 * the oracle below computes them from the published formulas
 * (https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm#fsrs-6) without the library.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, dayOf, startOf } from './day';
import {
  LONGEST,
  RECALL_GRADES,
  RELEARN,
  retentionOf,
  schedulerOf,
  type Card,
  type RecallGrade,
  type Review,
} from './schedule';

const W = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
  1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
] as const;

const zone = () => 480;
const { schedule, preview, cardOf, recall } = schedulerOf({ retention: 0.9, zone });
/** 18:00 in Shanghai. */
const START = Date.UTC(2026, 0, 5, 10);
type Played = readonly (readonly [grade: RecallGrade, day: number])[];
const at = (day: number, minute = 0) => START + day * DAY + minute * 60_000;
const played = (sequence: Played): Review[] => sequence.map(([grade, day], i) => ({ grade, at: at(day, i) }));

describe('golden sequences', () => {
  test.each<[Played, { stability: number; difficulty: number; due: string }]>([
    [[[3, 0]], { stability: 2.3065, difficulty: 2.11810397, due: '2026-01-07' }],
    [
      [
        [3, 0],
        [3, 2],
        [3, 13],
        [3, 60],
      ],
      { stability: 164.66603334, difficulty: 2.09745544, due: '2026-08-18' },
    ],
    [
      [
        [4, 0],
        [4, 8],
        [4, 60],
      ],
      { stability: 343.66779227, difficulty: 1, due: '2027-02-13' },
    ],
    [
      [
        [2, 0],
        [2, 1],
        [2, 3],
        [2, 6],
      ],
      { stability: 8.49566202, difficulty: 8.53896785, due: '2026-01-19' },
    ],
    [
      [
        [3, 0],
        [3, 2],
        [1, 13],
        [3, 13],
        [3, 14],
      ],
      { stability: 3.5539099, difficulty: 7.38007427, due: '2026-01-23' },
    ],
    [
      [
        [1, 0],
        [1, 0],
        [3, 1],
        [1, 1],
        [2, 3],
      ],
      { stability: 1.63525703, difficulty: 9.19035708, due: '2026-01-10' },
    ],
    [
      [
        [3, 0],
        [3, 30],
        [2, 200],
        [4, 400],
      ],
      { stability: 695.57828796, difficulty: 2.97863464, due: '2028-02-09' },
    ],
  ])('%j', (sequence, { stability, difficulty, due }) => {
    const card = cardOf(played(sequence));
    expect(card?.stability).toBeCloseTo(stability, 7);
    expect(card?.difficulty).toBeCloseTo(difficulty, 7);
    // Due when that day of study begins, at four in the morning.
    expect(new Date(card?.due ?? 0).toISOString()).toBe(
      new Date(Date.parse(`${due}T04:00:00+08:00`)).toISOString(),
    );
  });

  test('the formulas as published, for any sequence with one review a day', () => {
    const clamp = (x: number, least: number, most: number) => Math.min(most, Math.max(least, x));
    const firstDifficulty = (grade: number) => W[4] - Math.exp(W[5] * (grade - 1)) + 1;
    const factor = 0.9 ** (-1 / W[20]) - 1;
    const oracle = (reviews: readonly Review[]) => {
      let [s, d, day] = [0, 0, 0];
      for (const [i, { grade, at }] of reviews.entries()) {
        const today = dayOf(at, zone);
        if (i === 0) [s, d] = [W[grade - 1] ?? 0, clamp(firstDifficulty(grade), 1, 10)];
        else {
          const r = (1 + (factor * (today - day)) / s) ** -W[20];
          const gain =
            Math.exp(W[8]) *
            (11 - d) *
            s ** -W[9] *
            (Math.exp(W[10] * (1 - r)) - 1) *
            (grade === 2 ? W[15] : 1) *
            (grade === 4 ? W[16] : 1);
          const lapsed = W[11] * d ** -W[12] * ((s + 1) ** W[13] - 1) * Math.exp(W[14] * (1 - r));
          s = grade === 1 ? Math.min(lapsed, s / Math.exp(W[17] * W[18])) : s * (1 + gain);
          s = clamp(s, 0.001, 36_500);
          const moved = d - W[6] * (grade - 3) * ((10 - d) / 9);
          d = clamp(W[7] * firstDifficulty(4) + (1 - W[7]) * moved, 1, 10);
        }
        day = today;
      }
      return { s, d };
    };
    fc.assert(
      fc.property(anyDays, (reviews) => {
        const card = cardOf(reviews);
        const { s, d } = oracle(reviews);
        expect(Math.abs((card?.stability ?? 0) / s - 1)).toBeLessThan(1e-4);
        expect(Math.abs((card?.difficulty ?? 0) - d)).toBeLessThan(1e-4);
      }),
    );
  });
});

const anyGrade = fc.constantFrom(...RECALL_GRADES);
const reviewsOf = (gaps: fc.Arbitrary<number>) =>
  fc.array(fc.tuple(anyGrade, gaps), { minLength: 1, maxLength: 20 }).map((steps) => {
    let now = START;
    return steps.map(([grade, gap], i): Review => ({ grade, at: (now += i === 0 ? 0 : gap) }));
  });
/** One review a day, 1 to 400 days apart. */
const anyDays = reviewsOf(fc.integer({ min: 1, max: 400 }).map((days) => days * DAY));
/** Minutes to months apart. */
const anyReviews = reviewsOf(
  fc.oneof(fc.integer({ min: 1, max: DAY }), fc.integer({ min: DAY, max: 200 * DAY })),
);

describe('one day', () => {
  const good = cardOf([{ grade: 3, at: at(0) }]);

  test('good and good is no more than good', () => {
    const twice = cardOf([
      { grade: 3, at: at(0) },
      { grade: 3, at: at(0, 300) },
    ]);
    expect(twice).toEqual(good);
  });

  test('after a first review, practice of the same day changes nothing, whatever its grade but "again"', () => {
    fc.assert(
      fc.property(
        anyDays,
        fc.constantFrom(2 as const, 3 as const, 4 as const),
        fc.integer({ min: 0, max: 9 * 3_600_000 }),
        (reviews, grade, later) => {
          const last = reviews.at(-1)!;
          fc.pre(last.grade !== 1);
          const card = cardOf(reviews);
          expect(schedule(card, grade, last.at + later)).toEqual(card);
        },
      ),
    );
  });

  test('"again" later that day is a lapse, once; the card comes back in ten minutes', () => {
    const lapsed = schedule(good, 1, at(0, 60));
    expect(lapsed.stability).toBeLessThan(good?.stability ?? 0);
    expect(lapsed.due).toBe(at(0, 60) + RELEARN);
    const twice = schedule(lapsed, 1, at(0, 70));
    expect(twice).toEqual({ ...lapsed, due: at(0, 70) + RELEARN });
  });

  test('a forgotten card that is recalled is off until another day, with no more trust than it had', () => {
    fc.assert(
      fc.property(anyReviews, fc.constantFrom(2 as const, 3 as const, 4 as const), (reviews, grade) => {
        const now = reviews.at(-1)!.at;
        const lapsed = schedule(cardOf(reviews), 1, now);
        const back = schedule(lapsed, grade, now + RELEARN);
        fc.pre(dayOf(now, zone) === dayOf(now + RELEARN, zone));
        expect(back.stability).toBe(lapsed.stability);
        expect(dayOf(back.due, zone)).toBeGreaterThan(dayOf(now, zone));
      }),
    );
  });

  test('half past midnight is still the evening; another day begins at four', () => {
    const evening = Date.UTC(2026, 0, 5, 15, 50); // 23:50 in Shanghai
    const card = schedule(null, 3, evening);
    expect(schedule(card, 3, evening + 40 * 60_000)).toEqual(card);
    expect(schedule(card, 3, startOf(dayOf(evening, zone) + 1, zone))).not.toEqual(card);
  });
});

describe('laws', () => {
  test('an interval never shrinks after success, and is from a day to a year', () => {
    fc.assert(
      fc.property(anyReviews, (reviews) => {
        let card: Card | null = null;
        for (const { grade, at } of reviews) {
          const next = schedule(card, grade, at);
          if (grade > 1) {
            expect(next.interval).toBeGreaterThanOrEqual(Math.max(1, card?.interval ?? 1));
            expect(next.stability).toBeGreaterThanOrEqual(card?.stability ?? 0);
          } else {
            expect(next.interval).toBe(0);
            expect(next.stability).toBeLessThanOrEqual(card?.stability ?? Infinity);
          }
          expect(next.interval).toBeLessThanOrEqual(LONGEST);
          expect(next.due).toBeGreaterThan(at);
          card = next;
        }
      }),
    );
  });

  test('a better grade never leads to a shorter wait; what is shown is what is done', () => {
    fc.assert(
      fc.property(anyReviews, fc.integer({ min: 0, max: 400 * DAY }), (reviews, later) => {
        const card = cardOf(reviews);
        const now = reviews.at(-1)!.at + later;
        const minutes = RECALL_GRADES.map((grade) => {
          const { unit, value } = preview(card, now)[grade];
          const { due, interval } = schedule(card, grade, now);
          if (unit === 'minutes') expect(due).toBe(now + value * 60_000);
          else {
            expect(dayOf(due, zone) - dayOf(now, zone)).toBe(value);
            expect(interval).toBeGreaterThan(0);
          }
          return unit === 'minutes' ? value : value * 1440;
        });
        expect([...minutes].sort((a, b) => a - b)).toEqual(minutes);
      }),
    );
  });

  test('the chance of recall is 1 on the day, 0.9 when the interval is over (within its rounding), and falls', () => {
    const card = cardOf(played([[3, 0], [3, 2], [3, 13]]))!; // prettier-ignore
    const chance = (days: number) => recall(card, at(13 + days));
    expect(chance(0)).toBe(1);
    expect(chance(card.interval)).toBeCloseTo(0.9, 2);
    for (let day = 0; day < 100; day++) expect(chance(day + 1)).toBeLessThan(chance(day));
  });

  test('whoever wants to keep more is asked sooner', () => {
    fc.assert(
      fc.property(anyReviews, (reviews) => {
        const intervals = [0.8, 0.85, 0.9, 0.95, 0.97].map(
          (retention) => schedulerOf({ retention, zone }).cardOf(reviews)?.interval ?? 0,
        );
        expect([...intervals].sort((a, b) => b - a)).toEqual(intervals);
      }),
    );
  });

  test('the same reviews make the same card, also for a clock that was set back', () => {
    const reviews = played([[3, 0], [3, 5], [4, 9]]); // prettier-ignore
    expect(schedulerOf({ retention: 0.9, zone }).cardOf(reviews)).toEqual(cardOf(reviews));
    const card = cardOf(reviews)!;
    expect(schedule(card, 3, at(2))).toEqual(card);
    expect(schedule(card, 1, at(2)).day).toBe(card.day);
    expect(recall(card, at(2))).toBe(1);
  });

  test('another zone moves a due date by hours, never the memory, when no day is split', () => {
    const reviews = played([[3, 0], [3, 5], [1, 9]]); // prettier-ignore
    const tokyo = schedulerOf({ retention: 0.9, zone: () => 540 }).cardOf(reviews)!;
    const { stability, difficulty, due } = cardOf(reviews)!;
    expect(tokyo).toMatchObject({ stability, difficulty, due });
    const later = [...reviews, { grade: 3 as const, at: at(10) }];
    expect(schedulerOf({ retention: 0.9, zone: () => 540 }).cardOf(later)?.due).toBe(
      cardOf(later)!.due - 3_600_000,
    );
  });
});

test.each([
  [0.85, 0.85],
  [0.8, 0.8],
  [0.97, 0.97],
  [0.5, 0.9],
  [1, 0.9],
  ['high', 0.9],
  [undefined, 0.9],
])('a retention of %j is taken as %d', (setting, taken) => {
  expect(retentionOf(setting)).toBe(taken);
});
