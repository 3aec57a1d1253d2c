/** Why: what is due depends on what was done weeks ago, so weeks ago is put where the site keeps it. */
import type { Page } from '@playwright/test';

/** An entry as the store gets it, with its time (ms since 1970). */
export interface Planted {
  readonly at: number;
  readonly kind: string;
  readonly [field: string]: unknown;
}

/** Puts entries into the browser's own log. Leaves the page on one that does not read the log. */
export async function plant(page: Page, events: readonly Planted[]): Promise<void> {
  await page.goto('about/');
  await page.evaluate(async (events) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('ringside', 1);
      // The same shape as `src/store/database.ts` gives it.
      request.onupgradeneeded = () => {
        const store = request.result.createObjectStore('events', { keyPath: 'id' });
        store.createIndex('lesson', 'lesson');
        store.createIndex('kind-at', ['kind', 'at']);
        request.result.createObjectStore('quarantine', { autoIncrement: true });
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error(String(request.error)));
    });
    const transaction = database.transaction('events', 'readwrite');
    events.forEach((event, i) => {
      const id = `00000000-0000-4000-a000-${String(i).padStart(12, '0')}`;
      transaction.objectStore('events').put({ ...event, v: 2, id });
    });
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(new Error(String(transaction.error)));
    });
    database.close();
  }, events);
}

/** What the browser's own log holds of one kind, in order of time. */
export const logged = (page: Page, kind: string): Promise<readonly Planted[]> =>
  page.evaluate(
    (kind) =>
      new Promise<Planted[]>((resolve, reject) => {
        const request = indexedDB.open('ringside');
        request.onerror = () => reject(new Error(String(request.error)));
        request.onsuccess = () => {
          const all = request.result.transaction('events').objectStore('events').getAll();
          all.onsuccess = () => {
            request.result.close();
            const events = all.result as Planted[];
            resolve(events.filter((event) => event.kind === kind).sort((a, b) => a.at - b.at));
          };
        };
      }),
    kind,
  );

interface Syllabus {
  readonly units: readonly {
    readonly lessons: readonly {
      readonly id: string;
      readonly questions: readonly { readonly id: string; readonly topic: string }[];
      readonly terms: readonly string[];
    }[];
  }[];
}

/** The lessons of the built site, with the ids of their questions and terms. */
export async function syllabus(page: Page) {
  const { units } = (await (await page.request.get('data/syllabus/en.json')).json()) as Syllabus;
  return units.flatMap((unit) => unit.lessons);
}
