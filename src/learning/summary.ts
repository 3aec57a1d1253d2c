/**
 * Why: practice, wrong-answer book, review, mastery and history all read the same log; it is folded once into what
 * they ask for. The log may hold 50,000 entries, so the fold is one pass and its result is kept up to date.
 */
import type { EventOf, LearningEvent } from '../schemas/event';

/** What the log says of a question, or of a place where a figure asks for a prediction. */
export interface Standing {
  /** Times answered. */
  readonly seen: number;
  /** Times answered right. */
  readonly right: number;
  /** Right answers in a row, up to now. */
  readonly streak: number;
  /** Time of the last wrong answer, ms since 1970; null if there is none. */
  readonly missedAt: number | null;
  /** The last wrong answer, as `grade` takes it; empty if there is none. */
  readonly missed: readonly string[];
  /** The last answer, as `grade` takes it. */
  readonly chosen: readonly string[];
  /** Time of the last answer, ms since 1970. */
  readonly at: number;
}
export interface QuestionStanding extends Standing {
  readonly lesson: string;
}
export interface PredictionStanding extends Standing {
  readonly figure: string;
  readonly scenario: string;
  readonly step: string;
}

export interface ExamRecord {
  readonly start: EventOf<'exam-start'>;
  /** The last answer to each question. */
  readonly answers: ReadonlyMap<string, EventOf<'exam-answer'>>;
  /** Null while the exam runs. */
  readonly end: EventOf<'exam-end'> | null;
}

/** Plain data: it crosses from a worker to the page as it is. */
export interface Summary {
  /** By question id. */
  readonly questions: ReadonlyMap<string, QuestionStanding>;
  /** By `<figure>?<scenario>@<step>`. */
  readonly predictions: ReadonlyMap<string, PredictionStanding>;
  readonly favourites: ReadonlySet<string>;
  /** The grades of each card, in order of time. */
  readonly reviews: ReadonlyMap<string, readonly { readonly grade: 1 | 2 | 3 | 4; readonly at: number }[]>;
  /** By the id of the exam, in the order of their beginnings. */
  readonly exams: ReadonlyMap<string, ExamRecord>;
  readonly settings: ReadonlyMap<string, number | string | boolean>;
  /** Time of the last visit of each lesson, ms since 1970. */
  readonly visits: ReadonlyMap<string, number>;
  /** How many entries the log has. */
  readonly entries: number;
  /** Time of the last entry; -1 before the first. */
  readonly at: number;
}

type Open<T> =
  T extends ReadonlyMap<infer K, infer V> ? Map<K, V> : T extends ReadonlySet<infer K> ? Set<K> : T;
type Draft = { -readonly [Key in keyof Summary]: Open<Summary[Key]> };

const draft = (): Draft => ({
  questions: new Map(),
  predictions: new Map(),
  favourites: new Set(),
  reviews: new Map(),
  exams: new Map(),
  settings: new Map(),
  visits: new Map(),
  entries: 0,
  at: -1,
});

function standing(
  before: Standing | undefined,
  right: boolean,
  chosen: readonly string[],
  at: number,
): Standing {
  return {
    seen: (before?.seen ?? 0) + 1,
    right: (before?.right ?? 0) + (right ? 1 : 0),
    streak: right ? (before?.streak ?? 0) + 1 : 0,
    missedAt: right ? (before?.missedAt ?? null) : at,
    missed: right ? (before?.missed ?? []) : chosen,
    chosen,
    at,
  };
}

function take(summary: Draft, event: LearningEvent): void {
  const { at } = event;
  summary.at = at;
  summary.entries += 1;
  switch (event.kind) {
    case 'answer': {
      const { question, lesson, right, chosen } = event;
      summary.questions.set(question, {
        ...standing(summary.questions.get(question), right, chosen, at),
        lesson,
      });
      break;
    }
    case 'prediction': {
      const { figure, scenario, step, right, chosen } = event;
      const place = `${figure}?${scenario}@${step}`;
      const now = standing(summary.predictions.get(place), right, [chosen], at);
      summary.predictions.set(place, { ...now, figure, scenario, step });
      break;
    }
    case 'visit':
      summary.visits.set(event.lesson, at);
      break;
    case 'review': {
      const grades = summary.reviews.get(event.card) ?? [];
      summary.reviews.set(event.card, [...grades, { grade: event.grade, at }]);
      break;
    }
    case 'favourite':
      if (event.on) summary.favourites.add(event.question);
      else summary.favourites.delete(event.question);
      break;
    case 'setting':
      summary.settings.set(event.name, event.value);
      break;
    case 'exam-start':
      summary.exams.set(event.id, { start: event, answers: new Map(), end: null });
      break;
    case 'exam-answer': {
      const exam = summary.exams.get(event.exam);
      if (exam && !exam.end)
        summary.exams.set(event.exam, {
          ...exam,
          answers: new Map([...exam.answers, [event.question, event]]),
        });
      break;
    }
    case 'exam-end': {
      const exam = summary.exams.get(event.exam);
      if (!exam || exam.end) break;
      summary.exams.set(event.exam, { ...exam, end: event });
      sat(summary, exam, event);
      break;
    }
  }
}

/** An exam that is over counts as an answer to each of its questions that were answered. */
function sat(summary: Draft, exam: ExamRecord, end: EventOf<'exam-end'>): void {
  for (const [question, { chosen, lesson }] of exam.answers) {
    if (chosen.length === 0) continue;
    const now = standing(summary.questions.get(question), end.right.includes(question), chosen, end.at);
    summary.questions.set(question, { ...now, lesson });
  }
}

/** @param events in the order of the log */
export function summaryOf(events: readonly LearningEvent[]): Summary {
  const summary = draft();
  for (const event of events) take(summary, event);
  return summary;
}

/** The summary with later entries, or undefined when one of them is not later and all must be read again. */
export function withLater(summary: Summary, events: readonly LearningEvent[]): Summary | undefined {
  if (events.some(({ at }, i) => at <= (i === 0 ? summary.at : (events[i - 1]?.at ?? 0)))) return undefined;
  const next: Draft = {
    questions: new Map(summary.questions),
    predictions: new Map(summary.predictions),
    favourites: new Set(summary.favourites),
    reviews: new Map(summary.reviews),
    exams: new Map(summary.exams),
    settings: new Map(summary.settings),
    visits: new Map(summary.visits),
    entries: summary.entries,
    at: summary.at,
  };
  for (const event of events) take(next, event);
  return next;
}
