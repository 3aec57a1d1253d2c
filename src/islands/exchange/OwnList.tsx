/** Why: what was imported is listed, can be practised, and goes when its owner says so. */
import { useRef, useState } from 'react';
import { languagesFor } from '../../exchange/edition';
import { HTML_LANG } from '../../i18n/href';
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import { RichText } from '../../marks/RichText';
import { quizText } from '../quiz/messages';
import { exchangeText } from './messages';
import { OwnPractice } from './OwnPractice';
import type { Own } from './use-own';

export function OwnList({ own, lang }: { readonly own: Own; readonly lang: Lang }) {
  const text = exchangeText(lang);
  const { store, questions } = own;
  const [practising, setPractising] = useState(false);
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  /** The question whose button was pressed once. */
  const [sure, setSure] = useState('');
  const root = useRef<HTMLDivElement>(null);
  /** After React has drawn what the pressed button leaves behind. */
  const focusOn = (selector: string) =>
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>(selector)?.focus());

  const remove = async (ids: readonly string[]) => {
    await store.remove(ids);
    setAsking(false);
    setSaid(fill(text.deleted, { n: ids.length }));
    const [one, ...others] = ids;
    const at = questions.findIndex(({ id }) => id === one);
    const near = others.length === 0 ? (questions[at + 1] ?? questions[at - 1]) : undefined;
    focusOn(near ? `[data-own="${near.id}"] button` : '[role=status]');
  };
  const ended = (done: { readonly n: number; readonly right: number }) => {
    setPractising(false);
    setSaid(fill(text.ended, done));
    focusOn('[role=status]');
  };

  return (
    <div ref={root}>
      {store.trouble && <p className="exchange-note">{text.ownMemory}</p>}
      <div className="progress-result" role="status" tabIndex={-1}>
        {said && <p>{said}</p>}
      </div>
      {questions.length === 0 && <p>{text.ownNone}</p>}
      {practising && questions.length > 0 ? (
        <OwnPractice questions={questions} lang={lang} onEnd={ended} />
      ) : (
        questions.length > 0 && (
          <>
            <div className="progress-actions">
              <button
                type="button"
                className="is-primary"
                onClick={() => {
                  setSaid('');
                  setPractising(true);
                }}
              >
                {text.practise}
              </button>
              <button type="button" aria-expanded={asking} onClick={() => setAsking(!asking)}>
                {text.deleteAll}
              </button>
            </div>
            {asking && (
              <div className="progress-confirm" role="group" aria-label={text.deleteAll}>
                <p>{fill(text.deleteAsk, { n: questions.length })}</p>
                <div className="progress-actions">
                  <button
                    type="button"
                    onClick={() => {
                      setAsking(false);
                      focusOn('[aria-expanded]');
                    }}
                  >
                    {text.cancel}
                  </button>
                  <button type="button" onClick={() => void remove(questions.map(({ id }) => id))}>
                    {text.deleteYes}
                  </button>
                </div>
              </div>
            )}
            <ul className="exchange-own">
              {questions.map((question) => {
                const [language = lang] = languagesFor(question, lang);
                return (
                  <li key={question.id} data-own={question.id}>
                    <span lang={HTML_LANG[language]}>
                      <RichText text={question.stem[language] ?? ''} />
                    </span>
                    <small>
                      <code>{question.id}</code> · {quizText(lang)[question.kind]}
                    </small>
                    <button
                      type="button"
                      aria-label={`${fill(text.deleteOne, { id: question.id })}${sure === question.id ? ` · ${text.deleteSure}` : ''}`}
                      onBlur={() => setSure('')}
                      onClick={() =>
                        sure === question.id ? void remove([question.id]) : setSure(question.id)
                      }
                    >
                      {sure === question.id ? text.deleteSure : text.deleteShort}
                    </button>
                  </li>
                );
              })}
            </ul>
          </>
        )
      )}
    </div>
  );
}
