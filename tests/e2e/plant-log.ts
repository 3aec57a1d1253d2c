/** Why: what a page does with years of answers must be seen with years of answers: they are put where the site keeps them. */
import type { Page } from '@playwright/test';

export interface PlantedEvent {
  readonly kind: string;
  readonly [field: string]: unknown;
}

interface BankQuestion {
  readonly id: string;
  readonly lesson: string;
}

/**
 * Puts events into the browser's own log, in their order, a second apart; the last one a minute ago. Leaves the page on
 * one that does not read the log.
 * @param events as the store gets them, before it stamps them
 */
export async function plantEvents(page: Page, events: readonly PlantedEvent[]): Promise<void> {
  await page.goto('about/');
  await page.evaluate(put, { events, many: null });
}

/** Puts so many answers into the log, spread over all questions of the bank, every third one wrong. */
export async function plantAnswers(page: Page, count: number): Promise<void> {
  await page.goto('about/');
  const bank = (await (await page.request.get('data/bank.json')).json()) as BankQuestion[];
  await page.evaluate(put, {
    events: bank.map(({ id, lesson }) => ({
      kind: 'answer',
      lesson,
      question: id,
      chosen: ['a'],
      right: true,
      mode: 'practice',
    })),
    many: count,
  });
}

/** Runs in a page. `many`: so many entries, the events taken in turn; null: each event once. */
async function put({
  events,
  many,
}: {
  events: readonly PlantedEvent[];
  many: number | null;
}): Promise<void> {
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
  const count = many ?? events.length;
  const start = Date.now() - 60_000 - count * 1000;
  const transaction = database.transaction('events', 'readwrite');
  const store = transaction.objectStore('events');
  for (let i = 0; i < count; i++) {
    const event = events[i % events.length]!;
    store.put({
      ...event,
      ...(many !== null && { right: i % 3 !== 0 }),
      v: 2,
      id: `00000000-0000-4000-9000-${String(i).padStart(12, '0')}`,
      at: start + i * 1000,
    });
  }
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(new Error(String(transaction.error)));
  });
  database.close();
}
