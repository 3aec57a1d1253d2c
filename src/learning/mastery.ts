/**
 * Why: what a learner knows firmly and what is shaky, by lesson and by topic, from the answers alone.
 *
 * Method. Mastery is the share of the questions that the learner can be trusted to answer now: the mean, over all
 * questions of a lesson or topic, of `known`. For one question, `known` is the mean of a Beta posterior (prior
 * Beta(0, ½): nothing is known before it was shown, and half an answer may have been a guess) over the right answers
 * since the last miss, the miss itself counting half; times a half-life forgetting curve 2^(−Δ/h), whose half-life
 * doubles with each right answer in a row: B. Settles, B. Meeder, "A Trainable Spaced Repetition Model for Language
 * Learning", ACL 2016 (the form of the curve; the 30 days are our choice, not fitted).
 *
 * A right answer never lowers it, a wrong one never raises it. A question that was never answered counts 0; how much
 * that leaves open is `most`.
 */
import { DAY } from './day';
import type { QuestionStanding } from './summary';

/** Half-life after the first right answer, ms. */
const HALF_LIFE = 30 * DAY;
/** What a first right answer may owe to a guess, and what an earlier miss weighs: in answers. */
const DOUBT = 0.5;
/** Below this share of answered questions a mastery is called uncertain. */
const ENOUGH = 0.4;

export type Level = 'none' | 'begun' | 'shaky' | 'sound' | 'firm';

export interface Mastery {
  /** From 0 to 1. */
  readonly value: number;
  /** What it would be if everything not answered yet were known: from `value` to 1. */
  readonly most: number;
  /** Questions answered at least once. */
  readonly seen: number;
  readonly total: number;
  /** Questions whose last answer was wrong. */
  readonly missed: number;
  readonly level: Level;
  /** Too few answers to say much. */
  readonly uncertain: boolean;
}

/** Trust, from 0 to 1, that the question would be answered right now. @param now ms since 1970 */
export function known(standing: QuestionStanding | undefined, now: number): number {
  if (!standing || standing.streak === 0) return 0;
  const { streak, missedAt, at } = standing;
  const doubt = DOUBT + (missedAt === null ? 0 : DOUBT);
  const age = Math.max(0, now - at);
  return (streak / (streak + doubt)) * 2 ** (-age / (HALF_LIFE * 2 ** (streak - 1)));
}

/** @param questions ids of all questions of a lesson or topic; of none, mastery is 0 */
export function masteryOf(
  standings: ReadonlyMap<string, QuestionStanding>,
  questions: readonly string[],
  now: number,
): Mastery {
  const total = questions.length;
  const found = questions.flatMap((id) => standings.get(id) ?? []);
  const seen = found.length;
  const sum = found.reduce((before, standing) => before + known(standing, now), 0);
  const value = total === 0 ? 0 : Math.min(1, sum / total);
  const most = total === 0 ? 0 : Math.min(1, (sum + total - seen) / total);
  const missed = found.filter(({ streak }) => streak === 0).length;
  return {
    value,
    most,
    seen,
    total,
    missed,
    level: levelOf(value, seen),
    uncertain: seen > 0 && seen < ENOUGH * total,
  };
}

function levelOf(value: number, seen: number): Level {
  if (seen === 0) return 'none';
  if (value < 0.25) return 'begun';
  if (value < 0.5) return 'shaky';
  return value < 0.75 ? 'sound' : 'firm';
}
