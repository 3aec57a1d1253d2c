/** Why: a teacher wants to know one thing of the time: ahead or behind, and by how much. */

export interface PlanInput {
  /** Minutes planned for each section, in order. */
  readonly minutes: readonly number[];
  /** Index of the section shown. */
  readonly section: number;
  /** How much of it is done, 0 … 1. */
  readonly place: number;
  /** When the class began, milliseconds since 1970; null before. */
  readonly startedAt: number | null;
  readonly now: number;
}

/** All in milliseconds. */
export interface Plan {
  readonly elapsed: number;
  /** When the plan would be where the deck is. */
  readonly planned: number;
  /** Planned less elapsed: below 0 the class is late. */
  readonly ahead: number;
  /** What the plan still has from here. */
  readonly remaining: number;
}

const MINUTE = 60_000;
const sum = (all: readonly number[]) => all.reduce((total, each) => total + each, 0);

/** Before the class begins no time has passed, and it is neither late nor early. */
export function planOf({ minutes, section, place, startedAt, now }: PlanInput): Plan {
  const planned = MINUTE * (sum(minutes.slice(0, section)) + (minutes[section] ?? 0) * place);
  const elapsed = startedAt === null ? 0 : Math.max(0, now - startedAt);
  return {
    elapsed,
    planned,
    ahead: startedAt === null ? 0 : planned - elapsed,
    remaining: MINUTE * sum(minutes) - planned,
  };
}
