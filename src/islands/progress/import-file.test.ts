import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeProgressFile } from '../../schemas/progress-file';
import type { Store } from '../../store/contract';
import { openStore } from '../../store/store';
import { importFile, importWords } from './import-file';
import { progressText } from './messages';

let store: Store;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  store = await openStore();
  await store.append({ kind: 'visit', lesson: 'kvm' });
});
afterEach(() => store.close());

const words = async (file: Pick<File, 'size' | 'text'>, lang: 'en' | 'zh-cn' = 'en') =>
  importWords(await importFile(file, store), 'x.json', progressText(lang)).join(' ');

test('an export comes back into another browser whole, and a second time adds nothing', async () => {
  const text = writeProgressFile(await store.all(), [], new Date(0).toISOString());
  store.close();
  globalThis.indexedDB = new IDBFactory();
  store = await openStore();
  expect(await words(new Blob([text]))).toBe('New entries from x.json: 1. Here already: 0.');
  expect(await words(new Blob([text]))).toBe('New entries from x.json: 0. Here already: 1.');
  expect(await store.all()).toMatchObject([{ kind: 'visit', lesson: 'kvm' }]);
});

const file = (over: object) =>
  new Blob([
    JSON.stringify({
      format: 'ringside-progress',
      version: 1,
      exported: '2026-01-01T00:00:00Z',
      events: [],
      ...over,
    }),
  ]);
test.each<[string, Pick<File, 'size' | 'text'>, string]>([
  [
    'a huge file, unread',
    { size: 21 * 1024 * 1024, text: () => Promise.reject(new Error('read')) },
    'Found: 21.0 MB',
  ],
  [
    'a file that cannot be read',
    { size: 1, text: () => Promise.reject(new Error('gone')) },
    'could not read',
  ],
  ['a picture', new Blob(['\u0089PNG']), 'not JSON'],
  ['other JSON', new Blob(['{"a":1}']), '{a}'],
  ['an empty file', new Blob([]), 'an empty file'],
  ['a newer version', file({ version: 2 }), 'version 2'],
  ['a broken entry', file({ events: [{ v: 1, kind: 'visit' }] }), 'Found at events[0].id: undefined'],
])('refuses %s with words, and changes nothing', async (_, input, found) => {
  const before = await store.all();
  const said = await words(input);
  expect(said).toContain('x.json was not imported, and nothing was changed.');
  expect(said).toContain(found);
  expect(await words(input, 'zh-cn')).toContain('未导入');
  expect(await store.all()).toEqual(before);
});
