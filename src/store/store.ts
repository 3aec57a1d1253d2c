/**
 * Why: the learner's log is kept on this machine, and nothing that was answered may be lost: not by a second
 * tab, a full disk, a private window, a broken entry or an older copy of the site. When the disk fails,
 * entries wait in memory and every later write tries again.
 */
import { inOrder, preferred, readEvent, EVENT_VERSION } from '../schemas/event';
import type { EventOf, LearningEvent } from '../schemas/event';
import type { Change, Store } from './contract';
import { openDatabase, troubleOf, type Database, type Trouble } from './database';
import { putAside, restore } from './quarantine';
import { noteWaiting, waitingFromBefore } from './tab-memory';
import { joinTabs } from './tabs';
import { uuid } from './uuid';

export interface StoreOptions {
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** How long opening may take before the store goes on in memory, ms. */
  readonly patience?: number;
}

/** How many entries are copied to the tab's own memory while they are written: what a person does, not an import. */
const FEW = 20;

/** Opens the log of this browser. Never rejects. */
export async function openStore({ now = Date.now, patience = 3000 }: StoreOptions = {}): Promise<Store> {
  const waiting = new Map(waitingFromBefore().map((event) => [event.id, event]));
  const listeners = new Set<(change: Change) => void>();
  let database: Database | null = null;
  let trouble: Trouble | null = null;
  let connecting: Promise<void> | null = null;
  let writing: Promise<unknown> = Promise.resolve();
  let lastAt = 0;
  let closed = false;
  /** Whether the tab's own memory holds a copy of what waits. */
  let noted = waiting.size > 0;

  const note = () => {
    noted = waiting.size > 0;
    noteWaiting([...waiting.values()]);
  };
  const tell = (change: Change) => listeners.forEach((listener) => listener(change));
  const setTrouble = (next: Trouble | null) => {
    if (trouble === next) return;
    trouble = next;
    tell({ kind: 'state' });
  };
  const tabs = joinTabs('ringside-progress', (message) => tell({ ...message, from: 'elsewhere' }));

  function connect(): Promise<void> {
    connecting ??= openDatabase((reason) => {
      database = null;
      connecting = null;
      setTrouble(reason);
    })
      .then(async (opened) => {
        if (closed) return opened.close();
        database = opened;
        await restore(opened).catch(() => {});
        await flush();
      })
      .catch((error: unknown) => {
        connecting = null;
        setTrouble(troubleOf(error));
      });
    return connecting;
  }

  /** One write after the other, each with all that waits. */
  function flush(): Promise<void> {
    const next = writing.then(async () => {
      if (!database) return;
      const batch = [...waiting.values()];
      try {
        const tx = database.transaction('events', 'readwrite');
        const done = tx.done;
        done.catch(() => {});
        await Promise.all(
          batch.map(async (event) => {
            const kept = await tx.store.get(event.id);
            const read = kept === undefined ? undefined : readEvent(kept);
            await tx.store.put(read?.kind === 'event' ? preferred(read.event, event) : event);
          }),
        );
        await done;
        batch.forEach((event) => waiting.delete(event.id));
        if (noted) note();
        setTrouble(null);
        if (batch.length > 0) tabs.post({ kind: 'added', events: batch });
      } catch (error) {
        setTrouble(troubleOf(error));
      }
    });
    writing = next;
    return next;
  }

  async function keep(events: readonly LearningEvent[]): Promise<void> {
    for (const event of events) waiting.set(event.id, event);
    // A reader who turns the page at once ends the transaction; the next page then finds the entry here.
    if (events.length <= FEW) note();
    if (database) await flush();
    else void connect();
    if (waiting.size > 0) note();
    tell({ kind: 'added', events, from: 'here' });
  }

  /** What `query` finds on disk and what waits in memory; the unreadable is put aside on the way. */
  async function read(
    query: (db: Database) => Promise<readonly unknown[]>,
    wanted: (event: LearningEvent) => boolean,
  ): Promise<LearningEvent[]> {
    await writing;
    const found = new Map<string, LearningEvent>();
    const db = database;
    try {
      const rows = db ? await query(db) : [];
      const unreadable = rows.filter((row) => {
        const entry = readEvent(row);
        if (entry.kind === 'event') found.set(entry.event.id, entry.event);
        return entry.kind !== 'event';
      });
      if (db && unreadable.length > 0) {
        await putAside(db, unreadable, now());
        tell({ kind: 'state' });
      }
    } catch (error) {
      setTrouble(troubleOf(error));
    }
    for (const event of waiting.values()) if (wanted(event)) found.set(event.id, event);
    return [...found.values()].sort(inOrder);
  }

  const store: Store = {
    get state() {
      return trouble ? 'memory' : 'durable';
    },
    get trouble() {
      return trouble;
    },
    async append(event, after = 0) {
      lastAt = Math.max(now(), lastAt + 1, after + 1);
      const stamped = { ...event, v: EVENT_VERSION, id: uuid(), at: lastAt } as LearningEvent;
      await keep([stamped]);
      return stamped;
    },
    all: () =>
      read(
        (db) => db.getAll('events'),
        () => true,
      ),
    ofLesson: (lesson) =>
      read(
        (db) => db.getAllFromIndex('events', 'lesson', lesson),
        (event) => 'lesson' in event && event.lesson === lesson,
      ),
    async latest(kind) {
      const range = typeof IDBKeyRange === 'undefined' ? null : IDBKeyRange.bound([kind], [kind, []]);
      const events = await read(
        async (db) => {
          const cursor = await db.transaction('events').store.index('kind-at').openCursor(range, 'prev');
          return cursor ? [cursor.value] : [];
        },
        (event) => event.kind === kind,
      );
      return events.at(-1) as EventOf<typeof kind> | undefined;
    },
    async importEvents(events) {
      const known = new Map((await store.all()).map((event) => [event.id, event]));
      const added = new Set(events.map((event) => event.id).filter((id) => !known.has(id))).size;
      const news = events.filter((event) => {
        const mine = known.get(event.id);
        return mine === undefined || preferred(mine, event) !== mine;
      });
      if (news.length > 0) await keep(news);
      return { added, known: events.length - added };
    },
    async quarantined() {
      return (await database?.getAll('quarantine').catch(() => [])) ?? [];
    },
    async clear() {
      await writing;
      waiting.clear();
      note();
      try {
        const tx = database?.transaction(['events', 'quarantine'], 'readwrite');
        await tx?.objectStore('events').clear();
        await tx?.objectStore('quarantine').clear();
        await tx?.done;
        if (database) setTrouble(null);
      } catch (error) {
        setTrouble(troubleOf(error));
      }
      tabs.post({ kind: 'cleared' });
      tell({ kind: 'cleared', from: 'here' });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      closed = true;
      tabs.close();
      database?.close();
      listeners.clear();
    },
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, patience, 'late');
  });
  if ((await Promise.race([connect(), late])) === 'late') setTrouble('blocked');
  clearTimeout(timer);
  return store;
}
