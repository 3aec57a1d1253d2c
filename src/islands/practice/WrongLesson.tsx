/** Why: the wrong ones of a lesson, with words and reasons that come when the lesson is opened. */
import { useState } from 'react';
import type { WrongQuestion } from '../../learning/wrong-book';
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import { RichText } from '../../marks/RichText';
import type { QuizQuestion } from '../quiz/quiz-question';
import { Explained } from './Explained';
import { FavouriteStar } from './FavouriteStar';
import { useQuestionsOf } from './use-bank';
import type { WrongText } from './wrong-messages';

interface WrongLessonProps {
  readonly lang: Lang;
  readonly text: WrongText;
  readonly lesson: { readonly id: string; readonly title: string };
  /** Not empty. */
  readonly entries: readonly WrongQuestion[];
  /** Address of a session with these. */
  readonly practise: string;
  /** Stands open from the start. */
  readonly first: boolean;
}

export function WrongLesson({ lang, text, lesson, entries, practise, first }: WrongLessonProps) {
  const [isOpen, setOpen] = useState(first);
  const { byId, failed, retry } = useQuestionsOf(isOpen ? [lesson.id] : [], lang);
  const n = entries.length;
  return (
    <section className="wrong-group" data-lesson={lesson.id} data-count={n}>
      <div className="wrong-group-head">
        <h2>{lesson.title}</h2>
        <a className="button" href={practise} aria-label={`${fill(text.ofLesson, { n })} · ${lesson.title}`}>
          {fill(text.ofLesson, { n })}
        </a>
      </div>
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{n === 1 ? text.countOne : fill(text.count, { n })}</summary>
        {isOpen && failed && (
          <div role="alert">
            <p>{text.loadFailed}</p>
            <button type="button" onClick={retry}>
              {text.retry}
            </button>
          </div>
        )}
        {isOpen && (
          <ul className="wrong-list">
            {entries.map((entry) => (
              <WrongEntry
                key={entry.id}
                {...{ lang, text, entry }}
                lesson={lesson.id}
                question={byId.get(entry.id)}
              />
            ))}
          </ul>
        )}
      </details>
    </section>
  );
}

interface WrongEntryProps extends Pick<WrongLessonProps, 'lang' | 'text'> {
  readonly entry: WrongQuestion;
  readonly lesson: string;
  /** Undefined until it has come. */
  readonly question: QuizQuestion | undefined;
}

function WrongEntry({ lang, text, entry, lesson, question }: WrongEntryProps) {
  return (
    <li data-question={entry.id}>
      <p className="wrong-stem">{question ? <RichText text={question.stem} /> : '…'}</p>
      <p className="wrong-missing">{fill(text.missing, { n: entry.missing })}</p>
      {question && (
        <details>
          <summary>{text.last}</summary>
          <FavouriteStar question={entry.id} lang={lang} />
          <Explained question={question} lesson={lesson} chosen={entry.wrong} lang={lang} />
        </details>
      )}
    </li>
  );
}
