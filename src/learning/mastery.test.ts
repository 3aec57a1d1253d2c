import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVENT_VERSION, type AnswerEvent } from '../schemas/event';
import { DAY } from './day';
import { known, masteryOf } from './mastery';
import { summaryOf } from './summary';

const QUESTIONS = ['q1', 'q2', 'q3', 'q4'];
let count = 0;
const answer = (question: string, right: boolean, at: number): AnswerEvent => ({
  v: EVENT_VERSION,
  id: `00000000-0000-4000-8000-${String(count++).padStart(12, '0')}`,
  at,
  kind: 'answer',
  lesson: 'kvm',
  question,
  chosen: ['a'],
  right,
  mode: 'practice',
});
const anyAnswers = fc
  .array(fc.tuple(fc.constantFrom(...QUESTIONS, 'elsewhere'), fc.boolean(), fc.nat(100 * DAY)), {
    maxLength: 20,
  })
  .map((list) =>
    list.sort((a, b) => a[2] - b[2]).map(([question, right, at]) => answer(question, right, at)),
  );
const mastery = (answers: readonly AnswerEvent[], now: number) =>
  masteryOf(summaryOf(answers).questions, QUESTIONS, now);

describe('mastery', () => {
  test('a right answer never lowers it, a wrong one never raises it, at any later time', () => {
    fc.assert(
      fc.property(
        anyAnswers,
        fc.constantFrom(...QUESTIONS),
        fc.nat(50 * DAY),
        fc.nat(50 * DAY),
        (before, question, wait, later) => {
          const at = (before.at(-1)?.at ?? 0) + wait;
          const now = at + later;
          const value = mastery(before, now).value;
          expect(mastery([...before, answer(question, true, at)], now).value).toBeGreaterThanOrEqual(value);
          expect(mastery([...before, answer(question, false, at)], now).value).toBeLessThanOrEqual(value);
        },
      ),
    );
  });

  test('stays between 0 and 1, its best case above it, both told by what was seen', () => {
    fc.assert(
      fc.property(anyAnswers, fc.nat(300 * DAY), (answers, now) => {
        const { value, most, seen, total, missed } = mastery(answers, now);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(most).toBeLessThanOrEqual(1);
        expect(most - value).toBeCloseTo((total - seen) / total, 9);
        expect(missed).toBeLessThanOrEqual(seen);
      }),
    );
  });

  test('fades with time, more slowly the more often it was right', () => {
    const once = [answer('q1', true, 0)];
    const often = [1, 2, 3].map((at) => answer('q1', true, at));
    const left = (answers: readonly AnswerEvent[]) =>
      mastery(answers, 60 * DAY).value / mastery(answers, 3).value;
    expect(left(once)).toBeCloseTo(0.25, 6);
    expect(left(often)).toBeGreaterThan(left(once));
    fc.assert(
      fc.property(anyAnswers, fc.nat(100 * DAY), fc.nat(100 * DAY), (answers, now, later) => {
        const end = (answers.at(-1)?.at ?? 0) + now;
        expect(mastery(answers, end + later).value).toBeLessThanOrEqual(mastery(answers, end).value);
      }),
    );
  });

  test('says when it rests on little, and nothing before the first answer', () => {
    expect(mastery([], 0)).toMatchObject({ value: 0, most: 1, level: 'none', uncertain: false });
    expect(mastery([answer('q1', true, 0)], 0)).toMatchObject({ level: 'begun', uncertain: true });
    const all = QUESTIONS.flatMap((id) => [answer(id, true, 0), answer(id, true, 1), answer(id, true, 2)]);
    expect(mastery(all, 3)).toMatchObject({ level: 'firm', uncertain: false, seen: 4 });
    expect(masteryOf(new Map(), [], 0)).toMatchObject({ value: 0, total: 0, level: 'none' });
  });

  test('an earlier miss costs half an answer', () => {
    const { questions } = summaryOf([answer('q1', false, 0), answer('q1', true, 1), answer('q2', true, 1)]);
    expect(known(questions.get('q1'), 1)).toBeCloseTo(1 / 2);
    expect(known(questions.get('q2'), 1)).toBeCloseTo(1 / 1.5);
  });
});
