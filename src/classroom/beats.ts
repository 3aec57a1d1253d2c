/**
 * Why: a clicker has two buttons. Whatever a slide shows, a figure's steps, its questions, the pages of a long text,
 * is a row of beats, and forward and back walk along the row: back is always the way that one came.
 */
import type { Trace } from '../lib/trace';

/** One stop of a figure on a slide: a step, or the question that is asked before it. */
export interface Beat {
  /** Index of the step in its trace. */
  readonly index: number;
  /** True: the step before is still shown, and the room is asked what comes. */
  readonly ask: boolean;
}

/**
 * The beats of a trace: each step, and before those that ask (the first never does) the question.
 * @param only ids of the steps that a section speaks of: then these alone, in the trace's order, without questions.
 *   Ids that the trace does not have are passed over; without any that it has, all steps are walked.
 */
export function beatsOf(trace: Trace<unknown>, only?: readonly string[]): readonly Beat[] {
  const named = only ? trace.steps.flatMap(({ id }, index) => (only.includes(id) ? [index] : [])) : [];
  if (named.length > 0) return named.map((index) => ({ index, ask: false }));
  return trace.steps.flatMap(({ ask }, index) =>
    ask && index > 0
      ? [
          { index, ask: true },
          { index, ask: false },
        ]
      : [{ index, ask: false }],
  );
}
