/** Why: what is scarce is shared by weight among those who want it; nobody gets more than he wants. */

export interface Claim {
  readonly weight: number;
  readonly demand: number;
}

/** Differences below this are rounding. */
const NOTHING = 1e-9;

/**
 * Weighted max–min fairness ("progressive filling"): the supply is dealt out in proportion to the weights; what one
 * does not need goes to the others, again in proportion. That is what the kernel's fair scheduler comes to over time.
 * @param supply in the unit of the demands
 * @returns what each gets, in the order of the claims; the sum is the lesser of supply and all demands
 */
export function share(supply: number, claims: readonly Claim[]): readonly number[] {
  const given = claims.map(() => 0);
  let left = supply;
  let open = claims.map((_, i) => i).filter((i) => claims[i]!.demand > NOTHING);
  while (open.length > 0 && left > NOTHING) {
    const weights = open.reduce((sum, i) => sum + claims[i]!.weight, 0);
    const portion = (i: number) => (left * claims[i]!.weight) / weights;
    const full = open.filter((i) => claims[i]!.demand - given[i]! <= portion(i) + NOTHING);
    const now = full.length > 0 ? full : open;
    const parts = now.map((i) => (full.length > 0 ? claims[i]!.demand - given[i]! : portion(i)));
    now.forEach((i, n) => (given[i]! += parts[n]!));
    left -= parts.reduce((sum, part) => sum + part, 0);
    open = full.length > 0 ? open.filter((i) => !full.includes(i)) : [];
  }
  return given;
}
