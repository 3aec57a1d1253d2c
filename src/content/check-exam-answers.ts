/** Why: an answer of the exam leads to the lesson that explains it; an address that leads nowhere must not reach a reader. */
import type { ExamAnswers } from '../schemas/exam-answers';
import { duplicates } from './duplicates';
import { unknown, type Problem } from './problem';

const FILE = 'content/exam-answers.yaml';

/**
 * Duplicated ids, and lessons or sections that do not exist.
 * @param lessons every lesson of the course, with its sections where it is written
 * @param lineOf line of a path in the file
 */
export function checkExamAnswers(
  { answers, blocks }: ExamAnswers,
  lessons: ReadonlyMap<string, readonly string[] | undefined>,
  lineOf: (path: readonly PropertyKey[]) => number,
): Problem[] {
  return [
    ...duplicates(FILE, 'answer', answers, (i) => lineOf(['answers', i, 'id'])),
    ...duplicates(FILE, 'block', blocks, (i) => lineOf(['blocks', i, 'id'])),
    ...answers.flatMap(({ lesson, section }, i): Problem[] => {
      const at = (key: string) => ({
        file: FILE,
        line: lineOf(['answers', i, key]),
        path: `answers[${i}].${key}`,
      });
      if (!lessons.has(lesson))
        return [{ ...at('lesson'), message: unknown('lesson', lesson, [...lessons.keys()]) }];
      const sections = lessons.get(lesson);
      if (section === undefined || sections === undefined || sections.includes(section)) return [];
      return [{ ...at('section'), message: unknown(`section of lesson "${lesson}"`, section, sections) }];
    }),
  ];
}
