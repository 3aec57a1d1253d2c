/** Why: the syllabus as a map: each lesson a tile that fills, with the number and the word beside the colour. */
import { href } from '../../i18n/href';
import { topicName } from '../../i18n/topics';
import type { Mastery } from '../../learning/mastery';
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import type { Syllabus } from '../review/syllabus';
import type { MasteryText } from './messages';
import { sayMastery, sayRange } from './say-mastery';

interface MasteryMapProps {
  readonly lessons: ReadonlyMap<string, Mastery>;
  readonly topics: readonly { readonly topic: string; readonly mastery: Mastery }[];
  readonly syllabus: Syllabus;
  readonly lang: Lang;
  readonly text: MasteryText;
}

export function MasteryMap({ lessons, topics, syllabus, lang, text }: MasteryMapProps) {
  return (
    <section aria-labelledby="mastery">
      <h2 id="mastery">{text.map}</h2>
      <p className="mastery-lead">{text.lead}</p>
      <div className="mastery-units">
        {syllabus.units.map((unit) => (
          <div key={unit.id}>
            <h3>{unit.title}</h3>
            <ul className="mastery-tiles">
              {unit.lessons.map(({ id, title, questions }) => {
                const mastery = lessons.get(id);
                if (!mastery) return null;
                const path = questions.length > 0 ? `practice/${id}/` : `lessons/${id}/`;
                return (
                  <li key={id}>
                    <a
                      className={`mastery-tile is-${mastery.level}`}
                      href={href(path, lang)}
                      data-mastery={id}
                    >
                      <Fill mastery={mastery} />
                      <b>{title}</b>
                      <span>{sayMastery(mastery, text)}</span>
                    </a>
                  </li>
                );
              })}
            </ul>
          </div>
        ))}
      </div>
      <h3>{text.topics}</h3>
      <ul className="mastery-tiles is-small">
        {topics.map(({ topic, mastery }) => (
          <li key={topic} className={`mastery-tile is-${mastery.level}`} data-topic={topic}>
            <Fill mastery={mastery} />
            <b>{topicName(topic, lang)}</b>
            <span>{sayMastery(mastery, text)}</span>
          </li>
        ))}
      </ul>
      <details>
        <summary>{text.asTable}</summary>
        <Table
          head={text.lesson}
          text={text}
          rows={syllabus.units
            .flatMap((unit) => unit.lessons)
            .flatMap(({ id, title }) => {
              const mastery = lessons.get(id);
              return mastery ? [{ id, title, mastery }] : [];
            })}
        />
        <Table
          head={text.topic}
          text={text}
          rows={topics.map(({ topic, mastery }) => ({ id: topic, title: topicName(topic, lang), mastery }))}
        />
      </details>
      <details>
        <summary>{text.how}</summary>
        <p className="mastery-lead">{text.howText}</p>
      </details>
    </section>
  );
}

/** The filled part of a tile: for the eye only. */
function Fill({ mastery: { value } }: { readonly mastery: Mastery }) {
  return (
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect width={100 * value} height="10" />
    </svg>
  );
}

interface TableProps {
  readonly head: string;
  readonly rows: readonly { readonly id: string; readonly title: string; readonly mastery: Mastery }[];
  readonly text: MasteryText;
}

function Table({ head, rows, text }: TableProps) {
  return (
    <table className="progress-table mastery-table">
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{text.mastery}</th>
          <th scope="col">{text.could}</th>
          <th scope="col">{text.answered}</th>
          <th scope="col">{text.missed}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, title, mastery }) => (
          <tr key={id}>
            <th scope="row">{title}</th>
            <td>{sayMastery(mastery, text)}</td>
            <td>{mastery.total > 0 && sayRange(mastery, text)}</td>
            <td>{fill('{seen} / {total}', { seen: mastery.seen, total: mastery.total })}</td>
            <td>{mastery.missed}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
