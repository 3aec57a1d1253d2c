/** Why: a session lives in three places at once: the address says what it is, the store keeps it, the log gets its answers. */
import { useEffect, useReducer, useRef } from 'react';
import { grade } from '../../learning/grade';
import { drawn, NOTHING_KNOWN, type Bank, type Known } from '../../learning/practice/bank';
import { attemptAt, fitted, sessionReducer, startSession } from '../../learning/practice/session';
import type { PracticeSession, SessionAction } from '../../learning/practice/session';
import { readSpec, writeSpec, type PracticeSpec, type SpecProblem } from '../../learning/practice/spec';
import { followSessions, savedSessions, saveSession } from '../../store/practice-sessions';
import { sharedStore } from '../../store/shared';
import type { QuizQuestion } from '../quiz/quiz-question';
import { newSeed } from './seed';

export interface Opened {
  readonly spec: PracticeSpec;
  readonly problems: readonly SpecProblem[];
  /** Null: the choice takes nothing. */
  readonly session: PracticeSession | null;
  /** Questions of the kept session that are no longer there. */
  readonly gone: number;
}

/**
 * Opens the session that the address names: the kept one, or a new draw. Writes the mended address.
 * @param known null while the log is being read
 * @returns null when it must be drawn and what decides is not known yet
 */
export function openSession(bank: Bank, known: Known | null): Opened | null {
  const { spec: asked, problems } = readSpec([...new URLSearchParams(location.search)], bank);
  const spec = asked.seed === null ? { ...asked, seed: newSeed() } : asked;
  const query = writeSpec(spec);
  const kept = savedSessions().sessions.find((session) => session.query === query);
  const ids = new Set(bank.map(({ id }) => id));
  const fit = kept ? fitted(kept, (id) => ids.has(id)) : null;
  if (!fit && spec.only !== 'all' && known === null) return null;
  const list = fit ? fit.list : drawn(bank, spec, known ?? NOTHING_KNOWN);
  history.replaceState(history.state, '', `${location.pathname}${query}${location.hash}`);
  return {
    spec,
    problems,
    session: fit ?? (list.length > 0 ? startSession(query, spec.answers, list) : null),
    gone: kept && fit ? kept.list.length - fit.list.length : 0,
  };
}

/** The session as it goes on. @param questions those that have come */
export function useSession(
  opened: PracticeSession,
  questions: ReadonlyMap<string, QuizQuestion>,
  lessonOf: (id: string) => string,
): readonly [PracticeSession, (action: SessionAction) => void] {
  const [session, act] = useReducer(sessionReducer, opened);
  const kept = useRef(opened);
  /** Only the tab in which it ended, or one that opens it later, brings the log what it is owed. */
  const brings = useRef(true);
  const bringing = useRef(new Set<string>());

  useEffect(() => {
    if (session === kept.current) return;
    kept.current = session;
    saveSession(session);
  }, [session]);

  useEffect(
    () =>
      followSessions(() => {
        const other = savedSessions().sessions.find(({ query }) => query === opened.query);
        if (!other || JSON.stringify(other) === JSON.stringify(kept.current)) return;
        brings.current = false;
        kept.current = other;
        act({ kind: 'restore', session: other });
      }),
    [opened.query],
  );

  useEffect(() => {
    if (!brings.current) return;
    for (const id of session.owed) {
      const question = questions.get(id);
      if (!question || bringing.current.has(id)) continue;
      bringing.current.add(id);
      const { chosen } = attemptAt(session, id);
      void logAnswer(question, lessonOf(id), chosen).then(() => act({ kind: 'logged', id }));
    }
  }, [session, questions, lessonOf]);

  const go = (action: SessionAction) => {
    brings.current = true;
    act(action);
  };
  return [session, go];
}

/** Brings an answer to the log. Never rejects. */
export async function logAnswer(
  question: QuizQuestion,
  lesson: string,
  chosen: readonly string[],
): Promise<void> {
  const store = await sharedStore();
  const { right } = grade(question, chosen);
  await store.append({
    kind: 'answer',
    lesson,
    question: question.id,
    chosen: [...chosen],
    right,
    mode: 'practice',
  });
}
