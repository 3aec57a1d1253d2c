/** Why: a preset that the questions cannot fill, or that weighs a topic nobody asks about, must stop the build, not a candidate. */
import { assemble, type BankQuestion } from '../learning/exam/assemble';
import type { Course } from '../schemas/course';
import { examPresetSchema, PRESET_NAME, type ExamPreset } from '../schemas/exam';
import type { Question } from '../schemas/question';
import type { ContentFiles } from './files';
import { unknown, type Problem } from './problem';
import { readYaml } from './read-yaml';

/** Every question with where it belongs. */
export function bankOf(course: Course, questions: ReadonlyMap<string, readonly Question[]>): BankQuestion[] {
  return course.units.flatMap((unit) =>
    unit.lessons.flatMap((lesson) =>
      (questions.get(lesson.id) ?? []).map(({ id, kind, topic }) => ({
        id,
        kind,
        topic,
        lesson: lesson.id,
        unit: unit.id,
      })),
    ),
  );
}

/** Reads `content/exams/*.yaml`, in the order in which presets are offered. @returns presets by name; problems are added to the list */
export function readExams(
  files: ContentFiles,
  bank: readonly BankQuestion[],
  problems: Problem[],
): Map<string, ExamPreset> {
  const exams = new Map<string, ExamPreset>();
  for (const path of Object.keys(files).sort()) {
    const name = /^exams\/(.+)\.yaml$/.exec(path)?.[1];
    if (name === undefined) continue;
    const file = `content/${path}`;
    if (!PRESET_NAME.test(name))
      problems.push({
        file,
        line: 0,
        message: `found the name "${name}"; expected lower-case letters, digits, hyphens and dots, as it stands in addresses`,
      });
    const read = readYaml(file, files[path] ?? '', examPresetSchema);
    problems.push(...read.problems);
    if (!read.value) continue;
    exams.set(name, read.value);
    const { weights, kinds } = read.value;
    const groups = [...new Set(bank.map((question) => question[weights.by]))];
    const strange = Object.keys(weights.of ?? {}).filter((group) => !groups.includes(group));
    for (const group of strange)
      problems.push({
        file,
        line: read.lineOf(['weights', 'of', group]),
        path: `weights.of.${group}`,
        message: unknown(`${weights.by} with questions`, group, groups),
      });
    if (strange.length > 0) continue;
    const assembly = assemble(bank, read.value, 0);
    if (assembly.kind === 'paper') continue;
    const { of, wanted, there } = assembly;
    problems.push({
      file,
      line: read.lineOf(of ? ['kinds', of] : ['weights']),
      path: of ? `kinds.${of}` : 'weights',
      message: of
        ? `found ${there} ${of} questions in the course, expected at least ${wanted}; ask for fewer, or name the kind that stands in ("instead")`
        : `the course has questions enough, but not with these weights by ${weights.by} and these kinds together (${Object.entries(
            kinds,
          )
            .map(([kind, n]) => `${n} ${kind}`)
            .join(', ')}); change either`,
    });
  }
  return new Map([...exams].sort(([, a], [, b]) => a.order - b.order));
}
