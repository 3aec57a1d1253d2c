/** Why: the door of practice names every way to practise that this edition has a page for. */
import { globSync } from 'node:fs';
import type { UiKey } from '../i18n/en';

export interface PracticePlace {
  /** Address without base path and language. */
  readonly path: string;
  readonly title: UiKey;
  readonly lead: UiKey;
}

const PLACES: readonly PracticePlace[] = [
  { path: 'practice/wrong/', title: 'wrongTitle', lead: 'wrongLead' },
  { path: 'exam/', title: 'examTitle', lead: 'examLead' },
  { path: 'review/', title: 'reviewTitle', lead: 'reviewLead' },
  { path: 'practice/generated/', title: 'generatedTitle', lead: 'generatedLead' },
  { path: 'practice/exchange/', title: 'exchangeTitle', lead: 'exchangeLead' },
];

/** Those with a page. Run at build time, in the project's root. */
export function practicePlaces(): readonly PracticePlace[] {
  const pages = globSync('src/pages/*/{practice,exam,review}/**/*.astro').map((file) =>
    file.replaceAll('\\', '/').replace(/^src\/pages\/[^/]+\//, ''),
  );
  return PLACES.filter(({ path }) =>
    [`${path}index.astro`, `${path.slice(0, -1)}.astro`].some((file) => pages.includes(file)),
  );
}
