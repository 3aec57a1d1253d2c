/**
 * Why: content refers by id, across files and languages; this is where every reference is followed
 * before anything is built. Pure: files and figures in, problems and content out.
 */
import type { Figure } from '../figures/contract';
import { LANGUAGES, type Lang } from '../lib/message';
import { courseSchema, type Course } from '../schemas/course';
import { examAnswersSchema, type ExamAnswers } from '../schemas/exam-answers';
import { glossarySchema, type Term } from '../schemas/glossary';
import type { ExamPreset } from '../schemas/exam';
import { lessonSchema, type Lesson } from '../schemas/lesson';
import { questionFileSchema, type Question } from '../schemas/question';
import { sourcesSchema, type Source } from '../schemas/source';
import type { ContentFiles } from './files';
import { checkExamAnswers } from './check-exam-answers';
import { bankOf, readExams } from './check-exams';
import { checkPlace, checkUses } from './check-references';
import { duplicates } from './duplicates';
import { outlineOf, sectionsOf, type Outline } from './outline';
import { unknown, type Problem } from './problem';
import { readYaml, type YamlResult } from './read-yaml';

export interface LessonContent {
  readonly id: string;
  readonly matter: Readonly<Record<Lang, Lesson>>;
  readonly outline: Readonly<Record<Lang, Outline>>;
}

export interface Content {
  readonly course: Course;
  readonly glossary: readonly Term[];
  readonly sources: readonly Source[];
  /** Lessons that have files, by id, in the order of the course. */
  readonly lessons: ReadonlyMap<string, LessonContent>;
  /** By lesson id. */
  readonly questions: ReadonlyMap<string, readonly Question[]>;
  readonly examAnswers: ExamAnswers;
  /** Mock exams, by preset. */
  readonly exams: ReadonlyMap<string, ExamPreset>;
}

type Figures = Readonly<Record<string, Figure>>;

function readLessons(files: ContentFiles, course: Course, problems: Problem[]): Map<string, LessonContent> {
  const known = course.units.flatMap((unit) => unit.lessons.map((lesson) => lesson.id));
  const folders = new Set(Object.keys(files).flatMap((path) => /^lessons\/([^/]+)\//.exec(path)?.[1] ?? []));
  for (const folder of folders) {
    if (!known.includes(folder))
      problems.push({
        file: `content/lessons/${folder}`,
        line: 0,
        message: unknown('lesson', folder, known),
      });
  }
  const lessons = new Map<string, LessonContent>();
  for (const id of known.filter((lesson) => folders.has(lesson))) {
    const matter: Partial<Record<Lang, Lesson>> = {};
    const outline: Partial<Record<Lang, Outline>> = {};
    for (const lang of LANGUAGES) {
      const file = `content/lessons/${id}/${lang}.mdx`;
      const source = files[`lessons/${id}/${lang}.mdx`];
      if (source === undefined) {
        problems.push({ file, line: 0, message: `missing translation: lesson "${id}" has no ${lang}.mdx` });
        continue;
      }
      const read = outlineOf(source);
      if (read.error) {
        problems.push({ file, line: read.error.line, message: `not valid MDX: ${read.error.message}` });
        continue;
      }
      const front = readYaml(file, read.frontmatter, lessonSchema, 2);
      problems.push(...front.problems);
      if (front.value) matter[lang] = front.value;
      outline[lang] = read;
    }
    if (matter.en && matter['zh-cn'] && outline.en && outline['zh-cn'])
      lessons.set(id, {
        id,
        matter: matter as Record<Lang, Lesson>,
        outline: outline as Record<Lang, Outline>,
      });
  }
  return lessons;
}

/** Both languages have the same sections, or questions and the language switch would lose their place. */
function checkSections({ id, outline }: LessonContent): Problem[] {
  const [en, zh] = [sectionsOf(outline.en), sectionsOf(outline['zh-cn'])];
  const file = `content/lessons/${id}/zh-cn.mdx`;
  return en.flatMap((section, i) => {
    const other = zh[i];
    if (other?.id === section.id) return [];
    const found = other ? `"${other.id}"` : 'nothing';
    return [
      {
        file,
        line: other?.line ?? 0,
        message: `section ${i + 1} is ${found}, expected "${section.id}" as in en.mdx`,
      },
    ];
  });
}

function readQuestions(
  files: ContentFiles,
  lessons: Map<string, LessonContent>,
  figures: Figures,
  course: Course,
  problems: Problem[],
) {
  const questions = new Map<string, readonly Question[]>();
  const known = course.units.flatMap((unit) => unit.lessons.map((lesson) => lesson.id));
  const owner = new Map<string, string>();
  for (const [path, source] of Object.entries(files)) {
    const lesson = /^questions\/([^/]+)\.yaml$/.exec(path)?.[1];
    if (lesson === undefined) continue;
    const file = `content/${path}`;
    if (!known.includes(lesson)) problems.push({ file, line: 0, message: unknown('lesson', lesson, known) });
    const read = readYaml(file, source, questionFileSchema);
    problems.push(...read.problems);
    if (!read.value) continue;
    questions.set(lesson, read.value);
    problems.push(...duplicates(file, 'question', read.value, (i) => read.lineOf([i, 'id'])));
    const sections = lessons.get(lesson);
    read.value.forEach((question, i) => {
      const elsewhere = owner.get(question.id);
      if (elsewhere !== undefined && elsewhere !== file)
        problems.push({
          file,
          line: read.lineOf([i, 'id']),
          message: `duplicated question id "${question.id}": it stands already in ${elsewhere}`,
        });
      owner.set(question.id, file);
      const at = (key: string) => ({ file, line: read.lineOf([i, key]), path: `[${i}].${key}` });
      if ('section' in question.proof) {
        const ids = sections ? sectionsOf(sections.outline.en).map((section) => section.id) : [];
        if (sections && !ids.includes(question.proof.section))
          problems.push({ ...at('proof'), message: unknown('section', question.proof.section, ids) });
      } else problems.push(...checkPlace(figures, question.proof, at('proof')));
      if (question.place) problems.push(...checkPlace(figures, question.place, at('place')));
      if (question.verify) problems.push(...checkPlace(figures, question.verify, at('verify')));
    });
  }
  return questions;
}

/** Follows every reference. `content` is there only when there is no problem. */
export function checkContent(
  files: ContentFiles,
  figures: Figures,
): { content: Content | undefined; problems: Problem[] } {
  const problems: Problem[] = [];
  const read = <T>(name: string, schema: Parameters<typeof readYaml<T>>[2]): YamlResult<T> | undefined => {
    const source = files[name];
    if (source === undefined) {
      problems.push({ file: `content/${name}`, line: 0, message: 'missing file' });
      return undefined;
    }
    const result = readYaml(`content/${name}`, source, schema);
    problems.push(...result.problems);
    return result;
  };
  const course = read('course.yaml', courseSchema);
  const glossary = read('glossary.yaml', glossarySchema);
  const sources = read('sources.yaml', sourcesSchema);
  const exam = read('exam-answers.yaml', examAnswersSchema);
  if (!course?.value || !glossary?.value || !sources?.value || !exam?.value)
    return { content: undefined, problems };

  const terms = glossary.value;
  const termIds = terms.map((term) => term.id);
  problems.push(...duplicates('content/glossary.yaml', 'term', terms, (i) => glossary.lineOf([i, 'id'])));
  problems.push(
    ...duplicates('content/sources.yaml', 'source', sources.value, (i) => sources.lineOf([i, 'id'])),
  );
  const courseLessons = course.value.units.flatMap((unit, u) =>
    unit.lessons.map((lesson, l) => ({ id: lesson.id, at: [u, l] as const })),
  );
  problems.push(
    ...duplicates('content/course.yaml', 'lesson', courseLessons, (i) => {
      const [u, l] = courseLessons[i]?.at ?? [0, 0];
      return course.lineOf(['units', u, 'lessons', l, 'id']);
    }),
  );
  terms.forEach((term, i) =>
    term.related.forEach((id, r) => {
      if (!termIds.includes(id))
        problems.push({
          file: 'content/glossary.yaml',
          line: glossary.lineOf([i, 'related', r]),
          message: unknown('term', id, termIds),
        });
    }),
  );

  const lessons = readLessons(files, course.value, problems);
  const questions = readQuestions(files, lessons, figures, course.value, problems);
  const lessonIds = courseLessons.map(({ id }) => id);
  const sectionIds = lessonIds.map((id) => {
    const lesson = lessons.get(id);
    return [id, lesson && sectionsOf(lesson.outline.en).map((section) => section.id)] as const;
  });
  problems.push(...checkExamAnswers(exam.value, new Map(sectionIds), exam.lineOf));
  // A file that cannot be read is told of once, by itself.
  const quizzes = Object.keys(files).flatMap((path) => /^questions\/([^/]+)\.yaml$/.exec(path)?.[1] ?? []);
  const sourceIds = sources.value.map((source) => source.id);
  for (const lesson of lessons.values()) {
    problems.push(...checkSections(lesson));
    for (const lang of LANGUAGES) {
      problems.push(
        ...checkUses({
          file: `content/lessons/${lesson.id}/${lang}.mdx`,
          outline: lesson.outline[lang],
          matter: lesson.matter[lang],
          figures,
          lessons: lessonIds,
          terms: termIds,
          sources: sourceIds,
          quizzes,
        }),
      );
    }
  }
  // Questions that cannot be read are told of by themselves; a preset is then not blamed for missing them.
  const exams =
    problems.length > 0
      ? new Map<string, ExamPreset>()
      : readExams(files, bankOf(course.value, questions), problems);
  if (problems.length > 0) return { content: undefined, problems };
  return {
    content: {
      course: course.value,
      glossary: terms,
      sources: sources.value,
      lessons,
      questions,
      examAnswers: exam.value,
      exams,
    },
    problems,
  };
}
