import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVENT_VERSION, type LearningEvent, type NewEvent } from '../schemas/event';
import { anyStoredLog } from './events.fixture';
import { summaryOf } from './summary';
import { rowOf, ROW_SETTING, ROWS, shelfOf, wrongBook } from './wrong-book';

const logOf = (events: readonly NewEvent[], from = 0, step = 1): LearningEvent[] =>
  events.map((event, i) => ({
    ...event,
    v: EVENT_VERSION,
    id: `00000000-0000-4000-8000-${String(from + i).padStart(12, '0')}`,
    at: from + i * step,
  }));
const rowIs = (value: number | string | boolean): NewEvent => ({ kind: 'setting', name: ROW_SETTING, value });
const answer = (right: boolean, question = 'q1'): NewEvent => ({
  kind: 'answer',
  lesson: 'kvm',
  question,
  chosen: [right ? 'a' : 'b'],
  right,
  mode: 'lesson',
});
const prediction = (right: boolean): NewEvent => ({
  kind: 'prediction',
  figure: 'rings',
  scenario: 'popf',
  step: 'end',
  chosen: right ? 'a' : 'b',
  right,
});
/** An exam with one question, answered or left. */
const exam = (right: boolean, given: boolean): NewEvent[] => [
  { kind: 'exam-start', preset: 'x', seed: 1, minutes: 1, paper: ['q1'], pass: 60 },
  {
    kind: 'exam-answer',
    exam: '00000000-0000-4000-8000-000000000000',
    lesson: 'kvm',
    question: 'q1',
    chosen: given ? ['b'] : [],
    flagged: false,
  },
  {
    kind: 'exam-end',
    exam: '00000000-0000-4000-8000-000000000000',
    seconds: 1,
    right: right ? ['q1'] : [],
  },
];
const book = (events: readonly NewEvent[]) => wrongBook(summaryOf(logOf(events)));
const rows = fc.constantFrom(...ROWS);
const history = fc.array(fc.boolean(), { maxLength: 12 });

/** By definition, from the bare history: right answers since the last miss; null when nothing was ever missed. */
const since = (outcomes: readonly boolean[]): number | null => {
  const last = outcomes.lastIndexOf(false);
  return last < 0 ? null : outcomes.length - 1 - last;
};

describe('an entry', () => {
  test('a miss always enters, whatever was before', () => {
    fc.assert(
      fc.property(history, rows, (before, row) => {
        const { questions, predictions } = book([
          rowIs(row),
          ...[...before, false].map((right) => answer(right)),
          ...[...before, false].map(prediction),
        ]);
        expect(questions).toMatchObject([{ id: 'q1', missing: row, wrong: ['b'] }]);
        expect(predictions).toMatchObject([{ figure: 'rings', step: 'end', missing: row, wrong: ['b'] }]);
      }),
    );
  });

  test('leaves with the Nth right answer in a row since the last miss, and not before', () => {
    fc.assert(
      fc.property(history, rows, (before, row) => {
        for (let n = 0; n <= row + 1; n++) {
          const outcomes = [...before, false, ...Array<boolean>(n).fill(true)];
          const now = book([
            rowIs(row),
            ...outcomes.map((right) => answer(right)),
            ...outcomes.map(prediction),
          ]);
          expect(now.questions.map(({ missing }) => missing)).toEqual(n < row ? [row - n] : []);
          expect(now.predictions.map(({ missing }) => missing)).toEqual(n < row ? [row - n] : []);
        }
      }),
    );
  });

  test('never missed, never in it; and for any history it is as the definition says', () => {
    fc.assert(
      fc.property(history, rows, (outcomes, row) => {
        const streak = since(outcomes);
        const { questions } = book([rowIs(row), ...outcomes.map((right) => answer(right))]);
        expect(questions).toHaveLength(streak !== null && streak < row ? 1 : 0);
      }),
    );
  });

  test('a miss in an exam enters when the exam is handed in; what was left empty does not', () => {
    expect(book(exam(false, true)).questions).toMatchObject([{ id: 'q1', wrong: ['b'] }]);
    expect(book(exam(false, true).slice(0, 2)).questions).toEqual([]);
    expect(book(exam(false, false)).questions).toEqual([]);
    expect(book(exam(true, true)).questions).toEqual([]);
  });

  test('keeps its last wrong answer while right ones follow', () => {
    const { questions } = book([rowIs(3), answer(false), answer(true)]);
    expect(questions).toMatchObject([{ chosen: ['a'], wrong: ['b'], missing: 2 }]);
  });
});

describe('the rule', () => {
  test('a change of it re-computes the whole book, as if it had always been so', () => {
    fc.assert(
      fc.property(anyStoredLog, rows, rows, (log, first, then) => {
        const said = (events: readonly NewEvent[]) => logOf(events, 100);
        const changed = wrongBook(summaryOf([...log, ...said([rowIs(first), rowIs(then)])]));
        const always = wrongBook(summaryOf([...log, ...said([rowIs(then)])]));
        expect(changed).toEqual(always);
      }),
    );
  });

  test('a longer row never takes anything out', () => {
    fc.assert(
      fc.property(anyStoredLog, fc.constantFrom(1, 2, 3, 4), (log, row) => {
        const at = (value: number) => wrongBook(summaryOf([...log, ...logOf([rowIs(value)], 100)]));
        const held = (value: number) =>
          [...at(value).questions, ...at(value).predictions].map(({ id }) => id);
        expect(held(row + 1)).toEqual(expect.arrayContaining(held(row)));
      }),
    );
  });

  test('is two where nothing, or nothing sensible, was said', () => {
    for (const value of [0, 6, 2.5, 'three', true, -1, Infinity])
      expect(rowOf(new Map([[ROW_SETTING, value]]))).toBe(2);
    expect(rowOf(new Map())).toBe(2);
    for (const row of ROWS) expect(rowOf(new Map([[ROW_SETTING, row]]))).toBe(row);
  });
});

test('only the order of the log counts, not its times', () => {
  const told = ({ questions, predictions }: ReturnType<typeof wrongBook>) =>
    [...questions, ...predictions].map(({ id, missing, wrong }) => ({ id, missing, wrong }));
  fc.assert(
    fc.property(history, fc.integer({ min: 1, max: 10 ** 9 }), fc.nat(10 ** 6), (outcomes, step, from) => {
      const events = outcomes.flatMap((right, i) => [answer(right, `q${i % 3}`), prediction(right)]);
      const plain = wrongBook(summaryOf(logOf(events)));
      expect(told(wrongBook(summaryOf(logOf(events, from, step))))).toEqual(told(plain));
    }),
  );
});

test('an entry has its place by where it comes from, also when nobody knows it', () => {
  const of = (id: string, lesson: string, known = false) => shelfOf({ id, lesson }, known);
  expect(of('q1', 'kvm', true)).toEqual({ kind: 'lesson', lesson: 'kvm' });
  expect(of('q1', 'kvm')).toEqual({ kind: 'gone' });
  expect(of('gen/page-walk/17', 'memory')).toEqual({ kind: 'generated', family: 'page-walk' });
  expect(of('gen/', 'memory')).toEqual({ kind: 'generated', family: '' });
  expect(of('mine-1', 'own')).toEqual({ kind: 'own' });
});
