/** Why: the number of the paper, and the address that gives it to a whole class. */
import { useState } from 'react';
import { fill } from '../../lib/fill';
import type { ExamText } from './messages';

interface SeedChoiceProps {
  readonly text: ExamText;
  /** As it was typed. */
  readonly seed: string;
  readonly bad: boolean;
  /** Query of the paper's address; null while the number is none. */
  readonly address: string | null;
  readonly onSeed: (seed: string) => void;
  readonly onNew: () => void;
}

export function SeedChoice({ text, seed, bad, address, onSeed, onNew }: SeedChoiceProps) {
  const [copied, setCopied] = useState<{ readonly address: string; readonly done: boolean } | null>(null);
  const full = address === null ? '' : `${location.origin}${location.pathname}${address}`;
  const copy = () => {
    // Not there at all on a page that came by plain HTTP.
    const copying = navigator.clipboard ? navigator.clipboard.writeText(full) : Promise.reject(new Error());
    copying.then(
      () => setCopied({ address: full, done: true }),
      () => setCopied({ address: full, done: false }),
    );
  };
  return (
    <fieldset className="exam-seed">
      <legend>{text.seed}</legend>
      <div className="exam-line">
        <input
          className="exam-field"
          inputMode="numeric"
          aria-label={text.seed}
          aria-invalid={bad}
          aria-describedby="exam-seed-more exam-seed-bad"
          value={seed}
          onChange={(event) => onSeed(event.target.value)}
        />
        <button type="button" onClick={onNew}>
          {text.seedNew}
        </button>
      </div>
      <p id="exam-seed-more">{text.seedMore}</p>
      <p id="exam-seed-bad" role="status" className="exam-bad">
        {bad && fill(text.seedBad, { found: seed || '—' })}
      </p>
      <div className="exam-line exam-address">
        <input
          className="exam-field"
          readOnly
          aria-label={text.address}
          value={full}
          onFocus={(event) => event.target.select()}
        />
        <button type="button" disabled={address === null} onClick={copy}>
          {text.copy}
        </button>
      </div>
      <p role="status" className="exam-copied">
        {copied?.address === full && (copied.done ? text.copied : text.copyFailed)}
      </p>
    </fieldset>
  );
}
