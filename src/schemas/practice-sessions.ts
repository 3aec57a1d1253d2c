/** Why: running sessions are kept in a browser as text; what comes back from there is checked before it is used. */
import * as v from 'valibot';
import { problemOf, show, type Problem } from './problem';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const ids = v.array(id);

const sessionSchema = v.pipe(
  v.strictObject({
    query: v.pipe(v.string(), v.maxLength(20_000)),
    answers: v.picklist(['once', 'end']),
    list: v.pipe(ids, v.minLength(1)),
    at: id,
    attempts: v.record(id, v.strictObject({ chosen: ids, handedIn: v.boolean(), first: v.nullable(ids) })),
    done: v.boolean(),
    owed: ids,
  }),
  v.check(({ list, at }) => list.includes(at), 'at is in list'),
);
const fileSchema = v.strictObject({ version: v.literal(1), sessions: v.array(sessionSchema) });

export type SavedSession = v.InferOutput<typeof sessionSchema>;

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
  return result.success
    ? { kind: 'ok', sessions: result.output.sessions }
    : { kind: 'broken', problem: problemOf(result.issues[0], value) };
}

export const writeSessions = (sessions: readonly SavedSession[]): string =>
  JSON.stringify({ version: 1, sessions });
