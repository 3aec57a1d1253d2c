/** Why: what the bank does not hold (computed, own, taken out) is still told, by the name that the log knows. */
import type { WrongQuestion } from '../../learning/wrong-book';
import { fill } from '../../lib/fill';
import type { WrongText } from './wrong-messages';

interface WrongIdsProps {
  readonly title: string;
  readonly note?: string;
  readonly text: WrongText;
  /** Nothing is drawn when there are none. */
  readonly entries: readonly WrongQuestion[];
  /** Entries with the same name stand in one line. */
  readonly nameOf: (entry: WrongQuestion) => string;
  /** Where an entry can be answered again; of entries in one line, the last one missed. */
  readonly hrefOf?: (entry: WrongQuestion) => string | undefined;
}

export function WrongIds({ title, note, text, entries, nameOf, hrefOf }: WrongIdsProps) {
  if (entries.length === 0) return null;
  const names = [...new Set(entries.map(nameOf))];
  return (
    <section className="wrong-group" data-count={entries.length}>
      <h2>{title}</h2>
      {note && <p>{note}</p>}
      <ul className="wrong-list">
        {names.map((name) => {
          const own = entries.filter((entry) => nameOf(entry) === name);
          const n = own.length;
          const to = own[0] && hrefOf?.(own[0]);
          return (
            <li key={name}>
              <p className="wrong-stem">{to === undefined ? <code>{name}</code> : <a href={to}>{name}</a>}</p>
              <p className="wrong-missing">
                {n > 1 ? fill(text.count, { n }) : fill(text.missing, { n: own[0]?.missing ?? 1 })}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
