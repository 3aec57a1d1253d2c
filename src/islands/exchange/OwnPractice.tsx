/** Why: own questions are answered as the course's are, and the answers join the same log under the lesson `own`. */
import { useEffect, useReducer, useState } from 'react';
import { grade } from '../../learning/grade';
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import type { OwnQuestion } from '../../schemas/own-question';
import { sharedStore } from '../../store/shared';
import { hintFor } from '../quiz/kind-words';
import { quizText } from '../quiz/messages';
import { QuizCard } from '../quiz/QuizCard';
import { exchangeText } from './messages';
import { loggedId, OWN_LESSON, quizQuestionOf } from './own-quiz';
import { onwardOf, sessionGrade, sessionReducer, startSession, type SessionAction } from './own-session';

interface OwnPracticeProps {
  readonly questions: readonly OwnQuestion[];
  readonly lang: Lang;
  readonly onEnd: (done: { readonly n: number; readonly right: number }) => void;
}

export function OwnPractice({ questions, lang, onEnd }: OwnPracticeProps) {
  const text = exchangeText(lang);
  const quiz = quizText(lang);
  const [session, act] = useReducer(sessionReducer, null, () =>
    startSession(questions.map((question) => quizQuestionOf(question, lang))),
  );
  const [hint, setHint] = useState('');
  const { at, chosen, handedIn, results } = session;
  const question = session.questions[at]!;
  const onward = onwardOf(session);

  const focusStem = () =>
    // After React has drawn the next question.
    requestAnimationFrame(() => document.getElementById(`quiz-stem-${OWN_LESSON}`)?.focus());
  useEffect(() => void focusStem(), []);
  const move = (action: SessionAction) => {
    setHint('');
    act(action);
    focusStem();
  };
  const handIn = () => {
    if (handedIn) return;
    const missing = hintFor(question, chosen, quiz);
    if (missing) return setHint(missing);
    act({ kind: 'hand-in' });
    const { right } = grade(question, chosen);
    const answer = { lesson: OWN_LESSON, question: loggedId(question.id), chosen: [...chosen], right };
    void sharedStore().then((store) => store.append({ kind: 'answer', mode: 'practice', ...answer }));
  };
  const rightSoFar = [...results.values()].filter(Boolean).length;
  return (
    <section className="quiz quiz-live" aria-label={text.ownTitle} data-own-practice>
      <div className="quiz-head">
        <p className="quiz-position">
          <b>{fill(quiz.position, { n: at + 1, count: session.questions.length })}</b>
          <span>{fill(quiz.rightSoFar, { n: rightSoFar })}</span>
        </p>
        <button type="button" onClick={() => onEnd({ n: results.size, right: rightSoFar })}>
          {text.end}
        </button>
      </div>
      <QuizCard
        key={question.id}
        lesson={OWN_LESSON}
        mode="practice"
        text={quiz}
        {...{ lang, question, chosen, hint, onward }}
        grade={sessionGrade(session)}
        canGoBack={at > 0}
        onChoose={(option) => {
          setHint('');
          act({ kind: 'choose', option });
        }}
        onHandIn={handIn}
        onAgain={() => move({ kind: 'again' })}
        onNext={() => onward.kind !== 'end' && move({ kind: 'go', id: onward.id })}
        onBack={() => move({ kind: 'go', id: session.questions[at - 1]?.id ?? question.id })}
      />
    </section>
  );
}
