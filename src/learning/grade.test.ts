import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choose, grade, isComplete, offers, pairOf, type QuestionKind } from './grade';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const options = ids.map((id) => ({ id }));
const kind = 'multiple';
const subset = fc.subarray(ids);
const answers = fc.subarray(ids, { minLength: 1 });

test('right exactly when the set chosen is the set wanted, in whatever order', () => {
  fc.assert(
    fc.property(answers, subset, (answer, chosen) => {
      const same = answer.length === chosen.length && answer.every((id) => chosen.includes(id));
      expect(grade({ kind, options, answer }, chosen).right).toBe(same);
      expect(grade({ kind, options, answer }, [...chosen].reverse()).right).toBe(same);
    }),
  );
});

test('the marks account for every option, and the counts agree with them', () => {
  fc.assert(
    fc.property(answers, subset, (answer, chosen) => {
      const result = grade({ kind, options, answer }, chosen);
      const count = (mark: string) => Object.values(result.marks).filter((m) => m === mark).length;
      expect(Object.keys(result.marks)).toEqual(ids);
      expect(result.hits).toBe(count('hit'));
      expect(result.mistaken).toBe(count('mistaken'));
      expect(result.wanted).toBe(count('hit') + count('missed'));
      expect(result.right).toBe(count('missed') + count('mistaken') === 0);
    }),
  );
});

test('more right options chosen, with as few wrong ones, never lowers the hits', () => {
  fc.assert(
    fc.property(answers, subset, fc.constantFrom(...ids), (answer, chosen, more) => {
      const before = grade({ kind, options, answer }, chosen);
      const after = grade({ kind, options, answer }, [...chosen, more]);
      expect(after.hits).toBeGreaterThanOrEqual(before.hits);
    }),
  );
});

test('partly right says how much', () => {
  expect(grade({ kind, options, answer: ['a', 'b', 'c'] }, ['a', 'c', 'f'])).toMatchObject({
    right: false,
    hits: 2,
    wanted: 3,
    mistaken: 1,
    marks: { a: 'hit', b: 'missed', c: 'hit', d: 'left', f: 'mistaken' },
  });
});

test('an option that no longer exists makes the answer wrong, and repeats do not count twice', () => {
  expect(grade({ kind, options, answer: ['a'] }, ['a', 'gone']).right).toBe(false);
  expect(grade({ kind, options, answer: ['a', 'b'] }, ['a', 'a']).right).toBe(false);
});

describe('an order', () => {
  const question = (answer: readonly string[]) => ({ kind: 'ordering' as const, options, answer });
  const orders = fc.shuffledSubarray(ids, { minLength: ids.length });

  test('is right only as a whole and in this order; each step in its place is a hit', () => {
    fc.assert(
      fc.property(orders, fc.shuffledSubarray(ids), (answer, chosen) => {
        const result = grade(question(answer), chosen);
        expect(result.right).toBe(answer.join() === chosen.join());
        expect(result.hits).toBe(answer.filter((id, i) => chosen[i] === id).length);
        expect(result.hits + result.mistaken).toBe(chosen.length);
      }),
    );
  });
});

describe('a matching', () => {
  const terms = ['kvm', 'xen', 'bochs'];
  const meanings = ['full', 'para', 'emulated', 'none'];
  const answer = ['kvm:full', 'xen:para', 'bochs:emulated'];
  const question = { kind: 'matching' as const, options: terms.map((id) => ({ id })), answer };
  const pairs = fc.uniqueArray(fc.constantFrom(...terms.flatMap((t) => meanings.map((m) => `${t}:${m}`))), {
    selector: (pair) => pairOf(pair)[0],
  });

  test('is right exactly when each term has its meaning, in whatever order they were chosen', () => {
    fc.assert(
      fc.property(pairs, (chosen) => {
        const result = grade(question, chosen);
        expect(result.right).toBe([...chosen].sort().join() === [...answer].sort().join());
        for (const term of terms) {
          const mine = chosen.find((pair) => pair.startsWith(`${term}:`));
          expect(result.marks[term]).toBe(mine ? (answer.includes(mine) ? 'hit' : 'mistaken') : 'missed');
        }
      }),
    );
  });

  test('a term has one meaning at a time, and can have none again', () => {
    const once = choose('matching', ['xen:para'], 'kvm:none');
    expect(choose('matching', once, 'kvm:full')).toEqual(['xen:para', 'kvm:full']);
    expect(choose('matching', once, 'kvm:')).toEqual(['xen:para']);
  });

  test('offers only its own terms and meanings', () => {
    const whole = { ...question, choices: meanings.map((id) => ({ id })) };
    expect(['kvm:none', 'kvm:', 'kvm:gone', 'gone:none'].map((pair) => offers(whole, pair))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

test.each<[QuestionKind, string[]]>([
  ['single', ['b']],
  ['true-false', ['b']],
  ['point', ['b']],
  ['multiple', ['a', 'b']],
  ['ordering', ['a', 'b']],
])('%s: a second touch on another option leaves %j', (each, left) => {
  expect(choose(each, ['a'], 'b')).toEqual(left);
});

describe('a step of an order is put in a place', () => {
  const orders = fc.shuffledSubarray(ids);
  const touch = fc.record({ id: fc.constantFrom(...ids), place: fc.integer({ min: 1, max: ids.length }) });

  test('it stands there, or at the end of a shorter order; the others keep their order', () => {
    fc.assert(
      fc.property(orders, touch, (chosen, { id, place }) => {
        const after = choose('ordering', chosen, `${id}:${place}`);
        const others = chosen.filter((other) => other !== id);
        expect(after.filter((other) => other !== id)).toEqual(others);
        expect(after.indexOf(id)).toBe(Math.min(place - 1, others.length));
        expect(new Set(after).size).toBe(after.length);
      }),
    );
  });

  test('there and back changes nothing', () => {
    fc.assert(
      fc.property(orders, touch, (chosen, { id, place }) => {
        const from = chosen.indexOf(id) + 1;
        fc.pre(from > 0);
        const away = choose('ordering', chosen, `${id}:${place}`);
        expect(choose('ordering', away, `${id}:${from}`)).toEqual(chosen);
      }),
    );
  });

  test('only places of this order are offered', () => {
    const order = { kind: 'ordering' as const, options: options.slice(0, 3) };
    const asked = ['a', 'a:1', 'c:3', 'a:0', 'a:4', 'a:b', 'e', 'e:1'];
    expect(asked.map((option) => offers(order, option))).toEqual([
      true,
      true,
      true,
      ...Array<boolean>(5).fill(false),
    ]);
  });
});

test('an order or a matching is complete with its last step, anything else with its first choice', () => {
  const kinds: readonly QuestionKind[] = ['single', 'multiple', 'true-false', 'point'];
  fc.assert(
    fc.property(fc.shuffledSubarray(ids), (chosen) => {
      for (const each of kinds) expect(isComplete({ kind: each, options }, chosen)).toBe(chosen.length > 0);
      const whole = chosen.length === ids.length;
      expect(isComplete({ kind: 'ordering', options }, chosen)).toBe(whole);
      const pairs = chosen.map((id) => `${id}:same`);
      expect(isComplete({ kind: 'matching', options }, pairs)).toBe(whole);
    }),
  );
});
