/** Why: an error speaks to the person who can mend it: file, line, what was found, what was expected, near matches. */
import { nearest } from '../lib/nearest';

export interface Problem {
  /** Below the project's root, e.g. `content/lessons/kvm/en.mdx`. */
  readonly file: string;
  /** 1-based; 0 when the file as a whole is meant. */
  readonly line: number;
  /** Path inside the file where there is one, e.g. `[3].options[1].why`. */
  readonly path?: string;
  readonly message: string;
}

/** `unknown figure "rigns"; did you mean "rings"?`, or the whole list when nothing is near. */
export function unknown(what: string, found: string, known: readonly string[]): string {
  const near = nearest(found, known);
  const list = (words: readonly string[]) => words.map((word) => `"${word}"`).join(', ');
  const hint =
    near.length > 0 ? `did you mean ${list(near)}?` : `expected one of ${list(known.slice(0, 30))}`;
  return `unknown ${what} "${found}"; ${hint}`;
}

/** One line for each problem, ready for a terminal that links `file:line`. */
export function formatProblem({ file, line, path, message }: Problem): string {
  return `${file}${line > 0 ? `:${line}` : ''}${path ? ` ${path}` : ''}: ${message}`;
}

export class ContentError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    const head =
      problems.length === 1 ? '1 problem in the content' : `${problems.length} problems in the content`;
    super([`${head}:`, ...problems.map(formatProblem)].join('\n  '));
    this.name = 'ContentError';
    this.problems = problems;
  }
}
