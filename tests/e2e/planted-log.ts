/** Why: what a page does with weeks and years of answers must be seen with them: they are put where the site keeps them. */
import type { Page } from '@playwright/test';

/** An entry as the store gets it, before it is stamped; `at` (ms since 1970) where the time matters. */
export interface Planted {
  readonly kind: string;
  readonly at?: number;
  readonly [field: string]: unknown;
}
/** An entry as it stands in the log. */
export type Logged = Planted & { readonly at: number };

/**
 * Puts entries into the browser's own log, in their order; those without a time a second apart, the last one a minute
 * ago. Leaves the page on one that does not read the log.
 */
export async function plantEvents(page: Page, events: readonly Planted[]): Promise<void> {
  await page.goto('about/');
  await page.evaluate(put, { events, count: events.length });
}

/** Puts so many answers into the log, spread over all questions of the bank, every third one wrong. */
export async function plantAnswers(page: Page, count: number): Promise<void> {
  await page.goto('about/');
  const bank = (await (await page.request.get('data/bank.json')).json()) as { id: string; lesson: string }[];
  const answer = { kind: 'answer', chosen: ['a'], right: true, mode: 'practice' };
  const events = bank.map(({ id, lesson }) => ({ ...answer, lesson, question: id }));
  await page.evaluate(put, { events, count, every3rd: { right: false } });
}

interface Plan {
  readonly events: readonly Planted[];
  /** So many entries, the events taken in turn. */
  readonly count: number;
  /** Laid over every third entry, the first one too. */
  readonly every3rd?: object;
}

/** Runs in a page. */
async function put({ events, count, every3rd }: Plan): Promise<void> {
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
  const start = Date.now() - 60_000 - count * 1000;
  const transaction = database.transaction('events', 'readwrite');
  const store = transaction.objectStore('events');
  for (let i = 0; i < count; i++) {
    const id = `00000000-0000-4000-9000-${String(i).padStart(12, '0')}`;
    const laid = i % 3 === 0 ? every3rd : undefined;
    store.put({ at: start + i * 1000, ...events[i % events.length]!, ...laid, v: 2, id });
  }
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(new Error(String(transaction.error)));
  });
  database.close();
}

/** What the browser's own log holds of one kind, in order of time. */
export const logged = (page: Page, kind: string): Promise<readonly Logged[]> =>
  page.evaluate(
    (kind) =>
      new Promise<Logged[]>((resolve, reject) => {
        const request = indexedDB.open('ringside');
        request.onerror = () => reject(new Error(String(request.error)));
        request.onsuccess = () => {
          const all = request.result.transaction('events').objectStore('events').getAll();
          all.onsuccess = () => {
            request.result.close();
            const events = all.result as Logged[];
            resolve(events.filter((event) => event.kind === kind).sort((a, b) => a.at - b.at));
          };
        };
      }),
    kind,
  );
