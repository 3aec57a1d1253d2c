/** Why: at build time, the course in one language, reduced to what the progress page needs. */
import { figures } from '../../content/figures';
import { course, lessons, questionsOf } from '../../content/load';
import { translator, type Lang } from '../../lib/message';
import type { ProgressCourse } from './progress-course';

export const progressCourse = (lang: Lang): ProgressCourse => ({
  lessons: course.units
    .flatMap((unit) => unit.lessons)
    .map(({ id, title }) => ({
      id,
      title: title[lang],
      readable: lessons.has(id),
      questions: questionsOf(id).map((question) => ({ id: question.id, stem: question.stem[lang] })),
    }))
    .filter((lesson) => lesson.readable || lesson.questions.length > 0),
  figures: Object.values(figures).map((figure) => ({
    id: figure.id,
    title: translator(figure.messages[lang], lang)(figure.title),
  })),
});
