/** Why: how much to keep and how much to begin with is the learner's choice; it travels with the log. */
import { NEW_PER_DAY, newPerDayOf } from '../../learning/deck';
import { RETENTION, retentionOf } from '../../learning/schedule';
import type { Summary } from '../../learning/summary';
import { fill } from '../../lib/fill';
import type { Store } from '../../store/contract';
import type { ReviewText } from './messages';

interface ReviewSettingsProps {
  readonly store: Store;
  readonly settings: Summary['settings'];
  readonly text: ReviewText;
}

const PERCENTS = Array.from(
  { length: Math.round((RETENTION.most - RETENTION.least) * 100) + 1 },
  (_, i) => Math.round(RETENTION.least * 100) + i,
);
const LIMITS = [NEW_PER_DAY.least, 5, NEW_PER_DAY.usual, 15, 20, 30, 50, NEW_PER_DAY.most];

export function ReviewSettings({ store, settings, text }: ReviewSettingsProps) {
  const set = (name: string, value: number) => void store.append({ kind: 'setting', name, value });
  const percent = Math.round(retentionOf(settings.get('review.retention')) * 100);
  const limit = newPerDayOf(settings.get('review.new-per-day'));
  const limits = [...new Set([...LIMITS, limit])].sort((a, b) => a - b);
  return (
    <section className="review-settings" aria-labelledby="review-settings">
      <h2 id="review-settings">{text.settings}</h2>
      <label>
        <span>{text.retention}</span>
        <select
          name="retention"
          value={percent}
          aria-describedby="review-retention"
          onChange={(event) => set('review.retention', Number(event.target.value) / 100)}
        >
          {PERCENTS.map((n) => (
            <option key={n} value={n}>
              {fill(text.percent, { n })}
            </option>
          ))}
        </select>
      </label>
      <p id="review-retention" className="review-note">
        {text.retentionMore}
      </p>
      <label>
        <span>{text.newPerDay}</span>
        <select
          name="new-per-day"
          value={limit}
          onChange={(event) => set('review.new-per-day', Number(event.target.value))}
        >
          {limits.map((n) => (
            <option key={n}>{n}</option>
          ))}
        </select>
      </label>
    </section>
  );
}
