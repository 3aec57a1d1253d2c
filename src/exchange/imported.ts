/** Why: what comes of a file, whatever its format: all of its questions, or what is wrong with it and where. */
import {
  readOwnQuestion,
  type OwnQuestion,
  type QuestionProblem,
  type QuestionProblemCode,
} from '../schemas/own-question';

/** Bytes of one file; a thousand long questions in two languages take about 4 MB. */
export const FILE_LIMIT = 5 * 1024 * 1024;
/** Questions of one file. */
export const QUESTION_LIMIT = 2000;
/** Problems that are told; whoever mends these meets the others the next time. */
export const PROBLEMS_TOLD = 20;

export type FileProblemCode =
  | 'too-many'
  | 'no-questions'
  | 'same-id'
  | 'too-deep'
  | 'yaml'
  | 'yaml-alias'
  | 'yaml-list'
  | 'gift'
  | 'gift-kind'
  | 'gift-weights'
  | 'csv-header'
  | 'csv-column'
  | 'csv-cells'
  | 'csv-unclosed'
  | 'csv-after';

export interface ImportProblem {
  /** 1-based line of the file. */
  readonly line: number;
  /** `options[1].text`; empty for the question or the file as a whole. */
  readonly path: string;
  readonly code: QuestionProblemCode | FileProblemCode;
  readonly found: string;
  readonly expected: string;
}

/** What was made of the file that is not quite what it said. */
export type ImportNote = 'point-as-single' | 'gift-html';

export type Imported =
  | { readonly kind: 'ok'; readonly questions: readonly OwnQuestion[]; readonly notes: readonly ImportNote[] }
  | {
      readonly kind: 'refused';
      /** At least one, in the order of the file. */
      readonly problems: readonly ImportProblem[];
      /** How many more there are. */
      readonly more: number;
    };

/** A question of a file before it was checked. */
export interface Raw {
  readonly value: unknown;
  /** The line of a field of it; of the question itself for an empty path. */
  readonly lineOf: (path: readonly (string | number)[]) => number;
}

export const refused = (problems: readonly ImportProblem[]): Imported => ({
  kind: 'refused',
  problems: [...problems].sort((a, b) => a.line - b.line).slice(0, PROBLEMS_TOLD),
  more: Math.max(0, problems.length - PROBLEMS_TOLD),
});

/** A single complaint about a file. */
export const problemAt = (
  line: number,
  code: ImportProblem['code'],
  found: string | number = '',
  expected: string | number = '',
): ImportProblem => ({ line, path: '', code, found: short(String(found)), expected: String(expected) });

const short = (text: string) => (text.length > 80 ? `${text.slice(0, 77)}…` : text);

const spell = (path: readonly (string | number)[]) =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');

const located = ({ path, code, found, expected }: QuestionProblem, { lineOf }: Raw): ImportProblem => ({
  line: lineOf(path),
  path: spell(path),
  code,
  found,
  expected,
});

/** Checks all questions of a file: all are good, or none is taken. */
export function checkAll(raws: readonly Raw[], notes: readonly ImportNote[] = []): Imported {
  if (raws.length === 0) return refused([problemAt(1, 'no-questions', 0, 1)]);
  if (raws.length > QUESTION_LIMIT) return refused([problemAt(1, 'too-many', raws.length, QUESTION_LIMIT)]);
  const problems: ImportProblem[] = [];
  const questions: OwnQuestion[] = [];
  const lines = new Map<string, number>();
  for (const raw of raws) {
    const reading = readOwnQuestion(raw.value);
    if ('problems' in reading) {
      problems.push(...reading.problems.map((problem) => located(problem, raw)));
      continue;
    }
    const { question } = reading;
    const before = lines.get(question.id);
    const line = raw.lineOf(['id']);
    if (before !== undefined)
      problems.push({ ...problemAt(line, 'same-id', question.id, before), path: 'id' });
    lines.set(question.id, before ?? line);
    questions.push(question.kind === 'point' ? { ...question, kind: 'single' } : question);
  }
  if (problems.length > 0) return refused(problems);
  const points = raws.some(({ value }) => (value as { kind?: unknown }).kind === 'point');
  return { kind: 'ok', questions, notes: [...notes, ...(points ? (['point-as-single'] as const) : [])] };
}
