import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { grade } from '../grade';
import { drawn, matching, NOTHING_KNOWN, ways, without, type Bank, type Known } from './bank';
import { shuffled } from '../../lib/seeded-order';
import {
  attemptAt,
  fitted,
  openOnes,
  outcomeOf,
  sessionReducer,
  startSession,
  tally,
  type Asked,
  type SessionAction,
} from './session';
import { ANSWERS, DEFAULT_SPEC, KINDS, ONLY, readSpec, SEEDS, writeSpec, type PracticeSpec } from './spec';

const LESSONS = ['kvm', 'io', 'xen'];
const TOPICS = ['cpu', 'io'];
const bank: Bank = Array.from({ length: 40 }, (_, i) => ({
  id: `q${i}`,
  lesson: LESSONS[Math.floor(i / 14)]!,
  kind: KINDS[i % KINDS.length]!,
  difficulty: ([1, 2, 3] as const)[i % 3]!,
  topic: TOPICS[i % 2]!,
}));
const ids = bank.map(({ id }) => id);

const seeds = fc.nat(SEEDS - 1);
const anySpec: fc.Arbitrary<PracticeSpec> = fc.record({
  lessons: fc.subarray(LESSONS),
  topics: fc.subarray(TOPICS),
  kinds: fc.subarray([...KINDS]),
  difficulty: fc.subarray<1 | 2 | 3>([1, 2, 3]),
  only: fc.constantFrom(...ONLY),
  questions: fc.oneof(fc.constant([]), fc.subarray(ids)),
  answers: fc.constantFrom(...ANSWERS),
  count: fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.constant('all' as const)),
  seed: fc.option(seeds),
});
const anyKnown: fc.Arbitrary<Known> = fc.record({
  wrong: fc.subarray(ids).map((list) => new Set(list)),
  seen: fc.subarray(ids).map((list) => new Set(list)),
  favourites: fc.subarray(ids).map((list) => new Set(list)),
});
const params = (query: string) => [...new URLSearchParams(query)];

describe('an order', () => {
  test('holds every id once, is the same for one seed, and does not depend on how the ids come', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), seeds, (list, seed) => {
        const order = shuffled(list, seed);
        expect([...order].sort()).toEqual([...list].sort());
        expect(shuffled([...list].reverse(), seed)).toEqual(order);
      }),
    );
  });

  test('keeps the order of those that stay when others leave', () => {
    fc.assert(
      fc.property(fc.subarray(ids), seeds, (some, seed) => {
        expect(shuffled(some, seed)).toEqual(shuffled(ids, seed).filter((id) => some.includes(id)));
      }),
    );
  });

  test('is another for another seed, and puts each id in each place about as often', () => {
    const first = Array.from({ length: 4000 }, (_, seed) => shuffled(ids, seed)[0]!);
    for (const id of ids) {
      const times = first.filter((other) => other === id).length;
      // 100 expected; five standard deviations are 50.
      expect(times).toBeGreaterThan(50);
      expect(times).toBeLessThan(150);
    }
  });
});

describe('an address', () => {
  test('says a choice and is read back as the same', () => {
    fc.assert(
      fc.property(anySpec, (spec) => {
        expect(readSpec(params(writeSpec(spec)), bank)).toEqual({ spec, problems: [] });
      }),
    );
  });

  test('of any content is read, gives a valid choice, and is complained of only where it is mended', () => {
    const name = fc.oneof(fc.constantFrom(...Object.keys(DEFAULT_SPEC)), fc.string());
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string())), (pairs) => {
        const { spec, problems } = readSpec(pairs, bank);
        const again = readSpec(params(writeSpec(spec)), bank);
        expect(again).toEqual({ spec, problems: [] });
        for (const problem of problems) expect(pairs.map(([own]) => own)).toContain(problem.name);
      }),
    );
  });

  test('is readable', () => {
    const spec: PracticeSpec = { ...DEFAULT_SPEC, lessons: ['kvm', 'io'], only: 'wrong', seed: 7 };
    expect(writeSpec(spec)).toBe('?lessons=kvm,io&only=wrong&seed=7');
  });

  test('with a slip takes what is near, and says so', () => {
    const { spec, problems } = readSpec(
      params('?lessons=kwm,zzzzzzzz&only=bad&count=0&seed=x&lesson=io'),
      bank,
    );
    expect(spec).toEqual({ ...DEFAULT_SPEC, lessons: ['kvm'], count: 1 });
    expect(problems).toEqual([
      { name: 'lesson', found: 'io', taken: null },
      { name: 'lessons', found: 'kwm', taken: 'kvm' },
      { name: 'lessons', found: 'zzzzzzzz', taken: null },
      { name: 'only', found: 'bad', taken: 'all' },
      { name: 'count', found: '0', taken: '1' },
      { name: 'seed', found: 'x', taken: null },
    ]);
  });
});

describe('a choice', () => {
  test('takes what every filter takes; each filter only narrows', () => {
    fc.assert(
      fc.property(anySpec, anyKnown, (spec, known) => {
        const found = matching(bank, spec, known);
        for (const filter of ['lessons', 'topics', 'kinds', 'difficulty', 'only', 'questions'] as const)
          expect(matching(bank, without(spec, filter), known)).toEqual(expect.arrayContaining([...found]));
        for (const question of found) {
          if (spec.lessons.length > 0) expect(spec.lessons).toContain(question.lesson);
          if (spec.topics.length > 0) expect(spec.topics).toContain(question.topic);
          if (spec.kinds.length > 0) expect(spec.kinds).toContain(question.kind);
          if (spec.difficulty.length > 0) expect(spec.difficulty).toContain(question.difficulty);
          if (spec.only === 'unseen') expect(known.seen.has(question.id)).toBe(false);
          if (spec.only === 'wrong') expect(known.wrong).toContain(question.id);
          if (spec.only === 'favourites') expect(known.favourites).toContain(question.id);
        }
      }),
    );
  });

  test('unseen and seen make the whole', () => {
    fc.assert(
      fc.property(anyKnown, (known) => {
        const unseen = matching(bank, { ...DEFAULT_SPEC, only: 'unseen' }, known).map(({ id }) => id);
        expect(unseen).toEqual(ids.filter((id) => !known.seen.has(id)));
      }),
    );
  });

  test('draws as many as asked for, if there are', () => {
    fc.assert(
      fc.property(anySpec, anyKnown, (spec, known) => {
        const found = matching(bank, spec, known).map(({ id }) => id);
        const list = drawn(bank, spec, known);
        expect(list).toHaveLength(spec.count === 'all' ? found.length : Math.min(spec.count, found.length));
        expect(found).toEqual(expect.arrayContaining(list));
        expect(new Set(list).size).toBe(list.length);
      }),
    );
  });

  test('that takes nothing names the filters without which it would take something', () => {
    const spec: PracticeSpec = { ...DEFAULT_SPEC, lessons: ['kvm'], only: 'favourites' };
    expect(ways(bank, spec, { ...NOTHING_KNOWN, favourites: new Set(['q20']) })).toEqual([
      { filter: 'lessons', count: 1 },
      { filter: 'only', count: 14 },
    ]);
  });
});

/** A question whose right answer is `a`. */
const asked = (id: string): Asked & { answer: string[] } => ({
  id,
  kind: 'multiple',
  options: [{ id: 'a' }, { id: 'b' }],
  answer: ['a'],
});
const LIST = ['q1', 'q2', 'q3'];
const anyAction: fc.Arbitrary<SessionAction> = fc.oneof(
  fc.record({
    kind: fc.constant('choose' as const),
    question: fc.constantFrom('q1', 'q2', 'q3', 'other').map(asked),
    option: fc.constantFrom('a', 'b', 'nothing'),
  }),
  fc.record({
    kind: fc.constantFrom('hand-in' as const, 'again' as const, 'finish' as const, 'reopen' as const),
  }),
  fc.record({ kind: fc.constant('go' as const), id: fc.constantFrom('q1', 'q2', 'q3', 'other') }),
);
const run = (answers: 'once' | 'end', actions: readonly SessionAction[]) =>
  actions.reduce(sessionReducer, startSession('?seed=1', answers, LIST));

describe('a session', () => {
  test('stays in its list, offers only what is offered, and a first answer stays the first', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ANSWERS), fc.array(anyAction), (answers, actions) => {
        let session = startSession('?seed=1', answers, LIST);
        for (const action of actions) {
          const next = sessionReducer(session, action);
          expect(next.list).toEqual(LIST);
          expect(LIST).toContain(next.at);
          for (const id of LIST) {
            const [before, after] = [attemptAt(session, id).first, attemptAt(next, id).first];
            if (before !== null) expect(after).toEqual(before);
            for (const option of attemptAt(next, id).chosen) expect(['a', 'b']).toContain(option);
          }
          session = next;
        }
      }),
    );
  });

  test('with answers at the end shows none before, and then owes the log exactly what was chosen', () => {
    fc.assert(
      fc.property(fc.array(anyAction), (actions) => {
        const before = run(
          'end',
          actions.filter(({ kind }) => kind !== 'finish'),
        );
        for (const id of LIST) expect(attemptAt(before, id)).toMatchObject({ handedIn: false, first: null });
        const after = sessionReducer(before, { kind: 'finish' });
        const chosen = LIST.filter((id) => attemptAt(before, id).chosen.length > 0);
        expect(after.owed).toEqual(chosen);
        expect(openOnes(after)).toEqual(openOnes(before));
        expect(sessionReducer(after, { kind: 'finish' })).toBe(after);
        const paid = after.owed.reduce((now, id) => sessionReducer(now, { kind: 'logged', id }), after);
        expect(paid.owed).toEqual([]);
      }),
    );
  });

  test('its result counts every question once, by the first answer', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ANSWERS), fc.array(anyAction), (answers, actions) => {
        const session = run(answers, [...actions, { kind: 'finish' }]);
        const items = LIST.map(asked);
        const rows = tally(
          items,
          ({ id }) => (id === 'q1' ? 'one' : 'others'),
          (item) => outcomeOf(session, item),
        );
        expect(rows.reduce((sum, row) => sum + row.right + row.wrong + row.open, 0)).toBe(LIST.length);
        for (const item of items) {
          const { first } = attemptAt(session, item.id);
          const expected = first === null ? 'open' : grade(item, first).right ? 'right' : 'wrong';
          expect(outcomeOf(session, item)).toBe(expected);
        }
      }),
    );
  });

  test('goes back from its result to what is open, with answers after each question', () => {
    const session = run('once', [
      { kind: 'choose', question: asked('q1'), option: 'a' },
      { kind: 'hand-in' },
      { kind: 'finish' },
      { kind: 'reopen' },
    ]);
    expect(session).toMatchObject({ done: false, at: 'q2' });
    expect(openOnes(session)).toEqual(['q2', 'q3']);
  });

  test('goes on in another edition without what is no longer there', () => {
    const session = run('once', [{ kind: 'go', id: 'q2' }]);
    expect(fitted(session, (id) => id !== 'q2')).toMatchObject({ list: ['q1', 'q3'], at: 'q1' });
    expect(fitted(session, () => true)).toEqual(session);
    expect(fitted(session, () => false)).toBeNull();
  });
});
