import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyBank, type TestQuestion } from './bank.fixture';
import { gradePaper, passes, tally } from './grade-paper';

/** A paper and answers to it: each right, wrong, in part, or none. */
const sat = anyBank.chain((paper) =>
  fc.record({
    paper: fc.constant(paper),
    answers: fc
      .tuple(
        ...paper.map(({ answer, options }) =>
          fc.constantFrom(
            answer,
            [],
            answer.slice(1),
            options.map(({ id }) => id),
            [options[0]!.id],
          ),
        ),
      )
      .map((chosen) => new Map(paper.map(({ id }, i) => [id, chosen[i]!]))),
  }),
);
const sum = (parts: readonly { right: number; total: number }[]) =>
  parts.reduce((all, { right, total }) => ({ right: all.right + right, total: all.total + total }), {
    right: 0,
    total: 0,
  });

describe('gradePaper', () => {
  it('never gives less for one more right answer', () => {
    fc.assert(
      fc.property(sat, fc.nat(), ({ paper, answers }, pick) => {
        const question = paper[pick % paper.length]!;
        const before = gradePaper(paper, answers);
        const after = gradePaper(paper, new Map([...answers, [question.id, question.answer]]));
        expect(after.percent).toBeGreaterThanOrEqual(before.percent);
        expect(after.right).toContain(question.id);
        expect(after.right).toEqual(expect.arrayContaining([...before.right]));
        const gained = before.right.includes(question.id) ? 0 : 1;
        expect(after.right.length).toBe(before.right.length + gained);
      }),
    );
  });

  it('gives nothing for a part of a multiple choice, nor for one option too many', () => {
    const question: TestQuestion = {
      id: 'q',
      kind: 'multiple',
      lesson: 'kvm',
      topic: 'cpu',
      unit: 'u',
      options: ['a', 'b', 'c'].map((id) => ({ id })),
      answer: ['a', 'b'],
    };
    const right = (chosen: string[]) => gradePaper([question], new Map([['q', chosen]])).percent;
    expect([['a'], ['a', 'b', 'c'], [], ['a', 'b'], ['b', 'a']].map(right)).toEqual([0, 0, 0, 100, 100]);
  });

  it('adds up: topics and lessons both make the whole', () => {
    fc.assert(
      fc.property(sat, ({ paper, answers }) => {
        const { right, total, topics, lessons } = gradePaper(paper, answers);
        expect(sum(topics)).toEqual({ right: right.length, total });
        expect(sum(lessons)).toEqual({ right: right.length, total });
      }),
    );
  });

  it('is kept by what was found right when it was sat, also of questions that are gone', () => {
    fc.assert(
      fc.property(sat, fc.nat(), ({ paper, answers }, gone) => {
        const then = gradePaper(paper, answers);
        const left = paper.map((question, i) => (i % 3 === gone % 3 ? { id: question.id } : question));
        const now = tally(left, then.right);
        expect([now.right, now.total, now.percent]).toEqual([then.right, then.total, then.percent]);
      }),
    );
  });

  it('passes exactly from the mark on', () => {
    const of = (n: number) => ({ right: Array.from({ length: n }, String), total: 50 });
    expect([34, 35, 36].map((n) => passes(of(n), 70))).toEqual([false, true, true]);
    expect(passes({ right: ['a', 'b'], total: 3 }, 66.7)).toBe(false);
  });
});
