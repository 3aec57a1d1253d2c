/** Why: the bank leaves as a file of the format that the other side reads, and what that format cannot hold is said before. */
import { useMemo, useRef, useState } from 'react';
import { changesOf, FORMATS, type Format } from '../../exchange/changes';
import type { FileLanguage } from '../../exchange/edition';
import { EVERYTHING, selected, type Listed } from '../../exchange/select';
import { LANG_NAME } from '../../i18n/href';
import { fill } from '../../lib/fill';
import { LANGUAGES, type Lang } from '../../lib/message';
import type { OwnQuestion } from '../../schemas/own-question';
import { exportFile } from './export-file';
import { Facets } from './Facets';
import { changeText, exchangeText, formatText } from './messages';
import { OWN_LESSON } from './own-quiz';

interface ExportPanelProps {
  readonly bank: readonly Listed[];
  readonly own: readonly OwnQuestion[];
  /** Titles of the lessons, by id. */
  readonly titles: Readonly<Record<string, string>>;
  readonly lang: Lang;
}

const BOTH = { en: '', 'zh-cn': '' };

export function ExportPanel({ bank, own, titles, lang }: ExportPanelProps) {
  const text = exchangeText(lang);
  const [selection, setSelection] = useState(EVERYTHING);
  const [format, setFormat] = useState<Format>('moodle');
  const [language, setLanguage] = useState<FileLanguage>(lang);
  const count = useRef<HTMLOutputElement>(null);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ readonly refused: boolean; readonly words: string } | null>(null);

  const mine = useMemo(() => own.map((question) => ({ ...question, lesson: OWN_LESSON })), [own]);
  // The bank comes in the order of the course, the own questions after it; unasked, the bank alone goes out.
  const offered = useMemo(() => [...bank, ...mine], [bank, mine]);
  const chosen = useMemo(() => {
    const found = selected<Listed>(offered, selection);
    return selection.lesson.includes(OWN_LESSON)
      ? found
      : found.filter(({ lesson }) => lesson !== OWN_LESSON);
  }, [offered, selection]);
  const changes = useMemo(() => {
    const stems = new Map(mine.map(({ id, stem }) => [id, stem]));
    return changesOf(
      chosen.map(({ id, lesson, kind }) => ({
        kind: kind as OwnQuestion['kind'],
        stem: (lesson === OWN_LESSON ? stems.get(id) : undefined) ?? BOTH,
      })),
      format,
      language,
    );
  }, [chosen, mine, format, language]);

  const make = async () => {
    setBusy(true);
    setSaid({ refused: false, words: text.making });
    try {
      const names = { ...titles, [OWN_LESSON]: text.own };
      const done = await exportFile({ chosen, own: mine, format, language, titles: names });
      setSaid({ refused: false, words: fill(text.made, done) });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      setSaid({ refused: true, words: fill(text.makeFailed, { message }) });
    }
    setBusy(false);
  };

  const number = chosen.length;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void make();
      }}
    >
      <h3>{text.select}</h3>
      <p className="exchange-note">{text.selectLead}</p>
      <Facets questions={offered} {...{ selection, titles, lang }} onChange={setSelection} />
      <p className="exchange-count">
        <output data-chosen={number} ref={count} tabIndex={-1}>
          {number === 0 ? text.chosenNone : number === 1 ? text.chosenOne : fill(text.chosen, { n: number })}
        </output>
        {Object.values(selection).flat().length > 0 && (
          <button
            type="button"
            onClick={() => {
              setSelection(EVERYTHING);
              count.current?.focus();
            }}
          >
            {text.clear}
          </button>
        )}
      </p>
      <fieldset className="exchange-box exchange-formats">
        <legend>{text.format}</legend>
        {FORMATS.map((one) => {
          const [name, about] = formatText(one, lang);
          return (
            <label key={one}>
              <input
                type="radio"
                name="exchange-format"
                value={one}
                checked={format === one}
                onChange={() => setFormat(one)}
              />
              <span>
                {name} <small>{about}</small>
              </span>
            </label>
          );
        })}
      </fieldset>
      <fieldset className="exchange-box exchange-languages">
        <legend>{text.language}</legend>
        {([...LANGUAGES, 'both'] as const).map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="exchange-language"
              value={one}
              checked={language === one}
              onChange={() => setLanguage(one)}
            />
            <span>{one === 'both' ? text.both : LANG_NAME[one]}</span>
          </label>
        ))}
      </fieldset>
      {changes.length > 0 && number > 0 && (
        <div className="exchange-changes">
          <h3>{text.willChange}</h3>
          <ul>
            {changes.map((change) => (
              <li key={change}>{changeText(change, lang)}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="progress-actions">
        <button type="submit" className="is-primary" disabled={number === 0} aria-disabled={busy}>
          {text.make}
        </button>
      </div>
      <div className="progress-result" role="status">
        {said && <p className={said.refused ? 'is-refused' : undefined}>{said.words}</p>}
      </div>
    </form>
  );
}
