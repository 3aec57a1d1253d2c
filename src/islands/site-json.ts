/** Why: what the site serves as JSON is fetched once a page, whoever asks, and the network may fail. */
import { useCallback, useEffect, useState } from 'react';
import { asset } from '../i18n/href';

export type Loaded<T> =
  { readonly kind: 'loading' } | { readonly kind: 'failed' } | { readonly kind: 'ready'; readonly value: T };

const asked = new Map<string, Promise<unknown>>();
/** What has come, so that it is drawn at once the next time. */
const here = new Map<string, unknown>();

/** A failure is not remembered. @param path below the site's root @throws Error when the file does not come */
export function loadJson<T>(path: string): Promise<T> {
  const before = asked.get(path);
  if (before) return before as Promise<T>;
  const loading = fetch(asset(path)).then(async (response) => {
    if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
    const value = (await response.json()) as T;
    here.set(path, value);
    return value;
  });
  asked.set(path, loading);
  loading.catch(() => asked.delete(path));
  return loading;
}

/** A file of the site, and a way to try again. @param path below the site's root; null: nothing yet */
export function useJson<T>(path: string | null): readonly [Loaded<T>, () => void] {
  const [failed, setFailed] = useState<string | null>(null);
  const [, setArrived] = useState(0);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (path === null || here.has(path)) return;
    let gone = false;
    loadJson(path).then(
      () => !gone && setArrived((n) => n + 1),
      () => !gone && setFailed(path),
    );
    return () => {
      gone = true;
    };
  }, [path, tries]);
  const retry = useCallback(() => {
    setFailed(null);
    setTries((n) => n + 1);
  }, []);
  if (path !== null && here.has(path)) return [{ kind: 'ready', value: here.get(path) as T }, retry];
  return [{ kind: failed === path && path !== null ? 'failed' : 'loading' }, retry];
}
