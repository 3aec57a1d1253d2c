/** Why: 错题本: what was missed and how often it must still be right, with the way to practise exactly that. */
import { useMemo, useState } from 'react';
import { isFamily, readDrillId } from '../drills/numbered';
import { href } from '../i18n/href';
import { DEFAULT_SPEC, writeSpec } from '../learning/practice/spec';
import { ROW_SETTING, ROWS, shelfOf, wrongBook, type WrongQuestion } from '../learning/wrong-book';
import { fill } from '../lib/fill';
import type { Lang } from '../lib/message';
import { searchOf } from './drill/address';
import { drillText, familyName } from './drill/messages';
import { useLog } from './log/use-summary';
import type { Catalogue } from './practice/catalogue';
import { newSeed } from './practice/seed';
import { useBank } from './practice/use-bank';
import { WrongIds } from './practice/WrongIds';
import { WrongLesson } from './practice/WrongLesson';
import { wrongText } from './practice/wrong-messages';
import { WrongPredictions } from './practice/WrongPredictions';
import { StoreNotice } from './progress/StoreNotice';

export interface WrongBookIslandProps {
  readonly lang: Lang;
  readonly catalogue: Catalogue;
  /** Titles of figures by id. */
  readonly figures: Readonly<Record<string, string>>;
}

export function WrongBookIsland({ lang, catalogue, figures }: WrongBookIslandProps) {
  const text = wrongText(lang);
  const [bank, retry] = useBank();
  const log = useLog();
  const book = useMemo(() => log && wrongBook(log.summary), [log]);
  const ids = useMemo(() => new Set(bank && bank !== 'failed' ? bank.map(({ id }) => id) : []), [bank]);
  if (!log || !book || !bank || bank === 'failed')
    return (
      <div className="practice-live quiz-live" role="status">
        <p>{bank === 'failed' ? text.loadFailed : text.loading}</p>
        {bank === 'failed' && (
          <button type="button" onClick={retry}>
            {text.retry}
          </button>
        )}
      </div>
    );

  const { row, questions, predictions } = book;
  const on = (wanted: (shelf: ReturnType<typeof shelfOf>) => boolean) =>
    questions.filter((entry) => wanted(shelfOf(entry, ids.has(entry.id))));
  const inBank = on(({ kind }) => kind === 'lesson');
  const session = (lessons: readonly string[]) =>
    href(
      `practice/session/${writeSpec({ ...DEFAULT_SPEC, lessons, only: 'wrong', count: 'all', seed: newSeed() })}`,
      lang,
    );
  const sum = [
    questions.length > 0 ? fill(text.sum, { n: questions.length }) : '',
    predictions.length > 0 ? fill(text.sumPredictions, { n: predictions.length }) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
  return (
    <div className="practice-live quiz-live" data-wrong-book={questions.length + predictions.length}>
      <StoreNotice store={log.store} lang={lang} />
      <div className="wrong-head">
        <p role="status" className="wrong-sum">
          {sum}
        </p>
        {inBank.length > 0 && (
          <a className="button button-primary" href={session([])}>
            {fill(text.all, { n: inBank.length })}
          </a>
        )}
      </div>
      <RowSetting
        row={row}
        text={text}
        onChange={(value) => log.store.append({ kind: 'setting', name: ROW_SETTING, value })}
      />
      {questions.length + predictions.length === 0 && (
        <section className="quiz-card quiz-empty">
          <h2>{text.emptyTitle}</h2>
          <p>{fill(text.empty, { n: row })}</p>
          <a className="button button-primary" href={href('practice/', lang)}>
            {text.emptyGo}
          </a>
        </section>
      )}
      {catalogue.lessons.map((lesson) => {
        const entries = inBank.filter((entry) => entry.lesson === lesson.id);
        return (
          entries.length > 0 && (
            <WrongLesson
              key={lesson.id}
              {...{ lang, text, lesson, entries }}
              practise={session([lesson.id])}
              first={entries[0]?.id === firstOf(catalogue, inBank)?.id}
            />
          )
        );
      })}
      {predictions.length > 0 && <WrongPredictions {...{ lang, text, predictions, figures }} />}
      <WrongIds
        title={text.generated}
        note={text.generatedNote}
        text={text}
        entries={on(({ kind }) => kind === 'generated')}
        nameOf={({ id }) => {
          const family = id.split('/')[1] ?? '';
          return isFamily(family) ? familyName(drillText(lang), family) : family;
        }}
        hrefOf={({ id }) => {
          const numbered = readDrillId(id);
          return numbered && href(`practice/generated/${searchOf(numbered)}`, lang);
        }}
      />
      <WrongIds
        title={text.own}
        text={text}
        entries={on(({ kind }) => kind === 'own')}
        nameOf={({ id }) => id}
        hrefOf={() => href('practice/exchange/#exchange-own', lang)}
      />
      <WrongIds
        title={text.gone}
        note={text.goneNote}
        text={text}
        entries={on(({ kind }) => kind === 'gone')}
        nameOf={({ id }) => id}
      />
    </div>
  );
}

/** The entry at the top of the page, whose lesson stands open. */
const firstOf = ({ lessons }: Catalogue, entries: readonly WrongQuestion[]) =>
  lessons.flatMap(({ id }) => entries.filter(({ lesson }) => lesson === id))[0];

interface RowSettingProps {
  readonly row: number;
  readonly text: ReturnType<typeof wrongText>;
  /** Resolves when the log has it. */
  readonly onChange: (row: number) => Promise<unknown>;
}

function RowSetting({ row, text, onChange }: RowSettingProps) {
  // Shown at once; the log follows.
  const [said, setSaid] = useState<number | null>(null);
  const say = (value: number) => {
    setSaid(value);
    void onChange(value).then(() => setSaid(null));
  };
  return (
    <fieldset className="chips wrong-row" aria-describedby="wrong-row-note">
      <legend>{text.row}</legend>
      {ROWS.map((value) => (
        <label key={value}>
          <input
            type="radio"
            name="wrong-row"
            value={value}
            checked={(said ?? row) === value}
            onChange={() => say(value)}
          />
          <span>{value}</span>
        </label>
      ))}
      <span className="wrong-row-more">{text.rowMore}</span>
      <small id="wrong-row-note">{text.rowNote}</small>
    </fieldset>
  );
}
