import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { unzipSync, strFromU8 } from 'fflate';
import initSqlJs, { type Database } from 'sql.js';
import { describe, expect, test } from 'vitest';
import { writeAnki } from './anki';
import { FIELDS, SEPARATOR } from './anki-note';
import type { ExchangeQuestion, FileLanguage } from './edition';
import { anyQuestions, bankQuestions, hostile } from './sample.fixture';

const SQL = await initSqlJs();
const NOW = Date.UTC(2026, 0, 31, 12);
const TITLES = { kvm: 'KVM', own: '自己的::题目' };

const zipped = (questions: readonly ExchangeQuestion[], wanted: FileLanguage) =>
  unzipSync(writeAnki(SQL, questions, TITLES, wanted, NOW));
function open(questions: readonly ExchangeQuestion[], wanted: FileLanguage = 'both'): Database {
  return new SQL.Database(zipped(questions, wanted)['collection.anki2']);
}
type Row = Record<string, string | number>;
function rows(db: Database, sql: string): Row[] {
  const [result] = db.exec(sql);
  return (result?.values ?? []).map((values) =>
    Object.fromEntries(result!.columns.map((name, i) => [name, values[i] as string | number])),
  );
}
const json = (text: string | number | undefined): unknown => JSON.parse(String(text));

/** As Anki makes them, rslib/src/storage/schema11.sql. */
const COLUMNS = {
  col: 'id crt mod scm ver dty usn ls conf models decks dconf tags',
  notes: 'id guid mid mod usn tags flds sfld csum flags data',
  cards: 'id nid did ord mod usn type queue due ivl factor reps lapses left odue odid flags data',
  revlog: 'id cid usn ease ivl lastIvl factor time type',
  graves: 'usn oid type',
};

describe('the collection', () => {
  test('is the SQLite file of an .apkg without media, with the tables of schema 11', () => {
    const files = zipped(hostile, 'both');
    expect(Object.keys(files).sort()).toEqual(['collection.anki2', 'media']);
    expect(strFromU8(files['media']!)).toBe('{}');
    expect(strFromU8(files['collection.anki2']!.subarray(0, 15))).toBe('SQLite format 3');
    const db = open(hostile);
    for (const [table, columns] of Object.entries(COLUMNS))
      expect(
        rows(db, `PRAGMA table_info(${table})`)
          .map(({ name }) => name)
          .join(' '),
      ).toBe(columns);
    expect(rows(db, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(rows(db, 'SELECT ver, crt FROM col')).toEqual([{ ver: 11, crt: NOW / 1000 }]);
    expect(
      rows(db, "SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name").map(({ name }) => name),
    ).toEqual([
      'ix_cards_nid',
      'ix_cards_sched',
      'ix_cards_usn',
      'ix_notes_csum',
      'ix_notes_usn',
      'ix_revlog_cid',
      'ix_revlog_usn',
    ]);
  });

  test.each(['en', 'zh-cn', 'both'] as const)(
    'holds notes, cards, note type and decks that name each other, in %s',
    (wanted) => {
      for (const questions of [bankQuestions, hostile]) {
        const db = open(questions, wanted);
        const [col] = rows(db, 'SELECT * FROM col');
        const models = json(col!['models']) as Record<
          string,
          { id: number; flds: { name: string; ord: number }[]; tmpls: { qfmt: string; afmt: string }[] }
        >;
        const decks = json(col!['decks']) as Record<string, { id: number; name: string; conf: number }>;
        const options = json(col!['dconf']) as Record<string, unknown>;
        for (const [id, entry] of [...Object.entries(models), ...Object.entries(decks)])
          expect(String(entry.id)).toBe(id);
        for (const deck of Object.values(decks)) expect(Object.keys(options)).toContain(String(deck.conf));
        expect(decks['1']).toBeDefined();
        expect((json(col!['conf']) as { curModel: string }).curModel).toBe(Object.keys(models)[0]);

        const notes = rows(db, 'SELECT *, CAST(sfld AS TEXT) AS sorted FROM notes ORDER BY id');
        expect(notes).toHaveLength(questions.length);
        expect(new Set(notes.map(({ guid }) => guid)).size).toBe(notes.length);
        notes.forEach((note, i) => {
          const fields = String(note['flds']).split(SEPARATOR);
          expect(fields).toHaveLength(FIELDS.length);
          expect(models[String(note['mid'])]?.flds.map(({ name }) => name)).toEqual(FIELDS);
          expect(fields[0]).toBe(questions[i]!.id);
          expect(note['sorted']).toBe(fields[0]);
          expect(note['csum']).toBe(
            parseInt(createHash('sha1').update(fields[0]!).digest('hex').slice(0, 8), 16),
          );
          expect(note['tags']).toMatch(/^ \S.* $/);
        });
        const cards = rows(
          db,
          'SELECT cards.did, cards.due, notes.id AS note FROM cards LEFT JOIN notes ON notes.id = cards.nid ORDER BY cards.id',
        );
        expect(cards).toHaveLength(notes.length);
        expect(cards.map(({ note }) => note)).toEqual(notes.map(({ id }) => id));
        for (const { did } of cards) expect(Object.keys(decks)).toContain(String(did));
        expect(cards.map(({ due }) => due)).toEqual(cards.map((_, i) => i + 1));

        const [template] = Object.values(models)[0]!.tmpls;
        for (const side of [template!.qfmt, template!.afmt])
          for (const [, name] of side.matchAll(/\{\{[#^/]?(\w+)\}\}/g))
            expect([...FIELDS, 'FrontSide']).toContain(name);
      }
    },
  );

  test('holds both languages, the answer and every reason, and no tag of a question', () => {
    const db = open(hostile, 'en');
    for (const { flds } of rows(db, 'SELECT flds FROM notes')) {
      const [, , stemEn, , , whyEn, stemZh, , , whyZh] = String(flds).split(SEPARATOR);
      expect(stemEn).not.toMatch(/中文/);
      expect(stemZh).toMatch(/中文/);
      for (const why of [whyEn, whyZh]) expect(why?.match(/why /g)?.length).toBeGreaterThanOrEqual(2);
      expect(flds).not.toMatch(/<script|<img|\[html\]|\[sound/);
    }
    const decks = json(rows(db, 'SELECT decks FROM col')[0]!['decks']) as Record<string, { name: string }>;
    expect(Object.values(decks).map(({ name }) => name)).toEqual(['Default', 'Ringside::自己的: 题目']);
  });
});

test('any questions make a sound collection; the same question always has the same name', () => {
  fc.assert(
    fc.property(anyQuestions, (questions) => {
      const [one, other] = [open(questions, 'en'), open([...questions].reverse(), 'both')];
      const guids = (db: Database) =>
        rows(db, 'SELECT guid FROM notes')
          .map(({ guid }) => guid)
          .sort();
      expect(guids(one)).toEqual(guids(other));
      for (const { flds } of rows(one, 'SELECT flds FROM notes'))
        expect(String(flds).split(SEPARATOR)).toHaveLength(FIELDS.length);
      one.close();
      other.close();
    }),
    { numRuns: 30 },
  );
});
