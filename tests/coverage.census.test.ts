/**
 * Why: a course covers a subject when each thing in it is taught somewhere, in both languages; `content/coverage/`
 * says where, and quotes the sentence.
 */
import { describe, expect, test } from 'vitest';
import { checkContent } from '../src/content/check';
import { figures } from '../src/content/figures';
import { contentFiles } from '../src/content/files';
import { formatProblem } from '../src/content/problem';
import { readYaml } from '../src/content/read-yaml';
import { LANGUAGES, type Lang } from '../src/lib/message';
import { coverageFileSchema } from '../src/schemas/coverage';
import { sectionTexts } from './section-text';

/** A mention has fewer: a name alone teaches nothing. Characters in English, 汉字 and words of other scripts in Chinese. */
const LEAST = { en: 25, 'zh-cn': 10 } as const;

const raw = import.meta.glob<string>('../content/coverage/*.yaml', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const tables = Object.entries(raw).map(([path, text]) => {
  const lesson = path.replace(/^.*\/|\.yaml$/g, '');
  return { lesson, file: `content/coverage/${lesson}.yaml`, text };
});
const { content } = checkContent(contentFiles, figures);
const lessons = [...(content?.lessons.keys() ?? [])];
const length = (text: string, lang: Lang) =>
  lang === 'en' ? text.length : (text.match(/[\u3400-\u9fff]|[\w.-]+/g)?.length ?? 0);
/** Table cells stand apart in a row; a quotation gives a space for each border. */
const plain = (text: string) => text.replace(/\|/g, ' ').replace(/\s+/g, ' ').trim();

test('each lesson says what it covers, and nothing else does', () => {
  expect(lessons.length).toBeGreaterThan(0);
  expect(tables.map(({ lesson }) => lesson).toSorted()).toEqual(lessons.toSorted());
});

test('no lesson of the course is still to come, so nothing of the syllabus is', () => {
  const named = (content?.course.units ?? []).flatMap((unit) => unit.lessons.map(({ id }) => id));
  expect(lessons.toSorted()).toEqual(named.toSorted());
});

describe.each(tables)('$file', ({ lesson, file, text }) => {
  const read = readYaml(file, text, coverageFileSchema);
  const rows = read.value ?? [];

  test('is read', () => {
    expect(read.problems.map(formatProblem)).toEqual([]);
    expect(rows.length).toBeGreaterThan(0);
  });

  test.each(LANGUAGES)('each of its items is taught where it says, in %s', (lang) => {
    const sections = sectionTexts(contentFiles[`lessons/${lesson}/${lang}.mdx`] ?? '');
    const slips = rows.flatMap(({ item, section, says }, i) => {
      const at = `${file}:${read.lineOf([i, 'says', lang])} ${item[lang]}`;
      const found = sections.get(section);
      if (!found) return [`${at}: no section "${section}"; there are ${[...sections.keys()].join(', ')}`];
      const quoted = plain(says[lang]);
      if (length(quoted, lang) < LEAST[lang]) return [`${at}: “${quoted}” is a bare mention`];
      return found.some((part) => part.includes(quoted))
        ? []
        : [`${at}: section "${section}" does not say “${quoted}”`];
    });
    expect(slips).toEqual([]);
  });

  test('no item stands twice', () => {
    for (const lang of LANGUAGES) {
      const names = rows.map(({ item }) => item[lang].toLowerCase());
      expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    }
  });
});

describe('the text of a section', () => {
  test("is what a reader reads: no tags, no marks, rows and items apart, nothing of the teacher's", () => {
    const sections = sectionTexts(
      [
        '---\ntitle: x\n---\n\nBefore <Term id="a">one</Term>.',
        '<Section id="s" title="S" />',
        'A **bold** `word`<Source id="b" /> and\nmore.',
        '<ExamNote>\n\nInside.\n\n</ExamNote>',
        '| a | b |\n| --- | --- |\n| 1 | 2 |',
        '- item\n- other',
        '```sh\nls -l   # x\n```',
        '<Notes minutes="2">\n\nSay this.\n\n</Notes>',
        '<Slide only>\n\n- shown\n\n</Slide>',
        '<Hide>\n\nRead.\n\n</Hide>',
      ].join('\n\n'),
    );
    expect(sections.get('')).toEqual(['Before one.']);
    expect(sections.get('s')).toEqual([
      'A bold word and more.',
      'Inside.',
      'a b',
      '--- ---',
      '1 2',
      'item',
      'other',
      'ls -l # x',
      'Read.',
    ]);
  });
});
