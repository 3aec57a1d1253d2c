/** Why: a file is looked at before it joins, joins whole or not at all, and a wrong one is answered line by line. */
import { useRef, useState } from 'react';
import { FILE_LIMIT, QUESTION_LIMIT, type Imported } from '../../exchange/imported';
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import { ImportPreview } from './ImportPreview';
import { ACCEPT, exchangeText, problemText, wrongText } from './messages';
import { openFile, type Opened } from './open-file';
import type { Own } from './use-own';

type Ready = Extract<Imported, { kind: 'ok' }>;
type Shown =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'said'; readonly words: string }
  | { readonly kind: 'preview'; readonly file: string; readonly ready: Ready }
  | { readonly kind: 'refused'; readonly file: string; readonly opened: Opened };

const MEGABYTE = 1024 * 1024;

export function ImportPanel({ own, lang }: { readonly own: Own; readonly lang: Lang }) {
  const text = exchangeText(lang);
  const [shown, setShown] = useState<Shown>({ kind: 'nothing' });
  const asked = useRef(0);
  const result = useRef<HTMLDivElement>(null);
  /** The button goes with the preview; what it did stands here, once React has drawn it. */
  const focusResult = () => requestAnimationFrame(() => result.current?.focus());

  const choose = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    const turn = ++asked.current;
    setShown({ kind: 'said', words: fill(text.reading, { file: file.name }) });
    const opened = await openFile(file);
    // The same file may be chosen again.
    input.value = '';
    if (turn !== asked.current) return;
    if (opened.kind === 'read' && opened.imported.kind === 'ok')
      setShown({ kind: 'preview', file: file.name, ready: opened.imported });
    else setShown({ kind: 'refused', file: file.name, opened });
  };
  const add = async (file: string, { questions }: Ready) => {
    try {
      await own.store.put(questions);
      setShown({ kind: 'said', words: fill(text.added, { n: questions.length, file }) });
    } catch {
      setShown({ kind: 'said', words: text.addFailed });
    }
    focusResult();
  };

  return (
    <div>
      <p>{text.importLead}</p>
      <p className="exchange-note">
        {fill(text.importFormats, { limit: FILE_LIMIT / MEGABYTE, questions: QUESTION_LIMIT })}
      </p>
      <div className="progress-actions">
        <label className="progress-file">
          {text.choose}
          <input
            type="file"
            accept={Object.values(ACCEPT).join()}
            onChange={(event) => void choose(event.currentTarget)}
          />
        </label>
      </div>
      <div className="progress-result exchange-result" role="status" ref={result} tabIndex={-1}>
        {shown.kind === 'said' && <p>{shown.words}</p>}
        {shown.kind === 'refused' && <Refusal {...shown} lang={lang} />}
        {shown.kind === 'preview' && (
          <ImportPreview
            file={shown.file}
            ready={shown.ready}
            known={own.questions}
            lang={lang}
            onAdd={() => void add(shown.file, shown.ready)}
            onLeave={() => {
              setShown({ kind: 'said', words: fill(text.left, { file: shown.file }) });
              focusResult();
            }}
          />
        )}
      </div>
    </div>
  );
}

interface RefusalProps {
  readonly file: string;
  readonly opened: Opened;
  readonly lang: Lang;
}

function Refusal({ file, opened, lang }: RefusalProps) {
  const text = exchangeText(lang);
  const problems = opened.kind === 'read' && opened.imported.kind === 'refused' ? opened.imported : null;
  return (
    <div className="is-refused exchange-refusal">
      <p>
        <b>{fill(text.refused, { file })}</b>
      </p>
      {problems ? (
        <ul>
          {problems.problems.map(({ line, path, code, found, expected }, i) => (
            <li key={i}>
              <b>{fill(text.line, { n: line })}</b>
              {path && (
                <>
                  {' · '}
                  <code>{path}</code>
                </>
              )}
              {lang === 'en' ? ': ' : '：'}
              {fill(problemText(code, lang), { found, expected })}
            </li>
          ))}
          {problems.more > 0 && <li>{fill(text.moreProblems, { n: problems.more })}</li>}
        </ul>
      ) : (
        <p>{why(opened, lang)}</p>
      )}
    </div>
  );
}

function why(opened: Opened, lang: Lang): string {
  const text = exchangeText(lang);
  const gap = lang === 'en' ? ' ' : '';
  switch (opened.kind) {
    case 'too-big':
      return fill(text.tooBig, { size: (opened.size / MEGABYTE).toFixed(1), limit: FILE_LIMIT / MEGABYTE });
    case 'wrong':
      return wrongText(opened.wrong, lang) + (opened.wrong === 'progress' ? '' : gap + text.use);
    case 'unreadable':
      return text.unreadable;
    case 'failed':
      return fill(text.failed, { message: opened.message });
    case 'read':
      return text.use;
  }
}
