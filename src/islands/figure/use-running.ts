/** Why: what works only with JavaScript (long lists of choices, details on demand) is not in every page's HTML. */
import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** False on the server and in the first render of a browser, true from then on. */
export function useRunning(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
