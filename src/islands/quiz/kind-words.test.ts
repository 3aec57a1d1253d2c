import { describe, expect, test } from 'vitest';
import { grade, type QuestionKind } from '../../learning/grade';
import { LANGUAGES } from '../../lib/message';
import { hintFor, keysOf, verdictOf } from './kind-words';
import { kindsText, ordinal } from './kinds-messages';
import { quizText } from './messages';
import type { QuizQuestion } from './quiz-question';

const CHOICES = ['x', 'y', 'z'].map((id) => ({ id, text: id }));
const ANSWERS: Record<QuestionKind, string[]> = {
  single: ['a'],
  multiple: ['a', 'b'],
  'true-false': ['a'],
  ordering: ['b', 'c', 'a'],
  matching: ['a:x', 'b:y', 'c:z'],
  point: ['a'],
};
const WRONG: Record<QuestionKind, string[]> = {
  single: ['b'],
  multiple: ['a', 'c'],
  'true-false': ['b'],
  ordering: ['b', 'a', 'c'],
  matching: ['a:x', 'b:z', 'c:y'],
  point: ['b'],
};
const question = (kind: QuestionKind): QuizQuestion => ({
  id: kind,
  kind,
  difficulty: 1,
  topic: 'kvm',
  stem: kind,
  options: ['a', 'b', 'c'].map((id) => ({ id, text: id, why: id })),
  ...(kind === 'matching' && { choices: CHOICES }),
  answer: ANSWERS[kind],
  proof: { kind: 'section', section: 's' },
});
const kinds = Object.keys(ANSWERS) as QuestionKind[];

describe.each(LANGUAGES)('in %s', (lang) => {
  const text = quizText(lang);

  test.each(kinds)('%s: asks for what is missing, and for nothing once it is whole', (kind) => {
    const hint = hintFor(question(kind), [], text);
    expect(hint).not.toBe('');
    expect(hint).not.toContain('{');
    expect(hintFor(question(kind), ANSWERS[kind], text)).toBe('');
  });

  test.each(kinds)('%s: the verdict tells right from wrong, the keys are filled in', (kind) => {
    const each = question(kind);
    const verdict = (chosen: string[]) => verdictOf(grade(each, chosen), each, text);
    expect(verdict(ANSWERS[kind])).toBe(text.right);
    expect(verdict(WRONG[kind])).not.toBe(text.right);
    expect(verdict(WRONG[kind]) + keysOf(each, text)).not.toContain('{');
    expect(keysOf(each, text)).toContain('1–3');
  });

  test.each(['ordering', 'matching'] as const)('%s: an unfinished or wrong one says the numbers', (kind) => {
    const each = question(kind);
    expect(hintFor(each, ANSWERS[kind].slice(0, 2), text)).toMatch(/\b3\b/);
    const verdict = verdictOf(grade(each, WRONG[kind]), each, text);
    expect(verdict.match(/\d+/g)?.toSorted()).toEqual(['1', '3']);
  });

  test('every place of the longest order has a name of its own', () => {
    const names = Array.from({ length: 8 }, (_, i) => ordinal(kindsText(lang), i));
    expect(new Set(names).size).toBe(8);
  });
});
