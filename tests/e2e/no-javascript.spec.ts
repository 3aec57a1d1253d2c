/** Why: without JavaScript a lesson still reads whole: all text, the first frame of each figure, questions with their answers. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { at, LANGS, lessons } from './site';
import { expect, test } from './test';

test.use({ javaScriptEnabled: false });

const content = path.resolve(import.meta.dirname, '../../content/lessons');

for (const lesson of lessons)
  for (const lang of LANGS)
    test(`${lesson} in ${lang} reads whole`, async ({ page }) => {
      const source = readFileSync(path.join(content, lesson, `${lang}.mdx`), 'utf8');
      const sections = [...source.matchAll(/<Section\s+id="([^"]+)"/g)].map((match) => match[1] ?? '');
      const figures = [...source.matchAll(/<Figure\s+id="([^"]+)"/g)].map((match) => match[1] ?? '');
      await page.goto(at(`lessons/${lesson}/`, lang));

      expect(sections.length).toBeGreaterThan(3);
      for (const section of sections) await expect(page.locator(`main [id="${section}"]`)).toBeVisible();
      const text = await page.locator('main article').innerText();
      const length = lang === 'en' ? text.split(/\s+/).length : (text.match(/[\u4e00-\u9fff]/g)?.length ?? 0);
      expect(length).toBeGreaterThan(lang === 'en' ? 1500 : 2500);

      for (const id of new Set(figures)) {
        const picture = page.locator(`[data-figure="${id}"] .figure-view svg`).first();
        await expect(picture).toBeVisible();
        expect(await picture.locator('[data-node]').count()).toBeGreaterThan(3);
        const box = await picture.boundingBox();
        expect(box?.height).toBeGreaterThan(150);
      }

      const disclosures = page.locator('main .quiz details');
      expect(await disclosures.count()).toBeGreaterThanOrEqual(20);
      const first = disclosures.first();
      await expect(first).not.toHaveAttribute('open');
      await first.locator('summary').click();
      await expect(first).toHaveAttribute('open');
      expect((await first.innerText()).length).toBeGreaterThan(lang === 'en' ? 80 : 30);
    });

test('the way through the site needs no JavaScript', async ({ page }) => {
  await page.goto('');
  await page.locator('main a[href*="lessons/cpu-rings/"]').first().click();
  await expect(page).toHaveURL(/lessons\/cpu-rings\/$/);
  await page.locator('header a[hreflang]').first().click();
  await expect(page).toHaveURL(/zh-cn\/lessons\/cpu-rings\/$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});
