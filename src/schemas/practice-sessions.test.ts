import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSessions, writeSessions, type SavedSession } from './practice-sessions';

const id = fc.string({ minLength: 1, maxLength: 20 });
const anySession: fc.Arbitrary<SavedSession> = fc
  .uniqueArray(id, { minLength: 1, maxLength: 5 })
  .chain((list) =>
    fc.record({
      query: fc.string(),
      answers: fc.constantFrom('once' as const, 'end' as const),
      list: fc.constant(list),
      at: fc.constantFrom(...list),
      attempts: fc.constant(
        Object.fromEntries(list.map((own) => [`q${own}`, { chosen: [own], handedIn: true, first: null }])),
      ),
      done: fc.boolean(),
      owed: fc.subarray(list),
    }),
  );

test('what is kept comes back as it was', () => {
  fc.assert(
    fc.property(fc.array(anySession, { maxLength: 3 }), (sessions) => {
      expect(readSessions(writeSessions(sessions))).toEqual({ kind: 'ok', sessions });
    }),
  );
});

test('anything else is refused with its place, never thrown', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(readSessions(text).kind).toBe('broken');
    }),
  );
  expect(readSessions(null)).toEqual({ kind: 'ok', sessions: [] });
  const text = JSON.stringify({ version: 1, sessions: [{ query: 7 }] });
  expect(readSessions(text)).toMatchObject({
    kind: 'broken',
    problem: { path: 'sessions[0].query', expected: 'string', found: '7' },
  });
});
