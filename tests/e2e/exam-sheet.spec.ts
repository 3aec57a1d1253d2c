/** Why: a sheet that promises one page must keep to one on the paper of both halves of the world, in both languages. */
import { at, LANGS } from './site';
import { expect, test } from './test';

/** How many pages a PDF has: its page objects, which Chromium does not compress. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

for (const lang of LANGS) {
  for (const format of ['A4', 'Letter'] as const)
    test(`the exam sheet in ${lang} is one page of ${format}`, async ({ page }) => {
      await page.goto(at('exam-sheet/', lang));
      expect(pagesOf(await page.pdf({ format }))).toBe(1);
    });

  test(`the exam sheet in ${lang} fits a phone, and its button prints`, async ({ page }) => {
    await page.addInitScript(() => {
      window.print = () => void (document.documentElement.dataset['printed'] = 'yes');
    });
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(at('exam-sheet/', lang));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await page.locator('[data-print]').click();
    await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes');
  });

  test(`the answers of the exam in ${lang} are cards on a phone and a table where there is room`, async ({
    page,
  }) => {
    await page.goto(at('lessons/exam-guide/', lang));
    const row = page.locator('.exam-answers tbody tr').first();
    const tops = () =>
      row.locator('td').evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().top));
    await page.setViewportSize({ width: 768, height: 1024 });
    expect(new Set(await tops()).size).toBe(1);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(new Set(await tops()).size).toBe(3);
    expect(await page.locator('.exam-answers').getByRole('row').count()).toBeGreaterThan(30);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const lang of LANGS)
    test(`the exam sheet in ${lang} says how to print it`, async ({ page }) => {
      await page.goto(at('exam-sheet/', lang));
      await expect(page.locator('[data-print]')).toBeHidden();
      await expect(page.locator('.sheet-print span')).toContainText(lang === 'en' ? 'Print me' : '打印我');
    });
});
