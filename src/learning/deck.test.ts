import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, dayOf, startOf } from './day';
import {
  deckOf,
  deckSetting,
  forecastOf,
  newPerDayOf,
  nextDue,
  remembering,
  strangers,
  todayOf,
} from './deck';
import { RELEARN, schedulerOf, type RecallGrade, type Review } from './schedule';
import type { QuestionStanding, Summary } from './summary';

const zone = () => 480;
const scheduler = schedulerOf({ retention: 0.9, zone });
const NOW = Date.UTC(2026, 5, 1, 10);
const LESSONS = [
  { id: 'kvm', questions: ['k1', 'k2', 'k3'], terms: ['vm-exit'] },
  { id: 'io', questions: ['i1', 'i2'], terms: ['virtio', 'vhost'] },
];
type Log = Pick<Summary, 'questions' | 'reviews' | 'settings'>;
const answered = (lesson: string, streak: number): QuestionStanding => ({
  lesson,
  seen: 1,
  right: streak,
  streak,
  missed: [],
  missedAt: streak === 0 ? NOW : null,
  chosen: ['a'],
  at: NOW,
});
const log = (changes: Partial<Log> = {}): Log => ({
  questions: new Map(),
  reviews: new Map(),
  settings: new Map(),
  ...changes,
});
const cards = (of: Log) => deckOf(of, LESSONS, scheduler.cardOf);
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
const reviewed = (...cards: [id: string, grade: RecallGrade, at: number][]) =>
  new Map<string, Review[]>(cards.map(([id, grade, at]) => [id, [{ grade, at }]]));
const moment = { now: NOW, zone };

describe('the deck', () => {
  test('holds what was answered, what was put in, what was reviewed; in the order of the course', () => {
    const of = log({
      questions: new Map([
        ['i2', answered('io', 1)],
        ['gone', answered('kvm', 1)],
      ]),
      reviews: reviewed(['term/vm-exit', 3, NOW], ['question/gone', 3, NOW]),
      settings: new Map([
        [deckSetting('term', 'io'), true],
        [deckSetting('question', 'kvm'), false],
      ]),
    });
    expect(ids(cards(of))).toEqual(['term/vm-exit', 'question/i2', 'term/virtio', 'term/vhost']);
    expect(strangers(of, LESSONS)).toEqual(['question/gone']);
  });

  test('is empty before anything was done, and then nothing is asked', () => {
    expect(cards(log())).toEqual([]);
    expect(todayOf([], log(), { ...moment, newPerDay: 10 })).toEqual({
      due: [],
      fresh: [],
      soon: [],
      next: null,
    });
    expect(nextDue([], moment)).toBeNull();
  });
});

describe('today', () => {
  const all = new Map([
    [deckSetting('question', 'kvm'), true],
    [deckSetting('question', 'io'), true],
  ]);

  test('due first, the longest waiting first; then new ones, missed before others; the limit counts what began today', () => {
    const of = log({
      settings: all,
      questions: new Map([['i2', answered('io', 0)]]),
      reviews: reviewed(
        ['question/k1', 3, NOW - 20 * DAY],
        ['question/k2', 3, NOW - 30 * DAY],
        ['question/k3', 4, NOW],
      ),
    });
    const today = todayOf(cards(of), of, { ...moment, newPerDay: 2 });
    expect(ids(today.due)).toEqual(['question/k2', 'question/k1']);
    expect(ids(today.fresh)).toEqual(['question/i2']);
    expect(today.next?.id).toBe('question/k2');
    expect(todayOf(cards(of), of, { ...moment, newPerDay: 0 }).fresh).toEqual([]);
  });

  test('a forgotten card waits its ten minutes, unless nothing else is left; not twice running if another can be asked', () => {
    const of = log({ reviews: reviewed(['question/k1', 1, NOW], ['question/k2', 1, NOW + 1]) });
    const today = (now: number, last?: string) => todayOf(cards(of), of, { now, zone, newPerDay: 10, last });
    expect(ids(today(NOW + 2).due)).toEqual([]);
    expect(ids(today(NOW + 2).soon)).toEqual(['question/k1', 'question/k2']);
    expect(today(NOW + 2, 'question/k1').next?.id).toBe('question/k2');
    expect(ids(today(NOW + RELEARN).due)).toEqual(['question/k1']);
    const alone = log({ reviews: reviewed(['question/k1', 1, NOW]) });
    expect(todayOf(cards(alone), alone, { ...moment, newPerDay: 10, last: 'question/k1' }).next?.id).toBe(
      'question/k1',
    );
  });

  test('the limit is of the day of study: another one at four in the morning', () => {
    const of = log({ settings: all, reviews: reviewed(['question/k1', 3, NOW]) });
    const fresh = (now: number) => todayOf(cards(of), of, { now, zone, newPerDay: 1 }).fresh.length;
    const tomorrow = startOf(dayOf(NOW, zone) + 1, zone);
    expect([fresh(NOW), fresh(tomorrow - 1), fresh(tomorrow)]).toEqual([0, 0, 1]);
  });

  test('a session comes to its end, and never asks for more new cards than the limit', () => {
    fc.assert(
      fc.property(
        fc.infiniteStream(fc.constantFrom<RecallGrade>(1, 2, 3, 3, 4)),
        fc.nat(6),
        (grades, newPerDay) => {
          const reviews = new Map<string, Review[]>();
          const of = log({ settings: all, reviews });
          let now = NOW;
          let last: string | undefined;
          let steps = 0;
          for (const grade of grades) {
            const { next } = todayOf(cards(of), of, { now, zone, newPerDay, last });
            if (!next || steps === 40) break;
            // Nobody forgets for ever.
            const given = steps > 20 ? 3 : grade;
            reviews.set(next.id, [...(reviews.get(next.id) ?? []), { grade: given, at: now }]);
            last = next.id;
            now += 20_000;
            steps++;
          }
          expect(steps).toBeLessThan(40);
          expect(reviews.size).toBe(Math.min(newPerDay, 5));
          expect(nextDue(cards(of), { now, zone }) === null).toBe(newPerDay === 0);
        },
      ),
    );
  });
});

describe('what is to come', () => {
  const anyReviews = fc.array(
    fc.record({ grade: fc.constantFrom<RecallGrade>(1, 2, 3, 4), at: fc.integer({ min: 0, max: 60 * DAY }) }),
    { maxLength: 8 },
  );

  test('the forecast counts every card once, overdue ones today', () => {
    fc.assert(
      fc.property(fc.array(anyReviews, { minLength: 5, maxLength: 5 }), (lists) => {
        const reviews = new Map(
          ['k1', 'k2', 'k3', 'i1', 'i2'].flatMap((id, i) => {
            const list = (lists[i] ?? [])
              .map(({ grade, at }) => ({ grade, at: NOW - 60 * DAY + at }))
              .sort((a, b) => a.at - b.at);
            return list.length > 0 ? [[`question/${id}`, list] as const] : [];
          }),
        );
        const deck = cards(log({ reviews }));
        const bars = forecastOf(deck, moment, 800);
        expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(reviews.size);
        const overdue = deck.filter(({ card }) => (card?.due ?? 0) <= NOW).length;
        expect(bars[0]?.count).toBeGreaterThanOrEqual(overdue);
        expect(bars.map(({ at }) => dayOf(at, zone) - dayOf(NOW, zone))).toEqual(bars.map((_, i) => i));
      }),
    );
  });

  test('the next time is that of the nearest card, with all of its day', () => {
    const of = log({
      reviews: reviewed(['question/k1', 3, NOW], ['question/k2', 3, NOW], ['question/k3', 4, NOW]),
    });
    const next = nextDue(cards(of), moment);
    expect(next).toEqual({ at: startOf(dayOf(NOW, zone) + 2, zone), count: 2 });
  });
});

test('remembering gives what folding gives, and folds a list once', () => {
  let folds = 0;
  const card = remembering({
    ...scheduler,
    cardOf: (reviews) => {
      folds++;
      return scheduler.cardOf(reviews);
    },
  });
  const list: Review[] = [{ grade: 3, at: NOW }];
  expect(card(list)).toEqual(scheduler.cardOf(list));
  expect(card(list)).toBe(card(list));
  expect(folds).toBe(1);
});

test.each([
  [0, 0],
  [25, 25],
  [2.5, 10],
  [-1, 10],
  [1000, 10],
  ['many', 10],
  [undefined, 10],
])('a limit of %j is taken as %d', (setting, taken) => {
  expect(newPerDayOf(setting)).toBe(taken);
});
