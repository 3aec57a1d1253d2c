import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readOwnQuestion, TEXT_LIMIT } from './own-question';
import { questionSchema, type Question } from './question';

const root = path.resolve(import.meta.dirname, '../..');
const bank = globSync('content/questions/*.yaml', { cwd: root }).flatMap(
  (file) => parse(readFileSync(path.join(root, file), 'utf8')) as Question[],
);
const both = (text: string) => ({ en: text, 'zh-cn': text });
const option = (id: string) => ({ id, text: both(id), why: both(`why ${id}`) });
const base = {
  id: 'q-1',
  difficulty: 1 as const,
  topic: 'kvm',
  proof: { section: 's' },
  stem: both('Which?'),
};
const samples: Question[] = [
  ...bank.slice(0, 20),
  { ...base, kind: 'ordering', options: ['a', 'b', 'c'].map(option), answer: ['b', 'c', 'a'] },
  {
    ...base,
    kind: 'matching',
    options: ['a', 'b'].map(option),
    choices: [
      { id: 'x', text: both('x') },
      { id: 'y', text: both('y') },
    ],
    answer: ['a:y', 'b:x'],
  },
];

const codes = (value: unknown) => {
  const reading = readOwnQuestion(value);
  return 'problems' in reading ? reading.problems.map(({ path: at, code }) => `${at.join('.')} ${code}`) : [];
};

test('every question of the course is one that a teacher could hand in', () => {
  expect(bank.length).toBeGreaterThan(100);
  for (const question of bank) {
    const { proof: _, verify: __, place: ___, ...rest } = question;
    expect(readOwnQuestion(question)).toEqual({ question: rest });
  }
});

/** Ways to spoil (or not) a question; each keeps what the course demands and a teacher need not give. */
const changes: fc.Arbitrary<(question: Question) => unknown> = fc.oneof(
  fc
    .constantFrom('single', 'multiple', 'true-false', 'ordering', 'matching', 'nonsense')
    .map((kind) => (question: Question) => ({ ...question, kind })),
  fc
    .array(fc.constantFrom('a', 'b', 'c', 'd', 'true', 'false', 'a:x', 'b:y', 'zz'), { maxLength: 5 })
    .map((answer) => (question: Question) => ({ ...question, answer })),
  fc
    .array(fc.constantFrom('a', 'b', 'c', 'true', 'false', 'Ä', ''), { maxLength: 10 })
    .map((ids) => (question: Question) => ({ ...question, options: ids.map(option) })),
  fc.constant((question: Question) => ({
    ...question,
    choices: [
      { id: 'x', text: both('x') },
      { id: 'x', text: both('y') },
    ],
  })),
  fc.constant(({ choices: _, ...question }: Question) => question),
  fc
    .constantFrom(0, 1, 4, '2', null)
    .map((difficulty) => (question: Question) => ({ ...question, difficulty })),
  fc
    .constantFrom('stem', 'options', 'answer', 'id', 'kind')
    .map(
      (key) => (question: Question) =>
        Object.fromEntries(Object.entries(question).filter(([name]) => name !== key)),
    ),
  fc.constant((question: Question) => ({ ...question, extra: 1 })),
  fc.constant((question: Question) => ({ ...question, stem: { en: 'x', 'zh-cn': 7 } })),
  fc.constant((question: Question) => ({ ...question, stem: both('  ') })),
  fc.constant((question: Question) => question),
);

test('it takes exactly what the schema of the course takes', () => {
  let taken = 0;
  let refused = 0;
  fc.assert(
    fc.property(fc.constantFrom(...samples), changes, changes, (question, one, other) => {
      const value = other(one(question) as Question);
      const wanted = questionSchema.safeParse(value).success;
      if (wanted) taken++;
      else refused++;
      expect('question' in readOwnQuestion(value)).toBe(wanted);
    }),
    { numRuns: 1500 },
  );
  expect(Math.min(taken, refused)).toBeGreaterThan(50);
});

test('no value at all makes it throw', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true, withSparseArray: true }), (value) => {
      const reading = readOwnQuestion(value);
      expect('problems' in reading && reading.problems.length).toBeGreaterThan(0);
    }),
  );
});

describe('a question of a teacher', () => {
  const small = {
    id: 'mine-1',
    kind: 'single',
    stem: '哪个是 1 型？',
    options: [
      { id: 'a', text: 'KVM' },
      { id: 'b', text: 'Xen', why: '它直接跑在硬件上。' },
    ],
    answer: ['b'],
  };

  test('may be in one language, without reasons, topic and difficulty', () => {
    expect(readOwnQuestion(small)).toEqual({
      question: {
        ...{ id: 'mine-1', kind: 'single', difficulty: 2, topic: 'own', answer: ['b'] },
        stem: { 'zh-cn': '哪个是 1 型？' },
        options: [
          { id: 'a', text: { 'zh-cn': 'KVM' }, why: {} },
          { id: 'b', text: { 'zh-cn': 'Xen' }, why: { 'zh-cn': '它直接跑在硬件上。' } },
        ],
      },
    });
  });

  test('is whole in each language of its stem', () => {
    const half = {
      ...small,
      stem: { en: 'Which?', 'zh-cn': '哪个？' },
      options: [{ id: 'a', text: { en: 'KVM' } }, small.options[1]],
    };
    expect(codes(half)).toContain('options.0.text.zh-cn missing');
  });

  test.each([
    [{ id: '__proto__' }, 'id bad-id'],
    [{ id: 'constructor' }, 'id reserved-id'],
    [{ options: [{ id: 'constructor', text: 'x' }, small.options[1]] }, 'options.0.id reserved-id'],
    [JSON.parse('{"__proto__": {"kind": "single"}}') as object, '__proto__ unknown-key'],
    [{ stem: 'x'.repeat(TEXT_LIMIT + 1) }, 'stem.en too-long'],
    [{ options: 'a' }, 'options not-a-list'],
    [{ options: [small.options[0]] }, 'options bad-count'],
    [{ anwser: ['b'] }, 'anwser unknown-key'],
  ])('%j is refused', (over, problem) => {
    // Own properties as a parser makes them, `__proto__` among them.
    const value = Object.fromEntries(Object.entries(small));
    for (const [key, one] of Object.entries(over))
      Object.defineProperty(value, key, { value: one, enumerable: true });
    expect(codes(value)).toContain(problem);
    expect(({} as Record<string, unknown>)['kind']).toBeUndefined();
  });
});
