/**
 * Why: progress is computed from the log and from the course as it stands today, so a question that was
 * taken out never holds anyone at 98 %, and what is missing is a list, not a percentage to guess from.
 */
import type { LearningEvent } from '../schemas/event';
import type { Summary } from './summary';

/** What the log says of one question. */
export interface QuestionRecord {
  /** Answered right at least once. */
  readonly everRight: boolean;
  readonly last: 'right' | 'wrong';
  /** Option ids of the last answer. */
  readonly chosen: readonly string[];
  /** Time of the last answer, ms since 1970. */
  readonly at: number;
}
export type Records = ReadonlyMap<string, QuestionRecord>;

/** The part of the course that can be done: lessons that have a text, questions, or both. */
export interface LessonShape {
  readonly id: string;
  /** Whether there is a text to open. */
  readonly readable: boolean;
  readonly questions: readonly string[];
}

/** `unread`: the lesson was never opened; `unseen`: no answer yet; `wrong`: never answered right. */
export type Missing =
  | { readonly kind: 'unread'; readonly lesson: string }
  | { readonly kind: 'unseen' | 'wrong'; readonly lesson: string; readonly question: string };

export interface LessonProgress {
  readonly lesson: string;
  /** Last time that it was opened, ms since 1970; null if never. */
  readonly visited: number | null;
  /** Questions answered right at least once. */
  readonly right: number;
  readonly total: number;
  readonly missing: readonly Missing[];
}

export interface FigureProgress {
  readonly figure: string;
  /** Different places (scenario and step) where the learner made a prediction. */
  readonly made: number;
  /** How many of these were right at least once. */
  readonly right: number;
}

export interface Progress {
  readonly lessons: readonly LessonProgress[];
  readonly figures: readonly FigureProgress[];
  /** Questions right at least once, plus lessons opened. */
  readonly done: number;
  readonly total: number;
  /** Whole percent, rounded down: 100 if and only if `missing` is empty. */
  readonly percent: number;
  readonly missing: readonly Missing[];
}

/** The records of one lesson's questions. @param events in the order of the log. */
export function recordsOf(events: readonly LearningEvent[], lesson: string): Records {
  const records = new Map<string, QuestionRecord>();
  for (const event of events) {
    if (event.kind !== 'answer' || event.lesson !== lesson) continue;
    records.set(event.question, {
      everRight: event.right || (records.get(event.question)?.everRight ?? false),
      last: event.right ? 'right' : 'wrong',
      chosen: event.chosen,
      at: event.at,
    });
  }
  return records;
}

type Told = Pick<Summary, 'questions' | 'predictions' | 'visits'>;

/** What the log says of the course as it stands; what the course does not hold is passed over. */
export function progressOf(summary: Told, course: readonly LessonShape[]): Progress {
  const lessons = course.map((lesson) => lessonProgress(summary, lesson));
  const missing = lessons.flatMap((lesson) => lesson.missing);
  const total = course.reduce((sum, lesson) => sum + lesson.questions.length + (lesson.readable ? 1 : 0), 0);
  const done = total - missing.length;
  const percent = total === 0 ? 0 : Math.floor((100 * done) / total);
  return { lessons, figures: figuresOf(summary), done, total, percent, missing };
}

function lessonProgress(told: Told, { id, readable, questions }: LessonShape): LessonProgress {
  const visited = told.visits.get(id) ?? null;
  const open = questions.filter((question) => !told.questions.get(question)?.right);
  return {
    lesson: id,
    visited,
    right: questions.length - open.length,
    total: questions.length,
    missing: [
      ...(readable && visited === null ? [{ kind: 'unread' as const, lesson: id }] : []),
      ...open.map((question) => ({
        kind: told.questions.has(question) ? ('wrong' as const) : ('unseen' as const),
        lesson: id,
        question,
      })),
    ],
  };
}

/** Places count, not tries. */
function figuresOf({ predictions }: Told): FigureProgress[] {
  const figures = new Map<string, FigureProgress>();
  for (const { figure, right } of predictions.values()) {
    const before = figures.get(figure) ?? { figure, made: 0, right: 0 };
    figures.set(figure, { figure, made: before.made + 1, right: before.right + (right > 0 ? 1 : 0) });
  }
  return [...figures.values()].sort((a, b) => (a.figure < b.figure ? -1 : 1));
}
