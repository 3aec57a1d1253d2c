/** Why: whoever imports sees what a file holds, and what it would replace, before a thing is changed. */
import { useEffect, useRef } from 'react';
import { languagesFor } from '../../exchange/edition';
import type { Imported } from '../../exchange/imported';
import { HTML_LANG } from '../../i18n/href';
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import { RichText } from '../../marks/RichText';
import type { OwnQuestion } from '../../schemas/own-question';
import { quizText } from '../quiz/messages';
import { exchangeText, noteText } from './messages';

const SHOWN = 8;

interface ImportPreviewProps {
  readonly file: string;
  readonly ready: Extract<Imported, { kind: 'ok' }>;
  /** What is here already. */
  readonly known: readonly OwnQuestion[];
  readonly lang: Lang;
  readonly onAdd: () => void;
  readonly onLeave: () => void;
}

export function ImportPreview({ file, ready, known, lang, onAdd, onLeave }: ImportPreviewProps) {
  const text = exchangeText(lang);
  const { questions, notes } = ready;
  const ids = new Set(known.map(({ id }) => id));
  const replaced = questions.filter(({ id }) => ids.has(id)).length;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const parts = [
    ...(questions.length > replaced ? [fill(text.previewNew, { n: questions.length - replaced })] : []),
    ...(replaced > 0 ? [fill(text.previewReplace, { n: replaced })] : []),
  ];
  return (
    <div className="progress-confirm exchange-preview">
      <h3 ref={heading} tabIndex={-1}>
        {fill(text.preview, { file, n: questions.length })}
      </h3>
      <p>{parts.join(lang === 'en' ? ' · ' : '，')}</p>
      {notes.length > 0 && (
        <ul>
          {notes.map((note) => (
            <li key={note}>{noteText(note, lang)}</li>
          ))}
        </ul>
      )}
      <ol>
        {questions.slice(0, SHOWN).map((question) => {
          const [language = lang] = languagesFor(question, lang);
          return (
            <li key={question.id} lang={HTML_LANG[language]}>
              <RichText text={question.stem[language] ?? ''} />{' '}
              <small lang={HTML_LANG[lang]}>{quizText(lang)[question.kind]}</small>
            </li>
          );
        })}
      </ol>
      {questions.length > SHOWN && <p>{fill(text.more, { n: questions.length - SHOWN })}</p>}
      <div className="progress-actions">
        <button type="button" className="is-primary" onClick={onAdd}>
          {text.add}
        </button>
        <button type="button" onClick={onLeave}>
          {text.cancel}
        </button>
      </div>
    </div>
  );
}
