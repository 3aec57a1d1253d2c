/** Why: limits hold for a group and for all that is below it; these walk the fixed tree both ways. */
import { GROUPS, PARENT, type GroupId } from './types';

/** A record with one entry for each group. */
export const forGroups = <T>(make: (group: GroupId) => T): Readonly<Record<GroupId, T>> =>
  Object.fromEntries(GROUPS.map((group) => [group, make(group)])) as Record<GroupId, T>;

/** The group itself, its parent, and so on up to the root. */
export function upwards(group: GroupId): readonly GroupId[] {
  const parent = PARENT[group];
  return parent === undefined ? [group] : [group, ...upwards(parent)];
}

export const childrenOf = (group: GroupId): readonly GroupId[] =>
  GROUPS.filter((other) => PARENT[other] === group);

/** Whether `group` is `above` or below it. */
export const isWithin = (group: GroupId, above: GroupId): boolean => upwards(group).includes(above);
