/** Why: the list of the bank travels once, when the page runs; the network may fail. */
import { useCallback, useEffect, useState } from 'react';
import type { Listed } from '../../exchange/select';
import { loadJson } from '../site-json';

export type List = readonly Listed[] | 'loading' | 'failed';

/** The course's questions as the selection needs them, and a way to try again. */
export function useList(): readonly [List, () => void] {
  const [list, setList] = useState<List>('loading');
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let gone = false;
    loadJson<Listed[]>('data/exchange.json').then(
      (found) => !gone && setList(found),
      () => !gone && setList('failed'),
    );
    return () => {
      gone = true;
    };
  }, [tries]);
  const retry = useCallback(() => {
    setList('loading');
    setTries((n) => n + 1);
  }, []);
  return [list, retry];
}
