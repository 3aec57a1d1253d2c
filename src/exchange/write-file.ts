/** Why: one entrance for a file of any format; each writer is fetched when it is asked for. */
import type { SqlJsStatic } from 'sql.js';
import { changesOf, type Format } from './changes';
import { editionsOf, type ExchangeQuestion, type FileLanguage } from './edition';

export interface ExportOrder {
  readonly questions: readonly ExchangeQuestion[];
  readonly format: Format;
  readonly language: FileLanguage;
  /** Titles of the lessons, by id, in the language of the page. */
  readonly titles: Readonly<Record<string, string>>;
  /** ms since 1970. */
  readonly now: number;
}
export interface ExportedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

const ENDINGS: Record<Format, readonly [ending: string, type: string]> = {
  moodle: ['moodle.xml', 'application/xml'],
  'moodle-ordering': ['moodle.xml', 'application/xml'],
  gift: ['gift.txt', 'text/plain'],
  qti: ['qti.zip', 'application/zip'],
  anki: ['apkg', 'application/octet-stream'],
  csv: ['csv', 'text/csv'],
  yaml: ['yaml', 'application/yaml'],
};

/** A question of one's own that is called as one of the course gets another name beside it. */
export function distinct(questions: readonly ExchangeQuestion[]): ExchangeQuestion[] {
  const taken = new Set(questions.filter(({ lesson }) => lesson !== 'own').map(({ id }) => id));
  return questions.map((question) =>
    question.lesson === 'own' && taken.has(question.id)
      ? { ...question, id: `own-${question.id}` }
      : question,
  );
}

/** @param sqlite opens SQLite; called for Anki only @param encode text to UTF-8 */
export async function writeFile(
  order: ExportOrder,
  sqlite: () => Promise<SqlJsStatic>,
  encode: (text: string) => Uint8Array,
): Promise<ExportedFile> {
  const { format, language, titles, now } = order;
  const questions = distinct(order.questions);
  const changes = changesOf(questions, format, language);
  const editions = () => editionsOf(questions, language);
  const make = async (): Promise<string | Uint8Array> => {
    switch (format) {
      case 'moodle':
      case 'moodle-ordering':
        return (await import('./moodle')).writeMoodle(
          editions(),
          titles,
          language,
          changes,
          format === 'moodle-ordering',
        );
      case 'gift':
        return (await import('./gift-write')).writeGift(editions(), titles, language, changes);
      case 'qti':
        return (await import('./qti')).writeQti(editions(), language, changes, now);
      case 'anki':
        return (await import('./anki')).writeAnki(await sqlite(), questions, titles, language, now);
      case 'csv':
        return (await import('./csv-write')).writeCsv(questions, language);
      case 'yaml':
        return (await import('./yaml-write')).writeYaml(questions, language, changes);
    }
  };
  const content = await make();
  const [ending, type] = ENDINGS[format];
  const day = new Date(now).toISOString().slice(0, 10);
  return {
    name: `ringside-questions-${day}.${ending}`,
    type,
    bytes: typeof content === 'string' ? encode(content) : content,
  };
}
