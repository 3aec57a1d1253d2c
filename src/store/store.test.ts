import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore as FakeObjectStore } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { EVENT_VERSION, type LearningEvent, type NewEvent } from '../schemas/event';
import { DATABASE } from './database';
import type { Change, Store } from './contract';
import { openStore, type StoreOptions } from './store';

const opened: Store[] = [];
async function open(options?: StoreOptions): Promise<Store> {
  const store = await openStore(options);
  opened.push(store);
  return store;
}

const answer = (question: string, lesson = 'kvm'): NewEvent => ({
  kind: 'answer',
  lesson,
  question,
  chosen: ['a'],
  right: true,
  mode: 'practice',
});
const names = (events: readonly LearningEvent[]) =>
  events.map((event) => (event.kind === 'answer' ? event.question : event.kind));

/** Writes rows as damage or another version of the site would: past the store. */
async function plant(...rows: unknown[]): Promise<void> {
  (await open()).close();
  const db = await openDB(DATABASE);
  for (const row of rows) await db.put('events', row);
  db.close();
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  opened.splice(0).forEach((store) => store.close());
});

describe('log', () => {
  test('reads back in the order of appending, also within one millisecond and after a reopening', async () => {
    const store = await open({ now: () => 1000 });
    for (const question of ['q3', 'q1', 'q2']) await store.append(answer(question));
    expect(names(await store.all())).toEqual(['q3', 'q1', 'q2']);
    store.close();
    expect(names(await (await open()).all())).toEqual(['q3', 'q1', 'q2']);
    expect(store.state).toBe('durable');
  });

  test('puts an entry after the one that it must follow, although the clock was set back in between', async () => {
    const first = await (await open({ now: () => 5000 })).append(answer('q1'));
    const later = await open({ now: () => 1000 });
    await later.append(answer('q2'), first.at);
    await later.append(answer('q3'), 0);
    expect(names(await later.all())).toEqual(['q1', 'q2', 'q3']);
  });

  test('keeps every one of many appends that run at once, each with its own id', async () => {
    const store = await open();
    await Promise.all(Array.from({ length: 40 }, (_, i) => store.append(answer(`q${i}`))));
    const events = await store.all();
    expect(new Set(events.map((event) => event.id)).size).toBe(40);
  });

  test('finds the events of one lesson, and the latest of one kind', async () => {
    const store = await open();
    await store.append(answer('q1', 'kvm'));
    await store.append({ kind: 'visit', lesson: 'kvm' });
    await store.append({ kind: 'visit', lesson: 'cpu-rings', section: 'popf' });
    await store.append(answer('q2', 'cpu-rings'));
    expect(names(await store.ofLesson('kvm'))).toEqual(['q1', 'visit']);
    expect((await store.latest('visit'))?.section).toBe('popf');
    expect(await store.latest('prediction')).toBeUndefined();
  });

  test('import is a union by id: twice adds nothing, and nothing of the log is lost', async () => {
    const store = await open();
    await store.append(answer('mine'));
    const [mine] = await store.all();
    const other = { ...mine!, id: crypto.randomUUID(), question: 'theirs' } as LearningEvent;
    expect(await store.importEvents([mine!, other])).toEqual({ added: 1, known: 1 });
    expect(await store.importEvents([mine!, other])).toEqual({ added: 0, known: 2 });
    expect(names(await store.all()).sort()).toEqual(['mine', 'theirs']);
  });

  test('clear forgets all, and tells', async () => {
    const store = await open();
    const changes: Change[] = [];
    store.subscribe((change) => changes.push(change));
    await store.append(answer('q1'));
    await store.clear();
    expect(await store.all()).toEqual([]);
    expect(changes.map((change) => change.kind)).toEqual(['added', 'cleared']);
  });
});

describe('two tabs', () => {
  test('the other tab hears of new events and of a clear, and both read one log', async () => {
    const [one, two] = [await open(), await open()];
    const heard: Change[] = [];
    two.subscribe((change) => heard.push(change));
    const event = await one.append(answer('q1'));
    await vi.waitFor(() => expect(heard).toEqual([{ kind: 'added', events: [event], from: 'elsewhere' }]));
    await two.append(answer('q2'));
    expect(await one.all()).toEqual(await two.all());
    expect(await one.all()).toHaveLength(2);
    await one.clear();
    await vi.waitFor(() => expect(heard.at(-1)).toEqual({ kind: 'cleared', from: 'elsewhere' }));
  });

  test('a later version of the site may take the database over: the old tab goes on in memory', async () => {
    const store = await open();
    await store.append(answer('q1'));
    const newer = await openDB(DATABASE, 2);
    await vi.waitFor(() => expect(store.trouble).toBe('newer'));
    await store.append(answer('q2'));
    expect(names(await store.all())).toEqual(['q2']);
    expect((await newer.getAll('events')).map((row) => row.question)).toEqual(['q1']);
    newer.close();
  });
});

describe('trouble', () => {
  test('a full disk: told, nothing lost in the tab, and written as soon as there is room', async () => {
    const store = await open();
    await store.append(answer('q1'));
    const states: string[] = [];
    store.subscribe((change) => change.kind === 'state' && states.push(store.state));
    const put = vi.spyOn(FakeObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await store.append(answer('q2'));
    await store.append(answer('q3'));
    expect([store.state, store.trouble]).toEqual(['memory', 'full']);
    expect(names(await store.all())).toEqual(['q1', 'q2', 'q3']);
    put.mockRestore();
    await store.append(answer('q4'));
    expect(states).toEqual(['memory', 'durable']);
    expect(names(await (await open()).all())).toEqual(['q1', 'q2', 'q3', 'q4']);
  });

  test.each([
    ['missing', undefined],
    [
      'refused',
      {
        open() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      },
    ],
  ])('IndexedDB is %s: works in memory and says so', async (_, factory) => {
    globalThis.indexedDB = factory as unknown as IDBFactory;
    const store = await open();
    await store.append(answer('q1'));
    await store.append({ kind: 'visit', lesson: 'kvm' });
    expect([store.state, store.trouble]).toEqual(['memory', 'blocked']);
    expect(names(await store.all())).toEqual(['q1', 'visit']);
    expect((await store.latest('visit'))?.lesson).toBe('kvm');
    expect(await store.quarantined()).toEqual([]);
    expect(await store.importEvents(await store.all())).toEqual({ added: 0, known: 2 });
  });

  test('without a disk, answers outlive a walk to the next page of the tab, and are written once it works', async () => {
    const tab = new Map<string, string>();
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => tab.get(key) ?? null,
      setItem: (key: string, value: string) => void tab.set(key, value),
      removeItem: (key: string) => void tab.delete(key),
    });
    let tick = 0;
    const now = () => (tick += 1);
    const real = globalThis.indexedDB;
    globalThis.indexedDB = undefined as unknown as IDBFactory;
    await (await open({ now })).append(answer('q1'));
    const second = await open({ now });
    await second.append(answer('q2'));
    expect(names(await second.all())).toEqual(['q1', 'q2']);
    globalThis.indexedDB = real;
    const third = await open({ now });
    expect([third.state, names(await third.all())]).toEqual(['durable', ['q1', 'q2']]);
    expect(tab.size).toBe(0);
  });

  test('an open that hangs: memory after the patience, and all is written when it comes after all', async () => {
    const real = globalThis.indexedDB;
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const request: EventTarget & { result?: unknown } = new EventTarget();
    globalThis.indexedDB = { open: () => request } as unknown as IDBFactory;
    vi.stubGlobal('IDBRequest', EventTarget);
    const store = await open({ patience: 20 });
    vi.unstubAllGlobals();
    await store.append(answer('q1'));
    expect([store.state, names(await store.all())]).toEqual(['memory', ['q1']]);
    globalThis.indexedDB = real;
    (await open()).close();
    const waiting = real.open(DATABASE);
    waiting.onsuccess = () => {
      request.result = waiting.result;
      release();
    };
    await held;
    request.dispatchEvent(new Event('success'));
    await vi.waitFor(() => expect(store.state).toBe('durable'));
    expect(names(await (await open()).all())).toEqual(['q1']);
  });

  test('a database of a later version is left alone', async () => {
    const db = await openDB(DATABASE, 7, { upgrade: (d) => void d.createObjectStore('events') });
    await db.put('events', 'precious', 'key');
    db.close();
    const store = await open();
    await store.append(answer('q1'));
    expect([store.state, store.trouble]).toEqual(['memory', 'newer']);
    const again = await openDB(DATABASE);
    expect([again.version, await again.getAll('events')]).toEqual([7, ['precious']]);
    again.close();
  });
});

describe('quarantine', () => {
  const stamp = () => ({ v: EVENT_VERSION, id: crypto.randomUUID(), at: 5 });

  test('an entry that fits no schema is kept aside as found, told once, and the rest is read', async () => {
    const torn = { ...stamp(), kind: 'answer', lesson: 'kvm', question: 'q1', chosen: 'a' };
    const whole = { ...stamp(), ...answer('q2') };
    await plant(torn, whole);
    const store = await open({ now: () => 77 });
    const changes: Change[] = [];
    store.subscribe((change) => changes.push(change));
    expect(names(await store.all())).toEqual(['q2']);
    expect(changes).toEqual([{ kind: 'state' }]);
    const problem = { path: 'chosen', expected: 'array', found: '"a"' };
    expect(await store.quarantined()).toEqual([{ raw: torn, kind: 'broken', problem, since: 77 }]);
    expect(names(await store.all())).toEqual(['q2']);
    expect(await store.quarantined()).toHaveLength(1);
    expect(store.state).toBe('durable');
  });

  test('an entry of a later version is kept aside, not called broken', async () => {
    const later = { ...stamp(), v: EVENT_VERSION + 1, kind: 'dream', card: 'x' };
    await plant(later);
    const store = await open();
    expect(await store.all()).toEqual([]);
    expect(await store.quarantined()).toMatchObject([{ raw: later, kind: 'newer' }]);
  });

  test('what version 1 wrote is read where it lies', async () => {
    const raw = { ...stamp(), v: 1, ...answer('old') };
    await plant(raw);
    const store = await open();
    expect(await store.all()).toEqual([{ ...raw, v: EVENT_VERSION }]);
    expect(await store.quarantined()).toEqual([]);
  });

  test('what can be read after an update comes back by itself', async () => {
    (await open()).close();
    const raw = { ...stamp(), ...answer('back') };
    const db = await openDB(DATABASE);
    await db.add('quarantine', { raw, kind: 'newer', problem: {}, since: 1 });
    db.close();
    const store = await open();
    expect(names(await store.all())).toEqual(['back']);
    expect(await store.quarantined()).toEqual([]);
  });
});
