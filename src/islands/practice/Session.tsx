/** Why: joins the pure session with the card, the keyboard and the log. */
import { useEffect, useRef, useState } from 'react';
import { grade } from '../../learning/grade';
import { attemptAt, openOnes, outcomeOf, type PracticeSession } from '../../learning/practice/session';
import type { Bank } from '../../learning/practice/bank';
import type { PracticeSpec } from '../../learning/practice/spec';
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import { hintFor, keysOf } from '../quiz/kind-words';
import { quizText } from '../quiz/messages';
import { QuizCard } from '../quiz/QuizCard';
import type { Catalogue } from './catalogue';
import { FavouriteStar, useFavourite } from './FavouriteStar';
import type { PracticeText } from './messages';
import { Result } from './Result';
import { SessionNumbers, type NumberState } from './SessionNumbers';
import { useQuestionsOf } from './use-bank';
import { logAnswer, useSession } from './use-session';
import { useSessionKeys } from './use-session-keys';

export interface SessionProps {
  readonly lang: Lang;
  readonly text: PracticeText;
  readonly catalogue: Catalogue;
  readonly bank: Bank;
  readonly spec: PracticeSpec;
  readonly opened: PracticeSession;
}

export function Session({ lang, text, catalogue, bank, spec, opened }: SessionProps) {
  const [lessons] = useState(() => new Map(bank.map(({ id, lesson }) => [id, lesson])));
  const [lessonOf] = useState(() => (id: string) => lessons.get(id) ?? '');
  const [wanted, setWanted] = useState<readonly string[]>([lessonOf(opened.at)]);
  const questions = useQuestionsOf(wanted, lang);
  const [session, act] = useSession(opened, questions.byId, lessonOf);
  const [hint, setHint] = useState('');
  const [asking, setAsking] = useState(false);
  const moved = useRef(false);
  const asked = useRef<HTMLParagraphElement>(null);

  const { list, at, answers, done } = session;
  const place = list.indexOf(at);
  const lesson = lessonOf(at);
  const question = questions.byId.get(at);
  const { chosen, handedIn } = attemptAt(session);
  const graded = question && handedIn && !done ? grade(question, chosen) : null;
  const open = openOnes(session);
  const favourite = useFavourite(at);
  const following = list[place + 1];

  // This question's lesson, the next one's, and of a result all of them.
  const needed = [...new Set((done ? list : [at, following ?? at]).map(lessonOf))].join();
  if (wanted.join() !== needed) setWanted(needed.split(','));

  useEffect(() => {
    if (!moved.current || !question || done) return;
    moved.current = false;
    document.getElementById(`quiz-stem-${lesson}`)?.focus();
  }, [question, lesson, done]);

  // What is asked may be asked far above the button that led to it.
  useEffect(() => {
    if (asking) asked.current?.focus();
  }, [asking]);

  const go = (id: string | undefined) => {
    if (id === undefined) return;
    setHint('');
    setAsking(false);
    moved.current = true;
    act({ kind: 'go', id });
  };
  const finish = () => {
    setAsking(false);
    act({ kind: 'finish' });
  };
  const askToFinish = () => (answers === 'end' && open.length > 0 ? setAsking(true) : finish());
  const onward = () => (following === undefined ? askToFinish() : go(following));
  const choose = (option: string) => {
    if (!question) return;
    setHint('');
    act({ kind: 'choose', question, option });
  };
  const handIn = () => {
    if (!question || graded) return;
    if (answers === 'end') return onward();
    const missing = hintFor(question, chosen, quizText(lang));
    if (missing) return setHint(missing);
    act({ kind: 'hand-in' });
    void logAnswer(question, lesson, chosen);
  };
  const root = useSessionKeys({
    active: !done && !asking,
    question: graded ? undefined : question,
    choose,
    enter: graded ? onward : handIn,
    favourite: favourite.toggle,
  });

  if (done) return <Result {...{ lang, text, catalogue, session, spec, lessonOf, questions, act }} />;

  const stateOf = (id: string): NumberState => {
    if (answers === 'end') return attemptAt(session, id).chosen.length > 0 ? 'chosen' : 'open';
    const known = questions.byId.get(id);
    return known ? outcomeOf(session, known) : attemptAt(session, id).first === null ? 'open' : 'chosen';
  };
  const words = quizText(lang);
  const last = following === undefined;
  return (
    <div className="quiz-body" ref={root}>
      <div className="quiz-head">
        <p className="quiz-position">
          <b>{fill(text.position, { n: place + 1, count: list.length })}</b>
          <span>{fill(text.answered, { n: list.length - open.length })}</span>
        </p>
        <FavouriteStar question={at} lang={lang} />
      </div>
      {question ? (
        <QuizCard
          key={at}
          {...{ lesson, lang, question, chosen, hint }}
          mode="practice"
          text={
            answers === 'end'
              ? { ...words, answer: last ? text.handIn : text.keepAndNext }
              : { ...words, nextMissing: text.toResult }
          }
          grade={graded}
          onward={
            answers === 'end'
              ? { kind: 'end' }
              : following === undefined
                ? { kind: 'missing', id: at }
                : { kind: 'next', id: following }
          }
          canGoBack={place > 0}
          onChoose={choose}
          onHandIn={handIn}
          onAgain={() => {
            moved.current = true;
            act({ kind: 'again' });
            requestAnimationFrame(() => document.getElementById(`quiz-stem-${lesson}`)?.focus());
          }}
          onNext={onward}
          onBack={() => go(list[place - 1])}
        />
      ) : (
        <div className="quiz-card quiz-empty" role="status">
          <p>{questions.failed ? text.loadFailed : text.loading}</p>
          {questions.failed && (
            <button type="button" onClick={questions.retry}>
              {text.retry}
            </button>
          )}
        </div>
      )}
      <div className="session-end" role="status">
        {asking && (
          <>
            <p ref={asked} tabIndex={-1}>
              {fill(text.openSome, { n: open.length })}
            </p>
            <button type="button" className="is-primary" onClick={finish}>
              {text.handInAnyway}
            </button>
            <button type="button" onClick={() => go(open[0])}>
              {text.backToOpen}
            </button>
          </>
        )}
      </div>
      <SessionNumbers
        numbers={list.map((id) => ({ id, state: stateOf(id) }))}
        at={at}
        text={text}
        onGo={go}
      />
      <p className="session-foot">
        <span>{text.saved}</span>
        <button type="button" onClick={askToFinish}>
          {answers === 'end' ? text.handIn : text.endNow}
        </button>
      </p>
      <p className="quiz-keys">
        {keysOf(question, words)}
        {lang === 'en' && ' '}
        {text.keyFavourite}
      </p>
    </div>
  );
}
