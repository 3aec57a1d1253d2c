import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classQuizReducer, openQuiz, type QuizAction } from './class-quiz';
import { drawSet, fullBar, handsIn, ranking, rightShare, scoresOf, type QuizItem } from './quiz-set';
import { quizPlace, roundShown, type ClassQuiz, type QuizFeed } from './quiz-state';

const pool: readonly QuizItem[] = Array.from({ length: 12 }, (_, i) => ({
  id: `q${i}`,
  slots: 2 + (i % 4),
  right: i % 3 === 0 ? [0, 1] : [i % 2],
}));
/** Pages of a question: as a window measures them, the same each time. */
const feedOf = (quiz: ClassQuiz | null): QuizFeed => {
  const id = quiz ? roundShown(quiz)?.item.id : undefined;
  return { pool, pages: 1 + (Number(id?.slice(1) ?? 0) % 3) };
};
const step = (quiz: ClassQuiz | null, action: QuizAction) => classQuizReducer(quiz, action, feedOf(quiz));
const run = (actions: readonly QuizAction[], from: ClassQuiz | null = openQuiz(7)) =>
  actions.reduce(step, from);
const digits = (n: number): QuizAction[] =>
  [...String(n)].map((digit) => ({ kind: 'digit', digit: Number(digit) }));

const walk = fc.constantFrom<QuizAction>({ kind: 'forward' }, { kind: 'back' });
const anything = fc.oneof(
  { weight: 4, arbitrary: walk },
  fc.constantFrom<QuizAction>(
    ...(['enter', 'up', 'down', 'more', 'less', 'erase', 'teams', 'hide'] as const).map((kind) => ({ kind })),
    { kind: 'toggle', seed: 11 },
  ),
  fc.nat(9).map((digit): QuizAction => ({ kind: 'digit', digit })),
  fc.record({
    kind: fc.constant('hand' as const),
    slot: fc.nat(6),
    by: fc.constantFrom<1 | -1>(1, -1),
  }),
  fc.record({
    kind: fc.constant('point' as const),
    team: fc.nat(4),
    by: fc.constantFrom<1 | -1>(1, -1),
  }),
);

describe('the walk of a class quiz', () => {
  test('back undoes forward, wherever in a run one is', () => {
    fc.assert(
      fc.property(fc.nat(24), fc.array(anything, { maxLength: 6 }), (clicks, actions) => {
        const here = run([
          ...Array.from({ length: clicks }, () => ({ kind: 'forward' }) as const),
          ...actions,
        ]);
        if (!here?.shown || here.screen === 'chooser' || quizPlace(here) === 'summary') return;
        const on = step(here, { kind: 'forward' });
        expect(quizPlace(on)).not.toBe('');
        expect(step(on, { kind: 'back' })).toEqual({ ...here, typing: false });
      }),
    );
  });

  test('forward alone asks, counts and tells each question, every page of it, and ends at the summary', () => {
    const set = drawSet(pool, 7, 3);
    const places = set.flatMap(({ id }) => [
      `${id} asking`,
      `${id} counting`,
      ...Array.from({ length: 1 + (Number(id.slice(1)) % 3) }, () => `${id} revealed`),
    ]);
    let quiz = run([{ kind: 'length', length: 3 }, { kind: 'forward' }]);
    for (const place of [...places, 'summary']) {
      expect(quizPlace(quiz)).toBe(place);
      quiz = step(quiz, { kind: 'forward' });
    }
    expect(quizPlace(quiz)).toBe('');
    expect(quizPlace(step(quiz, { kind: 'toggle', seed: 1 }))).toBe('summary');
  });

  test('walking changes no count: hands stay through all phases and back again', () => {
    fc.assert(
      fc.property(
        fc.array(anything, { maxLength: 60 }),
        fc.array(walk, { maxLength: 40 }),
        (actions, way) => {
          const here = run(actions);
          const there = run(way, here);
          const counts = (quiz: ClassQuiz | null) =>
            quiz?.run?.rounds.map(({ hands, points }) => [hands, points]);
          // From the chooser forward may begin another run.
          if (here?.screen === 'run' && there?.run?.items === here.run?.items)
            expect(counts(there)).toEqual(counts(here));
        },
      ),
    );
  });

  test('back from the first question is the chooser; forward goes on with the same set and its counts', () => {
    const counted = run([
      { kind: 'forward' },
      { kind: 'forward' },
      { kind: 'hand', slot: 1, by: 1 },
      { kind: 'back' },
    ]);
    const chooser = step(counted, { kind: 'back' });
    expect(chooser?.screen).toBe('chooser');
    expect(step(chooser, { kind: 'forward' })).toEqual(counted);
    const other = run([...digits(99), { kind: 'forward' }], chooser);
    expect(other?.run?.seed).toBe(99);
    expect(other?.run?.rounds.every((round) => handsIn(round) === 0)).toBe(true);
  });

  test('hidden it keeps its place and hears nothing but the key that shows it', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 40 }), anything, (actions, action) => {
        const hidden = step(run(actions), { kind: 'hide' })!;
        if (action.kind !== 'toggle') expect(step(hidden, action)).toBe(hidden);
        expect(step(hidden, { kind: 'toggle', seed: 3 })).toEqual({ ...hidden, shown: true, typing: false });
      }),
    );
  });
});

describe('hands and points', () => {
  test('are never below zero, and every count is that of a slot', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 120 }), (actions) => {
        const quiz = run(actions)?.run;
        quiz?.rounds.forEach(({ hands, points }, i) => {
          expect(hands).toHaveLength(quiz.items[i]!.slots);
          for (const n of [...hands, ...points]) expect(n).toBeGreaterThanOrEqual(0);
          for (const n of hands) expect(n).toBeLessThanOrEqual(999);
        });
      }),
    );
  });

  test('numbers are typed row by row: the digits, Enter, the next; a typed number replaces the old one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(999), { minLength: 5, maxLength: 5 }), (numbers) => {
        const asked = run([{ kind: 'forward' }, { kind: 'forward' }])!;
        const { slots } = roundShown(asked)!.item;
        const wanted = numbers.slice(0, slots);
        const keys = wanted.flatMap((n): QuizAction[] => [...digits(n), { kind: 'enter' }]);
        const once = run(keys, asked)!;
        expect(roundShown(once)!.round).toMatchObject({ hands: wanted, slot: null });
        expect(quizPlace(step(once, { kind: 'enter' }))).toMatch(/revealed$/);
        const again = run([{ kind: 'down' }, ...digits(4)], once)!;
        expect(roundShown(again)!.round.hands).toEqual([4, ...wanted.slice(1)]);
        expect(roundShown(step(again, { kind: 'erase' })!)!.round.hands[0]).toBe(0);
      }),
    );
  });

  test('scores are the sum over the questions, and a point taken back was one that was given', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2), fc.boolean()), { maxLength: 30 }), (given) => {
        let quiz = run([{ kind: 'team-count', count: 3 }, { kind: 'forward' }]);
        const expected = new Map<string, number>();
        given.forEach(([team, plus], i) => {
          if (i % 4 === 3) for (let n = 0; n < 5; n++) quiz = step(quiz, { kind: 'forward' });
          const id = quiz ? roundShown(quiz)?.item.id : undefined;
          if (id === undefined) return;
          quiz = step(quiz, { kind: 'point', team, by: plus ? 1 : -1 });
          const name = `${id} ${team}`;
          expected.set(name, Math.max(0, (expected.get(name) ?? 0) + (plus ? 1 : -1)));
        });
        const total = (team: number) =>
          [...expected].reduce((sum, [name, n]) => sum + (name.endsWith(` ${team}`) ? n : 0), 0);
        expect(scoresOf(quiz?.run?.rounds ?? [], 3)).toEqual([total(0), total(1), total(2)]);
      }),
    );
  });

  test('in the answer a digit gives a team its point, and minus takes that one back', () => {
    const told = run([
      { kind: 'teams' },
      { kind: 'forward' },
      { kind: 'forward' },
      { kind: 'forward' },
      ...digits(221),
    ])!;
    expect(scoresOf(told.run!.rounds, 2)).toEqual([1, 2]);
    expect(scoresOf(step(told, { kind: 'less' })!.run!.rounds, 2)).toEqual([0, 2]);
  });
});

describe('a set', () => {
  const seeds = fc.nat(9999);
  test('is the same for the same seed, in whatever order the questions come, each once', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.integer({ min: 1, max: 12 }),
        fc.shuffledSubarray([...pool], { minLength: 12 }),
        (seed, length, mixed) => {
          const set = drawSet(pool, seed, length);
          expect(drawSet(mixed, seed, length)).toEqual(set);
          expect(new Set(set.map(({ id }) => id)).size).toBe(length);
          expect(drawSet(pool, seed, 12).slice(0, length)).toEqual(set);
        },
      ),
    );
  });

  test('differs between seeds: each question comes first under some of them', () => {
    const first = new Set(Array.from({ length: 300 }, (_, seed) => drawSet(pool, seed, 1)[0]!.id));
    expect(first.size).toBe(pool.length);
  });

  test('questions chosen one by one become one run, a second time the same question is not counted twice', () => {
    const choose = (cursor: number): QuizAction[] => [{ kind: 'choose', cursor }, { kind: 'forward' }];
    const one = run(choose(3))!;
    const two = run([{ kind: 'toggle', seed: 1 }, ...choose(5)], one)!;
    expect(two.run!.items.map(({ id }) => id)).toEqual(['q2', 'q4']);
    const again = run([{ kind: 'toggle', seed: 1 }, ...choose(3)], two)!;
    expect([again.run!.index, again.run!.items.length]).toEqual([0, 2]);
  });

  test('needs questions: until they are loaded forward begins nothing', () => {
    expect(classQuizReducer(openQuiz(7), { kind: 'forward' })).toMatchObject({
      screen: 'chooser',
      run: null,
    });
  });
});

test('the share of right hands is of all hands, and nothing when none were counted', () => {
  const item = { id: 'q', slots: 3, right: [0, 2] };
  const round = { hands: [3, 5, 2], slot: null, page: 0, points: [] };
  expect(rightShare(item, round)).toBe(0.5);
  expect(rightShare(item, { ...round, hands: [0, 0, 0] })).toBeNull();
});

test('teams with the same score share a rank', () => {
  expect(ranking([2, 5, 2, 0]).map(({ team, rank }) => [team, rank])).toEqual([
    [1, 1],
    [0, 2],
    [2, 2],
    [3, 4],
  ]);
});

test('a full bar holds every count and is no wider than it must be', () => {
  expect([fullBar([0, 0]), fullBar([10, 3]), fullBar([11]), fullBar([23, 17])]).toEqual([10, 10, 20, 30]);
});
