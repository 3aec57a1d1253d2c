/**
 * Why: a choice of questions stands in the address, in words, so that it can be read, kept and handed to a class. What an
 * address says wrongly is mended, and told.
 */
import { nearest } from '../../lib/nearest';
import type { QuestionKind } from '../grade';
import type { Bank } from './bank';

export const ONLY = ['all', 'wrong', 'unseen', 'favourites'] as const;
export type Only = (typeof ONLY)[number];
/** The explanation comes after each answer, or after the last. */
export const ANSWERS = ['once', 'end'] as const;
export type Answers = (typeof ANSWERS)[number];
export const KINDS: readonly QuestionKind[] = [
  'single',
  'multiple',
  'true-false',
  'ordering',
  'matching',
  'point',
];
export const DIFFICULTIES = [1, 2, 3] as const;
export const COUNTS = [10, 20, 50, 'all'] as const;

/** An empty list takes everything. */
export interface PracticeSpec {
  readonly lessons: readonly string[];
  readonly topics: readonly string[];
  readonly kinds: readonly QuestionKind[];
  readonly difficulty: readonly (1 | 2 | 3)[];
  readonly only: Only;
  /** Exactly these, as far as the other filters take them. */
  readonly questions: readonly string[];
  readonly answers: Answers;
  /** At most so many, from 1. */
  readonly count: number | 'all';
  /** 0 ≤ seed < 2³²; null while nothing is drawn. */
  readonly seed: number | null;
}

export const DEFAULT_SPEC: PracticeSpec = {
  lessons: [],
  topics: [],
  kinds: [],
  difficulty: [],
  only: 'all',
  questions: [],
  answers: 'once',
  count: 20,
  seed: null,
};

/** Something of an address that was not understood. */
export interface SpecProblem {
  /** Name of the parameter. */
  readonly name: string;
  readonly found: string;
  /** What is used in its place; null: it is left out. */
  readonly taken: string | null;
}

export const SEEDS = 2 ** 32;
const MOST = 1000;
const NAMES = Object.keys(DEFAULT_SPEC);
/** Parameters of other things that may stand in an address of this site. */
const FOREIGN = ['embed', 'q'];

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];

/** What of a choice an address says. Never throws. @param params of the address, decoded, in their order */
export function readSpec(
  params: readonly (readonly [name: string, value: string])[],
  bank: Bank,
): { readonly spec: PracticeSpec; readonly problems: readonly SpecProblem[] } {
  const all = (name: string) => params.flatMap(([own, value]) => (own === name ? [value] : []));
  const get = (name: string): string | null => all(name)[0] ?? null;
  const problems: SpecProblem[] = [];
  for (const name of new Set(params.map(([own]) => own)))
    if (!NAMES.includes(name) && !FOREIGN.includes(name))
      problems.push({ name, found: get(name) ?? '', taken: null });

  /** The known ones of a list, in the order in which they are known. */
  const list = (name: string, known: readonly string[], mend = true): string[] => {
    const values = all(name)
      .flatMap((value) => value.split(','))
      .filter((value) => value !== '');
    const taken = values.map((value) => {
      if (known.includes(value)) return value;
      const near = mend ? (nearest(value, known)[0] ?? null) : null;
      problems.push({ name, found: value, taken: near });
      return near;
    });
    return known.filter((value) => taken.includes(value));
  };
  const one = <T extends string>(name: string, known: readonly T[], otherwise: T): T => {
    const value = get(name);
    if (value === null) return otherwise;
    const exact = known.find((word) => word === value);
    if (exact === undefined) problems.push({ name, found: value, taken: otherwise });
    return exact ?? otherwise;
  };
  const whole = (name: string, least: number, most: number): number | null => {
    const value = get(name);
    if (value === null) return null;
    const number = /^\d{1,12}$/.test(value) ? Number(value) : NaN;
    if (number >= least && number <= most) return number;
    const taken = number > most ? most : number < least ? least : null;
    problems.push({ name, found: value, taken: taken === null ? null : String(taken) });
    return taken;
  };

  const spec: PracticeSpec = {
    lessons: list('lessons', unique(bank.map(({ lesson }) => lesson))),
    topics: list('topics', unique(bank.map(({ topic }) => topic))),
    kinds: list('kinds', KINDS) as QuestionKind[],
    difficulty: list('difficulty', DIFFICULTIES.map(String)).map(Number) as (1 | 2 | 3)[],
    only: one('only', ONLY, DEFAULT_SPEC.only),
    questions: list(
      'questions',
      bank.map(({ id }) => id),
      false,
    ),
    answers: one('answers', ANSWERS, DEFAULT_SPEC.answers),
    count: get('count') === 'all' ? 'all' : (whole('count', 1, MOST) ?? DEFAULT_SPEC.count),
    seed: whole('seed', 0, SEEDS - 1),
  };
  return { spec, problems };
}

/** The address of a choice: `?lessons=kvm,io&only=wrong&seed=7`. What is not said is as in `DEFAULT_SPEC`; may be `?`. */
export function writeSpec(spec: PracticeSpec): string {
  const said = NAMES.flatMap((name) => {
    const value = spec[name as keyof PracticeSpec];
    if (value === null || value === DEFAULT_SPEC[name as keyof PracticeSpec]) return [];
    const words = (Array.isArray(value) ? value : [value]).map((word) => encodeURIComponent(String(word)));
    return words.length === 0 ? [] : [`${name}=${words.join(',')}`];
  });
  return `?${said.join('&')}`;
}
