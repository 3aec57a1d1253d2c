/** Why: all islands of a page see one summary of the log, and it follows the log: this tab, another one, an import. */
import { useSyncExternalStore } from 'react';
import { summaryOf, withLater, type Summary } from '../../learning/summary';
import type { Change, Store } from '../../store/contract';
import { sharedStore } from '../../store/shared';

export interface Log {
  readonly store: Store;
  readonly summary: Summary;
}

let log: Log | null = null;
let started = false;
const listeners = new Set<() => void>();

function show(next: Log): void {
  log = next;
  listeners.forEach((listener) => listener());
}

/** What is on disk, read beside the page; null where that does not work. */
function readAside(): Promise<Summary | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./summary-worker.ts', import.meta.url), { type: 'module' });
    const done = (summary: Summary | null) => {
      worker.terminate();
      resolve(summary);
    };
    worker.onmessage = ({ data }: MessageEvent<Summary | null>) => done(data);
    worker.onerror = () => done(null);
    worker.postMessage('read');
  });
}

async function start(): Promise<void> {
  const store = await sharedStore();
  let reading: Promise<void> | null = null;
  let again = false;

  const read = async () => {
    do {
      again = false;
      // In trouble what was added lives in this tab alone.
      const aside = store.state === 'durable' ? await readAside() : null;
      const summary = aside ?? summaryOf(await store.all());
      if (!again) show({ store, summary });
    } while (again);
    reading = null;
  };
  const follow = (change: Change) => {
    if (reading) again = true;
    const next = change.kind === 'added' && log ? withLater(log.summary, change.events) : undefined;
    if (next) show({ store, summary: next });
    else if (change.kind === 'cleared') show({ store, summary: summaryOf([]) });
    else reading ??= read();
  };
  store.subscribe(follow);
  reading = read();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!started) {
    started = true;
    void start();
  }
  return () => listeners.delete(listener);
}

/** The open log and its summary; null until it has been read, and in print. */
export const useLog = (): Log | null =>
  useSyncExternalStore(
    subscribe,
    () => log,
    () => null,
  );
