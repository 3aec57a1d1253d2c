/** Why: the log leaves as one file, from the progress page and from wherever the learner is told that nothing is saved. */
import { writeProgressFile } from '../../schemas/progress-file';
import type { Store } from '../../store/contract';

/** Offers the whole log, with what was kept aside, as a download. @returns the file's name and its number of entries. */
export async function exportLog(store: Store): Promise<{ readonly file: string; readonly n: number }> {
  const events = await store.all();
  const aside = (await store.quarantined()).map((entry) => entry.raw);
  const now = new Date().toISOString();
  const file = `ringside-progress-${now.slice(0, 10)}.json`;
  download(file, writeProgressFile(events, aside, now));
  return { file, n: events.length + aside.length };
}

function download(name: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers start reading only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
