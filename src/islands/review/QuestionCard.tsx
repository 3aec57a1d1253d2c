/** Why: a question is answered for real before it is graded; the answer goes to the log as any other. */
import { useEffect, useState, type KeyboardEvent } from 'react';
import { choose, grade } from '../../learning/grade';
import { fill } from '../../lib/fill';
import { RichText } from '../../marks/RichText';
import type { Store } from '../../store/contract';
import { proofHref } from '../quiz/addresses';
import { hintFor } from '../quiz/kind-words';
import { quizText } from '../quiz/messages';
import { takeOptionKey } from '../quiz/option-keys';
import { MarkSign, QuizOptions } from '../quiz/QuizOptions';
import type { QuizQuestion } from '../quiz/quiz-question';
import type { CardProps } from './card-props';
import { GradeButtons } from './GradeButtons';
import { useJson } from '../site-json';

export function QuestionCard(props: CardProps & { readonly store: Store }) {
  const { desk, lesson, lang, text, store, onShown } = props;
  const { session, act, card } = desk;
  const quiz = quizText(lang);
  const [hint, setHint] = useState('');
  const [file, retry] = useJson<readonly QuizQuestion[]>(`data/questions/${card.lesson}.${lang}.json`);
  const ready = file.kind === 'ready';
  // The parent's focus goes to what is on the page by then.
  useEffect(() => {
    onShown();
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ready]);
  const question = ready ? file.value.find(({ id }) => id === card.item) : undefined;
  if (!question)
    return (
      <div className="quiz-card" role="status">
        <p>{file.kind === 'failed' ? text.loadFailed : text.loading}</p>
        {file.kind === 'failed' && (
          <button type="button" onClick={retry}>
            {text.retry}
          </button>
        )}
      </div>
    );

  const { chosen, revealed, right } = session;
  const reveal = () => {
    act({ kind: 'reveal', right: null });
    onShown();
  };
  const handIn = () => {
    if (revealed) return;
    const missing = hintFor(question, chosen, quiz);
    if (missing) return setHint(missing);
    const { right: isRight } = grade(question, chosen);
    act({ kind: 'reveal', right: isRight });
    onShown();
    void store.append({
      kind: 'answer',
      lesson: card.lesson,
      question: question.id,
      chosen: [...chosen],
      right: isRight,
      mode: 'review',
    });
  };
  const pick = (option: string) => {
    setHint('');
    act({ kind: 'choose', chosen: choose(question.kind, chosen, option) });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || revealed) return;
    const onStem = (event.target as HTMLElement).matches('.quiz-stem');
    if (takeOptionKey(event, event.currentTarget, question, pick)) return;
    if (event.key === ' ' && onStem) {
      event.preventDefault();
      if (chosen.length > 0) handIn();
      else reveal();
    } else if (event.key === 'Enter' && onStem) {
      event.preventDefault();
      handIn();
    }
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className="quiz-card"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        handIn();
      }}
    >
      <p className="quiz-kind">
        {text.questionCard} · {lesson} · {fill(quiz[question.kind], { count: question.answer.length })}
      </p>
      <h2 className="quiz-stem" tabIndex={-1} {...(!revealed && { 'data-focus': '' })}>
        <RichText text={question.stem} />
      </h2>
      <QuizOptions
        question={question}
        chosen={chosen}
        marks={revealed ? grade(question, chosen).marks : null}
        text={quiz}
        lang={lang}
        onChoose={pick}
      />
      <div className="quiz-verdict" role="status">
        {revealed && right !== null && (
          <p className={right ? 'is-right' : 'is-wrong'}>
            <MarkSign right={right} />
            <strong>{right ? quiz.right : quiz.wrong}</strong>
          </p>
        )}
        {!revealed && hint && <p>{hint}</p>}
        {revealed && (
          <p>
            <a
              className="step-link quiz-proof"
              href={proofHref(question.proof, card.lesson, lang, 'practice')}
            >
              {question.proof.kind === 'step' ? quiz.seeStep : quiz.readSection}
            </a>
          </p>
        )}
      </div>
      {revealed ? (
        <GradeButtons {...props} />
      ) : (
        <div className="quiz-actions">
          <button type="button" onClick={reveal}>
            {text.reveal}
          </button>
          <span className="quiz-onward">
            <button type="submit" className="is-primary">
              {text.answer}
            </button>
          </span>
        </div>
      )}
    </form>
  );
}
