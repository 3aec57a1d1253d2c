/** Why: header and drawer name the same places in the same order. */
import type { UiKey } from '../i18n/en';

export interface Place {
  readonly key: UiKey;
  /** Address without base path and language. */
  readonly path: string;
  /** Whether it stands in the drawer alone; the header has no room for all. */
  readonly drawerOnly?: true;
  /** Whether a page belongs to this place. */
  readonly holds: (path: string) => boolean;
}

const under = (start: string) => (path: string) => path.startsWith(start);

export const PLACES: readonly Place[] = [
  { key: 'navCourse', path: '', holds: (path) => path === '' || path.startsWith('lessons/') },
  { key: 'navFigures', path: 'figures/', holds: under('figures/') },
  {
    key: 'navPractice',
    path: 'practice/',
    holds: (path) => under('practice/')(path) || under('exam/')(path),
  },
  { key: 'navReview', path: 'review/', drawerOnly: true, holds: under('review/') },
  { key: 'navProgress', path: 'progress/', holds: under('progress/') },
  { key: 'navGlossary', path: 'glossary/', holds: under('glossary/') },
];

/** Value of `aria-current` for a link to `place` on the page `path`. */
export const currentOf = (place: Place, path: string): 'page' | 'true' | undefined =>
  place.path === path ? 'page' : place.holds(path) ? 'true' : undefined;
