/** Why: at build time, what the page must know of the bank to count a selection; the questions themselves come when they are exported. */
import { course, questionsOf } from '../../content/load';
import type { Listed } from '../../exchange/select';

/** Every question, in the order of the course. */
export const bankList = (): Listed[] =>
  course.units
    .flatMap((unit) => unit.lessons)
    .flatMap((lesson) =>
      questionsOf(lesson.id).map(({ id, topic, kind, difficulty }) => ({
        ...{ id, topic, kind, difficulty },
        lesson: lesson.id,
      })),
    );
