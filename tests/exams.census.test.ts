/** Why: every mock exam that the site offers can be drawn from the course as it stands, whatever the number of the paper. */
import { describe, expect, test } from 'vitest';
import { bankOf } from '../src/content/check-exams';
import { course, exams, questions } from '../src/content/load';
import { examCourse } from '../src/islands/exam/exam-data';
import { examText } from '../src/islands/exam/messages';
import { assemble, weightsOf } from '../src/learning/exam/assemble';
import { LANGUAGES } from '../src/lib/message';
import { slipsIn } from './typography';

const bank = bankOf(course, questions);
const kindOf = new Map(bank.map((question) => [question.id, question]));
const SEEDS = Array.from({ length: 60 }, (_, i) => i * 7919);

test('the exams that are promised are there', () => {
  expect([...exams.keys()]).toEqual(
    expect.arrayContaining(['aca-v1.1-2019', 'aca-sibling-60min', 'course-final']),
  );
});

describe.each([...exams])('%s', (id, preset) => {
  const drawn = SEEDS.map((seed) => {
    const assembly = assemble(bank, preset, seed);
    if (assembly.kind === 'short')
      throw new Error(`seed ${seed}: the bank is short of ${assembly.of ?? 'a mixture'}`);
    return assembly.questions.map((question) => kindOf.get(question)!);
  });
  const total = Object.values(preset.kinds).reduce((sum, n) => sum + n, 0);

  test('has its number of questions, each once, and differs from paper to paper', () => {
    for (const paper of drawn) {
      expect(paper).toHaveLength(total);
      expect(new Set(paper).size).toBe(total);
    }
    expect(new Set(drawn.map((paper) => paper.map((question) => question.id).join())).size).toBe(
      SEEDS.length,
    );
  });

  test('shows the kinds that its papers have', () => {
    const { drawn: shown } = examCourse('en').presets.find((entry) => entry.id === id)!;
    for (const paper of drawn) {
      const counts: Record<string, number> = {};
      for (const { kind } of paper) counts[kind] = (counts[kind] ?? 0) + 1;
      expect(counts).toEqual(shown);
      if (!preset.instead) expect(counts).toEqual(preset.kinds);
    }
  });

  test('keeps its weights within one question', () => {
    const weights = weightsOf(bank, preset);
    const sum = [...weights.values()].reduce((a, b) => a + b, 0);
    for (const paper of drawn)
      for (const [group, weight] of weights) {
        const n = paper.filter((question) => question[preset.weights.by] === group).length;
        expect(Math.abs(n - (total * weight) / sum), group).toBeLessThan(1);
      }
  });

  test('calls nothing official, and says what it is in well-set Chinese', () => {
    const shown = LANGUAGES.map((lang) => examCourse(lang).presets.find((entry) => entry.id === id)!);
    for (const mark of preset.pass) expect(['high']).not.toContain(mark.certainty);
    const { title, about, edition, source, notes, pass } = shown[1]!;
    const texts = [title, about, edition, source, ...notes, ...pass.map((mark) => mark.from)];
    expect(texts.flatMap(slipsIn)).toEqual([]);
  });
});

test('both languages draw and grade from the same bank', () => {
  const [en, zh] = LANGUAGES.map((lang) => examCourse(lang));
  expect(zh!.bank).toEqual(en!.bank);
  expect(zh!.presets.map(({ kinds, weights }) => ({ kinds, weights }))).toEqual(
    en!.presets.map(({ kinds, weights }) => ({ kinds, weights })),
  );
});

test('the page’s words are well-set Chinese, and hold the same places to fill', () => {
  const [en, zh] = LANGUAGES.map((lang) => examText(lang) as Record<string, string>);
  const holes = (text = '') => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const [key, text] of Object.entries(zh!)) {
    expect(slipsIn(text), key).toEqual([]);
    expect(holes(text), key).toEqual(holes(en![key]));
  }
});
