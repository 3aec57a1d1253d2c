/** Why: a table is what a teacher edits in Excel: one question a row, both languages beside each other, nothing left out. */
import { LANGUAGES, type Lang } from '../lib/message';
import { languagesFor, type ExchangeQuestion, type FileLanguage } from './edition';
import { writeTable } from './csv-table';

/** How a language is spelled at the end of a column's name. */
export const COLUMN_LANG: Record<Lang, string> = { en: 'en', 'zh-cn': 'zh' };

/** A CSV file: RFC 4180, UTF-8 with byte order mark. A `point` is a `single` here. */
export function writeCsv(questions: readonly ExchangeQuestion[], wanted: FileLanguage): string {
  const langs = LANGUAGES.filter((lang) =>
    questions.some((question) => languagesFor(question, wanted).includes(lang)),
  );
  const count = (length: (question: ExchangeQuestion) => number) => Math.max(0, ...questions.map(length));
  const numbers = (n: number) => Array.from({ length: n }, (_, i) => i);
  const options = numbers(count((question) => question.options.length));
  const choices = numbers(count((question) => question.choices?.length ?? 0));
  const each = (name: string) => langs.map((lang) => `${name}_${COLUMN_LANG[lang]}`);

  const header = [
    ...['id', 'lesson', 'topic', 'kind', 'difficulty', 'answer'],
    ...each('stem'),
    ...options.flatMap((i) => [`option${i + 1}`, ...each(`option${i + 1}`), ...each(`option${i + 1}_why`)]),
    ...choices.flatMap((i) => [`choice${i + 1}`, ...each(`choice${i + 1}`)]),
  ];
  const rows = questions.map((question) => {
    const mine = languagesFor(question, wanted);
    const texts = (words: Partial<Record<Lang, string>> | undefined) =>
      langs.map((lang) => (mine.includes(lang) ? (words?.[lang] ?? '') : ''));
    const { id, lesson, topic, kind, difficulty, answer } = question;
    return [
      ...[id, lesson, topic, kind === 'point' ? 'single' : kind, String(difficulty), answer.join(' ')],
      ...texts(question.stem),
      ...options.flatMap((i) => {
        const option = question.options[i];
        return [option?.id ?? '', ...texts(option?.text), ...texts(option?.why)];
      }),
      ...choices.flatMap((i) => [question.choices?.[i]?.id ?? '', ...texts(question.choices?.[i]?.text)]),
    ];
  });
  return writeTable([header, ...rows]);
}
