/** Why: every way to practise beside the lessons' own pages, for the door of practice. */
import type { UiKey } from '../i18n/en';

export interface PracticePlace {
  /** Address without base path and language. */
  readonly path: string;
  readonly title: UiKey;
  readonly lead: UiKey;
}

export const PRACTICE_PLACES: readonly PracticePlace[] = [
  { path: 'practice/wrong/', title: 'wrongTitle', lead: 'wrongLead' },
  { path: 'exam/', title: 'examTitle', lead: 'examLead' },
  { path: 'review/', title: 'reviewTitle', lead: 'reviewLead' },
  { path: 'practice/generated/', title: 'generatedTitle', lead: 'generatedLead' },
  { path: 'practice/exchange/', title: 'exchangeTitle', lead: 'exchangeLead' },
];
