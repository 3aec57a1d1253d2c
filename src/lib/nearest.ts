/**
 * Why: an error that names near matches is mended in seconds; a bare "unknown id" is not.
 */

/** Optimal string alignment distance (insert, delete, replace, swap neighbours); O(a·b). */
export function editDistance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array<number>(b.length).fill(0)]);
  const cell = (i: number, j: number) => rows[i]?.[j] ?? Infinity;
  for (let j = 0; j <= b.length; j++) rows[0]![j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(cell(i - 1, j) + 1, cell(i, j - 1) + 1, cell(i - 1, j - 1) + cost);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, cell(i - 2, j - 2) + 1);
      rows[i]![j] = best;
    }
  }
  return cell(a.length, b.length);
}

/** Up to three known words near the one found, nearest first; those that share its start or contain it count as near. */
export function nearest(found: string, known: readonly string[]): string[] {
  const limit = Math.max(2, Math.ceil(found.length / 3));
  const score = (word: string) => {
    const distance = editDistance(found, word);
    return word.includes(found) || found.includes(word) ? Math.min(distance, limit) : distance;
  };
  return known
    .map((word) => ({ word, score: score(word) }))
    .filter((entry) => entry.score <= limit)
    .sort((x, y) => x.score - y.score || x.word.localeCompare(y.word))
    .slice(0, 3)
    .map((entry) => entry.word);
}
