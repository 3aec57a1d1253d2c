/** Why: the number of today, one button; and when nothing is due, when to come back. */
import { newPerDayOf, nextDue, type DeckCard, type Today } from '../../learning/deck';
import { HTML_LANG } from '../../i18n/href';
import type { Summary } from '../../learning/summary';
import { fill } from '../../lib/fill';
import type { Lang } from '../../lib/message';
import type { ReviewText } from './messages';
import { zone } from './use-desk';

interface TodayPanelProps {
  readonly today: Today;
  readonly deck: readonly DeckCard[];
  readonly now: number;
  readonly lang: Lang;
  readonly text: ReviewText;
  readonly settings: Summary['settings'];
  /** After a session of this visit. */
  readonly again: boolean;
  readonly onStart: () => void;
}

export function TodayPanel({ today, deck, now, lang, text, settings, again, onStart }: TodayPanelProps) {
  const numbers = [
    ['due', today.due.length],
    ['fresh', today.fresh.length],
    ['soon', today.soon.length],
  ] as const;
  const unseen = deck.filter(({ card }) => card === null).length - today.fresh.length;
  return (
    <section className="review-today" aria-labelledby="review-today">
      <h2 id="review-today">{text.today}</h2>
      <dl className="review-numbers">
        {numbers.map(([key, count]) => (
          <div key={key} data-count={key}>
            <dd>{count}</dd>
            <dt>{text[key]}</dt>
          </div>
        ))}
      </dl>
      {deck.length === 0 ? (
        <p>
          <b>{text.empty}</b> {text.emptyMore}
        </p>
      ) : today.next ? (
        <p>
          <button type="button" className="is-primary" onClick={onStart}>
            {again ? text.goOn : text.start}
          </button>
        </p>
      ) : (
        <p className="review-nothing">
          <b>{text.nothing}</b> {whenNext(deck, now, lang, text)}
        </p>
      )}
      {unseen > 0 && (
        <p className="review-note">
          {fill(text.limitReached, { n: newPerDayOf(settings.get('review.new-per-day')), more: unseen })}
        </p>
      )}
    </section>
  );
}

function whenNext(deck: readonly DeckCard[], now: number, lang: Lang, text: ReviewText): string {
  const next = nextDue(deck, { now, zone });
  if (!next) return text.nothingNext;
  const minutes = Math.round((next.at - now) / 60_000);
  const locale = HTML_LANG[lang];
  if (minutes < 60) {
    const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
    return fill(text.nextSoon, { when: relative.format(Math.max(1, minutes), 'minute') });
  }
  const date = new Intl.DateTimeFormat(locale, { weekday: 'short', month: 'short', day: 'numeric' });
  return fill(text.next, { when: date.format(next.at), n: next.count });
}
