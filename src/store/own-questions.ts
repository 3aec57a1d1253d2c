/**
 * Why: a teacher's own questions stay in this browser, in a database of their own: the learner's log neither grows by
 * them nor is at stake when they are deleted. A file joins whole or not at all: one transaction each.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { readOwnQuestion, type OwnQuestion } from '../schemas/own-question';
import { troubleOf, type Trouble } from './database';

export const OWN_DATABASE = 'ringside-own-questions';
const VERSION = 1;

interface Shape extends DBSchema {
  /** `unknown`, because a disk promises nothing. */
  questions: { key: string; value: unknown };
}

export interface OwnQuestions {
  /** Why nothing is kept beyond this tab, or null while all is well. */
  readonly trouble: Trouble | null;
  /** All that can be read, by id. What cannot be read stays where it is. Never rejects. */
  all(): Promise<readonly OwnQuestion[]>;
  /** Adds questions; one with the same id is replaced. Either all are kept, or none is and it rejects. */
  put(questions: readonly OwnQuestion[]): Promise<void>;
  /** Forgets these. Only on the owner's word. */
  remove(ids: readonly string[]): Promise<void>;
  /** Calls back when the questions changed, here or in another tab. @returns what ends it */
  subscribe(listener: () => void): () => void;
  close(): void;
}

const byId = (a: OwnQuestion, b: OwnQuestion) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

async function open(): Promise<IDBPDatabase<Shape>> {
  if (typeof indexedDB === 'undefined' || indexedDB === null)
    throw new DOMException('IndexedDB is missing', 'SecurityError');
  const database = await openDB<Shape>(OWN_DATABASE, VERSION, {
    upgrade: (db) => void db.createObjectStore('questions', { keyPath: 'id' }),
    // A later version of the site in another tab may go on; this tab then works in memory.
    blocking: () => database.close(),
  });
  return database;
}

/** Opens the own questions of this browser; where it refuses storage they live as long as the tab. Never rejects. */
export async function openOwnQuestions(): Promise<OwnQuestions> {
  const memory = new Map<string, OwnQuestion>();
  const listeners = new Set<() => void>();
  let trouble: Trouble | null = null;
  let database: IDBPDatabase<Shape> | null = null;
  try {
    database = await open();
  } catch (error) {
    trouble = troubleOf(error);
  }
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(OWN_DATABASE);
  const tell = () => listeners.forEach((listener) => listener());
  if (channel) channel.onmessage = tell;
  const changed = () => {
    channel?.postMessage('changed');
    tell();
  };

  return {
    get trouble() {
      return trouble;
    },
    async all() {
      let rows: readonly unknown[] = [...memory.values()];
      try {
        if (database) rows = await database.getAll('questions');
      } catch (error) {
        trouble = troubleOf(error);
      }
      return rows
        .flatMap((row) => {
          const reading = readOwnQuestion(row);
          return 'question' in reading ? [reading.question] : [];
        })
        .sort(byId);
    },
    async put(questions) {
      if (!database) questions.forEach((question) => memory.set(question.id, question));
      else {
        const tx = database.transaction('questions', 'readwrite');
        const done = tx.done;
        done.catch(() => {});
        try {
          const puts = questions.map((question) => {
            const one = tx.store.put(question);
            one.catch(() => {});
            return one;
          });
          await Promise.all(puts);
        } catch (error) {
          // One that could not be written takes the others back with it.
          if (!tx.error) tx.abort();
          throw error;
        }
        await done;
      }
      changed();
    },
    async remove(ids) {
      if (!database) ids.forEach((id) => memory.delete(id));
      else {
        const tx = database.transaction('questions', 'readwrite');
        await Promise.all(ids.map((id) => tx.store.delete(id)));
        await tx.done;
      }
      changed();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      listeners.clear();
      channel?.close();
      database?.close();
    },
  };
}

let opened: Promise<OwnQuestions> | undefined;

/** The own questions of this browser, opened on first use. Never rejects. */
export function sharedOwnQuestions(): Promise<OwnQuestions> {
  opened ??= openOwnQuestions();
  return opened;
}
