/**
 * Why: a lesson is also a deck. A teacher who opens it finds, in both languages, what to say, what to ask and how
 * long each section takes.
 */
import { describe, expect, test } from 'vitest';
import { contentFiles } from '../src/content/files';
import { outlineOf } from '../src/content/outline';
import { LANGUAGES, type Lang } from '../src/lib/message';
import { countHan, countWords, proseOf } from './typography';

/** Length of what is said at one section: words in English, 字 in Chinese. Shorter helps nobody, longer is read aloud. */
const SAID = { en: [25, 130], 'zh-cn': [45, 240] } as const;
/** What a class has for one lesson, in minutes; its questions come on top. */
const LESSON_MINUTES = [20, 50] as const;
/** A section that takes longer should be two. */
const SECTION_MINUTES = [1, 8] as const;
const LEAST_ASKS = 4;

const mdx = (lesson: string, lang: Lang) => contentFiles[`lessons/${lesson}/${lang}.mdx`] ?? '';
const lessonIds = [
  ...new Set(Object.keys(contentFiles).flatMap((path) => /^lessons\/([^/]+)\//.exec(path)?.[1] ?? [])),
];

test('there are lessons', () => expect(lessonIds.length).toBeGreaterThan(0));

interface Notes {
  readonly section: string;
  readonly minutes: string;
  readonly ask: string | undefined;
  readonly text: string;
}

function notesOf(source: string): Notes[] {
  const texts = [...source.matchAll(/<Notes\b[^>]*>([\s\S]*?)<\/Notes>/g)].map((match) => match[1] ?? '');
  let section = '';
  const found: Notes[] = [];
  for (const { name, attributes } of outlineOf(source).uses) {
    if (name === 'Section') section = attributes['id'] ?? '';
    if (name !== 'Notes') continue;
    const { minutes = '', ask } = attributes;
    found.push({ section, minutes, ask, text: texts[found.length] ?? '' });
  }
  return found;
}

const sectionsIn = (source: string) => [
  '',
  ...outlineOf(source).uses.flatMap(({ name, attributes }) =>
    name === 'Section' ? [attributes['id'] ?? ''] : [],
  ),
];

describe.each(lessonIds)('the notes of %s', (lesson) => {
  const [en, zh] = LANGUAGES.map((lang) => notesOf(mdx(lesson, lang)));

  test('stand at each section, once, the opening included', () => {
    for (const lang of LANGUAGES) {
      const source = mdx(lesson, lang);
      expect(notesOf(source).map(({ section }) => section)).toEqual(sectionsIn(source));
    }
  });

  test('plan the same time in both languages, and ask at the same places', () => {
    const plan = (notes: readonly Notes[] = []) =>
      notes.map(({ section, minutes, ask }) => ({ section, minutes, asks: ask !== undefined }));
    expect(plan(zh)).toEqual(plan(en));
  });

  test('fit into a class', () => {
    const minutes = (en ?? []).map((note) => Number(note.minutes));
    for (const each of minutes) {
      expect(Number.isInteger(each)).toBe(true);
      expect(each).toBeGreaterThanOrEqual(SECTION_MINUTES[0]);
      expect(each).toBeLessThanOrEqual(SECTION_MINUTES[1]);
    }
    const whole = minutes.reduce((sum, each) => sum + each, 0);
    expect(whole).toBeGreaterThanOrEqual(LESSON_MINUTES[0]);
    expect(whole).toBeLessThanOrEqual(LESSON_MINUTES[1]);
    expect((en ?? []).filter(({ ask }) => ask).length).toBeGreaterThanOrEqual(LEAST_ASKS);
  });

  test.each(LANGUAGES)('say enough and not too much in %s, in plain text', (lang) => {
    const slips = notesOf(mdx(lesson, lang)).flatMap(({ section, ask, text }) => {
      const said = proseOf(text)
        .map((line) => line.text)
        .join('\n');
      const length = lang === 'en' ? countWords(said) : countHan(said);
      const question = lang === 'en' ? /\?$/ : /？$/;
      return [
        ...(length < SAID[lang][0] || length > SAID[lang][1] ? [`${section}: ${length} words or 字`] : []),
        ...(/<[A-Z]/.test(text) ? [`${section}: a component in the notes`] : []),
        ...(ask !== undefined && !question.test(ask) ? [`${section}: “${ask}” is no question`] : []),
      ];
    });
    expect(slips).toEqual([]);
  });
});
