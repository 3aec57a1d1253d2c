/** Why: a class answers on the slide itself: the quiz lies over the deck, scaled with it, the same in every window. */
import { useEffect, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { QuizAction } from '../../classroom/class-quiz';
import type { DeckState } from '../../classroom/deck-state';
import { quizPlace, roundShown, type ClassQuiz as QuizState } from '../../classroom/quiz-state';
import type { Shape } from '../../figures/contract';
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import { plainText, RichText } from '../../marks/RichText';
import { useJson } from '../site-json';
import type { QuizQuestion } from '../quiz/quiz-question';
import { CountdownClock } from './CountdownClock';
import type { DeckText } from './messages';
import type { ClassQuizText } from './messages-quiz';
import type { DeckHandle } from './open-deck';
import { QuietButton } from './QuietButton';
import { QuizChooser } from './QuizChooser';
import { QuizInvitation } from './QuizInvitation';
import { QuizAsked, QuizCounted } from './QuizAsked';
import { QuizReveal } from './QuizReveal';
import { QuizSummary } from './QuizSummary';
import { QuizTeams } from './QuizTeams';
import { hintOf, sayingOf } from './quiz-hints';
import { askable } from './quiz-words';

interface ClassQuizProps {
  readonly handle: DeckHandle;
  /** reveal.js's own box of slides: what is in it is scaled with them. */
  readonly host: Element;
  readonly state: DeckState;
  readonly shape: Shape;
  readonly lang: Lang;
  readonly lesson: string;
  readonly deckText: DeckText;
  readonly text: ClassQuizText;
}

export function ClassQuiz({ handle, host, state, shape, lang, lesson, deckText, text }: ClassQuizProps) {
  const [loaded, retry] = useJson<readonly QuizQuestion[]>(`data/questions/${lesson}.${lang}.json`);
  const questions = loaded.kind === 'ready' ? loaded.value : undefined;
  const { quiz } = state;
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (questions) handle.quiz.hold(questions);
  }, [handle, questions]);

  const shown = quiz?.shown === true;
  const element = handle.slides.find(({ key }) => key === state.slide)?.element;
  useEffect(() => {
    // What the quiz covers is read and reached by nobody.
    if (shown) element?.setAttribute('inert', '');
    return () => element?.removeAttribute('inert');
  }, [element, shown]);

  useEffect(() => {
    // A window that has the focus gives it to what is shown now, away from the button that opened it.
    if (shown && document.hasFocus()) layer.current?.focus({ preventScroll: true });
  }, [shown]);

  const act = (action: QuizAction) => handle.act({ kind: 'quiz', action });
  const invited = handle.slides.find(({ kind }) => kind === 'quiz')?.element.querySelector('.slide-quiz');
  return (
    <>
      {invited &&
        createPortal(
          <QuizInvitation
            count={questions?.filter(askable).length}
            text={text}
            onOpen={() => handle.openQuiz()}
          />,
          invited,
        )}
      {quiz &&
        shown &&
        createPortal(
          // A section here would be a slide of reveal.js.
          <div
            ref={layer}
            className="cq"
            role="dialog"
            aria-label={text.title}
            tabIndex={-1}
            data-shape={shape}
            data-place={quizPlace(quiz)}
          >
            {questions ? (
              <Screen {...{ handle, quiz, questions, state, deckText, text, act }} />
            ) : (
              <div className="cq-body" role={loaded.kind === 'failed' ? 'alert' : 'status'}>
                <p>{loaded.kind === 'failed' ? text.failed : text.loading}</p>
                {loaded.kind === 'failed' && <QuietButton onClick={retry}>{text.retry}</QuietButton>}
              </div>
            )}
          </div>,
          host,
        )}
    </>
  );
}

interface ScreenProps {
  readonly handle: DeckHandle;
  readonly quiz: QuizState;
  readonly questions: readonly QuizQuestion[];
  readonly state: DeckState;
  readonly deckText: DeckText;
  readonly text: ClassQuizText;
  readonly act: (action: QuizAction) => void;
}

function Screen({ handle, quiz, questions, state, deckText, text, act }: ScreenProps) {
  const { run } = quiz;
  const seed = quiz.screen === 'run' && run ? run.seed : null;
  const shown = roundShown(quiz);
  const question = questions.find(({ id }) => id === shown?.item.id);
  const place = fill(text.place, { n: (run?.index ?? 0) + 1, count: run?.items.length ?? 0 });
  const part = (): ReactNode => {
    if (quiz.screen === 'chooser' || !run) return <QuizChooser {...{ quiz, questions, text, act }} />;
    if (!shown) return <QuizSummary {...{ run, teams: quiz.teams, questions, text }} />;
    if (!question) return <p className="cq-body">{text.gone}</p>;
    const own = { question, text };
    switch (run.phase) {
      case 'asking':
        return <QuizAsked {...own} />;
      case 'counting':
        return <QuizCounted {...own} round={shown.round} act={act} />;
      case 'revealed':
        return <QuizReveal key={question.id} {...own} round={shown.round} desk={handle.quiz} />;
    }
  };
  const asks = shown && quiz.screen === 'run';
  const pages = question ? (handle.quiz.pagesOf(question.id)?.rows.length ?? 1) : 1;
  const kind = asks && question && question.kind !== 'point' ? text[question.kind] : null;
  return (
    <>
      <header className="cq-head">
        <p className="cq-name">
          {text.title}
          {seed !== null && (
            <span className="cq-seed">
              {text.seed} {seed}
            </span>
          )}
        </p>
        <p className="cq-place">{asks ? place : shown || quiz.screen === 'chooser' ? '' : text.summary}</p>
        {kind && <p className="cq-kind">{kind}</p>}
        {state.countdown && <CountdownClock countdown={state.countdown} text={deckText} />}
      </header>
      {part()}
      <footer className="cq-foot">
        {asks && quiz.teams.length > 0 && <QuizTeams quiz={quiz} text={text} act={act} />}
        <p className="cq-hint">
          <RichText text={hintOf(quiz, question, pages, text)} />
        </p>
      </footer>
      <p className="visually-hidden" role="status">
        {plainText(sayingOf(quiz, question, place, text))}
      </p>
    </>
  );
}
