/** Why: joins the pure session and deck with the log, the clock and the ways in which a page is left. */
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { deckOf, newPerDayOf, remembering, todayOf, type DeckCard, type Today } from '../../learning/deck';
import type { Zone } from '../../learning/day';
import { retentionOf, schedulerOf, type RecallGrade, type Scheduler } from '../../learning/schedule';
import type { Summary } from '../../learning/summary';
import type { Store } from '../../store/contract';
import { sessionReducer, START, withGiven, type Given, type Session, type SessionAction } from './session';
import { deckLessons, type Syllabus } from './syllabus';

/** By the clock of this device. */
export const zone: Zone = (at) => -new Date(at).getTimezoneOffset();
/** How often the page looks at the clock, and how long a grade can be undone at most, ms. */
const LOOK = 15_000;
const UNDO = 60_000;

export interface Desk {
  readonly session: Session;
  readonly act: (action: SessionAction) => void;
  readonly deck: readonly DeckCard[];
  readonly today: Today;
  /** The card shown, or undefined. */
  readonly shown: DeckCard | undefined;
  readonly scheduler: Scheduler;
  /** ms since 1970 */
  readonly now: number;
  readonly begin: () => void;
  readonly give: (grade: RecallGrade) => void;
}

/** The time, looked at now and then, and again when the page is looked at again. */
function useNow(): readonly [number, () => number] {
  const [now, setNow] = useState(() => Date.now());
  const look = useCallback(() => {
    const time = Date.now();
    setNow(time);
    return time;
  }, []);
  useEffect(() => {
    const timer = setInterval(look, LOOK);
    addEventListener('focus', look);
    return () => {
      clearInterval(timer);
      removeEventListener('focus', look);
    };
  }, [look]);
  return [now, look];
}

export function useDesk(store: Store, summary: Summary, syllabus: Syllabus): Desk {
  const [session, act] = useReducer(sessionReducer, START);
  const [now, look] = useNow();
  const offset = zone(now);
  const retention = retentionOf(summary.settings.get('review.retention'));
  const newPerDay = newPerDayOf(summary.settings.get('review.new-per-day'));
  const scheduler = useMemo(() => {
    void offset; // A device carried to another zone has other days.
    return schedulerOf({ retention, zone });
  }, [retention, offset]);
  const cardOf = useMemo(() => remembering(scheduler), [scheduler]);
  const lessons = useMemo(() => deckLessons(syllabus), [syllabus]);
  const deckWith = useCallback(
    (given: readonly Given[]) =>
      deckOf({ ...summary, reviews: withGiven(summary.reviews, given) }, lessons, cardOf),
    [summary, lessons, cardOf],
  );
  const deck = useMemo(() => deckWith(session.given), [deckWith, session.given]);
  const last = session.given.at(-1)?.card;
  const today = useMemo(
    () => todayOf(deck, summary, { now, zone, newPerDay, last }),
    [deck, summary, now, newPerDay, last],
  );

  /** The grade that waits, for whoever must write it without drawing first. */
  const waiting = useRef<Given | null>(null);
  useEffect(() => {
    waiting.current = session.pending ? (session.given.at(-1) ?? null) : null;
  }, [session]);
  const keep = useCallback(() => {
    const given = waiting.current;
    if (!given) return;
    waiting.current = null;
    act({ kind: 'keep' });
    void store
      .append({ kind: 'review', card: given.card, grade: given.grade })
      .then(({ at }) => act({ kind: 'written', at: given.at, stamp: at }));
  }, [store]);

  useEffect(() => {
    const hide = () => {
      if (document.visibilityState === 'hidden') keep();
    };
    addEventListener('pagehide', keep);
    document.addEventListener('visibilitychange', hide);
    return () => {
      removeEventListener('pagehide', keep);
      document.removeEventListener('visibilitychange', hide);
      keep();
    };
  }, [keep]);
  useEffect(() => {
    if (!session.pending) return;
    const timer = setTimeout(keep, UNDO);
    return () => clearTimeout(timer);
  }, [session.pending, session.given, keep]);

  return {
    session,
    act,
    deck,
    today,
    shown: deck.find(({ id }) => id === session.at),
    scheduler,
    now,
    begin: () =>
      act({
        kind: 'ask',
        card: todayOf(deck, summary, { now: look(), zone, newPerDay, last }).next?.id ?? null,
      }),
    give: (grade) => {
      const card = session.at;
      if (card === null || !session.revealed) return;
      keep();
      const at = Math.max(look(), (session.given.at(-1)?.at ?? 0) + 1);
      const { right, chosen } = session;
      const after = deckWith([...session.given, { card, grade, at, written: null, right, chosen }]);
      const { next } = todayOf(after, summary, { now: at, zone, newPerDay, last: card });
      act({ kind: 'grade', grade, at, next: next?.id ?? null });
    },
  };
}
