import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { readCsv } from './csv-read';
import { readTable, writeTable } from './csv-table';
import { writeCsv } from './csv-write';
import type { Imported } from './imported';
import { anyQuestions, bankQuestions, hostile, withoutLesson } from './sample.fixture';

const cells = fc.array(
  fc.array(fc.string({ unit: fc.constantFrom(...Array.from('ab,;"\'=+-@ \t\r\n汉')) }), {
    minLength: 3,
    maxLength: 3,
  }),
  { minLength: 1, maxLength: 6 },
);
const rowsOf = (source: string) => {
  const table = readTable(source);
  return 'rows' in table ? table.rows.map((row) => row.cells) : table;
};
const codes = (read: Imported) =>
  read.kind === 'refused' ? read.problems.map(({ line, code }) => `${line} ${code}`) : [];

describe('a table', () => {
  const filled = (rows: readonly (readonly string[])[]) =>
    [['h', 'i', 'j'], ...rows].filter((row) => row.some((cell) => cell !== ''));

  test('comes back as it was', () => {
    fc.assert(
      fc.property(
        cells,
        (rows) => void expect(rowsOf(writeTable([['h', 'i', 'j'], ...rows]))).toEqual(filled(rows)),
      ),
      { numRuns: 1000 },
    );
  });

  test('is the same to Papa Parse, written by us or by it', () => {
    const unguard = (cell: string) => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);
    fc.assert(
      fc.property(cells, fc.constantFrom(',', ';', '\t'), (rows, delimiter) => {
        const all = [['h', 'i', 'j'], ...rows];
        const theirs = Papa.parse<string[]>(writeTable(all).slice(1), { delimiter: ',', newline: '\r\n' });
        expect(theirs.errors).toEqual([]);
        expect(theirs.data.slice(0, -1).map((row) => row.map(unguard))).toEqual(all);
        expect(rowsOf(Papa.unparse(all, { delimiter, quotes: true }))).toEqual(
          filled(rows).map((row) => row.map(unguard)),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('no cell begins as a formula', () => {
    const source = writeTable([['=HYPERLINK("x")', '+1', '-1', '@a', "'=1"]]);
    expect(Papa.parse<string[]>(source.slice(1)).data[0]).toEqual([
      '\'=HYPERLINK("x")',
      "'+1",
      "'-1",
      "'@a",
      "''=1",
    ]);
  });

  test('a broken one names its line', () => {
    expect(readTable('a,b\n1,"2\n3')).toEqual({ unclosed: 2 });
    expect(readTable('a,b\n"1\n2"x,3')).toEqual({ after: 3, found: 'x,3' });
    const table = readTable('a,b\r\n"1\r\n2",3\r\n\r\n4,5');
    expect('rows' in table && table.rows.map(({ line }) => line)).toEqual([1, 2, 5]);
  });
});

describe('questions as a table', () => {
  test('come back whole, the course’s and any others', () => {
    expect(readCsv(writeCsv(bankQuestions, 'both'))).toMatchObject({
      kind: 'ok',
      questions: bankQuestions.map((question) => ({
        ...withoutLesson(question),
        ...(question.kind === 'point' && { kind: 'single' }),
      })),
    });
    fc.assert(
      fc.property(anyQuestions, (questions) => {
        expect(readCsv(writeCsv(questions, 'both'))).toEqual({
          kind: 'ok',
          notes: [],
          questions: questions.map(withoutLesson),
        });
      }),
    );
  });

  test('begin with the mark that Excel needs, end their rows with CR LF, and hold one language when one is wanted', () => {
    const source = writeCsv(hostile, 'en');
    expect(source.startsWith('\ufeffid,lesson,topic,')).toBe(true);
    expect(source.endsWith('\r\n')).toBe(true);
    expect(source).not.toMatch(/_zh|中文/);
  });

  test('what Excel makes of true and false is read', () => {
    const source =
      'id;kind;answer;stem_en;option1;option1_en;option2;option2_en\nq1;true-false;TRUE;Is it?;TRUE;Yes;FALSE;No\n';
    expect(readCsv(source)).toMatchObject({ kind: 'ok', questions: [{ answer: ['true'] }] });
  });

  const head = 'id,kind,answer,stem_en,option1,option1_en,option2,option2_en';
  test.each([
    ['', ['1 no-questions']],
    [head, ['1 no-questions']],
    ['name,age\nx,3', ['1 csv-header']],
    [`${head},optoin3\nq,single,a,S,a,A,b,B,c`, ['1 csv-column']],
    [`${head}\nq,single,a,S,a,A,b,B,more`, ['2 csv-cells']],
    [
      `${head}\nq,single,z,S,a,A,b,B\nq2,single,a,"S\nS",a,A,b,B\nq2,single,a,S,a,A,b,B`,
      ['2 answer-unknown', '5 same-id'],
    ],
    [`${head}\nq,single,a,S,a,A,b,"B`, ['2 csv-unclosed']],
    [`${head}\n__proto__,single,a,S,constructor,A,b,B`, ['2 bad-id', '2 reserved-id']],
  ])('%j is refused', (source, wanted) => {
    expect(codes(readCsv(source))).toEqual(expect.arrayContaining(wanted));
  });
});
