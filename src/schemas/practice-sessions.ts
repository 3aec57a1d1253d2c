/** Why: running sessions are kept in a browser as text; what comes back from there is checked before it is used. */
import * as v from 'valibot';
import { problemOf, show, type Problem } from './problem';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const ids = v.array(id);

// Of Valibot only what the log's schema uses too: every lesson carries that, and nothing more for practice.
const sessionSchema = v.strictObject({
  query: v.pipe(v.string(), v.maxLength(20_000)),
  answers: v.picklist(['once', 'end']),
  list: v.pipe(ids, v.minLength(1)),
  at: id,
  attempts: v.array(
    v.strictObject({ question: id, chosen: ids, handedIn: v.boolean(), first: v.optional(ids) }),
  ),
  done: v.boolean(),
  owed: ids,
});
const fileSchema = v.strictObject({ version: v.literal(1), sessions: v.array(sessionSchema) });

type Kept = v.InferOutput<typeof sessionSchema>;
interface SavedAttempt {
  readonly chosen: readonly string[];
  readonly handedIn: boolean;
  readonly first: readonly string[] | null;
}
export interface SavedSession extends Readonly<Omit<Kept, 'attempts' | 'list' | 'owed'>> {
  readonly list: readonly string[];
  readonly owed: readonly string[];
  /** By question id. */
  readonly attempts: Readonly<Record<string, SavedAttempt>>;
}

export type SessionsReading =
  | { readonly kind: 'ok'; readonly sessions: readonly SavedSession[] }
  | { readonly kind: 'broken'; readonly problem: Problem };

/** Reads what was kept, the latest first; null is nothing. Never throws. */
export function readSessions(text: string | null): SessionsReading {
  if (text === null) return { kind: 'ok', sessions: [] };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'broken', problem: { path: '', expected: 'JSON', found: show(text) } };
  }
  const result = v.safeParse(fileSchema, value);
  if (!result.success) return { kind: 'broken', problem: problemOf(result.issues[0], value) };
  const { sessions } = result.output;
  const lost = sessions.findIndex(({ list, at }) => !list.includes(at));
  const at = sessions[lost]?.at;
  if (at !== undefined)
    return {
      kind: 'broken',
      problem: { path: `sessions[${lost}].at`, expected: 'an id of list', found: show(at) },
    };
  return { kind: 'ok', sessions: sessions.map(read) };
}

const read = (session: Kept): SavedSession => ({
  ...session,
  attempts: Object.fromEntries(
    session.attempts.map(({ question, chosen, handedIn, first }) => [
      question,
      { chosen, handedIn, first: first ?? null },
    ]),
  ),
});

export const writeSessions = (sessions: readonly SavedSession[]): string =>
  JSON.stringify({
    version: 1,
    sessions: sessions.map((session) => ({
      ...session,
      attempts: Object.entries(session.attempts).map(([question, { first, ...attempt }]) => ({
        question,
        ...attempt,
        ...(first && { first }),
      })),
    })),
  });
