/** Why: a learner sees what is in the deck, and puts whole lessons in or leaves them out. */
import { deckSetting, type DeckCard } from '../../learning/deck';
import type { Summary } from '../../learning/summary';
import { fill } from '../../lib/fill';
import type { Store } from '../../store/contract';
import type { ReviewText } from './messages';
import { deckLessons, lessonsOf, OTHER_TERMS, type Syllabus } from './syllabus';

interface DeckTableProps {
  readonly store: Store;
  readonly syllabus: Syllabus;
  readonly deck: readonly DeckCard[];
  readonly settings: Summary['settings'];
  readonly text: ReviewText;
}

export function DeckTable({ store, syllabus, deck, settings, text }: DeckTableProps) {
  const titles = new Map(lessonsOf(syllabus).map(({ id, title }) => [id, title]));
  const counts = new Map<string, number>();
  for (const { lesson, kind } of deck) {
    const key = deckSetting(kind, lesson);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const cell = (kind: DeckCard['kind'], lesson: string, title: string, total: number) => {
    const name = deckSetting(kind, lesson);
    if (total === 0) return <td>–</td>;
    return (
      <td>
        <label>
          <input
            type="checkbox"
            checked={settings.get(name) === true}
            aria-label={fill(kind === 'question' ? text.addQuestions : text.addTerms, { title })}
            onChange={(event) => void store.append({ kind: 'setting', name, value: event.target.checked })}
          />
          <span>{fill(text.inDeck, { n: counts.get(name) ?? 0, total })}</span>
        </label>
      </td>
    );
  };
  return (
    <section aria-labelledby="review-deck">
      <h2 id="review-deck">{text.deck}</h2>
      <p>{text.deckLead}</p>
      <table className="progress-table review-deck">
        <thead>
          <tr>
            <th scope="col">{text.lesson}</th>
            <th scope="col">{text.questions}</th>
            <th scope="col">{text.terms}</th>
          </tr>
        </thead>
        <tbody>
          {deckLessons(syllabus)
            .filter(({ questions, terms }) => questions.length + terms.length > 0)
            .map(({ id, questions, terms }) => {
              const title = id === OTHER_TERMS ? text.otherTerms : (titles.get(id) ?? id);
              return (
                <tr key={id} data-lesson={id}>
                  <th scope="row">{title}</th>
                  {cell('question', id, title, questions.length)}
                  {cell('term', id, title, terms.length)}
                </tr>
              );
            })}
        </tbody>
      </table>
    </section>
  );
}
