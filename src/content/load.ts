/** Why: pages take content from here, read and checked once a build; content with a problem stops the build with all of them listed. */
import { LANGUAGES } from '../lib/message';
import type { Question } from '../schemas/question';
import { checkContent, type Content } from './check';
import { figures } from './figures';
import { contentFiles } from './files';
import { scenarioIn } from './outline';
import { ContentError } from './problem';

function load(): Content {
  const { content, problems } = checkContent(contentFiles, figures);
  if (!content) throw new ContentError(problems);
  return content;
}

/** @throws ContentError when it is first imported and the content has a problem. */
export const { course, glossary, sources, lessons, questions, examAnswers, exams } = load();

/** The questions of a lesson; empty where it has none yet. */
export const questionsOf = (lesson: string): readonly Question[] => questions.get(lesson) ?? [];

/** Lessons in whose text a figure stands, in the order of the course. */
export const lessonsWith = (figure: string): string[] =>
  [...lessons.values()]
    .filter(({ outline }) => LANGUAGES.some((lang) => scenarioIn(outline[lang], figure) !== undefined))
    .map(({ id }) => id);
