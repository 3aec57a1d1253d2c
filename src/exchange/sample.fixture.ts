/** Why: tests need questions of all kinds: the course's own, some with everything hostile in their texts, and any at all. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { Question } from '../schemas/question';
import type { ExchangeQuestion } from './edition';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The course's questions as their files hold them, with their lessons. */
export const bank: readonly (Question & { lesson: string })[] = globSync('content/questions/*.yaml', {
  cwd: ROOT,
})
  .sort()
  .flatMap((file) =>
    (parse(readFileSync(path.join(ROOT, file), 'utf8')) as Question[]).map((question) => ({
      ...question,
      lesson: path.basename(file, '.yaml'),
    })),
  );

export const bankQuestions: readonly ExchangeQuestion[] = bank.map(
  ({ id, kind, difficulty, topic, lesson, stem, options, choices, answer }) => ({
    ...{ id, kind, difficulty, topic, lesson, stem, options, answer },
    ...(choices && { choices }),
  }),
);

export const HOSTILE =
  '<script>alert(1)</script><img src=x onerror=alert(2)> ]]> &lt;b& --> {=a ~b #c :d} \\n \\ "q" \'s\' [html] %50% -> **bold** `x<y` a=b';

const two = (text: string) => ({ en: text, 'zh-cn': `中文：${text}` });
const options = (ids: readonly string[], text = HOSTILE) =>
  ids.map((id) => ({ id, text: two(`${id} ${text}`), why: two(`why ${id} ${text}`) }));

/** One question of each kind, every text hostile. */
export const hostile: readonly ExchangeQuestion[] = [
  { kind: 'single' as const, options: options(['a', 'b', 'c']), answer: ['b'] },
  { kind: 'multiple' as const, options: options(['a', 'b', 'c']), answer: ['a', 'c'] },
  { kind: 'true-false' as const, options: options(['true', 'false']), answer: ['false'] },
  { kind: 'ordering' as const, options: options(['a', 'b', 'c']), answer: ['c', 'a', 'b'] },
  {
    kind: 'matching' as const,
    options: options(['a', 'b']),
    choices: ['x', 'y', 'z'].map((id) => ({ id, text: two(`${id} ${HOSTILE}`) })),
    answer: ['a:y', 'b:x'],
  },
  { kind: 'point' as const, options: options(['a', 'b']), answer: ['a'] },
].map((part) => ({
  id: `hostile-${part.kind}`,
  lesson: 'own',
  topic: 'kvm',
  difficulty: 3 as const,
  stem: two(`=1+1 ${HOSTILE}`),
  ...part,
}));

const CHARS = [
  ...Array.from('ab Z9 &<>"\'`*~=#{}:\\[]%,;|/$@+-_.\t'),
  '\n',
  '汉',
  '字',
  '，',
  '“',
  '😀',
  '</text>',
  '<b>',
  '**',
  '-->',
  ']]>',
  '&amp;',
  '//',
  '::',
];
/** A text as a person may write it: trimmed, not empty, no blanks around line breaks. */
export const anyText = fc
  .array(fc.constantFrom(...CHARS), { minLength: 1, maxLength: 24 })
  .map((chars) =>
    chars
      .join('')
      .replace(/[ \t]*\n[ \t]*/g, '\n')
      .replace(/\s+$|^\s+/g, ''),
  )
  .filter((text) => text !== '');

const words = fc.record({ en: anyText, 'zh-cn': anyText });
const ids = (least: number) =>
  fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e1', 'f-2', '7'), { minLength: least, maxLength: 6 });
const head = {
  lesson: fc.constant('kvm'),
  topic: fc.constantFrom('kvm', 'cpu'),
  difficulty: fc.constantFrom(1 as const, 2 as const, 3 as const),
  stem: words,
};

/** Any sound question but a `point`; its id comes with the list. */
const anyQuestion: fc.Arbitrary<Omit<ExchangeQuestion, 'id'>> = fc
  .record({
    ...head,
    kind: fc.constantFrom(
      'single' as const,
      'multiple' as const,
      'true-false' as const,
      'ordering' as const,
      'matching' as const,
    ),
  })
  .chain(({ kind, ...rest }) =>
    (kind === 'true-false' ? fc.constant(['true', 'false']) : ids(3)).chain((names) =>
      fc
        .record({
          texts: fc.array(fc.record({ text: words, why: words }), {
            minLength: names.length,
            maxLength: names.length,
          }),
          meanings: fc.array(words, { minLength: 3, maxLength: 5 }),
          at: fc.nat(),
        })
        .map(({ texts, meanings, at }) => ({
          ...rest,
          kind,
          options: names.map((id, i) => ({ id, ...texts[i]! })),
          ...(kind === 'matching' && { choices: meanings.map((text, i) => ({ id: `m${i}`, text })) }),
          answer: {
            single: [names[at % names.length]!],
            'true-false': [names[at % 2]!],
            multiple: names.slice(0, 2 + (at % (names.length - 1))),
            ordering: [...names.slice(1), names[0]],
            matching: names.map((id, i) => `${id}:m${(at + i) % meanings.length}`),
          }[kind],
        })),
    ),
  );

export const anyQuestions = fc
  .array(anyQuestion, { minLength: 1, maxLength: 4 })
  .map((list) => list.map((question, i): ExchangeQuestion => ({ id: `q-${i}`, ...question })));

/** What a reader gives back of a question. */
export const withoutLesson = ({ lesson: _, ...question }: ExchangeQuestion) => question;
