/** Why: counts by name, the most frequent first, as the schema of recordings asks for them. */
import type { CountsRecording } from '../../src/schemas/recording-counts.ts';

export type Run = CountsRecording['runs'][number];

/** Names of equal frequency stand in alphabetical order, so that the same events give the same bytes. */
export function countsOf(names: readonly string[]): Pick<Run, 'counts' | 'total'> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return { counts: Object.fromEntries(sorted), total: names.length };
}
