/** Why: a teacher stands before a class with a clicker: whatever happens, the windows agree and the lesson goes on. */
import type { Page } from '@playwright/test';
import { decksIn, deckReady, openDeck, openSpeaker, placeOf, type Place } from './deck-pages';
import { at, LANGS } from './site';
import { expect, test } from './test';

test.use({ viewport: { width: 1024, height: 768 }, contextOptions: { reducedMotion: 'reduce' } });

const FORWARD = 'PageDown';
const BACK = 'PageUp';

/** Clicks until the place no longer changes; the places passed, the first included. */
async function walk(page: Page, key: string, onStep: (place: Place) => Promise<void>): Promise<Place[]> {
  const seen = [await placeOf(page)];
  await onStep(seen[0]!);
  for (;;) {
    await page.keyboard.press(key);
    const place = await placeOf(page);
    if (JSON.stringify(place) === JSON.stringify(seen.at(-1))) return seen;
    seen.push(place);
    await onStep(place);
  }
}

test('a whole lesson in two windows by a clicker alone, forth and back, through reloads', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await openDeck(page, 'cpu-rings');
  const { speaker, mirror } = await openSpeaker(page);
  let there = mirror;
  const agree = async (place: Place) => expect.poll(() => placeOf(there)).toEqual(place);
  await page.bringToFront();
  const forth = await walk(page, FORWARD, agree);
  // The figure is walked step by step, with its questions, before the slide turns.
  expect(forth.filter(({ step }) => step).length).toBeGreaterThan(20);
  expect(forth.filter(({ asking }) => asking).length).toBeGreaterThan(2);
  expect(new Set(forth.map(({ slide }) => slide)).size).toBeGreaterThan(30);

  await page.reload();
  await deckReady(page);
  await agree(await placeOf(page));
  expect(await placeOf(page)).toEqual(forth.at(-1));
  await speaker.reload();
  there = (await decksIn(speaker)).mirror;
  await agree(forth.at(-1)!);

  const back = await walk(page, BACK, agree);
  expect(back).toEqual(forth.toReversed());
});

test('the speaker view paints a drawing where its words belong', async ({ page }) => {
  await openDeck(page, 'live-migration');
  const { next } = await openSpeaker(page);
  const drawing = next.locator('section.present .stage-drawn svg');
  const picture = () => drawing.screenshot();
  const seen = await picture();
  // Laid out anew by force, nothing may change. Places that the page tells are right even where the paint is not.
  await next.evaluate(() => {
    for (const svg of document.querySelectorAll('svg')) {
      svg.style.display = 'none';
      svg.getBoundingClientRect();
      svg.style.display = '';
    }
  });
  expect((await picture()).equals(seen)).toBe(true);
});

test('whichever window acts: clicks, scenario, cover, pen and pointer reach the other', async ({ page }) => {
  await openDeck(page, 'cpu-rings', 'en', '#start/figure-1');
  const { speaker, mirror, next } = await openSpeaker(page);
  // A pen's place means the same on both: the teacher's picture has the shape of the projected one.
  for (const frame of [page, mirror, next])
    await expect(frame.locator('.deck')).toHaveAttribute('data-shape', '4:3');
  await speaker.keyboard.press(FORWARD);
  await expect.poll(async () => (await placeOf(page)).beat).toBe('1');
  // What comes next is one click on.
  await expect.poll(async () => (await placeOf(next)).beat).toBe('2');
  await speaker.keyboard.press('6');
  await expect.poll(async () => (await placeOf(page)).scenario).toContain('hardware');
  await page.keyboard.press(FORWARD);
  await expect.poll(() => placeOf(mirror)).toEqual(await placeOf(page));

  await page.keyboard.press('b');
  await expect(page.locator('.deck-cover-black')).toBeVisible();
  await expect(mirror.locator('.deck-cover-black')).toBeVisible();
  await speaker.keyboard.press('b');
  await expect(page.locator('.deck-cover')).toHaveCount(0);

  const draw = async (key: string) => {
    await page.bringToFront();
    await page.keyboard.press(key);
    await page.mouse.move(300, 300);
    await page.mouse.down();
    await page.mouse.move(420, 360, { steps: 4 });
  };
  await draw('p');
  await expect(mirror.locator('.ink-line')).toHaveCount(1);
  await page.mouse.up();
  await expect(page.locator('.ink-line')).toHaveCount(1);
  const drawn = (frame: Page | typeof mirror) => frame.locator('.ink-line').first().getAttribute('d');
  expect(await drawn(mirror)).toBe(await drawn(page));
  await page.reload();
  await deckReady(page);
  await expect(page.locator('.ink-line')).toHaveCount(1);
  await page.keyboard.press('x');
  await expect(mirror.locator('.ink-line')).toHaveCount(0);

  await draw('d');
  await page.mouse.up();
  await expect(mirror.locator('.ink-fading')).toHaveCount(1);
  await expect(mirror.locator('.ink-line')).toHaveCount(0, { timeout: 6000 });

  await page.keyboard.press('l');
  await page.mouse.move(512, 384);
  await expect(mirror.locator('.ink-laser')).toHaveCount(1);
  const place = (frame: Page | typeof mirror) => frame.locator('.ink-laser').getAttribute('transform');
  await expect.poll(() => place(mirror)).toBe(await place(page));
  await page.keyboard.press('Escape');

  await page.keyboard.press('c');
  await expect(page.locator('.deck-countdown')).toHaveText(/^[23]:\d\d$/);
  await expect(mirror.locator('.deck-countdown')).toHaveText(/^[23]:\d\d$/);
});

test('the speaker view says what to say, and how the time stands against the plan', async ({ page }) => {
  await openDeck(page, 'cpu-rings');
  const { speaker } = await openSpeaker(page);
  const before = await speaker.locator('[data-remaining]').textContent();
  await expect(speaker.locator('.speaker-say')).not.toBeEmpty();
  await speaker.keyboard.press('Shift+PageDown');
  await speaker.keyboard.press('Shift+PageDown');
  await speaker.keyboard.press('Shift+PageDown');
  await expect(speaker.locator('[data-remaining]')).not.toHaveText(before ?? '');
});

for (const lang of LANGS)
  test(`a phrase of the text leads to its step, and the language switch keeps it (${lang})`, async ({
    page,
  }) => {
    await openDeck(page, 'exam-guide', lang);
    await openDeck(page, 'kvm', lang, '#start/figure-1~3');
    const here = await placeOf(page);
    expect(here.step).toBeTruthy();
    await page.keyboard.press('t');
    await page.waitForURL(`**/${at('present/kvm/', lang === 'en' ? 'zh-cn' : 'en')}**`);
    await deckReady(page);
    expect(await placeOf(page)).toEqual(here);
  });

test('both languages stand side by side and go together', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await openDeck(page, 'kvm', 'en', '#start/figure-1');
  await page.keyboard.press('v');
  const pane = (await (await page.locator('.deck-pane').elementHandle()).contentFrame())!;
  await deckReady(pane);
  await page.keyboard.press(FORWARD);
  await expect.poll(() => placeOf(pane)).toEqual(await placeOf(page));
  expect(await pane.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
});

test('overview, jump, zoom, high contrast, the QR code and the card of keys', async ({ page }) => {
  await openDeck(page, 'kvm');
  await page.keyboard.press('o');
  await expect(page.locator('.reveal.overview')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.locator('.reveal.overview')).toHaveCount(0);
  await expect.poll(async () => (await placeOf(page)).slide).toBe('start/figure-1');

  await page.keyboard.press('g');
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await placeOf(page)).slide).not.toBe('start/figure-1');

  await page.keyboard.press('z');
  await expect(page.locator('.reveal[data-zoomed]')).toHaveCSS('transform', /matrix\(2, 0, 0, 2/);
  await page.keyboard.press('z');
  await page.keyboard.press('h');
  await expect(page.locator('.deck[data-contrast]')).toHaveCSS('background-color', 'rgb(255, 255, 255)');

  await page.keyboard.press('r');
  await expect(page.locator('.deck-qr .qr-address')).toHaveText(/\/lessons\/kvm\/(#[\w-]+)?$/);
  await page.keyboard.press('Escape');
  await expect(page.locator('.deck-qr')).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test.describe('what can go wrong is met and said', () => {
  test('a blocked popup: a link that opens the speaker view', async ({ page }) => {
    await page.addInitScript(() => {
      window.open = () => null;
    });
    await openDeck(page, 'kvm');
    await page.keyboard.press('s');
    await expect(page.locator('.deck-notice')).toContainText('blocked');
    const [speaker] = await Promise.all([
      page.context().waitForEvent('page'),
      page.locator('.deck-notice a').click(),
    ]);
    await decksIn(speaker);
  });

  test('one screen only: said, and notes under the slide', async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(screen, 'isExtended', { value: false }));
    await openDeck(page, 'kvm');
    await openSpeaker(page);
    await expect(page.locator('.deck-notice')).toContainText('only one screen');
    await page.keyboard.press('n');
    await expect(page.locator('.deck-notes')).toBeVisible();
  });

  test('a lesson without a figure of its own is walked like any other', async ({ page }) => {
    await openDeck(page, 'exam-guide');
    const seen = await walk(page, FORWARD, () => Promise.resolve());
    expect(seen.length).toBeGreaterThan(5);
  });

  test('a number without a scenario says so and changes nothing', async ({ page }) => {
    await openDeck(page, 'kvm');
    await page.keyboard.press('9');
    await expect(page.locator('.deck-notice')).toContainText('9');
    expect((await placeOf(page)).slide).toBe('start/0');
  });

  for (const [asked, nearest] of [
    ['#nowhere/3', 'start/0'],
    ['#what-kvm-is/77', 'what-kvm-is/1'],
    ['#100%', 'start/0'],
  ])
    test(`an address of a slide that is not there, ${asked}: the nearest, and said`, async ({ page }) => {
      await openDeck(page, 'kvm', 'en', asked);
      expect((await placeOf(page)).slide).toBe(nearest);
      await expect(page.locator('.deck-notice')).toContainText(asked!.slice(1));
    });

  test('text that no slide can hold is turned page by page, and says how far it is', async ({ page }) => {
    const endless = `<p>${'A sentence that never ends goes on '.repeat(120)}</p>`;
    await page.route('**/present/kvm/', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(/(<h2 id="what-kvm-is"[\s\S]*?<\/h2>)/, `$1${endless}`);
      await route.fulfill({ response, body });
    });
    await openDeck(page, 'kvm', 'en', '#what-kvm-is/0');
    const text = page.locator('section.present .slide-body');
    await expect(page.locator('.deck-long')).toHaveText(/1 of [2-9]/);
    const pages = Number((await page.locator('.deck-long').textContent())?.match(/of (\d+)/)?.[1]);
    for (let i = 1; i < pages; i++) await page.keyboard.press(FORWARD);
    expect((await placeOf(page)).slide).toBe('what-kvm-is/0');
    // The last page ends with the text.
    expect(
      await text.evaluate((body) => Math.abs(body.scrollTop + body.clientHeight - body.scrollHeight)),
    ).toBeLessThan(2);
    await page.keyboard.press(FORWARD);
    expect((await placeOf(page)).slide).not.toBe('what-kvm-is/0');
    await page.keyboard.press(BACK);
    expect(await placeOf(page)).toMatchObject({ slide: 'what-kvm-is/0', beat: String(pages - 1) });
  });

  test('a figure that cannot be fetched is named on its slide; the others go on', async ({ page, guard }) => {
    guard.allowed.push(/./);
    await page.route(/\/_astro\/(figure|rings)\.[^/]*\.js$/, (route) => route.abort());
    await page.goto('present/cpu-rings/#start/figure-1');
    await deckReady(page);
    await expect(page.getByRole('alert')).toBeVisible();
    await page.keyboard.press(FORWARD);
    expect((await placeOf(page)).slide).toBe('start/1');
  });
});

test('nothing hides the slides from a screen reader: no application, headings in order, one slide at a time', async ({
  page,
}) => {
  await openDeck(page, 'kvm');
  expect(await page.locator('[role="application"]').count()).toBe(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await page.keyboard.press('Shift+PageDown');
  await page.keyboard.press('Shift+PageDown');
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(1);
  await page.keyboard.press('Tab');
  const focus = page.locator(':focus');
  await expect(focus).toBeVisible();
});

test('clicks that come faster than slides are drawn are all counted', async ({ page }) => {
  await openDeck(page, 'exam-guide');
  const seen = await walk(page, FORWARD, () => Promise.resolve());
  await page.keyboard.press('Home');
  await page.evaluate((clicks) => {
    for (let i = 0; i < clicks; i++)
      dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', cancelable: true }));
  }, 5);
  await expect.poll(() => placeOf(page)).toEqual(seen[5]);
});
