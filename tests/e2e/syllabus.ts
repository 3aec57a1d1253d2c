/** Why: tests of review and mastery take their cards from the site as built. */
import type { Page } from '@playwright/test';

interface Syllabus {
  readonly units: readonly {
    readonly lessons: readonly {
      readonly id: string;
      readonly questions: readonly { readonly id: string; readonly topic: string }[];
      readonly terms: readonly string[];
    }[];
  }[];
}

/** The lessons of the built site, with the ids of their questions and terms. */
export async function syllabus(page: Page) {
  const { units } = (await (await page.request.get('data/syllabus/en.json')).json()) as Syllabus;
  return units.flatMap((unit) => unit.lessons);
}
