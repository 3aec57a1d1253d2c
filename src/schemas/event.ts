/**
 * Why: what a learner did, as entries of an append-only log. Everything else (progress, wrong answers, what
 * to study next) is computed from it. Valibot here, not Zod, because this schema travels to every browser (2 KB, not 8).
 *
 * Each change of shape raises `EVENT_VERSION`; an entry of a newer version or an unknown kind is not lost,
 * only unreadable here: the store keeps it aside and tries again after an update.
 */
import * as v from 'valibot';
import { isRecord, problemOf, show, type Problem } from './problem';

export const EVENT_VERSION = 1;

/** Ids of lessons, questions, options, figures and steps; also scenarios (`popf.deprivileged.skylake`). */
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

const stamp = {
  v: v.literal(EVENT_VERSION),
  /** Unique over all browsers: a UUID. */
  id: v.pipe(v.string(), v.uuid()),
  /** Milliseconds since 1970-01-01 UTC, by the clock of the learner's machine. */
  at: v.pipe(v.number(), v.integer(), v.minValue(0)),
};

const kinds = {
  answer: v.strictObject({
    ...stamp,
    kind: v.literal('answer'),
    lesson: name,
    question: name,
    /** Ids of the options chosen. */
    chosen: v.pipe(v.array(name), v.maxLength(20)),
    right: v.boolean(),
    /** Where it was answered: at the end of the lesson, or on the practice page. */
    mode: v.picklist(['lesson', 'practice']),
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
};

export const eventSchema = v.variant('kind', [kinds.answer, kinds.prediction, kinds.visit]);
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

/** Reads one entry of a log or of a file. Never throws. */
export function readEvent(value: unknown): Read {
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
