/** Why: at build time, presets and the bank in one language, as the exam page needs them. */
import { bankOf } from '../../content/check-exams';
import { course, exams, questions } from '../../content/load';
import { assemble, weightsOf } from '../../learning/exam/assemble';
import type { QuestionKind } from '../../learning/grade';
import type { Lang } from '../../lib/message';
import type { ExamPreset } from '../../schemas/exam';
import type { BankEntry, ExamCourse, Preset } from './exam-course';

export function examCourse(lang: Lang): ExamCourse {
  const places = bankOf(course, questions);
  const keys = new Map([...questions.values()].flat().map((question) => [question.id, question]));
  const bank: BankEntry[] = places.map((place) => {
    const { options, answer } = keys.get(place.id)!;
    return { ...place, options: options.map(({ id }) => ({ id })), answer };
  });
  const lessons = course.units.flatMap((unit) => unit.lessons);
  return {
    presets: [...exams].map(([id, preset]) => inOne(id, preset, bank, lang)),
    lessons: lessons.map(({ id, title }) => ({ id, title: title[lang] })),
    bank,
  };
}

function inOne(id: string, preset: ExamPreset, bank: readonly BankEntry[], lang: Lang): Preset {
  const assembly = assemble(bank, preset, 0);
  const paper = assembly.kind === 'paper' ? assembly.questions : [];
  const kindOf = new Map(bank.map((question) => [question.id, question.kind]));
  const drawn: Partial<Record<QuestionKind, number>> = {};
  for (const question of paper) {
    const kind = kindOf.get(question)!;
    drawn[kind] = (drawn[kind] ?? 0) + 1;
  }
  const weights = weightsOf(bank, preset);
  const sum = [...weights.values()].reduce((a, b) => a + b, 0);
  const named = [...course.units, ...course.units.flatMap((unit) => unit.lessons)];
  const title = (group: string) => named.find((entry) => entry.id === group)?.title[lang] ?? group;
  const order = (group: string) => named.findIndex((entry) => entry.id === group);
  return {
    ...preset,
    id,
    title: preset.title[lang],
    about: preset.about[lang],
    edition: preset.edition[lang],
    source: preset.source[lang],
    pass: preset.pass.map((mark) => ({ ...mark, from: mark.from[lang] })),
    notes: preset.notes.map((note) => note[lang]),
    drawn,
    shares: [...weights]
      .sort(([a], [b]) => order(a) - order(b))
      .map(([group, weight]) => ({ title: title(group), percent: (100 * weight) / sum })),
  };
}
