/** Why: an exam, a paper and its print have addresses: a class shares one, a reload keeps its place. */
import { useSyncExternalStore } from 'react';

/** Seeds are short enough to be read out in a classroom. */
export const SEED_MAX = 999_999_999;

export type Place =
  | {
      readonly kind: 'paper';
      readonly preset: string | null;
      /** As it stands in the address; `seedOf` reads it. */
      readonly seed: string | null;
      readonly print: boolean;
    }
  | {
      readonly kind: 'exam';
      readonly id: string;
      /** Number of the question on the paper, from 1. */
      readonly n: number;
    };

export function placeOf(search: string): Place {
  const params = new URLSearchParams(search);
  const id = params.get('exam');
  if (id !== null) return { kind: 'exam', id, n: Number(params.get('n')) || 1 };
  return {
    kind: 'paper',
    preset: params.get('preset'),
    seed: params.get('seed'),
    print: params.has('print'),
  };
}

/** The seed that a text spells; null when it is none. */
export function seedOf(text: string): number | null {
  const seed = /^\d{1,9}$/.test(text.trim()) ? Number(text) : NaN;
  return seed <= SEED_MAX ? seed : null;
}

/** A seed of five digits, by chance. */
export const newSeed = (): number => 10_000 + (crypto.getRandomValues(new Uint32Array(1))[0]! % 90_000);

export const paperSearch = (preset: string, seed: number, print = false) =>
  `?preset=${preset}&seed=${seed}${print ? '&print' : ''}`;
export const examSearch = (id: string, n = 1) => `?exam=${id}${n === 1 ? '' : `&n=${n}`}`;

const MOVED = 'ringside:exam-moved';

/** The button that led to a new place is gone, and the focus with it: the place gets it, unless it took it itself. */
function refocus(): void {
  if (document.activeElement !== document.body) return;
  document.querySelector<HTMLElement>('.exam-lobby, .exam-print')?.focus({ preventScroll: true });
}

/** Goes to another place of this page, to its top. @param way `replace` for what the back button should not stop at: no new place */
export function goTo(search: string, way: 'push' | 'replace' = 'push'): void {
  const target = `${location.pathname}${search}`;
  if (way === 'push') history.pushState(null, '', target);
  else history.replaceState(history.state, '', target);
  dispatchEvent(new Event(MOVED));
  if (way === 'replace') return;
  scrollTo(0, 0);
  // After React has drawn the place.
  requestAnimationFrame(refocus);
}

function subscribe(listener: () => void): () => void {
  addEventListener('popstate', listener);
  addEventListener(MOVED, listener);
  return () => {
    removeEventListener('popstate', listener);
    removeEventListener(MOVED, listener);
  };
}

/** The address's query; null where there is none to read (at build time). */
export const useSearch = (): string | null =>
  useSyncExternalStore(
    subscribe,
    () => location.search,
    () => null,
  );
