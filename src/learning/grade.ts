/** Why: one rule of grading for lesson, practice and exam: exactly the right options, no more and no fewer. */

export interface Gradable {
  readonly options: readonly { readonly id: string }[];
  /** Ids of the right options. */
  readonly answer: readonly string[];
}

/** `hit`: right and chosen; `missed`: right, not chosen; `mistaken`: wrong, yet chosen; `left`: wrong, not chosen. */
export type Mark = 'hit' | 'missed' | 'mistaken' | 'left';

export interface Grade {
  /** Whether the options chosen are exactly the right ones. */
  readonly right: boolean;
  readonly marks: Readonly<Record<string, Mark>>;
  /** How many right options were chosen. */
  readonly hits: number;
  /** How many right options there are. */
  readonly wanted: number;
  /** How many wrong options were chosen. */
  readonly mistaken: number;
}

/** @param chosen ids of options, in any order; ids that are no option (of an older edition) make the answer wrong. */
export function grade(question: Gradable, chosen: readonly string[]): Grade {
  const marks: Record<string, Mark> = {};
  for (const { id } of question.options) {
    const right = question.answer.includes(id);
    marks[id] = chosen.includes(id) ? (right ? 'hit' : 'mistaken') : right ? 'missed' : 'left';
  }
  const taken = [...new Set(chosen)];
  const hits = taken.filter((id) => marks[id] === 'hit').length;
  const wanted = question.answer.length;
  return {
    right: hits === wanted && taken.length === wanted,
    marks,
    hits,
    wanted,
    mistaken: taken.length - hits,
  };
}
