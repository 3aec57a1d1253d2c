/**
 * Why: a session of practice outlives its page, and another tab goes on with it. It is scratch paper, not the log: only
 * the last few are kept. Text that cannot be read is put aside whole, never overwritten.
 */
import type { Problem } from '../schemas/problem';
import { readSessions, writeSessions, type SavedSession } from '../schemas/practice-sessions';
import { recall, remember } from './saved';

const KEY = 'practice-sessions';
const ASIDE = 'practice-sessions-unreadable';
const KEPT = 5;

/** The sessions kept, the latest first, and what was wrong with them, if they could not be read. */
export function savedSessions(): {
  readonly sessions: readonly SavedSession[];
  readonly problem: Problem | null;
} {
  const text = recall(KEY);
  const reading = readSessions(text);
  if (reading.kind === 'ok') return { sessions: reading.sessions, problem: null };
  remember(ASIDE, text);
  remember(KEY, null);
  return { sessions: [], problem: reading.problem };
}

/** Keeps a session in its newest state; the oldest of too many is forgotten. */
export function saveSession(session: SavedSession): void {
  const others = savedSessions().sessions.filter(({ query }) => query !== session.query);
  remember(KEY, writeSessions([session, ...others].slice(0, KEPT)));
}

export function forgetSession(query: string): void {
  remember(KEY, writeSessions(savedSessions().sessions.filter((session) => session.query !== query)));
}

/** Calls when another tab changed the sessions. @returns what ends it. */
export function followSessions(listener: () => void): () => void {
  const onStorage = ({ key }: StorageEvent) => {
    if (key === null || key.endsWith(`:${KEY}`)) listener();
  };
  addEventListener('storage', onStorage);
  return () => removeEventListener('storage', onStorage);
}
