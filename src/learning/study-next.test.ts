import fc from 'fast-check';
import { expect, test } from 'vitest';
import { studyNext, topicsOf, type StudyLesson } from './study-next';
import type { QuestionStanding } from './summary';

const NOW = 1_000_000;
const LESSONS: StudyLesson[] = ['kvm', 'xen', 'io'].map((id) => ({
  id,
  readable: id !== 'io',
  questions: [1, 2, 3, 4].map((n) => ({ id: `${id}${n}`, topic: n === 4 ? 'memory' : id })),
}));
const standing = (lesson: string, streak: number): QuestionStanding => ({
  lesson,
  seen: 1,
  right: streak,
  streak,
  missed: [],
  missedAt: streak === 0 ? NOW : null,
  chosen: ['a'],
  at: NOW,
});
const answers = (given: Record<string, number>) =>
  new Map(Object.entries(given).map(([id, streak]) => [id, standing(id.slice(0, -1), streak)]));

test('before anything was done: the first lesson', () => {
  const [first] = studyNext({ questions: new Map(), visits: new Map() }, LESSONS, 0, NOW);
  expect(first).toEqual({ kind: 'unopened', lesson: 'kvm' });
});

test('due, then misses, then a weak topic, each with its reason', () => {
  const questions = answers({ kvm1: 0, kvm2: 0, kvm4: 0, xen4: 0, io4: 0, xen1: 0 });
  const found = studyNext({ questions, visits: new Map() }, LESSONS, 7, NOW);
  expect(found).toMatchObject([
    { kind: 'due', count: 7 },
    { kind: 'misses', lesson: 'kvm', count: 3 },
    { kind: 'unopened', lesson: 'xen' },
  ]);
  const weak = studyNext({ questions: answers({ kvm1: 1, kvm2: 1, kvm3: 1 }), visits: new Map([['kvm', 1], ['xen', 1]]) }, LESSONS, 0, NOW); // prettier-ignore
  expect(weak.map(({ kind }) => kind)).toEqual(['unanswered']);
});

test('at most three, no lesson twice, nothing without a reason in the log', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...LESSONS.flatMap((l) => l.questions.map((q) => q.id))), fc.nat(3)),
      fc.subarray(['kvm', 'xen']),
      fc.nat(3),
      (given, opened, due) => {
        const questions = answers(given);
        const visits = new Map(opened.map((id) => [id, 1]));
        const found = studyNext({ questions, visits }, LESSONS, due, NOW);
        expect(found.length).toBeLessThanOrEqual(3);
        const named = found.flatMap((one) => (one.kind === 'due' ? [] : [one.lesson]));
        expect(new Set(named).size).toBe(named.length);
        for (const one of found) {
          if (one.kind === 'unopened') expect(visits.has(one.lesson)).toBe(false);
          if (one.kind === 'misses')
            expect(one.count).toBe(
              [...questions.values()].filter((q) => q.lesson === one.lesson && q.streak === 0).length,
            );
          if (one.kind === 'due') expect(one.count).toBe(due);
        }
        if (due > 0) expect(found[0]?.kind).toBe('due');
        const open = LESSONS.some(
          (l) => (l.readable && !visits.has(l.id)) || l.questions.some((q) => !questions.has(q.id)),
        );
        if (open) expect(found.length).toBeGreaterThan(0);
      },
    ),
  );
});

test('topics hold every question once, over lessons', () => {
  const topics = topicsOf(LESSONS);
  expect(topics.get('memory')).toEqual(['kvm4', 'xen4', 'io4']);
  expect([...topics.values()].flat().sort()).toEqual(
    LESSONS.flatMap((l) => l.questions.map((q) => q.id)).sort(),
  );
});
