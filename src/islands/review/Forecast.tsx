/** Why: nobody likes to be surprised by a hundred cards. */
import { forecastOf, type DeckCard } from '../../learning/deck';
import { HTML_LANG } from '../../i18n/href';
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import type { ReviewText } from './messages';
import { zone } from './use-desk';

interface ForecastProps {
  readonly deck: readonly DeckCard[];
  readonly now: number;
  readonly lang: Lang;
  readonly text: ReviewText;
}
/** Of a bar with its gap, and of the highest bar, in units of the picture. */
const STEP = 10;
const HEIGHT = 100;

export function Forecast({ deck, now, lang, text }: ForecastProps) {
  const days = forecastOf(deck, { now, zone });
  const most = Math.max(...days.map(({ count }) => count));
  const date = new Intl.DateTimeFormat(HTML_LANG[lang], { month: 'numeric', day: 'numeric' });
  return (
    <section aria-labelledby="review-forecast">
      <h2 id="review-forecast">{text.forecast}</h2>
      {most === 0 ? (
        <p>{text.forecastNone}</p>
      ) : (
        <>
          <p>{fill(text.forecastLead, { most })}</p>
          <svg
            className="review-bars"
            viewBox={`0 0 ${STEP * days.length} ${HEIGHT}`}
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            {days.map(({ at, count }, i) => (
              <rect
                key={at}
                x={STEP * i + 1}
                y={HEIGHT - Math.max(1, (count / most) * HEIGHT)}
                width={STEP - 2}
                height={Math.max(1, (count / most) * HEIGHT)}
                className={count === 0 ? 'is-none' : undefined}
              />
            ))}
          </svg>
          <p className="review-axis" aria-hidden="true">
            {[0, 7, 14, 21, 29].map((i) => (
              <span key={i}>{date.format(days[i]?.at)}</span>
            ))}
          </p>
          <details>
            <summary>{text.asTable}</summary>
            <table className="progress-table">
              <thead>
                <tr>
                  <th scope="col">{text.day}</th>
                  <th scope="col">{text.cards}</th>
                </tr>
              </thead>
              <tbody>
                {days.map(({ at, count }) => (
                  <tr key={at}>
                    <th scope="row">{date.format(at)}</th>
                    <td>{count}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </section>
  );
}
