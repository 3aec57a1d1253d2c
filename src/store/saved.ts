/** Why: a browser may refuse storage (private mode, full disk); the shell then forgets, and says nothing. `boot.js` reads the theme itself. */

const PREFIX = 'ringside:';

/** A remembered value, or null. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

/** Remembers a value; null forgets it. */
export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, value);
  } catch {
    // Nothing to do: the page works without.
  }
}
