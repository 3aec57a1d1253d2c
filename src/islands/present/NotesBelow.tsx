/** Why: a teacher with one screen reads the notes under the slide, before the class comes in. */
import { fill } from '../../lib/fill';
import type { DeckText } from './messages';
import type { DeckHandle } from './open-deck';

interface NotesBelowProps {
  readonly handle: DeckHandle;
  readonly section: string;
  readonly text: DeckText;
}

export function NotesBelow({ handle, section, text }: NotesBelowProps) {
  const note = handle.notes.get(section);
  return (
    <aside className="deck-notes" aria-label={text.notes}>
      {note ? (
        <>
          <p className="deck-notes-head">
            {text.notes} · {fill(text.minutesFor, { n: note.minutes })}
          </p>
          {/* Rendered from the lesson's own MDX at build time. */}
          <div dangerouslySetInnerHTML={{ __html: note.html }} />
          {note.ask && <p className="deck-ask">{note.ask}</p>}
        </>
      ) : (
        <p>{text.noNotes}</p>
      )}
    </aside>
  );
}
