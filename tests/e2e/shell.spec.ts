/** Why: the frame around the lessons: theme, search, menu, languages, a wrong address, coming back. */
import { expect, hydrate, test } from './test';
import { lessons } from './site';

test.describe('theme', () => {
  /** The paper behind the page, as painted. */
  const paper = 'getComputedStyle(document.body).backgroundColor';

  test('a chosen theme stands before any program has run, so nothing flashes', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto('about/');
    const dark = await page.evaluate<string>(paper);
    await page.emulateMedia({ colorScheme: 'light' });
    const light = await page.evaluate<string>(paper);
    expect(dark).not.toBe(light);
    await page.evaluate(() => localStorage.setItem('ringside:theme', 'dark'));
    // Every program of the page is held back for good; only what stands in the HTML itself can act.
    await page.route('**/_astro/*.js', () => undefined);
    await page.goto('about/', { waitUntil: 'commit' });
    await page.locator('main h1').waitFor();
    // The style sheet may still be on its way; no program is.
    await expect.poll(() => page.evaluate<string>(paper)).toBe(dark);
  });

  test('one button goes round system, light and dark, and the choice stays', async ({ page }) => {
    await page.goto('about/');
    const html = page.locator('html');
    const button = page.locator('header [data-theme-button]');
    await expect(html).not.toHaveAttribute('data-theme');
    await button.click();
    await expect(html).toHaveAttribute('data-theme', 'light');
    await button.click();
    await expect(html).toHaveAttribute('data-theme', 'dark');
    await expect(button).toHaveAccessibleName(/dark/i);
    await page.goto('');
    await expect(html).toHaveAttribute('data-theme', 'dark');
    await page.locator('header [data-theme-button]').click();
    await expect(html).not.toHaveAttribute('data-theme');
  });
});

test.describe('search', () => {
  const cases = [
    { page: 'zh-cn/', query: '影子页表', expected: /影子页表/ },
    { page: 'zh-cn/lessons/kvm/', query: '子页', expected: /影子页表/ },
    { page: 'zh-cn/', query: 'popf', expected: /POPF/i },
    { page: '', query: 'shadow page', expected: /shadow page/i },
    { page: 'lessons/cpu-rings/', query: 'silently', expected: /silently/i },
  ];
  for (const { page: start, query, expected } of cases)
    test(`“${query}” from /${start} leads somewhere`, async ({ page }) => {
      await page.goto(start);
      await page.keyboard.press('/');
      const dialog = page.locator('dialog#search');
      await expect(dialog).toBeVisible();
      await expect(dialog.locator('input')).toBeFocused();
      await page.keyboard.type(query);
      const result = dialog.locator('.search-results a').filter({ hasText: expected }).first();
      await expect(result).toBeVisible();
      await expect(dialog.locator('.search-status')).toHaveText(/\d/);
      const links = dialog.locator('.search-results a');
      for (const href of await links.evaluateAll((all) =>
        all.map((link) => (link as HTMLAnchorElement).pathname),
      ))
        expect(href.startsWith('/zh-cn/')).toBe(start.startsWith('zh-cn/'));
      await page.keyboard.press('ArrowDown');
      await expect(links.first()).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(dialog).toBeHidden();
      await expect(page.locator('h1')).toBeVisible();
    });

  test('nothing found is said, and Escape closes', async ({ page }) => {
    await page.goto('');
    await page.locator('header [data-search-open]').click();
    const dialog = page.locator('dialog#search');
    await page.keyboard.type('ѪѪѪѪѪ');
    await expect(dialog.locator('.search-status')).toContainText('ѪѪѪѪѪ');
    await expect(dialog.locator('.search-results a')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });
});

for (const [address, words] of [
  ['no/such/page/', 'This page does not exist'],
  ['zh-cn/no/such/page/', '没有这一页'],
] as const)
  test(`/${address} is answered with 404 in its own language`, async ({ page, guard }) => {
    guard.allowed.push(/404/);
    const response = await page.goto(address);
    expect(response?.status()).toBe(404);
    await expect(page.locator('html')).toHaveAttribute('lang', address.startsWith('zh-cn') ? 'zh-CN' : 'en');
    await expect(page.locator('h1')).toHaveText(words);
    await page.locator('main a.button').first().click();
    await expect(page).toHaveURL(address.startsWith('zh-cn') ? /\/zh-cn\/$/ : /\/$/);
  });

test('on a phone the menu is a drawer: opened, walked and closed by keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 700 });
  await page.goto('lessons/cpu-rings/');
  const menu = page.locator('#menu');
  const button = page.locator('header .menu-button');
  await expect(menu).toBeHidden();
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(menu).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await menu.locator('a[data-lesson="kvm"], a[href*="glossary/"]').first().click();
  await expect(page).toHaveURL(/glossary\/|lessons\/kvm\//);
});

test('the skip link leads past the header', async ({ page }) => {
  await page.goto('lessons/kvm/');
  await page.keyboard.press('Tab');
  await expect(page.locator('a.skip')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
});

test('the contents follow the reading, and the home page offers to go on there', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('lessons/cpu-rings/');
  const section = page.locator('.lesson h2[id]').nth(2);
  const id = await section.getAttribute('id');
  await section.evaluate((heading) => heading.scrollIntoView({ block: 'start' }));
  await expect(page.locator(`.toc a[href="#${id}"]`)).toHaveAttribute('aria-current', 'location');
  await page.goto('');
  await expect(page.locator('[data-resume]')).toHaveAttribute(
    'href',
    new RegExp(`lessons/cpu-rings/#${id}$`),
  );
});

test.describe('a reader whose browser speaks Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('is offered the Chinese page on the English one, once, and never redirected', async ({ page }) => {
    await page.goto('lessons/kvm/');
    await expect(page).toHaveURL(/\/lessons\/kvm\/$/);
    const offer = page.locator('[data-offer]');
    await expect(offer).toBeVisible();
    await offer.locator('[data-offer-no]').click();
    await expect(offer).toBeHidden();
    await page.goto('');
    await expect(page.locator('[data-offer]')).toBeHidden();
  });
});

test('nobody is offered the language that they read', async ({ page }) => {
  await page.goto('');
  await expect(page.locator('[data-offer]')).toBeHidden();
});

test('the home page moves by itself and maps the whole course', async ({ page }) => {
  await page.goto('');
  const hero = page.locator('[data-figure="rings"]').first();
  const first = (await hero.getAttribute('data-step-id')) ?? '';
  await expect(hero).not.toHaveAttribute('data-step-id', first, { timeout: 20_000 });
  expect(lessons.length).toBeGreaterThan(0);
  for (const lesson of lessons)
    await expect(page.locator(`main a[href$="lessons/${lesson}/"]`).first()).toBeVisible();
});

for (const place of ['glossary/#100%', 'lessons/cgroups/#q-100%', 'practice/cgroups/#q-100%'])
  test(`/${place}: an address that nobody can decode leads to the page, without a complaint`, async ({
    page,
  }) => {
    await page.goto(place);
    await hydrate(page);
    await expect(page.locator('h1')).toBeVisible();
  });
