/** Why: at build time the bank becomes its index, and the islands get the names that they say. */
import { figures } from '../../content/figures';
import { course, questionsOf } from '../../content/load';
import type { Bank } from '../../learning/practice/bank';
import { KINDS } from '../../learning/practice/spec';
import { translator, type Lang } from '../../lib/message';
import type { Catalogue } from './catalogue';

const lessonIds = course.units.flatMap((unit) => unit.lessons);

/** Every question of the course, in its order. */
export const bank: Bank = lessonIds.flatMap(({ id: lesson }) =>
  questionsOf(lesson).map(({ id, kind, difficulty, topic }) => ({ id, lesson, kind, difficulty, topic })),
);

export const catalogue = (lang: Lang): Catalogue => ({
  lessons: lessonIds
    .filter(({ id }) => questionsOf(id).length > 0)
    .map(({ id, title }) => ({ id, title: title[lang] })),
  topics: [...new Set(bank.map(({ topic }) => topic))],
  kinds: KINDS.filter((kind) => bank.some((question) => question.kind === kind)),
});

/** Titles of the figures by id. */
export const figureTitles = (lang: Lang): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.values(figures).map((figure) => [
      figure.id,
      translator(figure.messages[lang], lang)(figure.title),
    ]),
  );
