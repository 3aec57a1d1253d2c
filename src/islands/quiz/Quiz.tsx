/** Why: joins the pure quiz with the log, the address bar and the keyboard. */
import { useEffect, useReducer, useState, type KeyboardEvent } from 'react';
import { grade } from '../../learning/grade';
import type { Records } from '../../learning/progress';
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import type { Store } from '../../store/contract';
import { askedFor, naming } from './addresses';
import { hintFor, keysOf } from './kind-words';
import type { QuizText } from './messages';
import { takeOptionKey } from './option-keys';
import { QuizCard } from './QuizCard';
import { QuizFilter } from './QuizFilter';
import { QuizNumbers } from './QuizNumbers';
import type { QuizMode, QuizQuestion } from './quiz-question';
import { attempt, before, onward, quizReducer, shown, shownGrade, standing, startQuiz } from './quiz-state';
import type { QuizAction } from './quiz-state';

interface QuizProps {
  readonly lesson: string;
  readonly lang: Lang;
  readonly mode: QuizMode;
  readonly text: QuizText;
  readonly questions: readonly QuizQuestion[];
  readonly records: Records;
  readonly store: Store;
}

export function Quiz({ lesson, lang, mode, text, questions, records, store }: QuizProps) {
  const [state, act] = useReducer(quizReducer, null, () =>
    startQuiz(questions, records, mode, askedFor(location)),
  );
  const [hint, setHint] = useState('');
  const question = shown(state);
  const { chosen } = attempt(state);
  const graded = shownGrade(state);
  const way = onward(state);
  const back = before(state);

  useEffect(() => act({ kind: 'log', records }), [records]);
  useEffect(() => {
    const follow = () => {
      const id = location.hash.startsWith('#q-') ? askedFor(location) : null;
      if (id !== null) act({ kind: 'go', id });
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  /** Acts for the reader: the address follows, and the focus goes to the stem. */
  const move = (action: QuizAction) => {
    setHint('');
    act(action);
    if (action.kind === 'go') history.replaceState(history.state, '', naming(action.id, location));
    // After React has drawn the next question.
    requestAnimationFrame(() => document.getElementById(`quiz-stem-${lesson}`)?.focus());
  };
  const choose = (option: string) => {
    setHint('');
    act({ kind: 'choose', option });
  };
  const handIn = () => {
    if (!question || graded) return;
    const missing = hintFor(question, chosen, text);
    if (missing !== '') return setHint(missing);
    act({ kind: 'hand-in' });
    history.replaceState(history.state, '', naming(question.id, location));
    const { right } = grade(question, chosen);
    void store.append({ kind: 'answer', lesson, question: question.id, chosen: [...chosen], right, mode });
  };
  const goOn = () => {
    if (way.kind === 'end') return;
    move({ kind: 'go', id: way.id });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !question) return;
    const target = event.target as HTMLElement;
    if (!graded && takeOptionKey(event, event.currentTarget, question, choose)) return;
    if (event.key === 'Enter' && target.matches('.quiz-stem')) {
      event.preventDefault();
      if (graded) goOn();
      else handIn();
    }
  };

  const done = questions.filter(({ id }) => standing(state, id) === 'right').length;
  return (
    // Keys work while the focus is in the quiz, so that they take nothing from the page.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="quiz-body" onKeyDown={onKeyDown}>
      <div className="quiz-head">
        <p className="quiz-position">
          {state.at !== null && (
            <b>{fill(text.position, { n: state.list.indexOf(state.at) + 1, count: state.list.length })}</b>
          )}
          <span>{fill(text.rightSoFar, { n: done })}</span>
        </p>
        {mode === 'practice' && (
          <QuizFilter state={state} text={text} onFilter={(filter) => act({ kind: 'filter', filter })} />
        )}
      </div>
      {question ? (
        <QuizCard
          key={question.id}
          {...{ lesson, lang, mode, text, question, chosen, hint }}
          grade={graded}
          onward={way}
          canGoBack={back !== undefined}
          onChoose={choose}
          onHandIn={handIn}
          onAgain={() => move({ kind: 'again' })}
          onNext={goOn}
          onBack={() => back !== undefined && move({ kind: 'go', id: back })}
        />
      ) : (
        <div className="quiz-card quiz-empty" role="status">
          <p>{state.filter === 'wrong' ? text.noneWrong : text.noneUnseen}</p>
          <button type="button" onClick={() => act({ kind: 'filter', filter: 'all' })}>
            {text.showAll}
          </button>
        </div>
      )}
      <QuizNumbers state={state} text={text} onGo={(id) => move({ kind: 'go', id })} />
      <p className="quiz-keys">{keysOf(question, text)}</p>
    </div>
  );
}
