/** Why: what a browser must know of the course to say which cards there are and how each lesson stands: ids and titles. */
import type { DeckLesson } from '../../learning/deck';

export interface SyllabusLesson {
  readonly id: string;
  readonly title: string;
  /** Whether it has a text to open. */
  readonly readable: boolean;
  readonly questions: readonly { readonly id: string; readonly topic: string }[];
  /** Terms that it is the first to teach. */
  readonly terms: readonly string[];
}
export interface SyllabusUnit {
  readonly id: string;
  readonly title: string;
  readonly lessons: readonly SyllabusLesson[];
}
export interface Syllabus {
  readonly units: readonly SyllabusUnit[];
  /** Terms of the glossary that no lesson teaches yet. */
  readonly otherTerms: readonly string[];
}

/** Stands for a lesson where a term has none. */
export const OTHER_TERMS = 'glossary';

export const lessonsOf = (syllabus: Syllabus): SyllabusLesson[] =>
  syllabus.units.flatMap((unit) => unit.lessons);

/** What can be reviewed, in the order of the course. */
export const deckLessons = (syllabus: Syllabus): DeckLesson[] => [
  ...lessonsOf(syllabus).map(({ id, questions, terms }) => ({
    id,
    questions: questions.map((question) => question.id),
    terms,
  })),
  { id: OTHER_TERMS, questions: [], terms: syllabus.otherTerms },
];

/** A term as its card shows it. */
export interface TermCardText {
  readonly id: string;
  readonly name: string;
  /** Its name in the other language. */
  readonly other: string;
  readonly definition: string;
}
