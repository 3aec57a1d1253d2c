import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RecallGrade } from '../../learning/schedule';
import { sessionReducer, START, suggested, withGiven, type Session, type SessionAction } from './session';

const run = (actions: readonly SessionAction[], from: Session = START) =>
  actions.reduce(sessionReducer, from);
const graded = (grade: RecallGrade, at: number, next: string | null): SessionAction[] => [
  { kind: 'reveal', right: null },
  { kind: 'grade', grade, at, next },
];

test('a card is graded only when it was revealed', () => {
  const asked = run([{ kind: 'ask', card: 'a' }]);
  expect(run([{ kind: 'grade', grade: 3, at: 1, next: 'b' }], asked)).toBe(asked);
  expect(run(graded(3, 1, 'b'), asked)).toMatchObject({ at: 'b', revealed: false, pending: true });
});

test('undo shows the card again as it was answered, with its grade taken back; only once', () => {
  const before = run([
    { kind: 'ask', card: 'a' },
    { kind: 'choose', chosen: ['x'] },
    { kind: 'reveal', right: true },
  ]);
  const after = run([{ kind: 'grade', grade: 4, at: 1, next: null }], before);
  expect(after.phase).toBe('over');
  const undone = run([{ kind: 'undo' }], after);
  expect(undone).toEqual(before);
  expect(run([{ kind: 'undo' }], undone)).toBe(undone);
});

test('what was kept cannot be undone', () => {
  const kept = run([{ kind: 'ask', card: 'a' }, ...graded(3, 1, 'b'), { kind: 'keep' }]);
  expect(run([{ kind: 'undo' }], kept)).toBe(kept);
  expect(kept.given).toHaveLength(1);
});

test('an answer that is revealed cannot be changed', () => {
  const shown = run([
    { kind: 'ask', card: 'a' },
    { kind: 'reveal', right: false },
  ]);
  expect(run([{ kind: 'choose', chosen: ['y'] }], shown)).toBe(shown);
});

test('each grade counts once, whether the log holds it already or not', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.boolean(), fc.boolean()), { maxLength: 10 }),
      (list) => {
        const given = list.map(([card, written], i) => ({
          card,
          grade: 3 as const,
          at: 100 + i,
          written: written ? 1000 + i : null,
          right: null,
          chosen: [],
        }));
        const log = new Map<string, { grade: 3; at: number }[]>();
        list.forEach(([card, written, arrived], i) => {
          if (written && arrived) log.set(card, [...(log.get(card) ?? []), { grade: 3, at: 1000 + i }]);
        });
        const all = withGiven(log, given);
        for (const card of ['a', 'b']) {
          const reviews = all.get(card) ?? [];
          expect(reviews).toHaveLength(list.filter(([name]) => name === card).length);
          expect([...reviews].sort((x, y) => x.at - y.at)).toEqual(reviews);
        }
      },
    ),
  );
});

test('a list that gains nothing stays the same one', () => {
  const reviews = new Map([['a', [{ grade: 3 as const, at: 1 }]]]);
  expect(withGiven(reviews, [])).toBe(reviews);
  const given = { card: 'b', grade: 1 as const, at: 2, written: null, right: null, chosen: [] };
  expect(withGiven(reviews, [given]).get('a')).toBe(reviews.get('a'));
});

test('right suggests good, anything else again; a term suggests nothing', () => {
  const revealed = (right: boolean | null) =>
    run([
      { kind: 'ask', card: 'a' },
      { kind: 'reveal', right },
    ]);
  expect([true, false, null].map((right) => suggested(revealed(right), 'question'))).toEqual([3, 1, 1]);
  expect(suggested(revealed(null), 'term')).toBeNull();
  expect(suggested(START, 'question')).toBeNull();
});
