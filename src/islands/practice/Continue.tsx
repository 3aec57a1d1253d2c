/** Why: who left in the middle finds the way back at the door, with what it was and how far it had come. */
import { useState } from 'react';
import { href } from '../../i18n/href';
import type { Bank } from '../../learning/practice/bank';
import { openOnes } from '../../learning/practice/session';
import { readSpec } from '../../learning/practice/spec';
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import { forgetSession, savedSessions } from '../../store/practice-sessions';
import type { Catalogue } from './catalogue';
import type { PracticeText } from './messages';
import { setName } from './set-name';

interface ContinueProps {
  readonly lang: Lang;
  readonly text: PracticeText;
  readonly catalogue: Catalogue;
  readonly bank: Bank;
}

/** Drawn in a browser only: it reads what the browser keeps. */
export function Continue({ lang, text, catalogue, bank }: ContinueProps) {
  const [saved, setSaved] = useState(savedSessions);
  const { problem } = saved;
  const running = saved.sessions.filter(({ done }) => !done);
  const forget = (query: string) => {
    forgetSession(query);
    const left = savedSessions();
    setSaved(left);
    // The button is gone; what stands nearest is its list or, when that is gone too, what comes next.
    document
      .getElementById(left.sessions.some(({ done }) => !done) ? 'practice-continue' : 'practice-choose')
      ?.focus();
  };
  return (
    <>
      {problem && (
        <div className="practice-notice" role="alert">
          <p>{fill(text.savedBroken, { ...problem, path: problem.path || '·' })}</p>
        </div>
      )}
      {running.length > 0 && (
        <section className="practice-continue" aria-labelledby="practice-continue">
          <h2 id="practice-continue" tabIndex={-1}>
            {text.continueTitle}
          </h2>
          <ul>
            {running.map((session) => {
              const name = setName(
                readSpec([...new URLSearchParams(session.query)], bank).spec,
                catalogue,
                lang,
              );
              const n = session.list.length;
              return (
                <li key={session.query}>
                  <p>
                    <b>{name}</b>
                    <span>
                      {fill(text.continueMore, {
                        done: n - openOnes(session).length,
                        n,
                        at: session.list.indexOf(session.at) + 1,
                      })}
                    </span>
                  </p>
                  <a
                    className="button button-primary"
                    href={href(`practice/session/${session.query}`, lang)}
                    aria-label={`${text.continueGo}: ${name}`}
                  >
                    {text.continueGo}
                  </a>
                  <button
                    type="button"
                    aria-label={fill(text.forgetOf, { set: name })}
                    onClick={() => forget(session.query)}
                  >
                    {text.forget}
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </>
  );
}
