import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EVENT_VERSION, type LearningEvent } from '../schemas/event';
import { anyStoredLog } from './events.fixture';
import { progressOf as progressOfSummary, recordsOf } from './progress';
import { summaryOf } from './summary';

const progressOf = (events: readonly LearningEvent[], shapes: typeof course) =>
  progressOfSummary(summaryOf(events), shapes);

/** Ids of questions are unique over the whole bank. */
const course = [
  { id: 'kvm', readable: true, questions: ['q1', 'q2'] },
  { id: 'io', readable: true, questions: ['q3'] },
  { id: 'drill', readable: false, questions: ['q9'] },
];
let clock = 0;
const stamp = () => ({ v: EVENT_VERSION, id: `${(clock += 1)}`, at: clock }) as const;
const answer = (lesson: string, question: string, right: boolean): LearningEvent => ({
  ...stamp(),
  kind: 'answer',
  lesson,
  question,
  right,
  chosen: [right ? 'yes' : 'no'],
  mode: 'practice',
});
const visit = (lesson: string): LearningEvent => ({ ...stamp(), kind: 'visit', lesson });

test('done and missing share out the whole, and 100 % means that nothing is missing', () => {
  fc.assert(
    fc.property(anyStoredLog, (events) => {
      const progress = progressOf(events, course);
      expect(progress.done + progress.missing.length).toBe(progress.total);
      expect(progress.percent === 100).toBe(progress.missing.length === 0);
      expect(progress.lessons.map((l) => l.right).every((n, i) => n <= course[i]!.questions.length)).toBe(
        true,
      );
    }),
  );
});

test('100 % can be reached from any log by doing what is listed, and only by that', () => {
  fc.assert(
    fc.property(anyStoredLog, (events) => {
      const log = [...events];
      for (const item of progressOf(log, course).missing) {
        expect(progressOf(log, course).percent).toBeLessThan(100);
        log.push(item.kind === 'unread' ? visit(item.lesson) : answer(item.lesson, item.question, true));
      }
      expect(progressOf(log, course).percent).toBe(100);
    }),
  );
});

test('a later entry never undoes what was done', () => {
  fc.assert(
    fc.property(anyStoredLog, fc.boolean(), (events, right) => {
      const before = progressOf(events, course).done;
      expect(progressOf([...events, answer('kvm', 'q1', right)], course).done).toBeGreaterThanOrEqual(before);
    }),
  );
});

test('lists exactly what is missing, and why', () => {
  const log = [visit('kvm'), answer('kvm', 'q1', false), answer('io', 'q3', true), answer('io', 'q3', false)];
  expect(progressOf(log, course).missing).toEqual([
    { kind: 'wrong', lesson: 'kvm', question: 'q1' },
    { kind: 'unseen', lesson: 'kvm', question: 'q2' },
    { kind: 'unread', lesson: 'io' },
    { kind: 'unseen', lesson: 'drill', question: 'q9' },
  ]);
});

test('a question or lesson that the course no longer holds counts nowhere', () => {
  const log = [answer('kvm', 'removed', false), answer('removed', 'q8', true), visit('removed')];
  expect(progressOf(log, course)).toEqual(progressOf([], course));
});

test('the record of a question: right once stays, the last answer shows', () => {
  const log = [answer('kvm', 'q1', true), answer('kvm', 'q1', false), answer('io', 'q1', true)];
  expect(recordsOf(log, 'kvm').get('q1')).toMatchObject({ everRight: true, last: 'wrong', chosen: ['no'] });
  expect(recordsOf(log, 'kvm').size).toBe(1);
});

test('predictions count by place, not by try', () => {
  const predict = (step: string, right: boolean): LearningEvent => ({
    ...stamp(),
    kind: 'prediction',
    figure: 'rings',
    scenario: 'popf',
    step,
    chosen: 'a',
    right,
  });
  const log = [predict('cli', false), predict('cli', true), predict('popf', false), predict('popf', false)];
  expect(progressOf(log, course).figures).toEqual([{ figure: 'rings', made: 2, right: 1 }]);
});
