/**
 * Why: progress is computed from the log and from the course as it stands today, so a question that was
 * taken out never holds anyone at 98 %, and what is missing is a list, not a percentage to guess from.
 */
import type { LearningEvent } from '../schemas/event';

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

/** @param events in the order of the log; entries about what the course does not hold are passed over. */
export function progressOf(events: readonly LearningEvent[], course: readonly LessonShape[]): Progress {
  const lessons = course.map((lesson) => lessonProgress(events, lesson));
  const missing = lessons.flatMap((lesson) => lesson.missing);
  const total = course.reduce((sum, lesson) => sum + lesson.questions.length + (lesson.readable ? 1 : 0), 0);
  const done = total - missing.length;
  const percent = total === 0 ? 0 : Math.floor((100 * done) / total);
  return { lessons, figures: figuresOf(events), done, total, percent, missing };
}

function lessonProgress(
  events: readonly LearningEvent[],
  { id, readable, questions }: LessonShape,
): LessonProgress {
  const records = recordsOf(events, id);
  const visited = events.findLast((event) => event.kind === 'visit' && event.lesson === id)?.at ?? null;
  const open = questions.filter((question) => !records.get(question)?.everRight);
  return {
    lesson: id,
    visited,
    right: questions.length - open.length,
    total: questions.length,
    missing: [
      ...(readable && visited === null ? [{ kind: 'unread' as const, lesson: id }] : []),
      ...open.map((question) => ({
        kind: records.has(question) ? ('wrong' as const) : ('unseen' as const),
        lesson: id,
        question,
      })),
    ],
  };
}

function figuresOf(events: readonly LearningEvent[]): FigureProgress[] {
  const figures = new Map<string, Map<string, boolean>>();
  for (const event of events) {
    if (event.kind !== 'prediction') continue;
    const places = figures.get(event.figure) ?? new Map<string, boolean>();
    figures.set(event.figure, places);
    const place = `${event.scenario}@${event.step}`;
    places.set(place, event.right || (places.get(place) ?? false));
  }
  return [...figures]
    .map(([figure, places]) => ({
      figure,
      made: places.size,
      right: [...places.values()].filter(Boolean).length,
    }))
    .sort((a, b) => (a.figure < b.figure ? -1 : 1));
}
