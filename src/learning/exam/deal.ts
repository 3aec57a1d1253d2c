/**
 * Why: a paper must have so many questions of each kind and, within one, so many of each group (lesson, unit, topic),
 * and the bank has only so many of each kind in each group. That is a matching with capacities, solved by augmenting
 * paths: it finds a deal whenever there is one.
 */
import type { QuestionKind } from '../grade';
import { shuffled, type Chance } from './shuffle';

/** How many questions a group gets: its exact share rounded down or up. */
export interface Quota {
  readonly group: string;
  readonly least: number;
  readonly most: number;
}

/** @param weights by group, all positive; @param total number of questions */
export function quotasOf(weights: ReadonlyMap<string, number>, total: number): Quota[] {
  const sum = [...weights.values()].reduce((a, b) => a + b, 0);
  return [...weights].map(([group, weight]) => {
    const share = (total * weight) / sum;
    return { group, least: Math.floor(share), most: Math.ceil(share) };
  });
}

/** How many questions of each kind each group gives. */
export type Deal = ReadonlyMap<string, ReadonlyMap<QuestionKind, number>>;

/**
 * @param need questions by kind; they sum up to the total of the quotas' shares
 * @param there how many questions the bank has of a kind in a group
 * @returns null when no deal meets both
 */
export function dealOf(
  quotas: readonly Quota[],
  need: ReadonlyMap<QuestionKind, number>,
  there: (group: string, kind: QuestionKind) => number,
  chance: Chance,
): Deal | null {
  const open = new Map(need);
  const dealt = new Map(quotas.map(({ group }) => [group, new Map<QuestionKind, number>()]));
  const has = (group: string, kind: QuestionKind) => dealt.get(group)?.get(kind) ?? 0;
  const change = (group: string, kind: QuestionKind, by: number) =>
    dealt.get(group)?.set(kind, has(group, kind) + by);
  const left = (kind: QuestionKind) => open.get(kind) ?? 0;

  /** By lot, a kind that is wanted more often earlier, so that each group gets a mixture. */
  const kindsByLot = () =>
    [...need.keys()]
      .map((kind) => ({ kind, key: chance() ** (1 / (left(kind) + 0.01)) }))
      .sort((a, b) => b.key - a.key)
      .map(({ kind }) => kind);

  /** Gives the group one more question; others may have to change the kind of one of theirs. */
  const give = (group: string, seen: Set<QuestionKind>): boolean => {
    for (const kind of kindsByLot()) {
      if (seen.has(kind) || has(group, kind) >= there(group, kind)) continue;
      seen.add(kind);
      if (left(kind) > 0) {
        open.set(kind, left(kind) - 1);
        change(group, kind, 1);
        return true;
      }
      for (const { group: other } of quotas) {
        if (other === group || has(other, kind) === 0) continue;
        change(other, kind, -1);
        if (give(other, seen)) {
          change(group, kind, 1);
          return true;
        }
        change(other, kind, 1);
      }
    }
    return false;
  };

  const firm = quotas.flatMap(({ group, least }) => Array.from({ length: least }, () => group));
  if (!shuffled(firm, chance).every((group) => give(group, new Set()))) return null;
  const extra = quotas.filter(({ least, most }) => most > least).map(({ group }) => group);
  for (const group of shuffled(extra, chance)) {
    if ([...open.values()].every((n) => n === 0)) break;
    give(group, new Set());
  }
  return [...open.values()].every((n) => n === 0) ? dealt : null;
}
