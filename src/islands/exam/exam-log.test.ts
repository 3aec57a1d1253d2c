/** Why: whatever the clock does between two pages, the log tells the exam as it was sat. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { summaryOf } from '../../learning/summary';
import { openStore } from '../../store/store';
import type { BankEntry } from './exam-course';
import { endExam, sendAnswer, startExam } from './exam-log';

const question = (id: string): BankEntry => ({
  id,
  kind: 'single',
  lesson: 'kvm',
  unit: 'hypervisors',
  topic: 'kvm',
  options: [{ id: 'a' }, { id: 'b' }],
  answer: ['a'],
});
const bank = ['q1', 'q2', 'q3'].map(question);

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

it('the last answer to each question counts, in whichever tab and whatever the clock said', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          question: fc.constantFrom('q1', 'q2', 'q3'),
          chosen: fc.constantFrom([], ['a'], ['b']),
          flagged: fc.boolean(),
          now: fc.integer({ min: 1, max: 10_000 }),
        }),
        { maxLength: 8 },
      ),
      async (steps) => {
        globalThis.indexedDB = new IDBFactory();
        const begin = await openStore({ now: () => 5000 });
        const paper = bank.map(({ id }) => id);
        const id = await startExam(begin, { preset: 'p', seed: 1, minutes: 10, pass: 60 }, paper);
        begin.close();
        const expected = new Map<string, readonly string[]>();
        for (const { question: name, chosen, flagged, now } of steps) {
          // Each step as a page of its own, with a clock of its own.
          const store = await openStore({ now: () => now });
          const exam = summaryOf(await store.all()).exams.get(id)!;
          await sendAnswer(store, exam, question(name), { chosen, flagged });
          expected.set(name, chosen);
          store.close();
        }
        const last = await openStore({ now: () => 7 });
        await endExam(last, summaryOf(await last.all()).exams.get(id)!, bank, 42);
        const exam = summaryOf(await last.all()).exams.get(id)!;
        expect(new Map([...exam.answers].map(([name, { chosen }]) => [name, chosen]))).toEqual(expected);
        expect(exam.end?.right).toEqual(paper.filter((name) => expected.get(name)?.[0] === 'a'));
        expect(exam.end?.seconds).toBe(42);
        await endExam(last, exam, bank, 99);
        expect(summaryOf(await last.all()).exams.get(id)!.end).toEqual(exam.end);
        last.close();
      },
    ),
    { numRuns: 25 },
  );
});
