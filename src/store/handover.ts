/** Why: a page that gives way to its twin in the other language hands over what was on the screen; only this tab can read it, once. */

/** Leaves a value for the next page of this tab. Where the browser keeps nothing, nothing is left. */
export function leave(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage is refused or full: the next page begins anew.
  }
}

/** Takes what the page before left; undefined when there is nothing. What comes is as that page spelled it. */
export function take(key: string): unknown {
  try {
    const left = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return left === null ? undefined : (JSON.parse(left) as unknown);
  } catch {
    return undefined;
  }
}
