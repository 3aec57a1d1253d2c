import { describe, expect, it } from 'vitest';
import type { MemoryEntry } from './journal';
import { Watch, type Seen } from './watch';

/** Watches a guest whose nth look shows `looks[n]`, and who says `said[n]` by then. */
function watch(looks: readonly (Seen | undefined)[], said: readonly (readonly string[])[]) {
  const entries: MemoryEntry[] = [];
  let at = -1;
  const last = <T>(list: readonly T[]) => list[Math.min(at, list.length - 1)]!;
  const watching = new Watch(
    (entry) => entries.push(entry),
    () => Promise.resolve(last(looks)),
    () => {
      at += 1;
      return last(said);
    },
  );
  return { watching, entries };
}

describe('Watch', () => {
  it('samples every 100 ms until it sees what it waits for, and writes each line of the guest once', async () => {
    const { watching, entries } = watch(
      [undefined, { free: 9 }, { free: 8 }, { free: 7 }],
      [[], ['up'], ['up', 'busy']],
    );
    await watching.until('less', ({ free }) => free === 7);
    const words = entries.map((entry) =>
      entry.kind === 'sample' ? entry.values['free'] : entry.kind === 'event' ? entry.what : entry.kind,
    );
    expect(words).toEqual(['up', 9, 'busy', 8, 7]);
    const clocks = entries.flatMap((entry) => (entry.kind === 'sample' ? [entry.at / 1000] : []));
    expect(clocks[0]).toBeGreaterThan(90);
    expect(clocks[2]! - clocks[0]!).toBeGreaterThan(190);
  });

  it('gives up, and says what it waited for', async () => {
    const { watching } = watch([{ free: 9 }], [[]]);
    await expect(watching.until('a guest of 1 MiB', () => false, 300)).rejects.toThrow(
      'the guest was watched for 0.3 s; expected a guest of 1 MiB',
    );
  });
});
