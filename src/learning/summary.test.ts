import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVENT_VERSION, type LearningEvent } from '../schemas/event';
import { anyStoredLog } from './events.fixture';
import { summaryOf, withLater } from './summary';

let clock = 0;
const stamp = () => {
  clock += 1;
  return {
    v: EVENT_VERSION,
    id: `00000000-0000-4000-8000-${String(clock).padStart(12, '0')}`,
    at: clock,
  } as const;
};
const answer = (question: string, right: boolean): LearningEvent => ({
  ...stamp(),
  kind: 'answer',
  lesson: 'kvm',
  question,
  chosen: ['a'],
  right,
  mode: 'practice',
});

describe('a question', () => {
  test('counts what was answered, and right answers in a row since the last miss', () => {
    const log = [true, false, true, true].map((right) => answer('q1', right));
    expect(summaryOf(log).questions.get('q1')).toMatchObject({
      seen: 4,
      right: 3,
      streak: 2,
      missedAt: log[1]?.at,
      lesson: 'kvm',
    });
  });

  test('never more right than seen, never a longer row than right answers', () => {
    fc.assert(
      fc.property(anyStoredLog, (log) => {
        const { questions, predictions } = summaryOf(log);
        for (const { seen, right, streak } of [...questions.values(), ...predictions.values()]) {
          expect(right).toBeLessThanOrEqual(seen);
          expect(streak).toBeLessThanOrEqual(right);
        }
        const answers = log.filter(({ kind }) => kind === 'answer').length;
        expect([...questions.values()].reduce((sum, { seen }) => sum + seen, 0)).toBe(answers);
      }),
    );
  });
});

describe('an exam', () => {
  const start: LearningEvent = {
    ...stamp(),
    kind: 'exam-start',
    preset: 'course-final',
    seed: 7,
    minutes: 60,
    paper: ['q1', 'q2', 'q3'],
    pass: 70,
  };
  const given = (question: string, chosen: string[]): LearningEvent => ({
    ...stamp(),
    kind: 'exam-answer',
    exam: start.id,
    lesson: 'kvm',
    question,
    chosen,
    flagged: false,
  });
  const end = (right: string[]): LearningEvent => ({
    ...stamp(),
    kind: 'exam-end',
    exam: start.id,
    seconds: 100,
    right,
  });

  test('keeps the last answer to each question; what comes after its end is not part of it', () => {
    const log = [
      start,
      given('q1', ['a']),
      given('q1', ['b']),
      given('q2', []),
      end(['q1']),
      given('q3', ['a']),
    ];
    const { exams, questions } = summaryOf(log);
    const exam = exams.get(start.id);
    expect(exam?.answers.get('q1')?.chosen).toEqual(['b']);
    expect([...(exam?.answers.keys() ?? [])]).toEqual(['q1', 'q2']);
    expect(exam?.end?.seconds).toBe(100);
    // Left empty is not answered; the others count as answers of the day.
    expect([...questions]).toEqual([['q1', expect.objectContaining({ seen: 1, right: 1, lesson: 'kvm' })]]);
  });

  test('while it runs, nothing of it counts', () => {
    expect(summaryOf([start, given('q1', ['a'])]).questions.size).toBe(0);
  });
});

test('settings and favourites are as last said; reviews stand in order', () => {
  const { settings, favourites, reviews } = summaryOf([
    { ...stamp(), kind: 'setting', name: 'wrong-book.row', value: 2 },
    { ...stamp(), kind: 'setting', name: 'wrong-book.row', value: 3 },
    { ...stamp(), kind: 'favourite', question: 'q1', on: true },
    { ...stamp(), kind: 'favourite', question: 'q2', on: true },
    { ...stamp(), kind: 'favourite', question: 'q1', on: false },
    { ...stamp(), kind: 'review', card: 'term/kvm', grade: 1 },
    { ...stamp(), kind: 'review', card: 'term/kvm', grade: 3 },
  ]);
  expect(settings.get('wrong-book.row')).toBe(3);
  expect([...favourites]).toEqual(['q2']);
  expect(reviews.get('term/kvm')?.map(({ grade }) => grade)).toEqual([1, 3]);
});

test('going on from a summary is the same as reading all again; what is not later asks for that', () => {
  fc.assert(
    fc.property(anyStoredLog, fc.nat(12), (log, cut) => {
      const [before, after] = [log.slice(0, cut), log.slice(cut)];
      const next = withLater(summaryOf(before), after);
      const later = after.every(({ at }, i) => at > ([...before, ...after][before.length + i - 1]?.at ?? -1));
      expect(next).toEqual(later ? summaryOf(log) : undefined);
    }),
  );
});
