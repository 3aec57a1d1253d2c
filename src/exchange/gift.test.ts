import fc from 'fast-check';
import gift, { type GIFTQuestion, type Matching, type MultipleChoice } from 'gift-pegjs';
import { describe, expect, test } from 'vitest';
import { changesOf } from './changes';
import { editionsOf, type ExchangeQuestion, type FileLanguage } from './edition';
import { giftBlocks } from './gift-blocks';
import { readGift } from './gift-read';
import { writeGift } from './gift-write';
import type { Imported } from './imported';
import { fromHtml, plainAnswer } from './markup';
import { anyQuestions, bankQuestions, hostile } from './sample.fixture';

const TITLES = { kvm: 'KVM: a/b {x}', own: '自己的题目' };
const write = (questions: readonly ExchangeQuestion[], wanted: FileLanguage) =>
  writeGift(editionsOf(questions, wanted), TITLES, wanted, changesOf(questions, 'gift', wanted));
const parse = (source: string) => gift.parse(source).filter(({ type }) => type !== 'Category');
const codes = (read: Imported) =>
  read.kind === 'refused' ? read.problems.map(({ line, code }) => `${line} ${code}`) : [];
const unmarked = (text: string) =>
  text.replace(/&&(\d{3});/g, (_, code: string) => String.fromCharCode(Number(code)));

/** What the second implementation must find of an edition. */
function agrees(
  found: GIFTQuestion,
  { kind, stem, options, answer, choices, id }: ReturnType<typeof editionsOf>[number],
) {
  expect(found.title).toBe(id);
  expect(fromHtml((found as MultipleChoice).stem.text)).toBe(stem);
  const whys = options.map(({ why }) => why);
  if (found.type === 'MC') {
    expect(['single', 'multiple', 'point']).toContain(kind);
    const { choices: made } = found;
    expect(made.map(({ text }) => fromHtml(text.text))).toEqual(options.map(({ text }) => text));
    expect(made.map(({ feedback }) => fromHtml(feedback?.text ?? ''))).toEqual(whys);
    expect(
      options.filter((_, i) => made[i]!.isCorrect || (made[i]!.weight ?? 0) > 0).map((option) => option.id),
    ).toEqual(options.map((option) => option.id).filter((one) => answer.includes(one)));
  } else if (found.type === 'TF') {
    const { isTrue, trueFeedback, falseFeedback } = found;
    expect(String(isTrue)).toBe(answer[0]);
    const said = [trueFeedback, falseFeedback].map((feedback) => fromHtml(feedback?.text ?? ''));
    expect(said).toEqual(isTrue ? [...whys].reverse() : whys);
  } else {
    expect(found.type).toBe('Matching');
    const { matchPairs } = found as Matching;
    const terms = matchPairs.map(({ subquestion }) => fromHtml(subquestion.text)).filter(Boolean);
    expect(terms).toEqual(options.map(({ text }) => text));
    if (kind === 'matching')
      expect(new Set(matchPairs.map(({ subanswer }) => unmarked(subanswer)))).toEqual(
        new Set(choices.map(({ text }) => plainAnswer(text))),
      );
  }
}

describe('what is written', () => {
  test.each(['en', 'zh-cn', 'both'] as const)('is read by gift-pegjs as it was meant, in %s', (wanted) => {
    for (const questions of [bankQuestions, hostile]) {
      const editions = editionsOf(questions, wanted);
      const found = parse(write(questions, wanted));
      expect(found).toHaveLength(editions.length);
      found.forEach((question, i) => agrees(question, editions[i]!));
    }
  });

  test('whatever the texts are', () => {
    fc.assert(
      fc.property(anyQuestions, (questions) => {
        const editions = editionsOf(questions, 'both');
        const found = parse(write(questions, 'both'));
        expect(found).toHaveLength(editions.length);
        found.forEach((question, i) => agrees(question, editions[i]!));
      }),
      { numRuns: 300 },
    );
  });

  test('says at its head what changed, and never holds a tag of a question', () => {
    const source = write(hostile, 'en');
    expect(source).toMatch(/^\/\/ .*became matching/m);
    expect(source).toMatch(/^\/\/ .*single choice that names the places/m);
    expect(source).not.toMatch(/<script|<img/);
  });
});

test('the course’s own choices come back from GIFT as they were', () => {
  const some = bankQuestions.filter(
    ({ kind }) => kind === 'single' || kind === 'multiple' || kind === 'true-false',
  );
  const read = readGift(write(some, 'zh-cn'));
  expect(read.kind).toBe('ok');
  if (read.kind !== 'ok') return;
  expect(read.questions.map(({ stem }) => stem['zh-cn'] ?? stem.en)).toEqual(
    some.map(({ stem }) => stem['zh-cn']),
  );
  read.questions.forEach((question, i) => {
    const was = some[i]!;
    expect([question.id, question.kind, question.topic, question.difficulty]).toEqual([
      was.id,
      was.kind,
      was.topic,
      was.difficulty,
    ]);
    const right = (q: typeof was | typeof question) =>
      q.options.flatMap((option, n) => (q.answer.includes(option.id) ? [n] : []));
    expect(right(question)).toEqual(right(was));
  });
});

describe('what others write', () => {
  test('single, multiple, true-false and matching are taken; a title that cannot be an id is hashed, always the same', () => {
    const source = `// by hand
$CATEGORY: tom/dick

::Type 1::Which is type 1? {
  =Xen # It runs on the metal.
  ~VirtualBox
}
$CATEGORY: other
::第二题::哪些正确？{ ~%50%一 ~%50%二 ~%-100%三 }

Is KVM in Linux?{TRUE#wrong!#right!}

Match. {=a -> 1 =b -> 2 =c -> 1}
`;
    const read = readGift(source);
    expect(read).toEqual(readGift(source.replaceAll('\n', '\r\n')));
    expect(read).toMatchObject({
      kind: 'ok',
      questions: [
        {
          id: 'type-1',
          kind: 'single',
          answer: ['a'],
          options: [{ why: { en: 'It runs on the metal.' } }, { why: {} }],
        },
        { kind: 'multiple', answer: ['a', 'b'], stem: { 'zh-cn': '哪些正确？' } },
        {
          kind: 'true-false',
          answer: ['true'],
          options: [{ why: { en: 'right!' } }, { why: { en: 'wrong!' } }],
        },
        { kind: 'matching', answer: ['a:m1', 'b:m2', 'c:m1'] },
      ],
    });
  });

  test('a tag of a foreign page is text or nothing, and that is said', () => {
    const read = readGift(
      '[html]<p onclick\\="x()">Which <script>alert(1)</script>?</p> {=<em>a</em> ~&lt;script&gt;b}',
    );
    expect(read).toMatchObject({
      kind: 'ok',
      notes: ['gift-html'],
      questions: [
        { stem: { en: 'Which alert(1)?' }, options: [{ text: { en: 'a' } }, { text: { en: '<script>b' } }] },
      ],
    });
  });

  test.each([
    ['', ['1 no-questions']],
    ['// nothing\n\n$CATEGORY: x', ['1 no-questions']],
    ['How many? {#3}', ['1 gift-kind']],
    ['// c\nWrite! {}', ['2 gift-kind']],
    ['Say it. {=a =b}', ['1 gift-kind']],
    ['Q {=a ~b}\n\nQ2 {=a ~b', ['3 gift']],
    ['Half. {=a ~%50%b ~c}', ['1 gift-weights']],
    ['Third. {~%33%a ~%20%b ~c}', ['1 gift-weights']],
    ['::same::Q {=a ~b}\n\n\n::same::R {=a ~b}', ['4 same-id']],
  ])('%j is refused with its line', (source, wanted) => {
    expect(codes(readGift(source))).toEqual(expect.arrayContaining(wanted));
  });

  test('ten thousand questions are refused before one is read, an endless one by its depth or its place', () => {
    expect(readGift('Q {=a ~b}\n\n'.repeat(10_000))).toMatchObject({
      problems: [{ code: 'too-many', found: '10000' }],
    });
    expect(readGift(`Q ${'{'.repeat(100_000)}`).kind).toBe('refused');
    expect(readGift(`Q {=${'a'.repeat(300_000)} ~b}`).kind).toBe('refused');
  });
});

test('blocks know their lines', () => {
  expect(
    giftBlocks('a\nb\n\n\n// c\n$CATEGORY: x\nd\n').map(({ line, question }) => [line, question]),
  ).toEqual([
    [1, true],
    [5, false],
    [6, false],
    [7, true],
  ]);
});
