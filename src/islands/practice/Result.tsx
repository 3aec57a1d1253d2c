/** Why: after a session one sees what went wrong and where, reads why, and goes on with exactly that. */
import { useEffect, useRef } from 'react';
import { href } from '../../i18n/href';
import { topicName } from '../../i18n/topics';
import { attemptAt, openOnes, outcomeOf, tally } from '../../learning/practice/session';
import type { Outcome, PracticeSession, SessionAction } from '../../learning/practice/session';
import { DEFAULT_SPEC, writeSpec, type PracticeSpec } from '../../learning/practice/spec';
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import { RichText } from '../../marks/RichText';
import { MarkSign } from '../quiz/QuizOptions';
import type { QuizQuestion } from '../quiz/quiz-question';
import { lessonTitle, type Catalogue } from './catalogue';
import { Explained } from './Explained';
import { FavouriteStar } from './FavouriteStar';
import type { PracticeText } from './messages';
import { newSeed } from './seed';
import { Tallies } from './Tallies';
import type { Questions } from './use-bank';

interface ResultProps {
  readonly lang: Lang;
  readonly text: PracticeText;
  readonly catalogue: Catalogue;
  readonly session: PracticeSession;
  readonly spec: PracticeSpec;
  readonly lessonOf: (id: string) => string;
  readonly questions: Questions;
  readonly act: (action: SessionAction) => void;
}

/** So many ids stand in an address. */
const AGAIN = 100;
const SAID = { right: 'outcomeRight', wrong: 'outcomeWrong', open: 'outcomeOpen' } as const;

export function Result(props: ResultProps) {
  const { lang, text, catalogue, session, spec, lessonOf, questions } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const items = session.list.flatMap((id) => questions.byId.get(id) ?? []);
  if (items.length < session.list.length)
    return (
      <div role="status">
        <p>{questions.failed ? text.loadFailed : text.loading}</p>
        {questions.failed && (
          <button type="button" onClick={questions.retry}>
            {text.retry}
          </button>
        )}
      </div>
    );

  const outcome = (question: QuizQuestion) => outcomeOf(session, question);
  const count = (wanted: Outcome) => items.filter((question) => outcome(question) === wanted).length;
  const [n, right] = [items.length, count('right')];
  const wrong = items.filter((question) => outcome(question) === 'wrong').map(({ id }) => id);
  const open = openOnes(session);
  const again = (change: Partial<PracticeSpec>) =>
    href(
      `practice/session/${writeSpec({ ...DEFAULT_SPEC, answers: spec.answers, seed: newSeed(), ...change })}`,
      lang,
    );
  return (
    <div className="session-result">
      <h2 tabIndex={-1} ref={heading}>
        {text.result}
      </h2>
      <p className="session-sum" data-right={right} data-wrong={wrong.length} data-open={count('open')}>
        <b>{fill(text.resultSum, { right, n })}</b>
        <span>
          {fill(text.resultMore, {
            percent: Math.floor((100 * right) / n),
            wrong: wrong.length,
            open: count('open'),
          })}
        </span>
      </p>
      {spec.answers === 'once' && <p className="session-note">{text.resultFirst}</p>}
      <p className="session-ways">
        {wrong.length > 0 && (
          <a
            className="button button-primary"
            href={again({ questions: wrong.slice(0, AGAIN), count: 'all' })}
          >
            {fill(wrong.length > AGAIN ? text.wrongAgainSome : text.wrongAgain, {
              n: Math.min(wrong.length, AGAIN),
            })}
          </a>
        )}
        {open.length > 0 && session.answers === 'once' && (
          <button type="button" onClick={() => props.act({ kind: 'reopen' })}>
            {fill(text.reopen, { n: open.length })}
          </button>
        )}
        <a className="button" href={again(spec.seed === null ? spec : { ...spec, seed: newSeed() })}>
          {text.sameAgain}
        </a>
      </p>
      <Tallies
        title={text.byLesson}
        text={text}
        rows={tally(items, ({ id }) => lessonTitle(catalogue, lessonOf(id)), outcome)}
      />
      <Tallies
        title={text.byTopic}
        text={text}
        rows={tally(items, ({ topic }) => topicName(topic, lang), outcome)}
      />
      <h3>{text.eachQuestion}</h3>
      <ol className="session-questions">
        {items.map((question) => {
          const came = outcome(question);
          return (
            <li key={question.id} data-question={question.id}>
              <details>
                <summary>
                  {came === 'open' ? <span className="mark-none" /> : <MarkSign right={came === 'right'} />}
                  <span>
                    <RichText text={question.stem} />
                  </span>
                  <small>{text[SAID[came]]}</small>
                </summary>
                <FavouriteStar question={question.id} lang={lang} />
                <Explained
                  {...{ question, lang }}
                  lesson={lessonOf(question.id)}
                  chosen={attemptAt(session, question.id).first}
                />
              </details>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
