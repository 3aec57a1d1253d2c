/** Why: Anki takes in a zipped SQLite collection; here one is made, with a deck for each lesson and no media. */
import { strToU8, zipSync } from 'fflate';
import type { Database, SqlJsStatic } from 'sql.js';
import { FIELDS, SEPARATOR, checksumOf, fieldsOf, guidOf, idOf, templatesOf } from './anki-note';
import { DECK_OPTIONS, SCHEMA, VERSION, confOf, deckOf } from './anki-schema';
import type { ExchangeQuestion, FileLanguage } from './edition';

const CSS = `.card { font-family: system-ui, sans-serif; font-size: 18px; line-height: 1.5; text-align: left; max-width: 44em; margin: 0 auto; }
.stem { font-weight: 650; }
li { margin: 0.3em 0; }
.lesson, small { opacity: 0.7; font-size: 0.8em; }
`;

/** The note type. One for each language shown, so that two exports do not change each other's cards. */
function modelOf(id: number, wanted: FileLanguage, mod: number) {
  const { front, back } = templatesOf(wanted);
  const stems = FIELDS.flatMap((name, ord) => (name.startsWith('Stem') ? [ord] : []));
  return {
    id,
    name: `Ringside (${{ en: 'English', 'zh-cn': '中文', both: 'English + 中文' }[wanted]})`,
    type: 0,
    mod,
    usn: -1,
    sortf: 0,
    did: 1,
    tmpls: [{ name: 'Card 1', ord: 0, qfmt: front, afmt: back, did: null, bqfmt: '', bafmt: '' }],
    flds: FIELDS.map((name, ord) => ({
      name,
      ord,
      sticky: false,
      rtl: false,
      font: 'Arial',
      size: 20,
      media: [],
    })),
    css: CSS,
    latexPre: '\\documentclass[12pt]{article}\n\\begin{document}\n',
    latexPost: '\\end{document}',
    latexsvg: false,
    tags: [],
    vers: [],
    req: [[0, 'any', stems]],
  };
}

function fillIn(
  db: Database,
  questions: readonly ExchangeQuestion[],
  titles: Readonly<Record<string, string>>,
  wanted: FileLanguage,
  now: number,
): void {
  const mod = Math.floor(now / 1000);
  const model = idOf(`model ${wanted}`);
  const lessons = [...new Set(questions.map(({ lesson }) => lesson))];
  const deck = (lesson: string) => idOf(`deck ${lesson}`);
  const decks = [
    deckOf(1, 'Default', mod),
    // Two colons would open a deck below.
    ...lessons.map((lesson) =>
      deckOf(deck(lesson), `Ringside::${(titles[lesson] ?? lesson).replaceAll('::', ': ')}`, mod),
    ),
  ];
  db.run('INSERT INTO col VALUES (1, ?, ?, ?, ?, 0, 0, 0, ?, ?, ?, ?, ?)', [
    mod,
    now,
    now,
    VERSION,
    JSON.stringify(confOf(model, questions.length + 1)),
    JSON.stringify({ [model]: modelOf(model, wanted, mod) }),
    JSON.stringify(Object.fromEntries(decks.map((entry) => [entry.id, entry]))),
    JSON.stringify(DECK_OPTIONS),
    '{}',
  ]);
  const note = db.prepare("INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')");
  const card = db.prepare(
    "INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')",
  );
  questions.forEach((question, i) => {
    const fields = fieldsOf(question, titles[question.lesson] ?? question.lesson);
    const tags = ` ringside topic::${question.topic} kind::${question.kind} difficulty::${question.difficulty} `;
    const first = fields[0]!;
    note.run([now + i, guidOf(question), model, mod, tags, fields.join(SEPARATOR), first, checksumOf(first)]);
    card.run([now + i, now + i, deck(question.lesson), mod, i + 1]);
  });
  note.free();
  card.free();
}

/**
 * An `.apkg` file.
 * @param SQL SQLite, as sql.js gives it
 * @param titles of the lessons, by id
 * @param now ms since 1970
 */
export function writeAnki(
  SQL: SqlJsStatic,
  questions: readonly ExchangeQuestion[],
  titles: Readonly<Record<string, string>>,
  wanted: FileLanguage,
  now: number,
): Uint8Array {
  const db = new SQL.Database();
  try {
    db.run(SCHEMA);
    db.run('BEGIN');
    fillIn(db, questions, titles, wanted, now);
    db.run('COMMIT');
    return zipSync({ 'collection.anki2': db.export(), media: strToU8('{}') }, { mtime: now });
  } finally {
    db.close();
  }
}
