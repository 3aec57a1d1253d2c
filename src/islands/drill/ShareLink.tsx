/** Why: a teacher gives forty people the same question: its address, in one touch. */
import { useState } from 'react';
import { fill } from '../../lib/fill';
import { drillId, type Numbered } from '../../drills/numbered';
import { searchOf } from './address';
import { familyName, type DrillText } from './messages';

export function ShareLink({ numbered, text }: { readonly numbered: Numbered; readonly text: DrillText }) {
  const [said, setSaid] = useState({ id: '', words: '' });
  const id = drillId(numbered);
  const copy = async () => {
    const url = new URL(searchOf(numbered), location.href).href;
    try {
      await navigator.clipboard.writeText(url);
      setSaid({ id, words: text.copied });
    } catch {
      setSaid({ id, words: fill(text.notCopied, { url }) });
    }
  };
  return (
    <div className="drill-share">
      <span>{fill(text.number, { family: familyName(text, numbered.family), seed: numbered.seed })}</span>
      <button type="button" onClick={() => void copy()}>
        {text.copy}
      </button>
      <span role="status">{said.id === id && said.words}</span>
    </div>
  );
}
