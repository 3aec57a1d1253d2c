/** Why: navigation, map, sitemap and pictures follow one list: the course in order, with what can be read already. */
import { course, lessons, questionsOf } from '../content/load';
import type { Lang } from '../lib/message';
import { nearest } from '../lib/nearest';

export interface MapLesson {
  readonly id: string;
  readonly unit: string;
  readonly unitTitle: string;
  /** 1-based, inside its unit. */
  readonly number: number;
  readonly title: string;
  readonly about: string;
  /** Minutes; undefined while the lesson is to come. */
  readonly minutes: number | undefined;
  /** False while the lesson is to come. */
  readonly ready: boolean;
  /** Number of questions. */
  readonly questions: number;
}
export interface MapUnit {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly lessons: readonly MapLesson[];
}

/** The whole course in one language, in order. */
export function courseMap(lang: Lang): readonly MapUnit[] {
  return course.units.map((unit, u) => ({
    id: unit.id,
    number: u + 1,
    title: unit.title[lang],
    lessons: unit.lessons.map((lesson, l) => ({
      id: lesson.id,
      unit: unit.id,
      unitTitle: unit.title[lang],
      number: l + 1,
      title: lesson.title[lang],
      about: lesson.about[lang],
      minutes: lessons.get(lesson.id)?.matter[lang].minutes,
      ready: lessons.has(lesson.id),
      questions: questionsOf(lesson.id).length,
    })),
  }));
}

/** All lessons of the course in one language, in order. */
export const allLessons = (lang: Lang): readonly MapLesson[] =>
  courseMap(lang).flatMap((unit) => unit.lessons);

/** Finds an entry by id. @throws Error with near matches, said by `who`. */
export function byId<T extends { readonly id: string }>(list: readonly T[], id: string, who: string): T {
  const found = list.find((item) => item.id === id);
  if (found) return found;
  const near = nearest(
    id,
    list.map((item) => item.id),
  );
  throw new Error(`${who}: unknown id "${id}"${near.length ? `; near: ${near.join(', ')}` : ''}`);
}
