/**
 * Why: which cards a learner has, and which of them is asked now, is one pure answer for the review page, the progress
 * page and every number of cards due.
 */
import { DAY, dayOf, startOf, type Zone } from './day';
import type { Card, Review, Scheduler } from './schedule';
import type { Summary } from './summary';

/** The part of the course that can be reviewed. */
export interface DeckLesson {
  readonly id: string;
  /** Ids, in the order of the lesson. */
  readonly questions: readonly string[];
  readonly terms: readonly string[];
}

export interface DeckCard {
  /** `question/<id>` or `term/<id>`, as in the log. */
  readonly id: string;
  readonly kind: 'question' | 'term';
  /** Id of the question or term. */
  readonly item: string;
  readonly lesson: string;
  /** Null before the first review. */
  readonly card: Card | null;
}

/** Settings that put all questions or terms of a lesson into the deck, or take them out: true or false. */
export const deckSetting = (kind: DeckCard['kind'], lesson: string): string => `review.${kind}s/${lesson}`;

/** New cards a day: what a learner may choose. */
export const NEW_PER_DAY = { least: 0, usual: 10, most: 100 } as const;
export const newPerDayOf = (setting: unknown): number =>
  typeof setting === 'number' &&
  Number.isInteger(setting) &&
  setting >= NEW_PER_DAY.least &&
  setting <= NEW_PER_DAY.most
    ? setting
    : NEW_PER_DAY.usual;

type DeckLog = Pick<Summary, 'questions' | 'reviews' | 'settings'>;

/**
 * The learner's cards, in the order of the course: questions that were answered, what was put in by hand, and whatever
 * was reviewed before. A lesson taken out keeps the cards that were reviewed; the log forgets nothing.
 * @param cardOf of a card's reviews; give one that remembers where the log is long
 */
export function deckOf(
  log: DeckLog,
  lessons: readonly DeckLesson[],
  cardOf: (reviews: readonly Review[]) => Card | null,
): DeckCard[] {
  return lessons.flatMap((lesson) => {
    const cards = (kind: DeckCard['kind'], items: readonly string[]) => {
      const all = log.settings.get(deckSetting(kind, lesson.id)) === true;
      return items.flatMap((item): DeckCard[] => {
        const id = `${kind}/${item}`;
        const reviews = log.reviews.get(id);
        const answered = kind === 'question' && log.questions.has(item);
        if (!all && !answered && !reviews) return [];
        return [{ id, kind, item, lesson: lesson.id, card: reviews ? cardOf(reviews) : null }];
      });
    };
    return [...cards('question', lesson.questions), ...cards('term', lesson.terms)];
  });
}

/** Cards that were reviewed and that this edition of the course no longer has. */
export function strangers(log: DeckLog, lessons: readonly DeckLesson[]): string[] {
  const known = new Set(
    lessons.flatMap(({ questions, terms }) => [
      ...questions.map((id) => `question/${id}`),
      ...terms.map((id) => `term/${id}`),
    ]),
  );
  return [...log.reviews.keys()].filter((id) => !known.has(id));
}

/** A card graded "again" is asked before its time when nothing else is left (ms), as in Anki. */
const AHEAD = 1_200_000;

export interface Today {
  /** Cards whose time has come, the longest waiting first. */
  readonly due: readonly DeckCard[];
  /** New cards that today's limit still lets in; those answered wrong last come first. */
  readonly fresh: readonly DeckCard[];
  /** Forgotten today, due in a few minutes. */
  readonly soon: readonly DeckCard[];
  /** What to ask now; null when the day's work is done. */
  readonly next: DeckCard | null;
}

export interface Moment {
  /** ms since 1970 */
  readonly now: number;
  readonly zone: Zone;
}

/** What is to be asked today. @param last id of the card asked last: it is not asked twice running if another can be */
export function todayOf(
  deck: readonly DeckCard[],
  log: Pick<Summary, 'questions'>,
  { now, zone, newPerDay, last }: Moment & { readonly newPerDay: number; readonly last?: string | undefined },
): Today {
  const today = dayOf(now, zone);
  const byDue = (a: DeckCard, b: DeckCard) => (a.card?.due ?? 0) - (b.card?.due ?? 0);
  const seen = deck.filter(({ card }) => card !== null);
  const due = seen.filter(({ card }) => (card?.due ?? Infinity) <= now).sort(byDue);
  const soon = seen
    .filter(({ card }) => card?.interval === 0 && card.due > now && card.due <= now + AHEAD)
    .sort(byDue);
  const introduced = seen.filter(({ card }) => card?.since === today).length;
  const missed = ({ kind, item }: DeckCard) => {
    const standing = kind === 'question' ? log.questions.get(item) : undefined;
    return standing?.streak === 0;
  };
  const unseen = deck.filter(({ card }) => card === null);
  const fresh = [...unseen.filter(missed), ...unseen.filter((card) => !missed(card))].slice(
    0,
    Math.max(0, newPerDay - introduced),
  );
  const line = [...due, ...fresh, ...soon];
  return { due, fresh, soon, next: line.find(({ id }) => id !== last) ?? line[0] ?? null };
}

/** When the next card falls due after `now`, and how many fall due on that day; null when none will. */
export function nextDue(
  deck: readonly DeckCard[],
  { now, zone }: Moment,
): { readonly at: number; readonly count: number } | null {
  const times = deck.flatMap(({ card }) => (card && card.due > now ? [card.due] : []));
  if (times.length === 0) return null;
  const at = times.reduce((least, due) => Math.min(least, due));
  const day = dayOf(at, zone);
  return { at, count: times.filter((due) => dayOf(due, zone) === day).length };
}

/** How many cards fall due on each of the coming days; what is overdue counts for today, which is the first. */
export function forecastOf(
  deck: readonly DeckCard[],
  { now, zone }: Moment,
  days = 30,
): { readonly at: number; readonly count: number }[] {
  const today = dayOf(now, zone);
  const counts = new Array<number>(days).fill(0);
  for (const { card } of deck) {
    if (!card) continue;
    const ahead = Math.max(0, dayOf(card.due, zone) - today);
    if (ahead < days) counts[ahead] = (counts[ahead] ?? 0) + 1;
  }
  // Noon of each day, so that a calendar names it right.
  return counts.map((count, i) => ({ at: startOf(today + i, zone) + DAY / 3, count }));
}

/** The scheduler's fold, remembering what it made of the same list of reviews: a summary keeps lists that did not change. */
export function remembering({ cardOf }: Scheduler): (reviews: readonly Review[]) => Card | null {
  const known = new WeakMap<readonly Review[], Card | null>();
  return (reviews) => {
    const before = known.get(reviews);
    if (before !== undefined) return before;
    const card = cardOf(reviews);
    known.set(reviews, card);
    return card;
  };
}
