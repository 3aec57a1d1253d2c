/** Why: generated questions have no author to read them over; what holds for every question must hold for hundreds of each family. */
import { beforeAll, describe, expect, it } from 'vitest';
import { course } from '../src/content/load';
import type { Drill } from '../src/drills/drill';
import { drillOf, inLanguage, questionOfId } from '../src/drills/families';
import { FAMILIES, LESSON, type FamilyId } from '../src/drills/numbered';
import { grade } from '../src/learning/grade';
import { LANGUAGES } from '../src/lib/message';
import { questionSchema } from '../src/schemas/question';
import { answerShown, shownBy } from './drills';
import { slipsIn } from './typography';

const SEEDS = Array.from({ length: 300 }, (_, i) => i * 3331);

/** Every text that is read, in one language. */
const textsOf = ({ stem, options }: Drill, lang: 'en' | 'zh-cn') => [
  stem[lang],
  ...options.flatMap(({ text, why }) => [text[lang], why[lang]]),
];
/** As the file of a lesson would spell it; there an id has no `/`. */
function asWritten(family: string, seed: number, { proof: { figure, ref, at }, ...drill }: Drill) {
  return { id: `gen-${family}-${seed}`, ...drill, proof: { figure, scenario: ref, at } };
}
const sorted = (list: readonly string[]) => list.toSorted();

describe.each(FAMILIES)('generated questions: %s', (family: FamilyId) => {
  const drills: { seed: number; drill: Drill }[] = [];
  beforeAll(async () => {
    for (const seed of SEEDS) drills.push({ seed, drill: await drillOf({ family, seed }) });
    // Hundreds of runs of a model, on a machine that may be busy.
  }, 120_000);

  it('are questions as the schema wants them, with ids that the log takes', () => {
    for (const { seed, drill } of drills) {
      const read = questionSchema.safeParse(asWritten(family, seed, drill));
      expect(read.error?.issues ?? [], `${family} ${seed}`).toEqual([]);
      const wanted = drill.kind === 'single' ? 4 : undefined;
      if (wanted) expect(drill.options.length, `${family} ${seed}: ${drill.stem.en}`).toBe(wanted);
      expect(grade(inLanguage({ family, seed }, drill, 'en'), drill.answer).right).toBe(true);
    }
  });

  it('are the same for the same seed', async () => {
    for (const { seed, drill } of drills.filter((_, i) => i % 3 === 0))
      expect(await drillOf({ family, seed })).toEqual(drill);
  });

  it('have the answer that the figure shows at the step of the proof', () => {
    for (const { seed, drill } of drills) {
      const shown = shownBy(drill.proof);
      expect(sorted(answerShown(family, drill, shown)), `${family} ${seed}: ${drill.stem.en}`).toEqual(
        sorted(drill.answer),
      );
    }
  });

  it('say of a right option which step shows it', () => {
    for (const { drill } of drills) {
      const first = drill.options.filter(({ id }) => drill.answer.includes(id));
      for (const lang of LANGUAGES)
        expect(first.some(({ why }) => why[lang].includes(`\`${drill.proof.at}\``))).toBe(true);
    }
  });

  it('say of every option what a step shows', () => {
    for (const { seed, drill } of drills)
      for (const { why } of drill.options) {
        expect(why.en, `${family} ${seed}`).toMatch(/step `[a-z0-9-]+`/i);
        expect(why['zh-cn'], `${family} ${seed}`).toMatch(/步骤 `[a-z0-9-]+`/);
      }
  });

  it('are made again from their ids', async () => {
    for (const { seed, drill } of drills.slice(0, 20))
      for (const lang of LANGUAGES) {
        const question = inLanguage({ family, seed }, drill, lang);
        expect(await questionOfId(question.id, lang)).toEqual(question);
      }
    expect(await questionOfId('popf-silent', 'en')).toBeUndefined();
  });

  it('have options that differ, in both languages', () => {
    for (const { seed, drill } of drills)
      for (const lang of LANGUAGES) {
        const texts = drill.options.map(({ text }) => text[lang]);
        expect(new Set(texts).size, `${family} ${seed}: ${texts.join(' | ')}`).toBe(texts.length);
      }
  });

  it('are many', () => {
    const told = drills.map(({ drill }) =>
      [drill.stem.en, ...sorted(drill.options.map(({ text }) => text.en))].join('\n'),
    );
    expect(new Set(told).size).toBeGreaterThanOrEqual(40);
    expect(new Set(drills.map(({ drill }) => drill.stem.en)).size).toBeGreaterThanOrEqual(40);
  });

  it('have the right one at every place equally often', () => {
    const singles = drills.map(({ drill }) => drill).filter(({ kind }) => kind === 'single');
    const places = [0, 0, 0, 0];
    for (const { options, answer } of singles) places[options.findIndex(({ id }) => id === answer[0])]!++;
    // Four standard deviations of a fair die with four sides.
    const far = 4 * Math.sqrt((singles.length * 3) / 16);
    for (const count of places) expect(Math.abs(count - singles.length / 4)).toBeLessThan(far);
  });

  it('are not given away by the length of an option', () => {
    const singles = drills.map(({ drill }) => drill).filter(({ kind }) => kind === 'single');
    for (const lang of LANGUAGES)
      for (const sign of [1, -1]) {
        const given = singles.filter(({ options, answer }) => {
          const length = (id: string) => options.find((o) => o.id === id)!.text[lang].length * sign;
          return options.every(({ id }) => answer.includes(id) || length(id) < length(answer[0]!));
        });
        expect(given.length / singles.length, `${lang} ${sign > 0 ? 'longest' : 'shortest'}`).toBeLessThan(
          0.45,
        );
      }
  });

  it('are set as text is set', () => {
    for (const { seed, drill } of drills) {
      for (const text of textsOf(drill, 'zh-cn'))
        expect(slipsIn(text), `${family} ${seed}: ${text}`).toEqual([]);
      for (const text of textsOf(drill, 'en'))
        expect(text, `${family} ${seed}`).not.toMatch(
          / {2}| [,.;:?!](?!\w)|undefined|NaN|[\u4e00-\u9fff]|['"]\s/,
        );
      for (const text of [...textsOf(drill, 'en'), ...textsOf(drill, 'zh-cn')])
        expect((text.match(/`/g)?.length ?? 0) % 2, text).toBe(0);
    }
  });

  it('belong to a lesson of the course', () => {
    expect(course.units.flatMap(({ lessons }) => lessons.map(({ id }) => id))).toContain(LESSON[family]);
  });
});
