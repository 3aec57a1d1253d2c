import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QuizQuestion } from '../quiz/quiz-question';
import { NO_PROOF } from '../quiz/quiz-question';
import { commandOf } from './deck-keys';
import { packRows } from './quiz-desk';
import { answerSigns, itemOf, reasonsOf } from './quiz-words';

const question = (change: Partial<QuizQuestion>): QuizQuestion => ({
  id: 'q',
  kind: 'single',
  difficulty: 1,
  topic: 'kvm',
  stem: 'Which?',
  options: ['a', 'b', 'c'].map((id) => ({ id, text: `text ${id}`, why: `why ${id}` })),
  answer: ['b'],
  proof: NO_PROOF,
  ...change,
});
const multiple = question({ kind: 'multiple', answer: ['c', 'a'] });
const ordering = question({ kind: 'ordering', answer: ['c', 'a', 'b'] });
const matching = question({
  kind: 'matching',
  choices: ['x', 'y', 'z', 'w'].map((id) => ({ id, text: `meaning ${id}` })),
  answer: ['a:z', 'c:x', 'b:y'],
});

describe('a question as a class sees it', () => {
  test('hands are counted for options, and for having an order or pairs right', () => {
    expect(itemOf(multiple)).toEqual({ id: 'q', slots: 3, right: [0, 2] });
    expect(itemOf(ordering)).toEqual({ id: 'q', slots: 2, right: [0] });
    expect(itemOf(matching)).toEqual({ id: 'q', slots: 2, right: [0] });
  });

  test('the answer is said in the letters and numbers that stand on the screen', () => {
    expect([question({}), multiple, ordering, matching].map(answerSigns)).toEqual([
      'B',
      'A, C',
      'C → A → B',
      'A3 · B2 · C1',
    ]);
  });

  test('every option is told with its reason, an ordering in the right order, a matching with its meaning', () => {
    const told = (each: QuizQuestion) =>
      reasonsOf(each).map(({ why, right, meaning }) => [why, right, meaning ?? '']);
    expect(told(multiple)).toEqual([
      ['why a', true, ''],
      ['why b', false, ''],
      ['why c', true, ''],
    ]);
    expect(told(ordering).map(([why]) => why)).toEqual(['why c', 'why a', 'why b']);
    expect(told(matching).map(([, , meaning]) => meaning)).toEqual([
      '3 · meaning z',
      '2 · meaning y',
      '1 · meaning x',
    ]);
  });
});

describe('pages of reasons', () => {
  test('hold every row once, in order, none more than fits, and none that would have fitted before', () => {
    const heights = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(heights, fc.integer({ min: 100, max: 400 }), (rows, room) => {
        const pages = packRows(rows, room, 10);
        expect(pages.flat()).toEqual(rows.map((_, i) => i));
        const tall = (page: readonly number[]) =>
          page.reduce((sum, i) => sum + rows[i]!, 10 * (page.length - 1));
        pages.forEach((page, i) => {
          expect(tall(page)).toBeLessThanOrEqual(room);
          if (i > 0) expect(tall([...pages[i - 1]!, page[0]!])).toBeGreaterThan(room);
        });
      }),
    );
  });
});

describe('keys', () => {
  const key = (name: string, quiz: boolean) =>
    commandOf({ key: name, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false }, quiz);
  test('the quiz takes digits, plus and minus, up, down and Enter only while it is shown', () => {
    for (const name of ['1', '+', '-', 'ArrowUp', 'Enter', 'Backspace', 'm']) {
      expect(key(name, true), name).toMatchObject({ kind: 'act', action: { kind: 'quiz' } });
      expect(key(name, false), name).not.toMatchObject({ kind: 'act', action: { kind: 'quiz' } });
    }
  });
  test('the clicker, the countdown and the black screen stay the deck’s', () => {
    for (const name of ['PageDown', 'PageUp', ' ', 'c', 'b', 'q', 'Escape'])
      expect(key(name, true), name).toEqual(key(name, false));
  });
});
