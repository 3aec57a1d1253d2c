/** Why: at build time, the course and the glossary in one language, reduced to what review and mastery need. */
import { course, glossary, lessons, questionsOf } from '../../content/load';
import { otherLang } from '../../i18n/href';
import type { Lang } from '../../lib/message';
import type { Syllabus, TermCardText } from './syllabus';

/** Units and lessons with a text or questions; each term belongs to the first lesson that teaches it. */
export function syllabusOf(lang: Lang): Syllabus {
  const taught = new Set<string>();
  const units = course.units.map((unit) => ({
    id: unit.id,
    title: unit.title[lang],
    lessons: unit.lessons.flatMap(({ id, title }) => {
      const questions = questionsOf(id).map((question) => ({ id: question.id, topic: question.topic }));
      const terms = (lessons.get(id)?.matter[lang].terms ?? []).filter((term) => !taught.has(term));
      terms.forEach((term) => taught.add(term));
      const readable = lessons.has(id);
      return readable || questions.length > 0 ? [{ id, title: title[lang], readable, questions, terms }] : [];
    }),
  }));
  return {
    units: units.filter((unit) => unit.lessons.length > 0),
    otherTerms: glossary.map(({ id }) => id).filter((id) => !taught.has(id)),
  };
}

export const termCards = (lang: Lang): TermCardText[] =>
  glossary.map(({ id, name, definition }) => ({
    id,
    name: name[lang],
    other: name[otherLang(lang)],
    definition: definition[lang],
  }));
