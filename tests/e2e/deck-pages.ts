/** Why: every test of a deck opens it, clicks through it and asks where it is in the same way. */
import type { Frame, Page } from '@playwright/test';
import { at, type Lang } from './site';
import { expect } from './test';

/** Where a window is: slide, beat, and the figure's scenario and step if there is one. */
export interface Place {
  readonly slide: string;
  readonly beat: string;
  readonly scenario: string | undefined;
  readonly step: string | undefined;
  readonly asking: boolean;
}

export async function openDeck(page: Page, lesson: string, lang: Lang = 'en', hash = ''): Promise<void> {
  await page.goto(at(`present/${lesson}/${hash}`, lang));
  await deckReady(page);
}

export const deckReady = (page: Page | Frame) =>
  expect(page.locator('.deck')).toHaveAttribute('data-ready', '', { timeout: 20_000 });

export const placeOf = (page: Page | Frame): Promise<Place> =>
  page.evaluate(() => {
    const deck = document.querySelector<HTMLElement>('.deck')!;
    const stage = document.querySelector<HTMLElement>('section.present .stage');
    return {
      slide: deck.dataset['slide'] ?? '',
      beat: deck.dataset['beat'] ?? '',
      scenario: stage?.dataset['scenario'],
      step: stage?.dataset['stepId'],
      asking: stage?.dataset['asking'] !== undefined,
    };
  });

/** Opens the speaker view by its key and waits until the decks in it run. */
export async function openSpeaker(page: Page): Promise<{ speaker: Page; mirror: Frame; next: Frame }> {
  const [speaker] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('s')]);
  return { speaker, ...(await decksIn(speaker)) };
}

export async function decksIn(speaker: Page): Promise<{ mirror: Frame; next: Frame }> {
  await expect(speaker.locator('.speaker-notes')).toBeVisible({ timeout: 20_000 });
  // The frames take the projector's shape.
  const [main] = speaker.context().pages();
  const shape = await main!.locator('.deck').getAttribute('data-shape');
  await expect(speaker.locator('.speaker')).toHaveAttribute('data-shape', shape!);
  const frame = async (role: string): Promise<Frame> => {
    const found = await (await speaker.locator(`iframe[src$="?${role}"]`).elementHandle()).contentFrame();
    await deckReady(found!);
    return found!;
  };
  return { mirror: await frame('mirror'), next: await frame('next') };
}
