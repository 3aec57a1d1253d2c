/**
 * Why: what a learner did, as entries of an append-only log. Everything else (progress, wrong answers, what
 * to study next) is computed from it. Valibot here, not Zod, because this schema travels to every browser (2 KB, not 8).
 *
 * Each change of shape raises `EVENT_VERSION`; an entry of a newer version or an unknown kind is not lost,
 * only unreadable here: the store keeps it aside and tries again after an update. Version 2 added reviews,
 * favourites, settings and exams.
 */
import * as v from 'valibot';
import { isRecord, problemOf, show, type Problem } from './problem';

export const EVENT_VERSION = 2;

/** Ids of lessons, questions, options, figures and steps; also scenarios (`popf.deprivileged.skylake`). */
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

const stamp = {
  v: v.literal(EVENT_VERSION),
  /** Unique over all browsers: a UUID. */
  id: v.pipe(v.string(), v.uuid()),
  /** Milliseconds since 1970-01-01 UTC, by the clock of the learner's machine. */
  at: v.pipe(v.number(), v.integer(), v.minValue(0)),
};

const chosen = v.pipe(v.array(name), v.maxLength(20));

const kinds = {
  answer: v.strictObject({
    ...stamp,
    kind: v.literal('answer'),
    lesson: name,
    question: name,
    /** What was chosen, as `grade` takes it: ids of options, in order where the order counts, or `term:meaning`. */
    chosen,
    right: v.boolean(),
    /** Where it was answered: at the end of the lesson, on a practice page, or in a review. */
    mode: v.picklist(['lesson', 'practice', 'review']),
  }),
  prediction: v.strictObject({
    ...stamp,
    kind: v.literal('prediction'),
    figure: name,
    scenario: name,
    step: name,
    chosen: name,
    right: v.boolean(),
  }),
  visit: v.strictObject({ ...stamp, kind: v.literal('visit'), lesson: name, section: v.optional(name) }),
  /** A card of the spaced repetition was recalled: `question/<id>` or `term/<id>`. */
  review: v.strictObject({
    ...stamp,
    kind: v.literal('review'),
    card: name,
    /** 1 again, 2 hard, 3 good, 4 easy. */
    grade: v.picklist([1, 2, 3, 4]),
  }),
  favourite: v.strictObject({ ...stamp, kind: v.literal('favourite'), question: name, on: v.boolean() }),
  /** A choice of the learner that belongs to the log, so that it travels with it. */
  setting: v.strictObject({
    ...stamp,
    kind: v.literal('setting'),
    name,
    value: v.union([v.pipe(v.number(), v.finite()), v.pipe(v.string(), v.maxLength(200)), v.boolean()]),
  }),
  /** A mock exam begins; its own id is the exam's. */
  'exam-start': v.strictObject({
    ...stamp,
    kind: v.literal('exam-start'),
    preset: name,
    seed: v.pipe(v.number(), v.integer(), v.minValue(0)),
    /** Time allowed. */
    minutes: v.pipe(v.number(), v.minValue(0)),
    /** Questions of the paper, in order. */
    paper: v.pipe(v.array(name), v.maxLength(500)),
    /** Percent of the marks that the candidate wants to reach. */
    pass: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
  }),
  /** The answer to a question of a running exam as it stands now; a later one replaces it. */
  'exam-answer': v.strictObject({
    ...stamp,
    kind: v.literal('exam-answer'),
    exam: v.pipe(v.string(), v.uuid()),
    lesson: name,
    question: name,
    chosen,
    flagged: v.boolean(),
  }),
  /** A mock exam is handed in, by the candidate or by the clock. */
  'exam-end': v.strictObject({
    ...stamp,
    kind: v.literal('exam-end'),
    exam: v.pipe(v.string(), v.uuid()),
    /** Time used, seconds; it never exceeds what was allowed. */
    seconds: v.pipe(v.number(), v.minValue(0)),
    /** Ids of the questions answered right, by the edition that was sat. */
    right: v.pipe(v.array(name), v.maxLength(500)),
  }),
};

export const eventSchema = v.variant('kind', [
  kinds.answer,
  kinds.prediction,
  kinds.visit,
  kinds.review,
  kinds.favourite,
  kinds.setting,
  kinds['exam-start'],
  kinds['exam-answer'],
  kinds['exam-end'],
]);
export type LearningEvent = v.InferOutput<typeof eventSchema>;
export type EventKind = LearningEvent['kind'];
export type EventOf<Kind extends EventKind> = Extract<LearningEvent, { kind: Kind }>;
export type AnswerEvent = EventOf<'answer'>;

type WithoutStamp<Event> = Event extends unknown ? Omit<Event, 'v' | 'id' | 'at'> : never;
/** An event before the store has given it version, id and time. */
export type NewEvent = WithoutStamp<LearningEvent>;

export interface Unreadable {
  /** `newer`: written by a later version of the site; `broken`: it fits no schema. */
  readonly kind: 'newer' | 'broken';
  readonly problem: Problem;
}
export type Read = { readonly kind: 'event'; readonly event: LearningEvent } | Unreadable;

/** Kinds of version 1, which this version holds unchanged. */
const SINCE_1 = ['answer', 'prediction', 'visit'];

/** An entry of an earlier version as this version writes it; anything else as it is. */
function brought(value: unknown): unknown {
  return isRecord(value) && value['v'] === 1 && SINCE_1.includes(String(value['kind']))
    ? { ...value, v: EVENT_VERSION }
    : value;
}

/** Reads one entry of a log or of a file, of this version or an earlier one. Never throws. */
export function readEvent(found: unknown): Read {
  const value = brought(found);
  const result = v.safeParse(eventSchema, value);
  if (result.success) return { kind: 'event', event: result.output };
  const { v: version, kind } = isRecord(value) ? value : {};
  if (typeof version === 'number' && version > EVENT_VERSION)
    return { kind: 'newer', problem: { path: 'v', expected: `≤ ${EVENT_VERSION}`, found: show(version) } };
  const known = Object.keys(kinds);
  if (isRecord(value) && !known.includes(String(kind)))
    return { kind: 'broken', problem: { path: 'kind', expected: known.join(' | '), found: show(kind) } };
  return { kind: 'broken', problem: problemOf(result.issues[0], value) };
}

/** The one order of a log, the same in every browser: by time, then by id. */
export function inOrder(a: LearningEvent, b: LearningEvent): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Of two entries with one id (a file edited by hand): always the same one, whichever was there first. */
export function preferred(a: LearningEvent, b: LearningEvent): LearningEvent {
  return spelled(a) <= spelled(b) ? a : b;
}

function spelled(event: LearningEvent): string {
  return JSON.stringify(Object.entries(event).sort(([a], [b]) => (a < b ? -1 : 1)));
}
