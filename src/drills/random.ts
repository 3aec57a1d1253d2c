/** Why: a question is made again from its number, years later and on another machine, so chance is computed from it. */

export interface Random {
  /** A whole number from 0 up to but not including `n`. */
  readonly below: (n: number) => number;
  /** @throws Error when the list is empty */
  readonly pick: <T>(list: readonly T[]) => T;
  /** The same entries in another order (Fisher and Yates). */
  readonly shuffle: <T>(list: readonly T[]) => T[];
}

/** FNV-1a: a text as 32 bits. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** The same key gives the same numbers. The generator is mulberry32 (Tommy Ettinger, public domain). */
export function randomOf(key: string): Random {
  let state = hash(key);
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  const below = (n: number) => Math.floor((next() / 2 ** 32) * n);
  return {
    below,
    pick: (list) => {
      if (list.length === 0) throw new Error('nothing to pick from: the list is empty');
      return list[below(list.length)]!;
    },
    shuffle: (list) => {
      const copy = [...list];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [copy[i], copy[j]] = [copy[j]!, copy[i]!];
      }
      return copy;
    },
  };
}
