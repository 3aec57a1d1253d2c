/** Why: the table comes back from Excel; columns are found by name, so that their order may change. */
import { LANGUAGES, type Lang } from '../lib/message';
import { nearest } from '../lib/nearest';
import { readTable, type Row } from './csv-table';
import { COLUMN_LANG } from './csv-write';
import { checkAll, problemAt, refused, type Imported, type Raw } from './imported';

const NEEDED = ['id', 'kind', 'answer', 'option1', 'option2'];
const KNOWN =
  /^(?:id|lesson|topic|kind|difficulty|answer|stem_(?:en|zh)|(?:option[1-8](?:_why)?|choice[1-8])_(?:en|zh)|option[1-8]|choice[1-8])$/;
const NAMES = [
  'id',
  'lesson',
  'topic',
  'kind',
  'difficulty',
  'answer',
  'stem_en',
  'stem_zh',
  'option1',
  'option1_en',
  'option1_zh',
  'option1_why_en',
  'option1_why_zh',
  'choice1',
  'choice1_en',
  'choice1_zh',
];

/** Reads a CSV file in the shape that `writeCsv` gives it. Never throws. */
export function readCsv(source: string): Imported {
  const table = readTable(source);
  if ('unclosed' in table) return refused([problemAt(table.unclosed, 'csv-unclosed', '"', '"…"')]);
  if ('after' in table) return refused([problemAt(table.after, 'csv-after', table.found, '""')]);
  const [head, ...rows] = table.rows;
  if (!head) return refused([problemAt(1, 'no-questions', 0, 1)]);
  const names = head.cells.map((name) => name.trim().toLowerCase());
  const absent = NEEDED.filter((name) => !names.includes(name));
  if (!names.some((name) => /^stem_(en|zh)$/.test(name))) absent.push('stem_en | stem_zh');
  if (absent.length > 0)
    return refused([problemAt(head.line, 'csv-header', names.slice(0, 8).join(', '), absent.join(', '))]);
  const strange = names.filter(
    (name) => name !== '' && (!KNOWN.test(name) || names.indexOf(name) !== names.lastIndexOf(name)),
  );
  if (strange.length > 0)
    return refused(
      [...new Set(strange)].map((name) =>
        problemAt(
          head.line,
          'csv-column',
          name,
          (nearest(name, NAMES)[0] ? nearest(name, NAMES) : NAMES).join(', '),
        ),
      ),
    );
  const long = rows.filter(({ cells }) => cells.length > names.length);
  if (long.length > 0)
    return refused(long.map(({ line, cells }) => problemAt(line, 'csv-cells', cells.length, names.length)));
  return checkAll(rows.map((row) => rawOf(row, names)));
}

function rawOf({ line, cells }: Row, names: readonly string[]): Raw {
  const cell = (name: string) => cells[names.indexOf(name)]?.trim() ?? '';
  const words = (name: string) =>
    Object.fromEntries(
      LANGUAGES.flatMap((lang: Lang) => {
        const text = cell(`${name}_${COLUMN_LANG[lang]}`);
        return text === '' ? [] : [[lang, text]];
      }),
    );
  /** Those with an id; ids that a spreadsheet wrote its own way (`TRUE`) are small again. */
  const list = (name: string) =>
    Array.from({ length: 8 }, (_, i) => `${name}${i + 1}`).flatMap((column) => {
      const id = cell(column).toLowerCase();
      const text = words(column);
      return id === '' && Object.keys(text).length === 0 ? [] : [{ column, id, text }];
    });
  const options = list('option').map(({ column, id, text }) => ({ id, text, why: words(`${column}_why`) }));
  const choices = list('choice').map(({ id, text }) => ({ id, text }));
  const difficulty = cell('difficulty');
  const topic = cell('topic');
  return {
    lineOf: () => line,
    value: {
      id: cell('id'),
      kind: cell('kind').toLowerCase(),
      ...(topic !== '' && { topic }),
      ...(difficulty !== '' && { difficulty: /^[123]$/.test(difficulty) ? Number(difficulty) : difficulty }),
      stem: words('stem'),
      options,
      ...(choices.length > 0 && { choices }),
      answer: cell('answer')
        .toLowerCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    },
  };
}
