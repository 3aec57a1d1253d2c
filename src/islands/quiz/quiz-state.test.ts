import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QuestionRecord } from '../../learning/progress';
import type { QuizQuestion } from './quiz-question';
import {
  attempt,
  before,
  matching,
  onward,
  quizReducer,
  shown,
  shownGrade,
  standing,
  startQuiz,
} from './quiz-state';
import type { QuizAction, QuizState } from './quiz-state';

const question = (id: string, kind: QuizQuestion['kind'], answer: string[]): QuizQuestion => ({
  id,
  kind,
  difficulty: 1,
  topic: 'kvm',
  stem: id,
  options: ['a', 'b', 'c'].map((name) => ({ id: name, text: name, why: name })),
  answer,
  proof: { kind: 'section', section: 's' },
});
const questions = [
  question('q1', 'single', ['a']),
  question('q2', 'multiple', ['a', 'b']),
  question('q3', 'single', ['c']),
  question('q4', 'single', ['b']),
];
const ordering = question('order', 'ordering', ['c', 'a', 'b']);
const matched: QuizQuestion = {
  ...question('pairs', 'matching', ['a:x', 'b:y', 'c:x']),
  choices: ['x', 'y'].map((id) => ({ id, text: id })),
};
const record = (last: 'right' | 'wrong', at: number, chosen = ['a']): QuestionRecord => ({
  everRight: last === 'right',
  last,
  chosen,
  at,
});
const begin = (
  records: Record<string, QuestionRecord> = {},
  mode: 'lesson' | 'practice' = 'lesson',
  wanted?: string,
) => startQuiz(questions, new Map(Object.entries(records)), mode, wanted ?? null);
const run = (state: QuizState, ...actions: QuizAction[]) => actions.reduce(quizReducer, state);

describe('where it begins', () => {
  test.each([
    ['an empty log: the first', {}, 'q1'],
    ['the first unseen after the last answer', { q1: record('right', 1), q3: record('wrong', 2) }, 'q4'],
    ['round the end to an unseen one before', { q1: record('right', 1), q4: record('right', 2) }, 'q2'],
    [
      'all seen: the first wrong',
      { q1: record('right', 1), q2: record('right', 2), q3: record('wrong', 3), q4: record('right', 4) },
      'q3',
    ],
    [
      'all right: the first',
      { q1: record('right', 1), q2: record('right', 2), q3: record('right', 3), q4: record('right', 4) },
      'q1',
    ],
  ])('%s', (_, records, at) => expect(begin(records).at).toBe(at));

  test('the address wins, where it names a question that exists', () => {
    expect(begin({ q1: record('right', 1) }, 'practice', 'q3').at).toBe('q3');
    expect(begin({}, 'practice', 'gone').at).toBe('q1');
  });

  test('in the lesson what was answered shows its result; in practice it is asked afresh', () => {
    const records = { q1: record('wrong', 1, ['b']) };
    expect(shownGrade(begin(records, 'lesson', 'q1'))).toMatchObject({
      right: false,
      marks: { b: 'mistaken' },
    });
    expect(shownGrade(begin(records, 'practice', 'q1'))).toBeNull();
  });

  test('an answer to options that no longer exist is not shown', () => {
    expect(shownGrade(begin({ q1: record('wrong', 1, ['removed']) }, 'lesson', 'q1'))).toBeNull();
  });
});

describe('answering', () => {
  test('single: the last choice holds; multiple: a choice is taken back by choosing again', () => {
    const one = run(begin(), { kind: 'choose', option: 'a' }, { kind: 'choose', option: 'b' });
    expect(attempt(one).chosen).toEqual(['b']);
    const two = run(
      begin({}, 'lesson', 'q2'),
      ...['a', 'b', 'a'].map((option) => ({ kind: 'choose', option }) as const),
    );
    expect(attempt(two).chosen).toEqual(['b']);
  });

  test('nothing chosen cannot be handed in, and what is handed in cannot be changed', () => {
    expect(shownGrade(run(begin(), { kind: 'hand-in' }))).toBeNull();
    const done = run(begin(), { kind: 'choose', option: 'b' }, { kind: 'hand-in' });
    expect(shownGrade(done)?.right).toBe(false);
    expect(run(done, { kind: 'choose', option: 'a' })).toEqual(done);
    const again = run(done, { kind: 'again' });
    expect(shownGrade(again)).toBeNull();
    expect(attempt(again).chosen).toEqual([]);
  });

  test('each question keeps what was chosen while the reader goes about', () => {
    const state = run(
      begin(),
      { kind: 'choose', option: 'c' },
      { kind: 'go', id: 'q3' },
      { kind: 'go', id: 'q1' },
    );
    expect(attempt(state).chosen).toEqual(['c']);
  });
});

describe('an order and a matching', () => {
  const all = [ordering, matched];
  const open = (id: string, records: Record<string, QuestionRecord> = {}) =>
    startQuiz(all, new Map(Object.entries(records)), 'lesson', id);
  const touch = (...options: string[]) => options.map((option) => ({ kind: 'choose', option }) as const);

  test.each([
    ['order', ['c', 'b'], 'a:2', ['c', 'a', 'b']],
    ['pairs', ['a:x', 'b:y'], 'c:x', ['a:x', 'b:y', 'c:x']],
  ])('%s: is handed in only when it is whole', (id, first, rest, whole) => {
    const partly = run(open(id), ...touch(...first));
    expect(run(partly, { kind: 'hand-in' })).toEqual(partly);
    const done = run(partly, ...touch(rest), { kind: 'hand-in' });
    expect(attempt(done)).toEqual({ chosen: whole, handedIn: true });
    expect(shownGrade(done)?.right).toBe(true);
  });

  test('what the question does not offer changes nothing', () => {
    expect(run(open('order'), ...touch('d', 'a:4'))).toEqual(open('order'));
    expect(run(open('pairs'), ...touch('a:z', 'x'))).toEqual(open('pairs'));
  });

  test('what was answered is shown again; an answer that lacks a step of this edition is not', () => {
    const kept = { order: record('wrong', 1, ['a', 'b', 'c']), pairs: record('wrong', 2, ['a:x', 'b:y']) };
    expect(shownGrade(open('order', kept))).toMatchObject({ right: false, hits: 0 });
    expect(shownGrade(open('pairs', kept))).toBeNull();
  });
});

describe('filters', () => {
  const records = { q1: record('right', 1), q2: record('wrong', 2), q3: record('wrong', 3) };

  test('choose by the last answer', () => {
    const state = begin(records);
    expect(['all', 'unseen', 'wrong'].map((f) => matching(state, f as 'all').length)).toEqual([4, 1, 2]);
  });

  test('a question stays in the list after it is answered right, until the filter is set again', () => {
    const wrong = run(begin(records), { kind: 'filter', filter: 'wrong' });
    expect(wrong.at).toBe('q2');
    expect(shownGrade(wrong)).toBeNull();
    const after = run(wrong, {
      kind: 'log',
      records: new Map(Object.entries({ ...records, q2: record('right', 9) })),
    });
    expect(after.list).toEqual(['q2', 'q3']);
    expect(run(after, { kind: 'filter', filter: 'wrong' }).list).toEqual(['q3']);
  });

  test('an empty one shows nothing; going to a question outside shows all', () => {
    const empty = run(begin(), { kind: 'filter', filter: 'wrong' });
    expect([empty.at, shown(empty)]).toEqual([null, undefined]);
    expect(run(empty, { kind: 'choose', option: 'a' })).toEqual(empty);
    expect(run(empty, { kind: 'go', id: 'q3' })).toMatchObject({ filter: 'all', at: 'q3' });
    expect(run(empty, { kind: 'go', id: 'gone' })).toEqual(empty);
  });
});

test('next walks the list, then to what is missing, then ends', () => {
  expect(onward(begin())).toEqual({ kind: 'next', id: 'q2' });
  expect(before(begin())).toBeUndefined();
  const last = { q1: record('right', 1), q2: record('wrong', 2), q3: record('right', 3) };
  expect(onward(begin(last, 'lesson', 'q4'))).toEqual({ kind: 'missing', id: 'q2' });
  expect(onward(begin({ ...last, q2: record('right', 4) }, 'lesson', 'q4'))).toEqual({ kind: 'end' });
  expect(before(begin(last, 'lesson', 'q4'))).toBe('q3');
  expect(standing(begin(last), 'q2')).toBe('wrong');
});

test('whatever is done, the question shown is in the list and exists', () => {
  const action: fc.Arbitrary<QuizAction> = fc.oneof(
    fc.record({ kind: fc.constant('choose' as const), option: fc.constantFrom('a', 'b', 'z') }),
    fc.record({ kind: fc.constantFrom('hand-in' as const, 'again' as const) }),
    fc.record({ kind: fc.constant('go' as const), id: fc.constantFrom('q1', 'q2', 'q4', 'gone') }),
    fc.record({
      kind: fc.constant('filter' as const),
      filter: fc.constantFrom('all' as const, 'unseen' as const, 'wrong' as const),
    }),
  );
  fc.assert(
    fc.property(fc.array(action), (actions) => {
      const state = run(begin({ q2: record('wrong', 1), q3: record('right', 2) }), ...actions);
      if (state.at === null) expect(state.list).toEqual([]);
      else expect([state.list.includes(state.at), shown(state)?.id]).toEqual([true, state.at]);
    }),
  );
});
