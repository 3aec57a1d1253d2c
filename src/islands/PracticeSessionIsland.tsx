/** Why: a session over a chosen set; the address says which, and what it cannot mean is mended and told. */
import { useMemo, useState } from 'react';
import sheet from '../styles/quiz.css?url';
import { href } from '../i18n/href';
import { knownFrom } from '../learning/practice/bank';
import { writeSpec } from '../learning/practice/spec';
import type { Lang } from '../lib/message';
import { useLog } from './log/use-summary';
import type { Catalogue } from './practice/catalogue';
import { Mended } from './practice/Mended';
import { practiceText } from './practice/messages';
import { Session } from './practice/Session';
import { setName } from './practice/set-name';
import { useBank } from './practice/use-bank';
import { openSession, type Opened } from './practice/use-session';
import { StoreNotice } from './progress/StoreNotice';

export interface PracticeSessionIslandProps {
  readonly lang: Lang;
  readonly catalogue: Catalogue;
}

const NONE = {
  all: 'noMatch',
  wrong: 'noneWrong',
  unseen: 'noneUnseen',
  favourites: 'noneFavourites',
} as const;

export function PracticeSessionIsland({ lang, catalogue }: PracticeSessionIslandProps) {
  const text = practiceText(lang);
  const [bank, retry] = useBank();
  const log = useLog();
  const known = useMemo(() => log && knownFrom(log.summary), [log]);
  const [opened, setOpened] = useState<Opened | null>(null);
  if (bank && bank !== 'failed' && !opened) {
    const next = openSession(bank, known);
    if (next) setOpened(next);
  }
  const door = href(
    `practice/${opened ? writeSpec({ ...opened.spec, seed: null, questions: [] }) : ''}`,
    lang,
  );
  return (
    <div className="practice-live quiz-live" data-session={opened?.session?.query}>
      <link rel="stylesheet" href={sheet} precedence="default" />
      {log && <StoreNotice store={log.store} lang={lang} />}
      {!opened && (
        <div role="status">
          <p>{bank === 'failed' ? text.loadFailed : bank ? text.reading : text.loading}</p>
          {bank === 'failed' && (
            <button type="button" onClick={retry}>
              {text.retry}
            </button>
          )}
        </div>
      )}
      {opened && bank && bank !== 'failed' && (
        <>
          <p className="session-set">
            <span>{setName(opened.spec, catalogue, lang)}</span> <a href={door}>{text.change}</a>
          </p>
          <Mended problems={opened.problems} gone={opened.gone} text={text} />
          {opened.session ? (
            <Session {...{ lang, text, catalogue, bank }} spec={opened.spec} opened={opened.session} />
          ) : (
            <div className="quiz-card quiz-empty" role="status">
              <h2>{text.emptyTitle}</h2>
              <p>{text[NONE[opened.spec.only]]}</p>
              <a className="button button-primary" href={door}>
                {text.emptyMore}
              </a>
            </div>
          )}
        </>
      )}
    </div>
  );
}
