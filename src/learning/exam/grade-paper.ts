/**
 * Why: what a paper is worth. Only the exact answer scores: whether real exams give part of the marks for part of a
 * multiple choice is unknown.
 */
import { grade, type Gradable } from '../grade';

export interface PaperQuestion extends Gradable {
  readonly id: string;
  readonly lesson: string;
  readonly topic: string;
}

/** The questions of one lesson or topic. */
export interface Part {
  readonly id: string;
  readonly right: number;
  readonly total: number;
}

export interface PaperGrade {
  /** Ids of the questions answered right, in the order of the paper. */
  readonly right: readonly string[];
  readonly total: number;
  /** 0–100, not rounded; 0 for an empty paper. */
  readonly percent: number;
  /** In the order in which they first stand on the paper. */
  readonly topics: readonly Part[];
  readonly lessons: readonly Part[];
}

/** @param answers what was chosen, by question id; as `grade` takes it */
export function gradePaper(
  paper: readonly PaperQuestion[],
  answers: ReadonlyMap<string, readonly string[]>,
): PaperGrade {
  const right = paper.filter((question) => grade(question, answers.get(question.id) ?? []).right);
  return tally(
    paper,
    right.map(({ id }) => id),
  );
}

/** The same from what was found right when it was sat; of a question that is gone, lesson and topic are undefined. */
export function tally(
  paper: readonly {
    readonly id: string;
    readonly lesson?: string | undefined;
    readonly topic?: string | undefined;
  }[],
  rightIds: readonly string[],
): PaperGrade {
  const known = new Set(rightIds);
  const right = paper.filter(({ id }) => known.has(id)).map(({ id }) => id);
  const parts = (by: 'lesson' | 'topic'): Part[] => {
    const found = new Map<string, { right: number; total: number }>();
    for (const question of paper) {
      const name = question[by];
      if (name === undefined) continue;
      const part = found.get(name) ?? { right: 0, total: 0 };
      found.set(name, { right: part.right + (known.has(question.id) ? 1 : 0), total: part.total + 1 });
    }
    return [...found].map(([id, part]) => ({ id, ...part }));
  };
  return {
    right,
    total: paper.length,
    percent: paper.length === 0 ? 0 : (100 * right.length) / paper.length,
    topics: parts('topic'),
    lessons: parts('lesson'),
  };
}

/** Whether the mark is reached; reckoned in whole numbers as far as the mark is one. @param pass percent */
export const passes = ({ right, total }: Pick<PaperGrade, 'right' | 'total'>, pass: number): boolean =>
  right.length * 100 >= pass * total;
