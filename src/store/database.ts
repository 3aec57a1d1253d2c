/** Why: the shape of the learner's database in IndexedDB, and how opening it can fail. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Problem } from '../schemas/problem';

export const DATABASE = 'ringside';
const VERSION = 1;

/** An entry that could not be read, as it was found. */
export interface Quarantined {
  readonly raw: unknown;
  /** `newer`: written by a later version of the site; `broken`: it fits no schema. */
  readonly kind: 'newer' | 'broken';
  readonly problem: Problem;
  /** When it was put aside, ms since 1970. */
  readonly since: number;
}

interface Shape extends DBSchema {
  /** The log; `unknown`, because a disk promises nothing. */
  events: { key: string; value: unknown; indexes: { lesson: string; 'kind-at': [string, number] } };
  quarantine: { key: number; value: Quarantined };
}
export type Database = IDBPDatabase<Shape>;

/**
 * Why the log is not on disk. `blocked`: the browser refuses storage (private window, settings) or another
 * tab holds it; `full`: no room; `newer`: a later version of the site owns the database; `broken`: anything else.
 */
export type Trouble = 'blocked' | 'full' | 'newer' | 'broken';

/** Opens or creates the database. `onLost` is called when a working connection ends. Rejects as IndexedDB does. */
export async function openDatabase(onLost: (trouble: Trouble) => void): Promise<Database> {
  if (typeof indexedDB === 'undefined' || indexedDB === null)
    throw new DOMException('IndexedDB is missing', 'SecurityError');
  const database = await openDB<Shape>(DATABASE, VERSION, {
    upgrade(db) {
      const events = db.createObjectStore('events', { keyPath: 'id' });
      events.createIndex('lesson', 'lesson');
      events.createIndex('kind-at', ['kind', 'at']);
      db.createObjectStore('quarantine', { autoIncrement: true });
    },
    blocking() {
      database.close();
      onLost('newer');
    },
    terminated: () => onLost('broken'),
  });
  return database;
}

export function troubleOf(error: unknown): Trouble {
  switch (error instanceof Error ? error.name : '') {
    case 'QuotaExceededError':
      return 'full';
    case 'VersionError':
      return 'newer';
    case 'SecurityError':
    case 'InvalidStateError':
    case 'NotAllowedError':
      return 'blocked';
    default:
      return 'broken';
  }
}
