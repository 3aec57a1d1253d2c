/**
 * Why: Moodle is where most teachers' questions live. Its XML holds every option's feedback; see
 * docs.moodle.org/en/Moodle_XML_format. All text is escaped, so that nothing of a question is ever markup.
 */
import { fill } from '../lib/fill';
import { pairOf } from '../learning/grade';
import type { Change } from './changes';
import { readOptions, rightOptions, type Edition, type FileLanguage } from './edition';
import { fileWord, headLines } from './file-words';
import { html, htmlInXml, plainAnswer, xml } from './markup';

/** A comment may not hold two hyphens in a row. */
export const comment = (line: string): string => `<!-- ${xml(line).replace(/-(?=-)/g, '- ')} -->`;

const text = (content: string) => `<text>${content}</text>`;
const htmlText = (name: string, content: string, attributes = '') =>
  `<${name}${attributes} format="html">${text(htmlInXml(content))}</${name}>`;

const answerXml = (fraction: number, content: string, why: string) =>
  `<answer fraction="${fraction}" format="html">${text(htmlInXml(content))}${htmlText('feedback', why)}</answer>`;

/** The shares that Moodle knows: 100, 50, 33.33333, 25, 20, 16.66667, 14.28571, 12.5. */
export const share = (count: number): number => Number((100 / count).toFixed(5));

/** All reasons in one text, for kinds without feedback for each item; empty where there are none. */
export function allReasons(edition: Edition): string {
  const reasons = readOptions(edition).filter(({ why }) => why !== '');
  if (reasons.length === 0) return '';
  const items = reasons.map(({ text: option, why }) => `<li>${html(option)}<br/>${html(why)}</li>`).join('');
  return edition.kind === 'ordering' ? `<ol>${items}</ol>` : `<ul>${items}</ul>`;
}

function body(edition: Edition, ordering: boolean): { type: string; content: string } {
  const { kind, lang, options, choices, answer } = edition;
  switch (kind) {
    case 'true-false':
      return {
        type: 'truefalse',
        content: options
          .map(
            ({ id, why }) =>
              `<answer fraction="${answer.includes(id) ? 100 : 0}" format="moodle_auto_format">${text(id)}${htmlText('feedback', why)}</answer>`,
          )
          .join('\n    '),
      };
    case 'single':
    case 'point':
    case 'multiple': {
      const many = kind === 'multiple';
      const fraction = (id: string) => (answer.includes(id) ? share(answer.length) : many ? -100 : 0);
      return {
        type: 'multichoice',
        content: [
          `<single>${!many}</single>`,
          '<shuffleanswers>true</shuffleanswers>',
          '<answernumbering>ABCD</answernumbering>',
          ...options.map((option) => answerXml(fraction(option.id), option.text, option.why)),
        ].join('\n    '),
      };
    }
    case 'ordering':
      if (ordering)
        return {
          type: 'ordering',
          content: [
            '<layouttype>VERTICAL</layouttype>',
            '<selecttype>ALL</selecttype>',
            '<selectcount>0</selectcount>',
            '<gradingtype>ALL_OR_NOTHING</gradingtype>',
            '<showgrading>SHOW</showgrading>',
            '<numberingstyle>none</numberingstyle>',
            // Moodle reads the right order from the order of the answers.
            ...rightOptions(edition).map((option) => answerXml(100, option.text, option.why)),
          ].join('\n    '),
        };
      return matching(
        options.map((option) => [
          option.text,
          fill(fileWord('step', lang), { n: answer.indexOf(option.id) + 1 }),
        ]),
      );
    case 'matching': {
      const pairs = answer.map(pairOf);
      const meaning = (id: string) => choices.find((choice) => choice.id === id)?.text ?? '';
      const taken = pairs.map(([, choice]) => choice);
      return matching([
        ...options.map((option): [string, string] => [
          option.text,
          meaning(pairs.find(([term]) => term === option.id)?.[1] ?? ''),
        ]),
        // A meaning without a term is a distractor.
        ...choices
          .filter(({ id }) => !taken.includes(id))
          .map((choice): [string, string] => ['', choice.text]),
      ]);
    }
  }
}

const matching = (pairs: readonly (readonly [string, string])[]) => ({
  type: 'matching',
  content: [
    '<shuffleanswers>true</shuffleanswers>',
    ...pairs.map(
      ([left, right]) =>
        `<subquestion format="html">${text(htmlInXml(left))}<answer>${text(xml(plainAnswer(right)))}</answer></subquestion>`,
    ),
  ].join('\n    '),
});

function question(edition: Edition, ordering: boolean): string {
  const { type, content } = body(edition, ordering);
  const general = edition.kind === 'ordering' || edition.kind === 'matching' ? allReasons(edition) : '';
  return `  <question type="${type}">
    <name>${text(xml(edition.id))}</name>
    ${htmlText('questiontext', edition.stem)}
    <generalfeedback format="html">${text(xml(general))}</generalfeedback>
    <defaultgrade>1</defaultgrade>
    <penalty>0.3333333</penalty>
    <hidden>0</hidden>
    ${content}
    <tags>${['ringside', edition.topic, `difficulty-${edition.difficulty}`].map((tag) => `<tag>${text(xml(tag))}</tag>`).join('')}</tags>
  </question>`;
}

/**
 * A file for Moodle's question bank, one category for each lesson.
 * @param titles of the lessons, by id
 * @param ordering whether orderings may be such (Moodle 4.4 and later); otherwise they are matchings
 */
export function writeMoodle(
  editions: readonly Edition[],
  titles: Readonly<Record<string, string>>,
  wanted: FileLanguage,
  changes: readonly Change[],
  ordering: boolean,
): string {
  const lessons = [...new Set(editions.map(({ lesson }) => lesson))];
  const parts = lessons.flatMap((lesson) => {
    // A slash would open a category below.
    const title = (titles[lesson] ?? lesson).replaceAll('/', '//');
    return [
      `  <question type="category"><category>${text(xml(`$course$/top/Ringside/${title}`))}</category></question>`,
      ...editions
        .filter((edition) => edition.lesson === lesson)
        .map((edition) => question(edition, ordering)),
    ];
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<quiz>
${headLines(changes, wanted)
  .map((line) => `  ${comment(line)}`)
  .join('\n')}
${parts.join('\n')}
</quiz>
`;
}
