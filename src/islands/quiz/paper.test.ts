import { expect, test } from 'vitest';
import { answerOnPaper } from './paper';
import type { QuizQuestion } from './quiz-question';

const base: QuizQuestion = {
  id: 'q',
  kind: 'single',
  difficulty: 1,
  topic: 'kvm',
  stem: 'q',
  options: ['a', 'b', 'c'].map((id) => ({ id, text: id.toUpperCase(), why: `why ${id}` })),
  answer: ['b'],
  proof: { kind: 'section', section: 's' },
};
const heads = (question: QuizQuestion, every: boolean) =>
  answerOnPaper(question, every).map(({ head }) => head);

test('a choice or a place tells what is right, and on demand everything', () => {
  for (const kind of ['single', 'true-false', 'point'] as const) {
    expect(answerOnPaper({ ...base, kind }, false)).toEqual([{ head: '✓ B', why: 'why b' }]);
    expect(heads({ ...base, kind }, true)).toEqual(['✗ A', '✓ B', '✗ C']);
  }
});

test('an order stands in the right order, a matching pair by pair; told whole, each with its reason', () => {
  const order: QuizQuestion = { ...base, kind: 'ordering', answer: ['c', 'a', 'b'] };
  expect(heads(order, false)).toEqual(['1. C', '2. A', '3. B']);
  expect(answerOnPaper(order, true).map(({ why }) => why)).toEqual(['why c', 'why a', 'why b']);
  expect(answerOnPaper(order, false).map(({ why }) => why)).toEqual(['', '', '']);
  const choices = ['x', 'y'].map((id) => ({ id, text: `meaning ${id}` }));
  const pairs: QuizQuestion = { ...base, kind: 'matching', choices, answer: ['c:x', 'a:y', 'b:x'] };
  expect(heads(pairs, false)).toEqual(['A → meaning y', 'B → meaning x', 'C → meaning x']);
});
