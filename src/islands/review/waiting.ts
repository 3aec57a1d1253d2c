/** Why: how many cards wait today is told on several pages; what computes it is loaded only there, and late. */
import { deckOf, newPerDayOf, todayOf } from '../../learning/deck';
import type { Zone } from '../../learning/day';
import { retentionOf, schedulerOf } from '../../learning/schedule';
import type { Summary } from '../../learning/summary';
import { deckLessons, type Syllabus } from './syllabus';

/** Cards due now and new ones that today lets in. @param now ms since 1970 */
export function waitingCards(summary: Summary, syllabus: Syllabus, now: number, zone: Zone): number {
  const retention = retentionOf(summary.settings.get('review.retention'));
  const newPerDay = newPerDayOf(summary.settings.get('review.new-per-day'));
  const deck = deckOf(summary, deckLessons(syllabus), schedulerOf({ retention, zone }).cardOf);
  const { due, fresh } = todayOf(deck, summary, { now, zone, newPerDay });
  return due.length + fresh.length;
}
