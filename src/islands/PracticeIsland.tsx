/** Why: the door of practice: a set over the whole bank, and the way back into one that was left. */
import { useEffect, useMemo, useState } from 'react';
import { knownFrom } from '../learning/practice/bank';
import {
  DEFAULT_SPEC,
  readSpec,
  writeSpec,
  type PracticeSpec,
  type SpecProblem,
} from '../learning/practice/spec';
import type { Lang } from '../lib/message';
import { useLog } from './log/use-summary';
import type { Catalogue } from './practice/catalogue';
import { Chooser } from './practice/Chooser';
import { Continue } from './practice/Continue';
import { Mended } from './practice/Mended';
import { practiceText } from './practice/messages';
import { useBank } from './practice/use-bank';
import { StoreNotice } from './progress/StoreNotice';

export interface PracticeIslandProps {
  readonly lang: Lang;
  readonly catalogue: Catalogue;
}

export function PracticeIsland({ lang, catalogue }: PracticeIslandProps) {
  const text = practiceText(lang);
  const [found, retry] = useBank();
  const bank = found === 'failed' ? null : found;
  const log = useLog();
  const known = useMemo(() => log && knownFrom(log.summary), [log]);
  const [spec, setSpec] = useState<PracticeSpec>(DEFAULT_SPEC);
  const [problems, setProblems] = useState<readonly SpecProblem[]>([]);

  // What the address asks for can be read only when the bank says what there is.
  const [read, setRead] = useState(false);
  if (bank && !read) {
    setRead(true);
    const asked = readSpec([...new URLSearchParams(location.search)], bank);
    // Who chose before the bank had come keeps the choice, unless the address says another.
    if (location.search.length > 1) setSpec({ ...asked.spec, seed: null });
    setProblems(asked.problems);
  }
  useEffect(() => {
    if (!read) return;
    const query = writeSpec(spec);
    history.replaceState(
      history.state,
      '',
      `${location.pathname}${query === '?' ? '' : query}${location.hash}`,
    );
  }, [read, spec]);

  return (
    <div className="practice-live quiz-live">
      {log && <StoreNotice store={log.store} lang={lang} />}
      {bank && <Continue {...{ lang, text, catalogue, bank }} />}
      <section aria-labelledby="practice-choose">
        <h2 id="practice-choose" tabIndex={-1}>
          {text.chooseTitle}
        </h2>
        <Mended problems={problems} text={text} />
        {found === 'failed' && (
          <div className="practice-notice" role="alert">
            <p>{text.loadFailed}</p>
            <button type="button" onClick={retry}>
              {text.retry}
            </button>
          </div>
        )}
        <Chooser {...{ lang, text, catalogue, bank, known, spec }} onChange={setSpec} />
      </section>
    </div>
  );
}
