/** Each kind of bad content, and the words that an author gets: file, line, what was found, what was expected. */
import { describe, expect, it } from 'vitest';
import { defineFigure } from '../figures/contract';
import { checkContent } from './check';
import { formatProblem } from './problem';

const figure = defineFigure<number>({
  id: 'rings',
  title: 'title',
  intro: ['a', 'b'],
  controls: [
    {
      name: 'program',
      label: 'p',
      kind: 'select',
      options: ['popf', 'syscall'].map((value) => ({ value, label: { key: value } })),
    },
  ],
  scenarios: { quiet: { program: 'popf' } },
  run: () => ({
    source: 'model',
    provenance: { kind: 'model', simplifies: [], references: [] },
    steps: ['start', 'popf', 'end'].map((id, at) => ({
      id,
      at,
      unit: 'steps',
      state: at,
      caption: { key: id },
      focus: [],
    })),
  }),
  View: () => <svg />,
  panels: [],
  facts: () => ({}),
});

const question = `- id: q-one
  kind: single
  difficulty: 1
  topic: cpu
  proof: { figure: rings, scenario: quiet, at: popf }
  stem: { en: Which?, zh-cn: 哪个？ }
  options:
    - id: a
      text: { en: This, zh-cn: 这个 }
      why: { en: Because., zh-cn: 因为。 }
    - id: b
      text: { en: That, zh-cn: 那个 }
      why: { en: No., zh-cn: 不是。 }
  answer: [a]
`;
const lesson = `---
title: Rings
lede: A lede.
minutes: 20
terms: [vm-exit]
sources: [sdm]
---
<Figure id="rings" scenario="quiet" />

<Section id="first" title="First" />

See <Step figure="rings" at="popf">it</Step> and a <Term id="vm-exit">VM exit</Term>.<Source id="sdm" />

<Quiz lesson="cpu-rings" />
`;
const good: Readonly<Record<string, string>> = {
  'course.yaml': `units:
  - id: foundations
    title: { en: Foundations, zh-cn: 基础 }
    lessons:
      - id: cpu-rings
        title: { en: Rings, zh-cn: 环 }
        about: { en: Rings, zh-cn: 环 }
`,
  'glossary.yaml': `- id: vm-exit
  name: { en: VM exit, zh-cn: VM 退出 }
  definition: { en: A switch., zh-cn: 一次切换。 }
`,
  'sources.yaml': `- id: sdm
  citation: Intel SDM
  certainty: primary
`,
  'exam-answers.yaml': `answers:
  - id: ring
    lesson: cpu-rings
    section: first
    asked: { en: Which ring?, zh-cn: 哪个环？ }
    exam: { en: Ring 1., zh-cn: ring 1。 }
    truth: { en: It depends., zh-cn: 看情况。 }
    short: { en: Ring 1, zh-cn: ring 1 }
blocks:
  - id: dates
    title: { en: Dates, zh-cn: 年份 }
    rows: [['1967', CP-40]]
`,
  'questions/cpu-rings.yaml': question,
  'lessons/cpu-rings/en.mdx': lesson,
  'lessons/cpu-rings/zh-cn.mdx': lesson,
};

/** The problems of the good content with one file changed. */
function problemsWith(file: string, change: (text: string) => string | undefined): string[] {
  const files: Record<string, string> = { ...good };
  const text = change(files[file] ?? '');
  if (text === undefined) delete files[file];
  else files[file] = text;
  return checkContent(files, { rings: figure }).problems.map(formatProblem);
}
const EN = 'lessons/cpu-rings/en.mdx';
const QUESTIONS = 'questions/cpu-rings.yaml';
const EXAM = 'exam-answers.yaml';

describe('content check', () => {
  it('finds nothing in good content', () => {
    const { content, problems } = checkContent(good, { rings: figure });
    expect(problems).toEqual([]);
    expect(content?.lessons.get('cpu-rings')?.matter.en.minutes).toBe(20);
  });

  it.each([
    [
      'an unknown figure',
      EN,
      '<Figure id="rings"',
      '<Figure id="rigns"',
      'content/lessons/cpu-rings/en.mdx:8: unknown figure "rigns"; did you mean "rings"?',
    ],
    [
      'an unknown scenario',
      EN,
      'scenario="quiet"',
      'scenario="quite"',
      'content/lessons/cpu-rings/en.mdx:8: unknown scenario of figure "rings" "quite"; did you mean "quiet"?',
    ],
    [
      'an unknown step',
      EN,
      'at="popf"',
      'at="pofp"',
      'content/lessons/cpu-rings/en.mdx:12: unknown step of rings "quiet" "pofp"; did you mean "popf"?',
    ],
    [
      'an unknown term',
      EN,
      '<Term id="vm-exit"',
      '<Term id="vm-exist"',
      'content/lessons/cpu-rings/en.mdx:12: unknown term "vm-exist"; did you mean "vm-exit"?',
    ],
    [
      'an unknown term in the front matter',
      EN,
      'terms: [vm-exit]',
      'terms: [vmexit]',
      'content/lessons/cpu-rings/en.mdx:1 terms: unknown term "vmexit"; did you mean "vm-exit"?',
    ],
    [
      'an unknown source',
      EN,
      '<Source id="sdm"',
      '<Source id="smd"',
      'content/lessons/cpu-rings/en.mdx:12: unknown source "smd"; did you mean "sdm"?',
    ],
    [
      'an unknown lesson in a quiz',
      EN,
      'lesson="cpu-rings"',
      'lesson="cpu-ring"',
      'content/lessons/cpu-rings/en.mdx:14: unknown lesson with questions "cpu-ring"; did you mean "cpu-rings"?',
    ],
    [
      'an unknown component',
      EN,
      '<Quiz lesson',
      '<Quizz lesson',
      'content/lessons/cpu-rings/en.mdx:14: unknown component "<Quizz>"; did you mean "<Quiz>"?',
    ],
    [
      'a missing attribute',
      EN,
      '<Section id="first"',
      '<Section',
      'content/lessons/cpu-rings/en.mdx:10: <Section> has no id="…"',
    ],
    [
      'a front matter field of the wrong type',
      EN,
      'minutes: 20',
      'minutes: twenty',
      'content/lessons/cpu-rings/en.mdx:4 minutes: found "twenty"; expected number, received string',
    ],
    [
      'MDX that does not parse',
      EN,
      '<Quiz lesson="cpu-rings" />',
      '<Quiz lesson="cpu-rings">',
      'content/lessons/cpu-rings/en.mdx:14: not valid MDX: Expected a closing tag for `<Quiz>` (14:1-14:26)',
    ],
    [
      'an option without its explanation',
      QUESTIONS,
      '      why: { en: No., zh-cn: 不是。 }\n',
      '',
      'content/questions/cpu-rings.yaml:11 [0].options[1].why: missing; expected object',
    ],
    [
      'a missing translation of a text',
      QUESTIONS,
      '{ en: That, zh-cn: 那个 }',
      '{ en: That }',
      'content/questions/cpu-rings.yaml:12 [0].options[1].text.zh-cn: missing; expected string',
    ],
    [
      'an answer that is no option',
      QUESTIONS,
      'answer: [a]',
      'answer: [c]',
      'content/questions/cpu-rings.yaml:14 [0].answer[0]: answer "c" is no option; the options are "a", "b"',
    ],
    [
      'a duplicated option',
      QUESTIONS,
      '- id: b',
      '- id: a',
      'content/questions/cpu-rings.yaml:11 [0].options[1].id: option id "a" stands twice',
    ],
    [
      'an unknown step in a proof',
      QUESTIONS,
      'at: popf',
      'at: popff',
      'content/questions/cpu-rings.yaml:5 [0].proof: unknown step of rings "quiet" "popff"; did you mean "popf"?',
    ],
    [
      'an unknown section in a proof',
      QUESTIONS,
      '{ figure: rings, scenario: quiet, at: popf }',
      '{ section: fist }',
      'content/questions/cpu-rings.yaml:5 [0].proof: unknown section "fist"; did you mean "first"?',
    ],
    [
      'an unknown field',
      QUESTIONS,
      'topic: cpu',
      'topic: cpu\n  subject: cpu',
      'content/questions/cpu-rings.yaml:1 [0]: unknown field "subject"',
    ],
    [
      'an unknown lesson in an answer of the exam',
      EXAM,
      'lesson: cpu-rings',
      'lesson: cpu-rigns',
      'content/exam-answers.yaml:3 answers[0].lesson: unknown lesson "cpu-rigns"; did you mean "cpu-rings"?',
    ],
    [
      'an unknown section in an answer of the exam',
      EXAM,
      'section: first',
      'section: fist',
      'content/exam-answers.yaml:4 answers[0].section: unknown section of lesson "cpu-rings" "fist"; did you mean "first"?',
    ],
    [
      'an answer of the exam without its short form',
      EXAM,
      '    short: { en: Ring 1, zh-cn: ring 1 }\n',
      '',
      'content/exam-answers.yaml:2 answers[0].short: missing; expected object',
    ],
    [
      'an unknown lesson in a link',
      EN,
      '<Quiz lesson="cpu-rings" />',
      '<Lesson id="cpu-rigns">x</Lesson>',
      'content/lessons/cpu-rings/en.mdx:14: unknown lesson "cpu-rigns"; did you mean "cpu-rings"?',
    ],
    [
      'YAML that does not parse',
      QUESTIONS,
      'answer: [a]',
      'answer: [a',
      'content/questions/cpu-rings.yaml:15: not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
  ])('%s', (_, file, from, to, expected) => {
    expect(problemsWith(file, (text) => text.replace(from, to))).toContain(expected);
  });

  it('a file of questions that cannot be read is told of once, not again by each lesson that shows it', () => {
    expect(problemsWith(QUESTIONS, (text) => text.replace('answer: [a]', 'answer: [a, b]'))).toEqual([
      'content/questions/cpu-rings.yaml:14 [0].answer: a single question has exactly one answer, found 2',
    ]);
  });

  it('a missing translation of a lesson', () => {
    expect(problemsWith('lessons/cpu-rings/zh-cn.mdx', () => undefined)).toEqual([
      'content/lessons/cpu-rings/zh-cn.mdx: missing translation: lesson "cpu-rings" has no zh-cn.mdx',
    ]);
  });

  it('a duplicated question id, with the line of the first', () => {
    expect(problemsWith(QUESTIONS, (text) => text + text)).toEqual([
      'content/questions/cpu-rings.yaml:15: duplicated question id "q-one": it stands already in line 1',
    ]);
  });

  it('a duplicated id among the answers of the exam, with the line of the first', () => {
    const twice = (text: string) =>
      text.replace(/ {2}- id: ring\n[\s\S]*?(?=blocks)/, (entry) => entry + entry);
    expect(problemsWith(EXAM, twice)).toEqual([
      'content/exam-answers.yaml:9: duplicated answer id "ring": it stands already in line 2',
    ]);
  });

  it('sections that differ between the languages', () => {
    expect(
      problemsWith('lessons/cpu-rings/zh-cn.mdx', (text) => text.replace('id="first"', 'id="erste"')),
    ).toEqual([
      'content/lessons/cpu-rings/zh-cn.mdx:10: section 1 is "erste", expected "first" as in en.mdx',
    ]);
  });

  it('a lesson folder or question file that the course does not know', () => {
    const files = {
      ...good,
      'lessons/cpu-ringz/en.mdx': lesson,
      'questions/cpu-ringz.yaml': question.replace('q-one', 'q-two'),
    };
    expect(checkContent(files, { rings: figure }).problems.map(formatProblem)).toEqual([
      'content/lessons/cpu-ringz: unknown lesson "cpu-ringz"; did you mean "cpu-rings"?',
      'content/questions/cpu-ringz.yaml: unknown lesson "cpu-ringz"; did you mean "cpu-rings"?',
    ]);
  });

  describe('a mock exam', () => {
    const exam = `order: 1
title: { en: Exam, zh-cn: 考试 }
about: { en: One., zh-cn: 一场。 }
edition: { en: This, zh-cn: 本版 }
source: { en: Us, zh-cn: 本站 }
date: unknown
certainty: { minutes: own, kinds: own, marks: own, weights: own }
minutes: 10
kinds: { single: 1 }
marks: 2
weights: { by: unit, of: { foundations: 1 } }
pass:
  - { percent: 60, from: { en: us, zh-cn: 本站 }, certainty: own }
`;
    const check = (from = '', to = '', name = 'final') =>
      checkContent({ ...good, [`exams/${name}.yaml`]: exam.replace(from, to) }, { rings: figure });

    it('is read with its name, in the order in which exams are offered', () => {
      const files = {
        ...good,
        'exams/a.yaml': exam.replace('order: 1', 'order: 2'),
        'exams/b-1.1.yaml': exam,
      };
      const { content, problems } = checkContent(files, { rings: figure });
      expect(problems).toEqual([]);
      expect([...(content?.exams.keys() ?? [])]).toEqual(['b-1.1', 'a']);
      expect(content?.exams.get('a')?.minutes).toBe(10);
    });

    it.each([
      [
        'that the course cannot fill',
        'kinds: { single: 1 }',
        'kinds: { single: 2 }',
        '9 kinds.single: found 1 single questions in the course, expected at least 2; ask for fewer, or name the kind that stands in ("instead")',
      ],
      [
        'that weighs what nobody asks about',
        'of: { foundations: 1 }',
        'of: { foundation: 1 }',
        '11 weights.of.foundation: unknown unit with questions "foundation"; did you mean "foundations"?',
      ],
      [
        'with a value that is called unknown',
        'marks: own',
        'marks: unknown',
        '7 certainty.marks: found a value for "marks" that is called unknown; expected "own" where the value is this course’s choice',
      ],
      [
        'with a stand-in that it does not ask for',
        'marks: 2',
        'marks: 2\ninstead: multiple',
        '11 instead: "multiple" stands in for other kinds, so it must be one of the kinds itself; these are single',
      ],
      [
        'without a certainty',
        'minutes: own, ',
        '',
        '7 certainty.minutes: found nothing; expected one of "high"|"medium"|"low"|"unknown"|"own"',
      ],
    ])('%s', (_, from, to, expected) => {
      expect(check(from, to).problems.map(formatProblem)).toEqual([`content/exams/final.yaml:${expected}`]);
    });

    it('with a name that no address can carry', () => {
      expect(check('', '', 'My Exam').problems.map(formatProblem)).toEqual([
        'content/exams/My Exam.yaml: found the name "My Exam"; expected lower-case letters, digits, hyphens and dots, as it stands in addresses',
      ]);
    });
  });

  it('names what may stand there when nothing is near', () => {
    expect(problemsWith(EN, (text) => text.replace('<Figure id="rings"', '<Figure id="zzzzzz"'))).toContain(
      'content/lessons/cpu-rings/en.mdx:8: unknown figure "zzzzzz"; expected one of "rings"',
    );
  });
});
