/**
 * Why: when to ask a card again, by FSRS-6 (`ts-fsrs`, https://github.com/open-spaced-repetition/ts-fsrs, its default
 * parameters). Everything that knows the library is here. Nothing is kept: a card is the fold of its reviews, so every
 * browser with the same log, zone and retention has the same due dates. No fuzz.
 *
 * FSRS speaks of days, so a card's memory changes once a day, at the first review. Later reviews of that day are
 * practice: they leave memory and due date alone, except that the first "again" counts as forgotten. A card graded
 * "again" comes back after `RELEARN`; any other grade then sends it off by its memory.
 */
import { FSRSAlgorithm } from 'ts-fsrs';
import { dayOf, startOf, type Zone } from './day';

/** 1 again, 2 hard, 3 good, 4 easy. */
export type RecallGrade = 1 | 2 | 3 | 4;
export const RECALL_GRADES: readonly RecallGrade[] = [1, 2, 3, 4];

export interface Review {
  readonly grade: RecallGrade;
  /** ms since 1970 */
  readonly at: number;
}

/** What the reviews say of a card. A card that was never reviewed is `null`. */
export interface Card {
  /** Days until the chance of recall has fallen to 90 %. */
  readonly stability: number;
  /** From 1, easy, to 10. */
  readonly difficulty: number;
  /** When to ask again, ms since 1970. */
  readonly due: number;
  /** Days from the last review that counted to `due`; 0 while it is learnt again. */
  readonly interval: number;
  /** Day of the last review that counted, as `dayOf`. */
  readonly day: number;
  /** Day of the first review. */
  readonly since: number;
}

/** How long until a card is asked again. */
export type Wait =
  { readonly unit: 'minutes'; readonly value: number } | { readonly unit: 'days'; readonly value: number };

export interface Scheduler {
  /** The card after a review. @param now ms since 1970 */
  readonly schedule: (card: Card | null, grade: RecallGrade, now: number) => Card;
  /** What each grade would lead to. */
  readonly preview: (card: Card | null, now: number) => Readonly<Record<RecallGrade, Wait>>;
  /** @param reviews in order of time */
  readonly cardOf: (reviews: readonly Review[]) => Card | null;
  /** Chance of recall, from 0 to 1. */
  readonly recall: (card: Card, now: number) => number;
}

/** A card graded "again" is asked again after 10 minutes (ms). */
export const RELEARN = 600_000;
/** Longest interval, days: longer than anybody prepares for an exam. */
export const LONGEST = 365;
/** Chance of recall at which a card is asked again: what a learner may choose. */
export const RETENTION = { least: 0.8, usual: 0.9, most: 0.97 } as const;

/** The retention that a setting asks for; the usual one where it asks for none, or for what is not offered. */
export const retentionOf = (setting: unknown): number =>
  typeof setting === 'number' && setting >= RETENTION.least && setting <= RETENTION.most
    ? setting
    : RETENTION.usual;

/** @param retention from 0.8 to 0.97 @throws Error outside (0, 1] */
export function schedulerOf({ retention, zone }: { retention: number; zone: Zone }): Scheduler {
  const fsrs = new FSRSAlgorithm({
    request_retention: retention,
    maximum_interval: LONGEST,
    enable_fuzz: false,
  });

  function schedule(card: Card | null, grade: RecallGrade, now: number): Card {
    const today = dayOf(now, zone);
    // A clock that was set back makes no day before the last one.
    const elapsed = card ? Math.max(0, today - card.day) : 0;
    const forgotten = grade === 1;
    if (card && elapsed === 0 && !forgotten && card.interval > 0) return card;
    const counts = !card || elapsed > 0 || (forgotten && card.interval > 0);
    const memory = counts ? fsrs.next_state(card, elapsed, grade) : card;
    const { stability, difficulty } = memory;
    const day = Math.max(today, card?.day ?? today);
    const interval = forgotten ? 0 : fsrs.next_interval(stability, elapsed);
    const due = forgotten ? now + RELEARN : startOf(day + interval, zone);
    return { stability, difficulty, due, interval, day, since: card?.since ?? day };
  }

  function waitAfter(card: Card | null, grade: RecallGrade, now: number): Wait {
    const { due, interval, day } = schedule(card, grade, now);
    return interval === 0
      ? { unit: 'minutes', value: Math.round((due - now) / 60_000) }
      : { unit: 'days', value: day + interval - Math.min(day, dayOf(now, zone)) };
  }

  return {
    schedule,
    preview: (card, now) => ({
      1: waitAfter(card, 1, now),
      2: waitAfter(card, 2, now),
      3: waitAfter(card, 3, now),
      4: waitAfter(card, 4, now),
    }),
    cardOf: (reviews) =>
      reviews.reduce<Card | null>((card, { grade, at }) => schedule(card, grade, at), null),
    recall: (card, now) => fsrs.forgetting_curve(Math.max(0, dayOf(now, zone) - card.day), card.stability),
  };
}
