import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble, weightsOf, type BankQuestion, type Blueprint } from './assemble';
import { anyBank, anyBlueprint, anySeed } from './bank.fixture';

const count = <T>(list: readonly T[], key: (item: T) => string) => {
  const counts = new Map<string, number>();
  for (const item of list) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
};

/** The drawn questions, or undefined when the bank is too short. */
function drawn(
  bank: readonly BankQuestion[],
  blueprint: Blueprint,
  seed: number,
): BankQuestion[] | undefined {
  const assembly = assemble(bank, blueprint, seed);
  if (assembly.kind === 'short') return undefined;
  return assembly.questions.map((id) => bank.find((question) => question.id === id)!);
}

/** A wish that the bank fulfils, made from a part of the bank whose groups are weighed by what they give. */
const fulfillable = fc
  .tuple(anyBank, fc.constantFrom('lesson' as const, 'unit' as const, 'topic' as const))
  .chain(([bank, by]) =>
    fc.subarray(bank, { minLength: 1 }).map((part) => {
      const kinds = Object.fromEntries(count(part, ({ kind }) => kind)) as Blueprint['kinds'];
      return {
        bank,
        blueprint: { kinds, weights: { by, of: Object.fromEntries(count(part, (q) => q[by])) } },
      };
    }),
  );

describe('assemble', () => {
  it('fulfils every wish that can be fulfilled', () => {
    fc.assert(
      fc.property(fulfillable, anySeed, ({ bank, blueprint }, seed) => {
        expect(assemble(bank, blueprint, seed).kind).toBe('paper');
      }),
    );
  });

  it('has every number by kind, every weight within one question, and no question twice', () => {
    const law = (bank: readonly BankQuestion[], blueprint: Blueprint, seed: number) => {
      const paper = drawn(bank, blueprint, seed);
      if (!paper) return false;
      expect(new Set(paper).size).toBe(paper.length);
      const wanted = Object.entries(blueprint.kinds);
      const kinds = count(paper, ({ kind }) => kind);
      for (const [kind, n] of wanted) expect(kinds.get(kind)).toBe(n);
      expect(kinds.size).toBe(wanted.length);
      const weights = weightsOf(bank, blueprint);
      const sum = [...weights.values()].reduce((a, b) => a + b, 0);
      const groups = count(paper, (question) => question[blueprint.weights.by]);
      for (const [group, weight] of weights)
        expect(Math.abs((groups.get(group) ?? 0) - (paper.length * weight) / sum)).toBeLessThan(1);
      return true;
    };
    let papers = 0;
    fc.assert(
      fc.property(anyBank, anyBlueprint, anySeed, (bank, blueprint, seed) => {
        if (law(bank, blueprint, seed)) papers++;
      }),
    );
    fc.assert(
      fc.property(fulfillable, anySeed, ({ bank, blueprint }, seed) => {
        if (law(bank, blueprint, seed)) papers++;
      }),
    );
    expect(papers).toBeGreaterThanOrEqual(100);
  });

  it('draws the same paper from the same seed, whatever the order of the files', () => {
    fc.assert(
      fc.property(
        fulfillable.chain((wish) =>
          fc.record({
            wish: fc.constant(wish),
            mixed: fc.shuffledSubarray(wish.bank, { minLength: wish.bank.length }),
          }),
        ),
        anySeed,
        ({ wish: { bank, blueprint }, mixed }, seed) => {
          expect(assemble(mixed, blueprint, seed)).toEqual(assemble(bank, blueprint, seed));
        },
      ),
    );
  });

  const even = (n: number): BankQuestion[] =>
    Array.from({ length: n }, (_, i) => ({
      id: `q${i}`,
      kind: i % 3 ? 'single' : 'multiple',
      lesson: `l${i % 5}`,
      unit: 'u',
      topic: 't',
    }));

  it('draws different papers from different seeds, and in the end every question', () => {
    const papers = Array.from({ length: 200 }, (_, seed) =>
      drawn(even(60), { kinds: { single: 10, multiple: 5 }, weights: { by: 'lesson' } }, seed)!.map(
        ({ id }) => id,
      ),
    );
    expect(new Set(papers.map((paper) => paper.join())).size).toBe(200);
    expect(new Set(papers.flat()).size).toBe(60);
  });

  it('lets another kind stand in for what the course does not have, and for no more', () => {
    const blueprint = {
      kinds: { single: 10, ordering: 3 },
      instead: 'single',
      weights: { by: 'lesson' },
    } as const;
    const bank = even(60);
    const none = drawn(bank, blueprint, 1)!;
    expect(count(none, ({ kind }) => kind)).toEqual(new Map([['single', 13]]));
    const two = ['x', 'y'].map((id) => ({ ...bank[0]!, id, kind: 'ordering' as const }));
    expect(count(drawn([...bank, ...two], blueprint, 1)!, ({ kind }) => kind)).toEqual(
      new Map([
        ['single', 11],
        ['ordering', 2],
      ]),
    );
  });

  it('says of which kind there are too few', () => {
    expect(assemble(even(9), { kinds: { multiple: 4 }, weights: { by: 'lesson' } }, 0)).toEqual({
      kind: 'short',
      of: 'multiple',
      wanted: 4,
      there: 3,
    });
  });

  it('says when kinds and weights cannot be met together', () => {
    const bank = even(60);
    const weights = { by: 'lesson', of: { l0: 9, l1: 1 } } as const;
    expect(assemble(bank, { kinds: { multiple: 8 }, weights }, 0)).toMatchObject({ kind: 'short', of: null });
  });
});
