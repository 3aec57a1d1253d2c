import { DOMParser, type Element } from '@xmldom/xmldom';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesOf } from './changes';
import { editionsOf, type Edition, type ExchangeQuestion, type FileLanguage } from './edition';
import { fromHtml, plainAnswer } from './markup';
import { comment, writeMoodle } from './moodle';
import { anyQuestions, bankQuestions, hostile } from './sample.fixture';

const TITLES = { kvm: 'KVM & <co>/x', own: '自己的题目' };
const ORDERINGS = [true, false];

function parse(source: string): Element {
  const fail = (_: unknown, message: string) => {
    throw new Error(message);
  };
  return new DOMParser({ onError: fail }).parseFromString(source, 'text/xml').documentElement!;
}
const children = (node: Element, name: string) =>
  [...node.childNodes].filter((child): child is Element => child.nodeName === name);
const textOf = (node: Element | undefined) => children(node!, 'text')[0]?.textContent ?? '';
const write = (questions: readonly ExchangeQuestion[], wanted: FileLanguage, ordering: boolean) =>
  writeMoodle(
    editionsOf(questions, wanted),
    TITLES,
    wanted,
    changesOf(questions, ordering ? 'moodle-ordering' : 'moodle', wanted),
    ordering,
  );

const TYPES = {
  single: 'multichoice',
  point: 'multichoice',
  multiple: 'multichoice',
  'true-false': 'truefalse',
  matching: 'matching',
};

function agrees(found: Element, edition: Edition, ordering: boolean): void {
  const { kind, options, answer, choices } = edition;
  expect(textOf(children(found, 'name')[0])).toBe(edition.id);
  expect(fromHtml(textOf(children(found, 'questiontext')[0]))).toBe(edition.stem);
  expect(found.getAttribute('type')).toBe(
    kind === 'ordering' ? (ordering ? 'ordering' : 'matching') : TYPES[kind],
  );
  const answers = children(found, 'answer');
  const feedback = answers.map((one) => fromHtml(textOf(children(one, 'feedback')[0])));
  const fractions = answers.map((one) => Number(one.getAttribute('fraction')));
  switch (kind) {
    case 'single':
    case 'point':
    case 'multiple':
      expect(answers.map((one) => fromHtml(textOf(one)))).toEqual(options.map(({ text }) => text));
      expect(feedback).toEqual(options.map(({ why }) => why));
      expect(options.filter((_, i) => fractions[i]! > 0).map(({ id }) => id)).toEqual(
        options.map(({ id }) => id).filter((id) => answer.includes(id)),
      );
      // Moodle refuses an import whose positive fractions are not 100 % together.
      expect(
        Math.abs(fractions.filter((share) => share > 0).reduce((sum, share) => sum + share, 0) - 100),
      ).toBeLessThan(0.01);
      expect(children(found, 'single')[0]?.textContent).toBe(String(kind !== 'multiple'));
      break;
    case 'true-false':
      expect(answers.map((one) => textOf(one))).toEqual(['true', 'false']);
      expect(fractions).toEqual(answer[0] === 'true' ? [100, 0] : [0, 100]);
      expect(feedback).toEqual(options.map(({ why }) => why));
      break;
    case 'ordering':
    case 'matching': {
      const general = fromHtml(textOf(children(found, 'generalfeedback')[0]));
      for (const { why } of options)
        for (const line of why.split('\n')) expect(general).toContain(line.trim());
      if (kind === 'ordering' && ordering) {
        expect(answers.map((one) => fromHtml(textOf(one)))).toEqual(
          answer.map((id) => options.find((option) => option.id === id)?.text),
        );
        break;
      }
      const pairs = children(found, 'subquestion').map((one) => [
        fromHtml(textOf(one)),
        textOf(children(one, 'answer')[0]),
      ]);
      expect(pairs.map(([left]) => left).filter(Boolean)).toEqual(options.map(({ text }) => text));
      if (kind === 'matching')
        expect(new Set(pairs.map(([, right]) => right))).toEqual(
          new Set(choices.map(({ text }) => plainAnswer(text))),
        );
      else
        expect(pairs.map(([, right]) => Number(/\d+/.exec(right!)?.[0]))).toEqual(
          options.map(({ id }) => answer.indexOf(id) + 1),
        );
    }
  }
}

test.each(['en', 'zh-cn', 'both'] as const)(
  'every question of the course and the hostile ones go out whole, in %s',
  (wanted) => {
    for (const ordering of ORDERINGS)
      for (const questions of [bankQuestions, hostile]) {
        const root = parse(write(questions, wanted, ordering));
        expect(root.nodeName).toBe('quiz');
        const found = children(root, 'question').filter((one) => one.getAttribute('type') !== 'category');
        const byId = new Map(editionsOf(questions, wanted).map((edition) => [edition.id, edition]));
        expect(found).toHaveLength(byId.size);
        for (const one of found) agrees(one, byId.get(textOf(children(one, 'name')[0]))!, ordering);
      }
  },
);

test('whatever the texts are', () => {
  fc.assert(
    fc.property(anyQuestions, fc.constantFrom(...ORDERINGS), (questions, ordering) => {
      const root = parse(write(questions, 'both', ordering));
      const editions = editionsOf(questions, 'both');
      const found = children(root, 'question').slice(1);
      expect(found).toHaveLength(editions.length);
      found.forEach((one, i) => agrees(one, editions[i]!, ordering));
    }),
    { numRuns: 200 },
  );
});

test('no text of a question is an element of the file, or of the HTML in it', () => {
  const root = parse(write(hostile, 'both', true));
  const names = new Set([...root.getElementsByTagName('*')].map((node) => node.nodeName));
  expect([...names].filter((name) => /script|img|^b$/.test(name))).toEqual([]);
  for (const node of [...root.getElementsByTagName('text')])
    expect(node.textContent).not.toMatch(/<(?!\/?(b|code|br|ul|ol|li)\b)[a-z]/i);
});

test('a category for each lesson, and at the head what changed', () => {
  const source = write(hostile, 'en', false);
  const root = parse(source);
  const categories = [...root.getElementsByTagName('category')].map((node) => textOf(node));
  expect(categories).toEqual(['$course$/top/Ringside/自己的题目']);
  expect(
    parse(write([{ ...hostile[0]!, lesson: 'kvm' }], 'en', false)).getElementsByTagName('category')[0]
      ?.textContent,
  ).toBe('$course$/top/Ringside/KVM & <co>//x');
  expect(source).toMatch(/<!-- Putting in order became matching/);
  expect(comment('a -- b ---> c')).toBe('<!-- a - - b - - -&gt; c -->');
});

test('the reasons of an ordering stand in the right order', () => {
  for (const question of bankQuestions.filter(({ kind }) => kind === 'ordering')) {
    const file = parse(write([question], 'en', false));
    const reasons = textOf([...file.getElementsByTagName('generalfeedback')][0]);
    const shown = question.answer.map((id) => question.options.find((option) => option.id === id)!);
    const places = shown.map(({ text }) => fromHtml(reasons).indexOf(text.en!));
    expect(places, question.id).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  }
});
