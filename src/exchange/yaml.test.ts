import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesOf } from './changes';
import type { Imported } from './imported';
import { anyQuestions, bankQuestions, hostile, withoutLesson } from './sample.fixture';
import { readYamlQuestions } from './yaml-read';
import { writeYaml } from './yaml-write';

const codes = (read: Imported) =>
  read.kind === 'refused' ? read.problems.map(({ line, code }) => `${line} ${code}`) : [];
const single = (id: string) => `- id: ${id}
  kind: single
  stem: Which?
  options:
    - { id: a, text: A }
    - { id: b, text: B }
  answer: [a]
`;

test('what leaves as YAML comes back whole', () => {
  const back = readYamlQuestions(writeYaml(bankQuestions, 'both', changesOf(bankQuestions, 'yaml', 'both')));
  expect(back).toMatchObject({
    kind: 'ok',
    questions: bankQuestions.map((question) => ({
      ...withoutLesson(question),
      ...(question.kind === 'point' && { kind: 'single' }),
    })),
  });
  fc.assert(
    fc.property(anyQuestions, (questions) => {
      expect(readYamlQuestions(writeYaml(questions, 'both', []))).toEqual({
        kind: 'ok',
        notes: [],
        questions: questions.map(withoutLesson),
      });
    }),
  );
  expect(writeYaml(hostile, 'zh-cn', [])).not.toContain('en:');
});

test('a picture to point at becomes a choice, and that is said', () => {
  const point = hostile.filter(({ kind }) => kind === 'point');
  const source = JSON.stringify(point.map(withoutLesson));
  expect(readYamlQuestions(source)).toMatchObject({
    kind: 'ok',
    notes: ['point-as-single'],
    questions: [{ kind: 'single' }],
  });
});

test.each([
  ['', ['1 no-questions']],
  ['[]', ['1 no-questions']],
  ['a: 1', ['1 yaml-list']],
  ['just words', ['1 yaml-list']],
  ['- id: a\n  kind: [', ['2 yaml']],
  [`${single('q')}\n- id: r\n  id: s`, ['10 yaml']],
  ['- 3\n- x', ['1 not-a-question', '2 not-a-question']],
  [single('q').replace('answer: [a]', 'answer: [z]'), ['7 answer-unknown']],
  [single('q').replace('text: B', 'txt: B'), ['6 unknown-key', '6 missing']],
  [single('q') + single('q'), ['8 same-id']],
  [single('q').replace('kind: single', 'kind: singel'), ['2 bad-value']],
  [single('__proto__'), ['1 bad-id']],
  [`${single('q')}  __proto__: { x: 1 }\n`, ['8 unknown-key']],
  [single('constructor'), ['1 reserved-id']],
  ['---\n- id: a\n---\n- id: b', ['3 yaml']],
])('%j is refused with its line', (source, wanted) => {
  expect(codes(readYamlQuestions(source))).toEqual(expect.arrayContaining(wanted));
});

test('a bomb of aliases is refused by its first one, before anything is unfolded', () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < 40; i++)
    lines.push(
      `a${i}: &a${i} [${Array(9)
        .fill(`*a${i - 1}`)
        .join(', ')}]`,
    );
  expect(codes(readYamlQuestions(lines.join('\n')))).toEqual(['2 yaml-alias']);
});

test('a well of brackets, a tag and ten thousand questions are refused', () => {
  const deep = readYamlQuestions('['.repeat(200_000));
  expect(deep.kind).toBe('refused');
  // Whoever made it hears what is wrong with it, not what became of the parser.
  const closed = readYamlQuestions('['.repeat(5_000) + ']'.repeat(5_000));
  expect(closed).toMatchObject({ kind: 'refused', problems: [{ code: 'too-deep' }] });
  const tagged = readYamlQuestions('- !!js/function "function () { return 1 }"');
  expect(tagged.kind).toBe('refused');
  const many = readYamlQuestions(Array.from({ length: 10_000 }, (_, i) => single(`q-${i}`)).join(''));
  expect(many).toMatchObject({
    kind: 'refused',
    problems: [{ code: 'too-many', found: '10000', expected: '2000' }],
  });
});

test('only the first twenty problems are told, and how many more there are', () => {
  const read = readYamlQuestions(Array.from({ length: 50 }, (_, i) => single(`Q ${i}`)).join(''));
  expect(read).toMatchObject({ kind: 'refused', more: 30 });
  expect(codes(read)).toHaveLength(20);
});
