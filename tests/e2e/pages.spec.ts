/** Why: every page, as built, in both languages and both themes: reachable by everybody, at every width. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { pages } from './site';
import { expect, figureOn, hydrate, test } from './test';

const VIEWPORTS = [
  { width: 320, height: 640 },
  { width: 768, height: 1024 },
  { width: 1024, height: 768 },
  { width: 1440, height: 900 },
];

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('the site has the pages that it promises', () => {
  for (const place of [
    '',
    'figures/',
    'figures/rings/',
    'figures/kvm-exits/',
    'lessons/cpu-rings/',
    'lessons/kvm/',
    'handout/kvm/',
  ])
    for (const prefix of ['', 'zh-cn/']) expect(pages).toContain(prefix + place);
  for (const place of [
    'practice/',
    'practice/cpu-rings/',
    'practice/kvm/',
    'practice/exchange/',
    'review/',
    'progress/',
    'glossary/',
    'about/',
    'exam-sheet/',
  ])
    for (const prefix of ['', 'zh-cn/']) expect(pages).toContain(prefix + place);
});

/** What stands in somebody's way on the page as it is now, by axe. */
async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}) at ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );
}

for (const page of [...pages, '404.html', 'zh-cn/404.html']) {
  test(`/${page} is accessible in both themes and fits every width`, async ({ page: tab, guard }) => {
    if (page.endsWith('404.html')) guard.allowed.push(/404/);
    await tab.goto(page);
    await hydrate(tab);
    const lang = page.startsWith('zh-cn/') ? 'zh-CN' : 'en';
    await expect(tab.locator('html')).toHaveAttribute('lang', lang);
    await expect(tab.locator('h1')).toHaveCount(1);
    await expect(tab).toHaveTitle(/.+ · |^Ringside|^环视/);

    for (const colorScheme of ['light', 'dark'] as const) {
      await tab.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const told = await barriers(tab);
      expect.soft(told, colorScheme).toEqual([]);
    }

    for (const viewport of VIEWPORTS) {
      await tab.setViewportSize(viewport);
      const wide = await tab.evaluate(() => {
        const { clientWidth, scrollWidth } = document.documentElement;
        if (scrollWidth <= clientWidth) return [];
        const over = [...document.body.querySelectorAll('*')].filter(
          (element) => element.getBoundingClientRect().right > clientWidth + 1,
        );
        return [`${scrollWidth} px wide`, ...over.slice(0, 5).map((e) => e.outerHTML.slice(0, 120))];
      });
      expect.soft(wide, `at ${viewport.width}x${viewport.height}`).toEqual([]);
    }
  });
}

test('what opens on demand is accessible too: questions, transcript, overview, provenance, search', async ({
  page,
}) => {
  await page.goto('figures/rings/');
  const figure = await figureOn(page, 'rings');
  await figure.getByRole('button', { name: 'Predict' }).click();
  await figure.getByRole('button', { name: 'Step forward' }).click();
  await expect(figure.locator('.figure-ask')).toBeVisible();
  await figure.getByRole('button', { name: 'Transcript' }).click();
  await expect(figure.locator('.figure-transcript')).toBeVisible();
  expect.soft(await barriers(page), 'question and transcript').toEqual([]);
  await figure.getByRole('button', { name: 'Overview' }).click();
  await expect(figure.locator('.figure-overview table')).toBeVisible();
  expect.soft(await barriers(page), 'overview').toEqual([]);
  await figure.locator('.figure-badge').click();
  await expect(figure.locator('.figure-provenance ul').first()).toBeVisible();
  expect.soft(await barriers(page), 'provenance').toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('shadow');
  // Said when both indexes have answered.
  await expect(page.locator('.search-status')).toContainText(/\d/);
  expect.soft(await barriers(page), 'search').toEqual([]);
});

test('every page has a policy without unsafe-inline for scripts, and the headers that a policy in the page cannot carry', async ({
  request,
}) => {
  for (const page of pages) {
    const response = await request.get(page);
    const html = await response.text();
    const policy = /<meta http-equiv="content-security-policy" content="([^"]+)"/i.exec(html)?.[1] ?? '';
    const scripts = policy.split(';').find((part) => part.trim().startsWith('script-src '));
    expect(scripts, page).toBeDefined();
    expect(scripts, page).not.toContain('unsafe-inline');
    expect(scripts, page).not.toContain('unsafe-eval');
    expect(html, `${page} has an inline event handler`).not.toMatch(/<[^>]+\son\w+="/);
  }
  const headers = (await request.get('')).headers();
  expect(headers['content-security-policy']).toContain('frame-ancestors');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBeTruthy();
});

test('every page names itself in both languages, and lessons have a picture of their own', async ({
  request,
}) => {
  const sitemap = await (await request.get('sitemap.xml')).text();
  for (const page of pages) {
    const html = await (await request.get(page)).text();
    const bare = page.replace(/^zh-cn\//, '');
    // A deck is its lesson once more: who searches must find the lesson.
    if (bare.startsWith('present/')) {
      expect(html, page).toContain('<meta name="robots" content="noindex"');
      expect(sitemap).not.toContain(`/${page}`);
      continue;
    }
    const ends = (link: string, ending: string) =>
      new RegExp(`${link}[^>]*href="https://[^"]*/${ending}"`).test(html);
    expect(ends('rel="canonical"', page), `${page}: canonical`).toBe(true);
    expect(html, `${page}: hreflang`).toMatch(/hreflang="en"/);
    expect(html, `${page}: hreflang`).toMatch(/hreflang="zh-CN"/i);
    if (!bare.startsWith('lessons/')) continue;
    const picture = /property="og:image" content="https:\/\/[^/"]+\/([^"]+)"/.exec(html)?.[1] ?? '';
    const response = await request.get(picture);
    expect(response.headers()['content-type'], `${page}: ${picture}`).toBe('image/png');
  }
  for (const page of pages.filter((p) => p.includes('lessons/'))) expect(sitemap).toContain(`/${page}`);
});
