/** Why: what is often said wrongly must nowhere be said wrongly here, and the right thing must be taught. */
import { describe, expect, test } from 'vitest';
import correctionsText from '../content/corrections.yaml?raw';
import { checkContent } from '../src/content/check';
import { figures } from '../src/content/figures';
import { contentFiles } from '../src/content/files';
import { formatProblem } from '../src/content/problem';
import { readYaml } from '../src/content/read-yaml';
import { en } from '../src/i18n/en';
import { zhCn } from '../src/i18n/zh-cn';
import { correctionsSchema, coverageFileSchema } from '../src/schemas/coverage';

const FILE = 'content/corrections.yaml';
const read = readYaml(FILE, correctionsText, correctionsSchema);
const corrections = read.value ?? [];
const { content } = checkContent(contentFiles, figures);

/** Every string of a value, with its path. */
function strings(value: unknown, path: string): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => strings(inner, `${path}.${key}`));
}

/** Each line with the next one, where a command's answer stands. */
const linesOf = (path: string, text: string) =>
  text
    .split('\n')
    .map((line, i, all) => ({ path: `${path}:${i + 1}`, text: `${line}\n${all[i + 1] ?? ''}` }));

/**
 * All that the course says, line by line; what stands in quotation marks is somebody else's saying. Of a question: its stem and its right options, and why each option is
 * right or wrong; a wrong option, or a stem that is to be called false, is there to be wrong.
 */
function said(): { path: string; text: string }[] {
  const lessons = Object.entries(contentFiles)
    .filter(([path]) => path.startsWith('lessons/'))
    .flatMap(([path, text]) => linesOf(path, text));
  const questions = [...(content?.questions.values() ?? [])]
    .flat()
    .flatMap((question) => [
      ...(question.kind === 'true-false' && question.answer[0] === 'false'
        ? []
        : strings(question.stem, `${question.id}.stem`)),
      ...question.options.flatMap((option) => [
        ...(question.answer.includes(option.id)
          ? strings(option.text, `${question.id}.${option.id}.text`)
          : []),
        ...strings(option.why, `${question.id}.${option.id}.why`),
      ]),
    ]);
  const all = [
    ...lessons,
    ...questions,
    ...strings(content?.glossary, 'glossary'),
    ...strings(content?.sources, 'sources'),
    ...strings(content?.course, 'course'),
    ...(content?.examAnswers.answers ?? []).flatMap(({ id, truth }) => strings(truth, `exam-answers.${id}`)),
    ...strings([en, zhCn], 'interface'),
    ...Object.values(figures).flatMap((figure) => strings(figure.messages, figure.id)),
  ];
  return all.map(({ path, text }) => ({ path, text: text.replace(/“[^”]*”/g, '“”') }));
}

test('the list is read, and no entry stands twice', () => {
  expect(read.problems.map(formatProblem)).toEqual([]);
  const ids = corrections.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(50);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
});

describe('what must not be said', () => {
  const lines = said();

  test.each(corrections)(
    '$id: its forms find the wrong sayings, and the course has none',
    ({ wrong, forms, caseMatters }) => {
      const patterns = forms.map((form) => new RegExp(form, caseMatters ? 'u' : 'iu'));
      expect(wrong.filter((text) => !patterns.some((pattern) => pattern.test(text)))).toEqual([]);
      expect(lines.length).toBeGreaterThan(5000);
      const found = lines.filter(({ text }) => patterns.some((pattern) => pattern.test(text)));
      expect(found.map(({ path, text }) => `${path}: ${text}`)).toEqual([]);
    },
  );
});

describe('what is said instead', () => {
  const rows = import.meta.glob<string>('../content/coverage/*.yaml', {
    eager: true,
    query: '?raw',
    import: 'default',
  });
  const taught = corrections.flatMap(({ id, taught: place }) => (place ? [{ id, ...place }] : []));

  test('nearly every one is taught, not only avoided', () => {
    expect(taught.length).toBeGreaterThanOrEqual(50);
  });

  test.each(taught)('$id is taught in $lesson', ({ lesson, item }) => {
    const file = `content/coverage/${lesson}.yaml`;
    const table = readYaml(file, rows[`../${file}`] ?? '', coverageFileSchema).value ?? [];
    expect(table.map((row) => row.item.en)).toContain(item);
  });
});
