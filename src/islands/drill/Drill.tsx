/** Why: joins the row of generated questions with the quiz's card, the log and the keyboard. */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { LESSON } from '../../drills/numbered';
import { grade } from '../../learning/grade';
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import type { Store } from '../../store/contract';
import { hintFor } from '../quiz/kind-words';
import type { QuizText } from '../quiz/messages';
import { takeOptionKey } from '../quiz/option-keys';
import { QuizCard } from '../quiz/QuizCard';
import { gradeOf, streakOf, turnOf, type DrillAction } from './drill-state';
import { Families } from './Families';
import type { DrillText } from './messages';
import { Problem } from './Problem';
import { ShareLink } from './ShareLink';
import { useRow } from './use-row';

interface DrillProps {
  readonly lang: Lang;
  readonly text: DrillText;
  readonly quiz: QuizText;
  readonly store: Store;
}

export function Drill({ lang, text, quiz, store }: DrillProps) {
  const { state, act, loading, asked, next, retry } = useRow(lang);
  const [hint, setHint] = useState('');
  const [note, setNote] = useState('');
  /** Whether the reader has asked for another question, or for another try: then the focus goes to the stem. */
  const moving = useRef(false);
  const body = useRef<HTMLDivElement>(null);
  const turn = turnOf(state);
  const graded = gradeOf(state);
  const lesson = turn ? LESSON[turn.numbered.family] : '';

  const shown = turn && `${turn.question.id} ${turn.handedIn}`;
  useEffect(() => {
    if (moving.current) body.current?.querySelector<HTMLElement>('.quiz-stem')?.focus();
    moving.current = false;
  }, [shown]);

  const doing = (action: DrillAction) => {
    setHint('');
    act(action);
  };
  const handIn = () => {
    if (!turn || graded) return;
    const missing = hintFor(turn.question, turn.chosen, quiz);
    if (missing) return setHint(missing);
    doing({ kind: 'hand-in' });
    const { right } = grade(turn.question, turn.chosen);
    const { id } = turn.question;
    void store.append({
      kind: 'answer',
      lesson,
      question: id,
      chosen: [...turn.chosen],
      right,
      mode: 'practice',
    });
  };
  const goOn = async () => {
    setHint('');
    moving.current = true;
    await next();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !turn) return;
    const target = event.target as HTMLElement;
    const pick = (option: string) => doing({ kind: 'choose', option });
    if (!graded && takeOptionKey(event, event.currentTarget, turn.question, pick)) return;
    if (event.key === 'Enter' && target.matches('.quiz-stem')) {
      event.preventDefault();
      if (graded) void goOn();
      else handIn();
    }
  };
  const rights = state.results.filter(Boolean).length;

  return (
    // Keys work while the focus is in the quiz, so that they take nothing from the page.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="quiz-body drill" ref={body} onKeyDown={onKeyDown}>
      <Families
        chosen={state.families}
        {...{ text, note }}
        onChange={(family, on) => {
          const last = !on && state.families.length === 1;
          setNote(last ? text.oneFamily : '');
          if (!last) doing({ kind: 'family', family, on });
        }}
      />
      <Problem asked={asked} text={text} />
      <div className="quiz-head">
        <p className="quiz-position" data-streak={streakOf(state)}>
          <b>{fill(text.streak, { n: streakOf(state) })}</b>
          <span>{fill(text.score, { right: rights, n: state.results.length })}</span>
        </p>
      </div>
      {turn && (
        <QuizCard
          key={turn.question.id}
          {...{ lesson, lang, hint }}
          mode="practice"
          text={quiz}
          question={turn.question}
          chosen={turn.chosen}
          grade={graded}
          onward={{ kind: 'next', id: '' }}
          canGoBack={state.at > 0}
          onChoose={(option) => doing({ kind: 'choose', option })}
          onHandIn={handIn}
          onAgain={() => {
            moving.current = true;
            doing({ kind: 'again' });
          }}
          onNext={() => void goOn()}
          onBack={() => {
            moving.current = true;
            doing({ kind: 'move', by: -1 });
          }}
        />
      )}
      {loading === 'failed' ? (
        <p className="drill-failed" role="alert">
          {text.loadFailed}{' '}
          <button type="button" onClick={retry}>
            {quiz.retry}
          </button>
        </p>
      ) : (
        !turn && (
          <div className="quiz-card" role="status">
            <p>{text.loading}</p>
          </div>
        )
      )}
      {turn && <ShareLink numbered={turn.numbered} text={text} />}
      <p className="quiz-keys">{fill(quiz.keys, { n: turn?.question.options.length ?? 4 })}</p>
    </div>
  );
}
