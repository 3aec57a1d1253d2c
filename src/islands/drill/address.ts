/** Why: a generated question has an address that can be shared, and an address may be mistyped. */
import { FAMILIES, isFamily, readSeed, type FamilyId, type Numbered } from '../../drills/numbered';
import { nearest } from '../../lib/nearest';

export type Asked =
  | { readonly kind: 'none' }
  | { readonly kind: 'question'; readonly numbered: Numbered }
  /** `near`: the family that was meant, as far as one can tell. */
  | { readonly kind: 'family'; readonly found: string; readonly near: FamilyId | undefined }
  | { readonly kind: 'seed'; readonly found: string; readonly family: FamilyId };

/** What an address asks for: `?family=rings&seed=48213`. A family alone asks for any question of it. Never throws. */
export function askedIn(search: string): Asked | { readonly kind: 'any'; readonly family: FamilyId } {
  const query = new URLSearchParams(search);
  const [family, seed] = [query.get('family'), query.get('seed')];
  if (family === null)
    return seed === null ? { kind: 'none' } : { kind: 'family', found: '', near: undefined };
  if (!isFamily(family)) {
    const near = nearest(family, FAMILIES)[0];
    return { kind: 'family', found: family, near: isFamily(near) ? near : undefined };
  }
  if (seed === null) return { kind: 'any', family };
  const number = readSeed(seed);
  return number === undefined
    ? { kind: 'seed', found: seed, family }
    : { kind: 'question', numbered: { family, seed: number } };
}

/** The query of a question; other parameters stay. */
export function searchOf({ family, seed }: Numbered, search = ''): string {
  const query = new URLSearchParams(search);
  query.set('family', family);
  query.set('seed', String(seed));
  return `?${query}`;
}
