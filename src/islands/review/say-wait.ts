/** Why: a wait fits on a button ("2 mo") and is spoken in full ("days: 61"). */
import type { Wait } from '../../learning/schedule';
import { fill } from '../../lib/fill';
import type { ReviewText } from './messages';

/** Mean length of a month, days. */
const MONTH = 30.44;
const YEAR = 365;

/** For the eye: minutes, days up to 30, then months, then years. */
export function sayWait({ unit, value }: Wait, text: ReviewText): string {
  if (unit === 'minutes') return fill(text.minutes, { n: value });
  if (value <= 30) return fill(text.days, { n: value });
  const months = value / MONTH;
  if (months >= 11.5) return fill(text.years, { n: Math.round((value / YEAR) * 10) / 10 });
  return fill(text.months, { n: months < 3 ? Math.round(months * 10) / 10 : Math.round(months) });
}

/** Whether what the eye gets is rounded. */
export const isRounded = ({ unit, value }: Wait): boolean => unit === 'days' && value > 30;

/** For the ear: the exact number. */
export const speakWait = ({ unit, value }: Wait, text: ReviewText): string =>
  fill(unit === 'minutes' ? text.minutesLong : text.daysLong, { n: value });
