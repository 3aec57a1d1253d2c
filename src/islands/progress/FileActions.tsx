/** Why: the learner owns the log: it leaves as a file, comes back as a file, and goes only on the learner's word. */
import { useEffect, useRef, useState } from 'react';
import { fill } from '../../lib/fill';
import { exportLog } from './export-log';
import { importFile, importWords } from './import-file';
import type { ProgressText } from './messages';
import type { Log } from '../log/use-summary';
import { useAside } from './use-progress';

interface Said {
  readonly refused: boolean;
  readonly sentences: readonly string[];
}

export function FileActions({ log, text }: { readonly log: Log; readonly text: ProgressText }) {
  const { store, summary } = log;
  const aside = useAside(store);
  const [said, setSaid] = useState<Said | null>(null);
  const [asking, setAsking] = useState(false);
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking) cancel.current?.focus();
  }, [asking]);

  const save = async () => {
    setSaid({ refused: false, sentences: [fill(text.exported, await exportLog(store))] });
  };
  const load = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    const result = await importFile(file, store);
    // The same file may be chosen again.
    input.value = '';
    setSaid({ refused: result.kind !== 'added', sentences: importWords(result, file.name, text) });
  };
  const reset = async () => {
    await store.clear();
    setAsking(false);
    setSaid({ refused: false, sentences: [text.resetDone] });
  };

  return (
    <div>
      <p>{text.fileLead}</p>
      <div className="progress-actions">
        <button type="button" className="is-primary" onClick={() => void save()}>
          {text.export}
        </button>
        <label className="progress-file">
          {text.import}
          <input
            type="file"
            accept=".json,application/json"
            onChange={(event) => void load(event.currentTarget)}
          />
        </label>
        <button
          type="button"
          aria-expanded={asking}
          disabled={summary.entries + aside.length === 0}
          onClick={() => setAsking(!asking)}
        >
          {text.reset}
        </button>
      </div>
      {asking && (
        <div className="progress-confirm" role="group" aria-label={text.reset}>
          <p>
            {fill(text.resetAsk, { n: summary.entries })}
            {aside.length > 0 && ` ${fill(text.resetAside, { n: aside.length })}`}
          </p>
          <div className="progress-actions">
            <button type="button" ref={cancel} onClick={() => setAsking(false)}>
              {text.cancel}
            </button>
            <button type="button" onClick={() => void save()}>
              {text.export}
            </button>
            <button type="button" onClick={() => void reset()}>
              {text.resetYes}
            </button>
          </div>
        </div>
      )}
      <div className="progress-result" role="status">
        {said && <p className={said.refused ? 'is-refused' : undefined}>{said.sentences.join(' ')}</p>}
      </div>
    </div>
  );
}
