import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore as FakeObjectStore } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { OwnQuestion } from '../schemas/own-question';
import { DATABASE } from './database';
import { openOwnQuestions, OWN_DATABASE, type OwnQuestions } from './own-questions';
import { openStore } from './store';

const opened: OwnQuestions[] = [];
async function open(): Promise<OwnQuestions> {
  const store = await openOwnQuestions();
  opened.push(store);
  return store;
}
const question = (id: string, stem = 'Which?'): OwnQuestion => ({
  ...{ id, kind: 'single', difficulty: 2, topic: 'own', stem: { en: stem }, answer: ['a'] },
  options: ['a', 'b'].map((name) => ({ id: name, text: { en: name }, why: {} })),
});
const ids = async (store: OwnQuestions) => (await store.all()).map(({ id }) => id);

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  opened.splice(0).forEach((store) => store.close());
});

test('what was put is there after a reopening, as it was; the same id is replaced; what is removed is gone', async () => {
  const store = await open();
  await store.put([question('q-2'), question('q-1')]);
  await store.put([question('q-2', 'Which now?')]);
  store.close();
  const again = await open();
  expect(await again.all()).toEqual([question('q-1'), question('q-2', 'Which now?')]);
  await again.remove(['q-1', 'unknown']);
  expect(await ids(again)).toEqual(['q-2']);
});

test('the log and the own questions know nothing of each other', async () => {
  const own = await open();
  await own.put([question('q-1')]);
  const log = await openStore();
  expect(await log.all()).toEqual([]);
  await log.clear();
  log.close();
  expect(await ids(own)).toEqual(['q-1']);
  expect(DATABASE).not.toBe(OWN_DATABASE);
});

test('a list joins whole or not at all', async () => {
  const store = await open();
  await store.put([question('q-0')]);
  const original = Reflect.get(FakeObjectStore.prototype, 'put') as (
    value: unknown,
  ) => IDBRequest<IDBValidKey>;
  let left = 2;
  vi.spyOn(FakeObjectStore.prototype, 'put').mockImplementation(function (this: unknown, value: unknown) {
    if (left-- > 0) return original.call(this, value);
    throw new DOMException('no room', 'QuotaExceededError');
  });
  await expect(store.put(['q-1', 'q-2', 'q-3'].map((id) => question(id)))).rejects.toThrow();
  vi.restoreAllMocks();
  expect(await ids(store)).toEqual(['q-0']);
});

test('what cannot be read is passed over, and stays', async () => {
  (await open()).close();
  const db = await openDB(OWN_DATABASE);
  await db.put('questions', { id: 'broken', kind: 'nonsense' });
  db.close();
  const store = await open();
  await store.put([question('q-1')]);
  expect(await ids(store)).toEqual(['q-1']);
  const again = await openDB(OWN_DATABASE);
  expect(await again.count('questions')).toBe(2);
  again.close();
});

test('where the browser refuses storage, they live in this tab, and that is said', async () => {
  vi.stubGlobal('indexedDB', undefined);
  const store = await open();
  expect(store.trouble).toBe('blocked');
  await store.put([question('q-1'), question('q-2')]);
  await store.remove(['q-2']);
  expect(await ids(store)).toEqual(['q-1']);
});

test('another tab hears of a change', async () => {
  const [one, other] = [await open(), await open()];
  const heard = new Promise<void>((resolve) => void other.subscribe(resolve));
  await one.put([question('q-1')]);
  await heard;
  expect(await ids(other)).toEqual(['q-1']);
});
