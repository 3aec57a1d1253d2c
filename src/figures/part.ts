/**
 * Why: a lesson opens a figure in one scenario. What only others need (a model beside a recording, its panels) is apart,
 * fetched when the first of them is wanted; the server and the tests have it from the start.
 */
export interface Part<Content> {
  /** @throws Error before it has been fetched: a figure's `later.needs` has missed a scenario */
  readonly here: Content;
  /** Undefined: it is here. Rejects when it cannot be had now; a later call tries again. */
  readonly fetch: () => Promise<void> | undefined;
}

/** @param present what is in it, where that is at hand */
export function partOf<Content>(present: Content | undefined, load: () => Promise<Content>): Part<Content> {
  let content = present;
  let coming: Promise<void> | undefined;
  return {
    get here() {
      if (content === undefined) throw new Error('a part of the figure was used before it was fetched');
      return content;
    },
    fetch() {
      if (content !== undefined) return undefined;
      coming ??= load().then(
        (loaded) => {
          content = loaded;
        },
        (error: unknown) => {
          coming = undefined;
          throw error;
        },
      );
      return coming;
    },
  };
}
