/** Why: map and table say a mastery in the same words and the same rounding. */
import type { Mastery } from '../../learning/mastery';
import { fill } from '../../lib/fill';
import type { MasteryText } from './messages';

/** Whole percent, rounded down, so that 100 is all. */
export const percentOf = (value: number): number => Math.floor(value * 100);

/** "62% · sound · few answers"; without an answer, that alone. */
export function sayMastery({ value, level, uncertain, total }: Mastery, text: MasteryText): string {
  if (total === 0) return text.noQuestions;
  if (level === 'none') return text.none;
  const parts = [fill(text.percent, { n: percentOf(value) }), text[level]];
  return [...parts, ...(uncertain ? [text.uncertain] : [])].join(' · ');
}

/** What it may be, if what was not answered yet is known or not. */
export const sayRange = ({ value, most }: Mastery, text: MasteryText): string =>
  fill(text.range, { from: percentOf(value), to: percentOf(most) });
