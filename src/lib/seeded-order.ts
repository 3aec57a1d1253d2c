/**
 * Why: a set is asked in an order that a seed decides, so that a link gives everyone the same paper. Each id draws its
 * own number: a question that joins or leaves the bank does not stir the others.
 */

/** A number for an id under a seed, 0 ≤ n < 2³²: FNV-1a over the id, then MurmurHash3's last mixing. */
function draw(id: string, seed: number): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) >>> 0;
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * The ids in the order of the seed, whatever order they come in.
 * @param ids each once
 * @param seed whole number, 0 ≤ seed < 2³²
 */
export function shuffled(ids: readonly string[], seed: number): string[] {
  return ids
    .map((id) => ({ id, number: draw(id, seed) }))
    .sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}
