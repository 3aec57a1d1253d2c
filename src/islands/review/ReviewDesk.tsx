/** Why: while cards are asked there is nothing else on the page; before and after, what is to come and how to change it. */
import { useRef, useState, type KeyboardEvent } from 'react';
import { strangers } from '../../learning/deck';
import type { RecallGrade } from '../../learning/schedule';
import type { Summary } from '../../learning/summary';
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import type { Store } from '../../store/contract';
import { DeckTable } from './DeckTable';
import { Forecast } from './Forecast';
import type { ReviewText } from './messages';
import { QuestionCard } from './QuestionCard';
import { ReviewSettings } from './ReviewSettings';
import { SessionOver } from './SessionOver';
import { suggested } from './session';
import { deckLessons, lessonsOf, type Syllabus } from './syllabus';
import { TermCard } from './TermCard';
import { TodayPanel } from './TodayPanel';
import { useDesk } from './use-desk';

interface ReviewDeskProps {
  readonly store: Store;
  readonly summary: Summary;
  readonly syllabus: Syllabus;
  readonly lang: Lang;
  readonly text: ReviewText;
}

export function ReviewDesk({ store, summary, syllabus, lang, text }: ReviewDeskProps) {
  const desk = useDesk(store, summary, syllabus);
  const { session, act, today, deck, shown, scheduler, now } = desk;
  const [note, setNote] = useState('');
  const root = useRef<HTMLDivElement>(null);
  const focusCard = () => {
    // After React has drawn it. What stands above the grades is to be read first.
    requestAnimationFrame(() => {
      const target = root.current?.querySelector<HTMLElement>('[data-focus]');
      target?.focus({ preventScroll: target.dataset['grade'] !== undefined });
    });
  };
  const gone = strangers(summary, deckLessons(syllabus)).length;
  const lastGrade = session.pending ? session.given.at(-1)?.grade : undefined;

  const give = (grade: RecallGrade) => {
    desk.give(grade);
    setNote('');
    focusCard();
  };
  const undo = () => {
    act({ kind: 'undo' });
    setNote(text.undone);
    focusCard();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if ((event.target as HTMLElement).matches('select')) return;
    if (event.key.toLowerCase() === 'u' && lastGrade !== undefined) {
      event.preventDefault();
      undo();
    } else if (session.revealed && /^[1-4]$/.test(event.key)) {
      event.preventDefault();
      give(Number(event.key) as RecallGrade);
    }
  };
  const undoButton = lastGrade !== undefined && (
    <button type="button" className="review-undo" aria-keyshortcuts="u" onClick={undo}>
      {fill(text.undo, { grade: text[`grade${lastGrade}`] })}
    </button>
  );

  if (session.phase === 'asking' && shown) {
    const lesson = lessonsOf(syllabus).find(({ id }) => id === shown.lesson)?.title ?? text.otherTerms;
    const card = {
      desk: { session, act, card: shown },
      preview: scheduler.preview(shown.card, now),
      suggested: suggested(session, shown.kind),
      lesson,
      lang,
      text,
      onGrade: give,
      onShown: focusCard,
    };
    return (
      // Keys work while the focus is in the review, so that they take nothing from the page.
      // eslint-disable-next-line jsx-a11y/no-static-element-interactions
      <div className="review-desk" ref={root} onKeyDown={onKeyDown} data-asking={shown.id}>
        <div className="review-bar">
          <p>
            <b>{fill(text.progress, { n: session.given.length + 1 })}</b>
            <span>
              {fill(text.left, {
                due: today.due.length,
                fresh: today.fresh.length,
                soon: today.soon.length,
              })}
            </span>
          </p>
          {undoButton}
          <button
            type="button"
            onClick={() => {
              act({ kind: 'end' });
              focusCard();
            }}
          >
            {text.end}
          </button>
        </div>
        <p className="review-status" role="status">
          {note}
        </p>
        {shown.kind === 'question' ? (
          <QuestionCard key={`${shown.id}-${session.given.length}`} {...card} store={store} />
        ) : (
          <TermCard key={`${shown.id}-${session.given.length}`} {...card} />
        )}
        <p className="quiz-keys">{text.keys}</p>
      </div>
    );
  }
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="review-desk" ref={root} onKeyDown={onKeyDown}>
      {session.phase !== 'start' && (
        <SessionOver given={session.given} {...{ syllabus, lang, text }}>
          {undoButton}
        </SessionOver>
      )}
      <TodayPanel
        {...{ today, deck, now, lang, text }}
        settings={summary.settings}
        again={session.phase !== 'start'}
        onStart={() => {
          desk.begin();
          focusCard();
        }}
      />
      {gone > 0 && (
        <p className="review-note" data-strangers={gone}>
          {fill(text.strangers, { n: gone })}
        </p>
      )}
      <Forecast {...{ deck, now, lang, text }} />
      <ReviewSettings store={store} settings={summary.settings} text={text} />
      <DeckTable {...{ store, syllabus, deck, text }} settings={summary.settings} />
      <section>
        <h2>{text.how}</h2>
        <p className="review-how">{text.howText}</p>
      </section>
    </div>
  );
}
