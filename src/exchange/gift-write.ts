/** Why: GIFT is Moodle's plain-text format, which other systems read too; see docs.moodle.org/en/GIFT_format. */
import { fill } from '../lib/fill';
import { pairOf } from '../learning/grade';
import type { Change } from './changes';
import type { Edition, FileLanguage } from './edition';
import { fileWord, headLines } from './file-words';
import { html, plainAnswer } from './markup';
import { allReasons, share } from './moodle';

const escape = (text: string) => text.replace(/[~=#{}:\\]/g, '\\$&');

/**
 * HTML that GIFT takes for text: a leading `%50%` would be a weight, a leading `[` a format, and readers do not agree
 * on a backslash before a letter, so each of these is an entity.
 */
const markup = (source: string) =>
  escape(source.replaceAll('\\', '&bsol;').replace(/^%/, '&percnt;').replace(/^\[/, '&lbrack;'));
const rich = (text: string) => markup(html(text));
const feedback = (why: string) => (why === '' ? '' : `#${rich(why)}`);

function answers(edition: Edition): readonly string[] {
  const { kind, lang, options, choices, answer } = edition;
  switch (kind) {
    case 'single':
    case 'point':
      return options.map(
        ({ id, text, why }) => `${answer.includes(id) ? '=' : '~'}${rich(text)}${feedback(why)}`,
      );
    case 'multiple':
      return options.map(
        ({ id, text, why }) =>
          `~%${answer.includes(id) ? share(answer.length) : -100}%${rich(text)}${feedback(why)}`,
      );
    case 'true-false': {
      const isTrue = answer.includes('true');
      const why = (id: string) => options.find((option) => option.id === id)?.why ?? '';
      // First what is said to a wrong answer, then what is said to a right one.
      const [wrong, right] = [why(String(!isTrue)), why(String(isTrue))];
      return [`${isTrue ? 'TRUE' : 'FALSE'}${wrong || right ? `#${rich(wrong)}` : ''}${feedback(right)}`];
    }
    case 'ordering':
      return options.map(
        ({ id, text }) => `=${rich(text)} -> ${fill(fileWord('step', lang), { n: answer.indexOf(id) + 1 })}`,
      );
    case 'matching': {
      const pairs = answer.map(pairOf);
      const meaning = (term: string) => pairs.find(([one]) => one === term)?.[1];
      const right = (id: string | undefined) =>
        escape(plainAnswer(choices.find((choice) => choice.id === id)?.text ?? ''));
      const left = choices.filter(({ id }) => !pairs.some(([, choice]) => choice === id));
      return [
        ...options.map(({ id, text }) => `=${rich(text)} -> ${right(meaning(id))}`),
        ...left.map(({ id }) => `= -> ${right(id)}`),
      ];
    }
  }
}

function question(edition: Edition): string {
  const together = edition.kind === 'ordering' || edition.kind === 'matching' ? allReasons(edition) : '';
  const lines = [...answers(edition), ...(together ? [`####${markup(together)}`] : [])];
  return `// [id:${edition.id}] [tag:${edition.topic}] [tag:difficulty-${edition.difficulty}]
::${escape(edition.id)}::[html]${rich(edition.stem)} {
${lines.map((line) => `  ${line}`).join('\n')}
}
`;
}

/** A GIFT file, one category for each lesson. @param titles of the lessons, by id */
export function writeGift(
  editions: readonly Edition[],
  titles: Readonly<Record<string, string>>,
  wanted: FileLanguage,
  changes: readonly Change[],
): string {
  const lessons = [...new Set(editions.map(({ lesson }) => lesson))];
  const parts = lessons.flatMap((lesson) => [
    `$CATEGORY: $course$/top/Ringside/${plainAnswer(titles[lesson] ?? lesson).replaceAll('/', '//')}\n`,
    ...editions.filter((edition) => edition.lesson === lesson).map(question),
  ]);
  return `${headLines(changes, wanted)
    .map((line) => `// ${line}`)
    .join('\n')}\n\n${parts.join('\n')}`;
}
