/** Why: each component of a lesson names something; a name that is not known must not reach a reader. */
import type { Figure } from '../figures/contract';
import { parseScenario } from '../figures/scenario';
import { stepIndex } from '../lib/trace';
import type { Lesson } from '../schemas/lesson';
import { scenarioIn, type Outline, type Use } from './outline';
import { unknown, type Problem } from './problem';

type Figures = Readonly<Record<string, Figure>>;
type Where = Pick<Problem, 'file' | 'line' | 'path'>;

/** A figure, its scenario and (if given) a step: each must be known exactly, nothing is replaced silently. */
export function checkPlace(
  figures: Figures,
  place: { readonly figure: string; readonly scenario: string; readonly at?: string },
  where: Where,
): Problem[] {
  const figure = figures[place.figure];
  if (!figure) return [{ ...where, message: unknown('figure', place.figure, Object.keys(figures)) }];
  const { scenario, problems } = parseScenario(figure, place.scenario);
  if (problems.length > 0) {
    const known = [
      ...Object.keys(figure.scenarios),
      ...figure.controls.flatMap((control) => control.options.map((option) => option.value)),
    ];
    return problems.map(({ found }) => ({
      ...where,
      message: unknown(`scenario of figure "${figure.id}"`, found, known),
    }));
  }
  if (place.at === undefined) return [];
  const trace = figure.run(scenario);
  if (stepIndex(trace, place.at) >= 0) return [];
  const what = `step of ${figure.id} "${place.scenario}"`;
  return [
    {
      ...where,
      message: unknown(
        what,
        place.at,
        trace.steps.map((step) => step.id),
      ),
    },
  ];
}

interface UsesInput {
  readonly file: string;
  readonly outline: Outline;
  readonly matter: Lesson;
  readonly figures: Figures;
  /** Every lesson of the course, written or to come. */
  readonly lessons: readonly string[];
  readonly terms: readonly string[];
  readonly sources: readonly string[];
  /** Lessons that have a file of questions. */
  readonly quizzes: readonly string[];
}

const COMPONENTS: Readonly<Record<string, readonly string[]>> = {
  Figure: ['id'],
  Step: ['figure', 'at'],
  Section: ['id', 'title'],
  Term: ['id'],
  Quiz: ['lesson'],
  ExamNote: [],
  Contested: ['title'],
  Try: [],
  Source: ['id'],
  Lesson: ['id'],
  ExamAnswers: [],
  Notes: ['minutes'],
  Slide: [],
  Hide: [],
};

const isComponent = (name: string) => /^[A-Z]/.test(name);

function checkUse({ name, line, attributes }: Use, input: UsesInput, sections: Set<string>): Problem[] {
  const { file, outline, figures, lessons, terms, sources, quizzes } = input;
  const where = { file, line };
  const required = COMPONENTS[name];
  if (!required)
    return [
      {
        ...where,
        message: unknown(
          'component',
          `<${name}>`,
          Object.keys(COMPONENTS).map((c) => `<${c}>`),
        ),
      },
    ];
  const missing = required.filter((attribute) => !attributes[attribute]);
  if (missing.length > 0)
    return missing.map((attribute) => ({ ...where, message: `<${name}> has no ${attribute}="…"` }));
  const { id = '', figure = '', scenario, at, lesson = '' } = attributes;
  switch (name) {
    case 'Figure':
      return checkPlace(
        figures,
        { figure: id, scenario: scenario ?? '', ...(at === undefined ? {} : { at }) },
        where,
      );
    case 'Step':
      return checkPlace(
        figures,
        { figure, scenario: scenario ?? scenarioIn(outline, figure) ?? '', at: at ?? '' },
        where,
      );
    case 'Try':
      return figure === ''
        ? []
        : checkPlace(
            figures,
            { figure, scenario: scenario ?? '', ...(at === undefined ? {} : { at }) },
            where,
          );
    case 'Term':
      return terms.includes(id) ? [] : [{ ...where, message: unknown('term', id, terms) }];
    case 'Source':
      return sources.includes(id) ? [] : [{ ...where, message: unknown('source', id, sources) }];
    case 'Lesson':
      return lessons.includes(id) ? [] : [{ ...where, message: unknown('lesson', id, lessons) }];
    case 'Quiz':
      return quizzes.includes(lesson)
        ? []
        : [{ ...where, message: unknown('lesson with questions', lesson, quizzes) }];
    case 'Section': {
      if (sections.has(id)) return [{ ...where, message: `duplicated section id "${id}"` }];
      sections.add(id);
      return [];
    }
    default:
      return [];
  }
}

/** All components of one lesson file, and the ids in its front matter. */
export function checkUses(input: UsesInput): Problem[] {
  const { file, outline, matter, terms, sources } = input;
  const sections = new Set<string>();
  const lists = [
    ['term', matter.terms, terms],
    ['source', matter.sources, sources],
  ] as const;
  return [
    ...lists.flatMap(([what, ids, known]) =>
      ids
        .filter((id) => !known.includes(id))
        .map((id) => ({ file, line: 1, path: `${what}s`, message: unknown(what, id, known) })),
    ),
    ...outline.uses.filter((use) => isComponent(use.name)).flatMap((use) => checkUse(use, input, sections)),
  ];
}
