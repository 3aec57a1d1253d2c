/**
 * Why: what is taught is tested as a whole: references, answer keys, fairness of the questions, both languages
 * alike, length, typography. A new lesson or question is tested by being there.
 */
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../src/content/check';
import { figures } from '../src/content/figures';
import { contentFiles } from '../src/content/files';
import { outlineOf, type Outline } from '../src/content/outline';
import { formatProblem } from '../src/content/problem';
import { parseScenario } from '../src/figures/scenario';
import { zhCn } from '../src/i18n/zh-cn';
import { playerText } from '../src/i18n/player';
import { LANGUAGES, translator } from '../src/lib/message';
import { stepIndex } from '../src/lib/trace';
import { frameOf } from './figure-cases';
import { KINDS, type Question } from '../src/schemas/question';
import { sectionTexts } from './section-text';
import { codeInBold, countHan, countWords, proseOf, readersText, slipsIn } from './typography';

/** Bounds of a lesson's length: words in English, 字 in Chinese. */
const LENGTH = { en: [1500, 2500], 'zh-cn': [3000, 5000] } as const;
const QUESTIONS_PER_LESSON = 25;
/** Lessons that are excused from a figure, each with its reason. */
const WITHOUT_FIGURE: Readonly<Record<string, string>> = {
  'exam-guide': 'it is about the whole course; its steps lead to the figures of the other lessons',
};

const { content, problems } = checkContent(contentFiles, figures);
const mdx = (lesson: string, lang: string) => contentFiles[`lessons/${lesson}/${lang}.mdx`] ?? '';
const lessonIds = [
  ...new Set(Object.keys(contentFiles).flatMap((path) => /^lessons\/([^/]+)\//.exec(path)?.[1] ?? [])),
];
const questions = [...(content?.questions ?? new Map<string, readonly Question[]>())].flatMap(
  ([lesson, list]) => list.map((question) => ({ lesson, question })),
);

/** The components used in each section, in order; the first section is what stands before any. */
function bySection(outline: Outline): Map<string, string[]> {
  const found = new Map<string, string[]>([['', []]]);
  let section = '';
  for (const { name, attributes } of outline.uses) {
    if (name === 'Section') found.set((section = attributes['id'] ?? ''), []);
    else if (name === 'Step' || name === 'Figure' || name === 'Quiz')
      found.get(section)?.push(
        [
          name,
          ...Object.entries(attributes)
            .map(([key, value]) => `${key}=${value}`)
            .sort(),
        ].join(' '),
      );
  }
  return found;
}

/** For each element with `data-node`: its own and those of the elements around it, from the outermost on. */
function nodePaths(markup: string): string[][] {
  const open: (string | undefined)[] = [];
  const paths: string[][] = [];
  for (const [, end, attributes = '', selfClosing] of markup.matchAll(/<(\/?)\w+([^>]*?)(\/?)>/g)) {
    if (end) {
      open.pop();
      continue;
    }
    const node = /\sdata-node="([^"]*)"/.exec(attributes)?.[1];
    const around = open.filter((each) => each !== undefined);
    if (node !== undefined) paths.push([...around, node]);
    if (!selfClosing) open.push(node);
  }
  return paths;
}

test('every file is read and every reference leads somewhere', () => {
  expect(problems.map(formatProblem)).toEqual([]);
  expect(content?.lessons.size).toBeGreaterThan(0);
});

describe.each(lessonIds)('lesson %s', (lesson) => {
  const outlines = LANGUAGES.map((lang) => bySection(outlineOf(mdx(lesson, lang))));

  test('both languages have the same sections', () => {
    expect([...(outlines[1]?.keys() ?? [])]).toEqual([...(outlines[0]?.keys() ?? [])]);
  });

  test('both languages point at the same steps in each section', () => {
    const sorted = outlines.map((outline) =>
      Object.fromEntries([...outline].map(([id, uses]) => [id, uses.toSorted()])),
    );
    expect(sorted[1]).toEqual(sorted[0]);
  });

  test('every heading is a <Section>, so that it has the same id in both languages', () => {
    for (const lang of LANGUAGES) {
      const headings =
        mdx(lesson, lang)
          .replace(/```[\s\S]*?```/g, '')
          .match(/^## .*$/gm) ?? [];
      expect(headings, lang).toEqual([]);
    }
  });

  test.each(LANGUAGES)('bold closes where it should, so that no asterisks are printed in %s', (lang) => {
    const parts = [...sectionTexts(mdx(lesson, lang)).values()].flat();
    expect(parts.length).toBeGreaterThan(20);
    expect(parts.filter((part) => part.includes('**'))).toEqual([]);
  });

  test.each(LANGUAGES)('its length in %s is right for one sitting', (lang) => {
    const text = proseOf(readersText(mdx(lesson, lang)))
      .map((line) => line.text)
      .join('\n');
    const length = lang === 'en' ? countWords(text) : countHan(text);
    expect(length).toBeGreaterThanOrEqual(LENGTH[lang][0]);
    expect(length).toBeLessThanOrEqual(LENGTH[lang][1]);
  });

  test('it has a figure unless it is excused, steps of figures in the text, and enough questions', () => {
    const uses = outlineOf(mdx(lesson, 'en')).uses;
    expect(uses.some((use) => use.name === 'Figure')).toBe(!(lesson in WITHOUT_FIGURE));
    expect(uses.filter((use) => use.name === 'Step').length).toBeGreaterThanOrEqual(5);
    expect(content?.questions.get(lesson)?.length).toBeGreaterThanOrEqual(QUESTIONS_PER_LESSON);
  });
});

describe('questions', () => {
  test.each(questions.filter(({ question }) => question.verify))(
    '$question.id: the figure computes what the answer says',
    ({ question }) => {
      const { figure: id, scenario: ref, expect: expected } = question.verify!;
      const figure = figures[id]!;
      const { scenario, problems: slips } = parseScenario(figure, ref);
      expect(slips).toEqual([]);
      expect(Object.keys(expected).length).toBeGreaterThan(0);
      expect(figure.facts(figure.run(scenario))).toMatchObject(expected);
    },
  );

  test('some answer of every lesson is computed', () => {
    for (const lesson of new Set(questions.map((entry) => entry.lesson)))
      expect(
        questions.filter((q) => q.lesson === lesson && q.question.verify).length,
        lesson,
      ).toBeGreaterThan(0);
    expect(questions.length).toBeGreaterThan(0);
  });

  test('a stem that wants several answers says how many, in both languages', () => {
    const words = ['', 'one', 'two', 'three', 'four', 'five', 'six'];
    const han = ['', '一', '两', '三', '四', '五', '六'];
    const silent = questions
      .filter(({ question }) => question.kind === 'multiple')
      .filter(({ question: { stem, answer } }) => {
        const n = answer.length;
        const inEnglish = new RegExp(`\\b(${words[n] ?? n}|${n})\\b`, 'i').test(stem.en);
        const inChinese = new RegExp(`(${han[n] ?? n}|${n}) ?[项个条种]`).test(stem['zh-cn']);
        return !inEnglish || !inChinese;
      });
    expect(silent.map(({ question }) => question.id)).toEqual([]);
  });

  test.each(LANGUAGES)('no two options of a question read the same in %s, nor two stems', (lang) => {
    const twice = questions.filter(({ question }) => {
      const texts = question.options.map((option) => option.text[lang]);
      return new Set(texts).size !== texts.length;
    });
    expect(twice.map(({ question }) => question.id)).toEqual([]);
    const stems = questions.map(({ question }) => question.stem[lang]);
    expect(stems.filter((stem, i) => stems.indexOf(stem) !== i)).toEqual([]);
  });

  const ofKind = (kind: Question['kind']) =>
    questions.flatMap(({ question }) => (question.kind === kind ? [question] : []));

  test.each([
    ['ordering', /\border\b/i, /顺序|先后|排好|排起/],
    ['matching', /\bmatch|left over/i, /匹配|用不上/],
    ['point', /\b(point|click|tap)\b/i, /指出|点出|点选|点击|点一下/],
  ] as const)('a stem of kind %s says what is to be done, in both languages', (kind, en, zh) => {
    const own = ofKind(kind);
    const silent = own.filter(({ stem }) => !en.test(stem.en) || !zh.test(stem['zh-cn']));
    expect(own.length).toBeGreaterThan(0);
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  test('an ordering is shown well shuffled: at most half of it stands in its place', () => {
    const own = ofKind('ordering');
    const given = own.filter(({ options, answer }) => {
      const inPlace = options.filter((option, i) => option.id === answer[i]).length;
      return inPlace > options.length / 2;
    });
    expect(own.length).toBeGreaterThan(0);
    expect(given.map(({ id }) => id)).toEqual([]);
  });

  test('a matching lists its meanings in another order than its terms, each once', () => {
    const own = ofKind('matching');
    expect(own.length).toBeGreaterThan(0);
    for (const { id, options, choices = [], answer } of own) {
      const wanted = options.map((option) =>
        answer.find((pair) => pair.startsWith(`${option.id}:`))?.slice(option.id.length + 1),
      );
      const aligned = wanted.filter((choice, i) => choice === choices[i]?.id).length;
      expect(aligned, `${id}: meanings that stand beside their terms`).toBeLessThanOrEqual(
        options.length / 2,
      );
      for (const lang of LANGUAGES) {
        const texts = choices.map((choice) => choice.text[lang]);
        expect(new Set(texts).size, `${id} in ${lang}`).toBe(texts.length);
      }
    }
  });

  test.each(ofKind('point'))('$id: each place is drawn by the picture, and is another one', (question) => {
    const { place, options } = question;
    const figure = figures[place?.figure ?? '']!;
    const { scenario } = parseScenario(figure, place!.scenario);
    const trace = figure.run(scenario);
    const frame = frameOf(trace, stepIndex(trace, place!.at), scenario);
    for (const lang of LANGUAGES) {
      const t = translator(figure.messages[lang], lang);
      const markup = renderToStaticMarkup(createElement(figure.View, { frame, t, lang, uid: 'fig' }));
      const paths = nodePaths(markup);
      const ids = options.map((option) => option.id);
      const drawn = new Set(paths.flat());
      expect(
        ids.filter((id) => !drawn.has(id)),
        `places drawn: ${[...drawn].join(' ')}`,
      ).toEqual([]);
      const twofold = paths.filter((path) => path.filter((node) => ids.includes(node)).length > 1);
      expect(twofold, 'one touch would mean two places').toEqual([]);
    }
  });

  test('none is another one in other words: stem and right answer share at most three words in five', () => {
    /** What a matching asks stands in its terms, which differ while all its stems are alike. */
    const asked = ({ kind, stem, options, answer }: Question) => {
      const told = options.filter(({ id }) => kind === 'matching' || answer.includes(id));
      const text = [stem.en, ...told.map((option) => option.text.en)].join(' ').toLowerCase();
      return new Set(text.match(/[a-z0-9.]{3,}/g));
    };
    const bags = questions.map(({ question }) => ({ id: question.id, words: asked(question) }));
    const alike = bags.flatMap((one, i) =>
      bags.slice(i + 1).flatMap((other) => {
        const shared = [...one.words].filter((word) => other.words.has(word)).length;
        return shared / (one.words.size + other.words.size - shared) > 0.6 ? [`${one.id} ~ ${other.id}`] : [];
      }),
    );
    expect(alike).toEqual([]);
    expect(bags.length).toBeGreaterThan(325);
  });

  describe.each(lessonIds)('of lesson %s do not give themselves away', (lesson) => {
    const own = questions.filter((entry) => entry.lesson === lesson).map((entry) => entry.question);
    const single = own.filter((question) => question.kind === 'single');

    test.each(LANGUAGES)('the right option is not the longest one too often in %s', (lang) => {
      const longest = single.filter((question) => {
        const length = (id: string) =>
          question.options.find((option) => option.id === id)?.text[lang].length ?? 0;
        const right = length(question.answer[0] ?? '');
        return question.options.every(({ id }) => question.answer.includes(id) || length(id) < right);
      });
      expect(single.length).toBeGreaterThan(0);
      expect(longest.length / single.length, longest.map((q) => q.id).join(' ')).toBeLessThan(0.4);
    });

    test('the right option stands in each place about as often', () => {
      const places = single.map((q) => q.options.findIndex((option) => option.id === q.answer[0]));
      const most = Math.max(...[0, 1, 2, 3].map((place) => places.filter((p) => p === place).length));
      expect(most / single.length, places.join(' ')).toBeLessThanOrEqual(0.45);
      expect(new Set(places).size).toBeGreaterThanOrEqual(3);
    });

    test('all kinds and all difficulties come, none of the three fewer than one in ten', () => {
      expect(new Set(own.map((question) => question.kind))).toEqual(new Set(KINDS));
      for (const difficulty of [1, 2, 3])
        expect(
          own.filter((question) => question.difficulty === difficulty).length / own.length,
          `difficulty ${difficulty}`,
        ).toBeGreaterThanOrEqual(0.1);
    });

    test('no option stands for the others', () => {
      const lazy = /\b(all|none|both|any) of the (above|others|options)\b|以上(都|皆|均|全)|都(对|不对)$/i;
      const found = own.flatMap(({ id, options }) =>
        options
          .filter(({ text }) => lazy.test(text.en) || lazy.test(text['zh-cn']))
          .map((option) => `${id}.${option.id}`),
      );
      expect(found).toEqual([]);
      expect(own.length).toBeGreaterThan(0);
    });

    test('true is not always true', () => {
      const answers = own
        .filter((question) => question.kind === 'true-false')
        .map((question) => question.answer[0]);
      if (answers.length >= 2) expect(new Set(answers)).toEqual(new Set(['true', 'false']));
      expect(own.length).toBeGreaterThan(0);
    });
  });
});

test('no question, term or answer of the exam has code inside bold', () => {
  const strings = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : value !== null && typeof value === 'object'
        ? Object.values(value).flatMap(strings)
        : [];
  const texts = strings([questions, content?.glossary, content?.examAnswers]);
  expect(texts.length).toBeGreaterThan(1000);
  expect(texts.flatMap(codeInBold)).toEqual([]);
});

describe('Chinese is well set', () => {
  /** Every string of a value read from YAML that stands under a `zh-cn` key. */
  const chinese = (value: unknown, path: string, under: boolean): { path: string; text: string }[] => {
    if (typeof value === 'string') return under ? [{ path, text: value }] : [];
    if (value === null || typeof value !== 'object') return [];
    return Object.entries(value).flatMap(([key, inner]) =>
      chinese(inner, `${path}.${key}`, under || key === 'zh-cn'),
    );
  };
  const slips = (texts: readonly { path: string; text: string }[]) =>
    texts.flatMap(({ path, text }) => slipsIn(text).map((slip) => `${path}: ${slip}`));

  test.each(lessonIds)('in lesson %s', (lesson) => {
    const lines = proseOf(mdx(lesson, 'zh-cn')).map(({ line, text }) => ({
      path: `${lesson}/zh-cn.mdx:${line}`,
      text,
    }));
    expect(lines.length).toBeGreaterThan(0);
    expect(slips(lines)).toEqual([]);
  });

  test('in questions, glossary, course, sources and answers of the exam', () => {
    const { course, glossary, sources, examAnswers } = content ?? {};
    const byId = (list: readonly { id: string }[] = []) =>
      list.flatMap((entry) => chinese(entry, entry.id, false));
    const texts = [
      ...chinese(course, 'course', false),
      ...chinese(examAnswers, 'exam-answers', false),
      ...byId(glossary),
      ...byId(sources),
      ...byId(questions.map(({ question }) => question)),
    ];
    expect(texts.length).toBeGreaterThan(0);
    expect(slips(texts)).toEqual([]);
  });

  test('in the interface and in every figure', () => {
    const sets = [
      zhCn,
      playerText('zh-cn'),
      ...Object.values(figures).map((figure) => figure.messages['zh-cn']),
    ];
    const texts = sets.flatMap((set) => Object.entries(set).map(([path, text]) => ({ path, text })));
    expect(texts.length).toBeGreaterThan(100);
    expect(slips(texts)).toEqual([]);
  });
});

describe('a term has one name', () => {
  test.each(['en', 'zh-cn'] as const)('no two terms share a name in %s', (lang) => {
    const names = (content?.glossary ?? []).map((term) => term.name[lang].toLowerCase());
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });
});
