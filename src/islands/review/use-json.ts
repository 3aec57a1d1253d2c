/** Why: what is fetched for one card is there for the next; and the network may fail. */
import { useCallback, useEffect, useState } from 'react';
import { asset } from '../../i18n/href';

export type Loaded<T> =
  { readonly kind: 'loading' } | { readonly kind: 'failed' } | { readonly kind: 'ready'; readonly value: T };

/** Settled files by path, so that what is here already is drawn at once. */
const here = new Map<string, unknown>();

/** A file of the site, once per page; and a way to try again. @param path below the site's root; null: nothing yet */
export function useJson<T>(path: string | null): readonly [Loaded<T>, () => void] {
  const [failed, setFailed] = useState<string | null>(null);
  const [, setArrived] = useState(0);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (path === null || here.has(path)) return;
    const abort = new AbortController();
    fetch(asset(path), { signal: abort.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(`HTTP ${response.status}`);
        here.set(path, await response.json());
        setArrived((n) => n + 1);
      })
      .catch(() => {
        if (!abort.signal.aborted) setFailed(path);
      });
    return () => abort.abort();
  }, [path, tries]);
  const retry = useCallback(() => {
    setFailed(null);
    setTries((n) => n + 1);
  }, []);
  if (path !== null && here.has(path)) return [{ kind: 'ready', value: here.get(path) as T }, retry];
  return [{ kind: failed === path && path !== null ? 'failed' : 'loading' }, retry];
}
