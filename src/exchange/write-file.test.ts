import initSqlJs from 'sql.js';
import { strToU8 } from 'fflate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesOf, FORMATS } from './changes';
import { bankQuestions, hostile } from './sample.fixture';
import { counts, EVERYTHING, FACETS, selected, ticked } from './select';
import { writeFile } from './write-file';

test.each(FORMATS)('%s: a named file with something in it, and what changed', async (format) => {
  const now = Date.UTC(2026, 0, 31);
  const file = await writeFile(
    { questions: hostile, format, language: 'both', titles: {}, now },
    () => initSqlJs(),
    strToU8,
  );
  expect(file.name).toMatch(/^ringside-questions-2026-01-31\.[a-z.]+$/);
  expect(file.bytes.length).toBeGreaterThan(1000);
  expect(changesOf(hostile, format, 'both')).toContain('point-as-choice');
});

test('a question of one’s own that is called as one of the course goes out beside it', async () => {
  const [one] = bankQuestions;
  const questions = [one!, { ...one!, lesson: 'own' }];
  const { bytes } = await writeFile(
    { questions, format: 'csv', language: 'en', titles: {}, now: 0 },
    () => initSqlJs(),
    strToU8,
  );
  const text = new TextDecoder().decode(bytes);
  expect(text).toContain(`\n${one!.id},`);
  expect(text).toContain(`\nown-${one!.id},own`);
});

const ticks = fc.array(
  fc.constantFrom(...FACETS).chain((facet) =>
    fc.record({
      facet: fc.constant(facet),
      value: fc.constantFrom(...new Set(bankQuestions.map((question) => String(question[facet])))),
    }),
  ),
  { maxLength: 6 },
);

test('a selection: nothing ticked is all; the count of a value is what ticking it alone gives; ticking twice is nothing', () => {
  expect(selected(bankQuestions, EVERYTHING)).toEqual(bankQuestions);
  fc.assert(
    fc.property(ticks, (steps) => {
      const selection = steps.reduce((now, { facet, value }) => ticked(now, facet, value), EVERYTHING);
      for (const facet of FACETS)
        for (const [value, n] of counts(bankQuestions, selection, facet))
          expect(selected(bankQuestions, { ...selection, [facet]: [value] })).toHaveLength(n);
      for (const { facet, value } of steps) {
        const again = ticked(ticked(selection, facet, value), facet, value);
        expect(selected(bankQuestions, again)).toEqual(selected(bankQuestions, selection));
      }
    }),
  );
});
