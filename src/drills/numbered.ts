/** Why: a generated question is named by its family and a number, in ids, in addresses and in the log. Small, for every page. */

export const FAMILIES = ['rings', 'fate', 'references', 'pids', 'limits', 'packet', 'signals'] as const;
export type FamilyId = (typeof FAMILIES)[number];

/** Lesson under which answers to a family are logged. */
export const LESSON: Readonly<Record<FamilyId, string>> = {
  rings: 'cpu-rings',
  fate: 'cpu-rings',
  references: 'memory',
  pids: 'namespaces',
  limits: 'cgroups',
  packet: 'io',
  signals: 'hyper-v',
};

/** Seeds are whole numbers from 0 up to but not including this: six digits can be read out to a class. */
export const SEEDS = 1_000_000;

export interface Numbered {
  readonly family: FamilyId;
  readonly seed: number;
}

export const isFamily = (text: string | null | undefined): text is FamilyId =>
  FAMILIES.some((family) => family === text);

/** The seed that a text spells, or undefined. */
export function readSeed(text: string | null | undefined): number | undefined {
  return text !== null && text !== undefined && /^(0|[1-9]\d{0,5})$/.test(text) ? Number(text) : undefined;
}

/** `gen/<family>/<seed>` */
export const drillId = ({ family, seed }: Numbered): string => `gen/${family}/${seed}`;

/** The inverse of `drillId`; undefined for every other text. */
export function readDrillId(id: string): Numbered | undefined {
  const [gen, family, digits, ...rest] = id.split('/');
  const seed = readSeed(digits);
  return gen === 'gen' && isFamily(family) && seed !== undefined && rest.length === 0
    ? { family, seed }
    : undefined;
}

/**
 * The question after this one: the same for everybody who follows one link with the same families. Seeds go round all
 * of `SEEDS` before one comes again (Hull and Dobell, 1962: the increment is prime to a million, the factor is 1 modulo 20).
 * @throws Error when there is no family
 */
export function following({ seed }: Numbered, families: readonly FamilyId[]): Numbered {
  const next = (seed * 157_041 + 48_271) % SEEDS;
  const family = families[Math.floor((next / SEEDS) * families.length)];
  if (family === undefined) throw new Error('found no family to choose from; expected at least one');
  return { family, seed: next };
}
