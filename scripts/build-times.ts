/** Why: what one more lesson page costs the build, read from what Astro prints of each page. */

import { stripVTControlCharacters } from 'node:util';

/** Where the times of the last build lie, as JSON: milliseconds by page. */
export const BUILD_TIMES = '.cache/build-times.json';

/**
 * Milliseconds that each lesson page took, by its address.
 * @param log what `astro build` printed, colours and all
 */
export function lessonTimes(log: string): Readonly<Record<string, number>> {
  const pages = stripVTControlCharacters(log).matchAll(
    /(\/(?:[\w-]+\/)?lessons\/[\w-]+\/)index\.html \(\+(\d+(?:\.\d+)?)(ms|s)\)/g,
  );
  return Object.fromEntries(
    [...pages].map(([, page = '', time, unit]) => [page, Number(time) * (unit === 's' ? 1000 : 1)]),
  );
}
