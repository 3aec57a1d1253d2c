/**
 * Why: an entry that cannot be read may be damage, or the work of a later version of the site in another tab.
 * Either way it is the learner's: it is kept aside, and comes back by itself once it can be read.
 */
import { readEvent } from '../schemas/event';
import { isRecord } from '../schemas/problem';
import type { Database } from './database';

/** Moves unreadable rows of the log aside, in one transaction. @param since ms since 1970. */
export async function putAside(db: Database, rows: readonly unknown[], since: number): Promise<void> {
  const tx = db.transaction(['events', 'quarantine'], 'readwrite');
  for (const raw of rows) {
    const read = readEvent(raw);
    if (read.kind === 'event' || !isRecord(raw)) continue;
    const key = raw['id'] as string;
    // Another tab may have moved it in the meantime.
    if ((await tx.objectStore('events').getKey(key)) === undefined) continue;
    await tx.objectStore('quarantine').add({ raw, ...read, since });
    await tx.objectStore('events').delete(key);
  }
  await tx.done;
}

/** Brings back what can be read now (after an update of the site). */
export async function restore(db: Database): Promise<void> {
  const tx = db.transaction(['events', 'quarantine'], 'readwrite');
  let cursor = await tx.objectStore('quarantine').openCursor();
  while (cursor) {
    const read = readEvent(cursor.value.raw);
    if (read.kind === 'event') {
      const taken = await tx.objectStore('events').getKey(read.event.id);
      if (taken === undefined) await tx.objectStore('events').add(read.event);
      await cursor.delete();
    }
    cursor = await cursor.continue();
  }
  await tx.done;
}
