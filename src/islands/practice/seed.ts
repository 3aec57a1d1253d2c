/** Why: chance enters practice here alone; from then on the seed in the address decides. */

/** A new seed, 0 ≤ seed < 2³². */
export const newSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
