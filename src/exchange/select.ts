/** Why: which questions go out: within a group any of what is ticked, over the groups all of it. */

export interface Listed {
  readonly id: string;
  readonly lesson: string;
  readonly topic: string;
  readonly kind: string;
  readonly difficulty: number;
}
export const FACETS = ['lesson', 'topic', 'kind', 'difficulty'] as const;
export type Facet = (typeof FACETS)[number];
/** Values ticked in each group, as text; none ticked is no limit. */
export type Selection = Readonly<Record<Facet, readonly string[]>>;

export const EVERYTHING: Selection = { lesson: [], topic: [], kind: [], difficulty: [] };

const passes = (question: Listed, selection: Selection, facets: readonly Facet[]) =>
  facets.every(
    (facet) => selection[facet].length === 0 || selection[facet].includes(String(question[facet])),
  );

/** What a selection leaves, in the order given. */
export const selected = <T extends Listed>(questions: readonly T[], selection: Selection): T[] =>
  questions.filter((question) => passes(question, selection, FACETS));

/** How many each value of a group would give, with the other groups as they are ticked. */
export function counts(
  questions: readonly Listed[],
  selection: Selection,
  facet: Facet,
): Map<string, number> {
  const others = FACETS.filter((other) => other !== facet);
  const found = new Map<string, number>();
  for (const question of questions) {
    const value = String(question[facet]);
    found.set(value, (found.get(value) ?? 0) + (passes(question, selection, others) ? 1 : 0));
  }
  return found;
}

/** The selection after one tick more or less. */
export function ticked(selection: Selection, facet: Facet, value: string): Selection {
  const now = selection[facet];
  return {
    ...selection,
    [facet]: now.includes(value) ? now.filter((one) => one !== value) : [...now, value],
  };
}
