/** Why: the few things that must work in every browser; Firefox runs this file alone. */
import { at, LANGS, NAMES } from './site';
import { expect, figureOn, placeNamed, test } from './test';

for (const lang of LANGS)
  test(`a figure is stepped with buttons and keeps its place when reloaded, in ${lang}`, async ({ page }) => {
    await page.goto(at('figures/rings/', lang));
    const figure = await figureOn(page, 'rings');
    const first = await figure.getAttribute('data-step-id');
    await figure.getByRole('button', { name: NAMES[lang].forward }).click();
    await expect(figure).not.toHaveAttribute('data-step-id', first ?? '');
    const second = (await figure.getAttribute('data-step-id')) ?? '';
    await expect(page).toHaveURL(new RegExp(`[?&]rings=[^&]*@${second}$`));
    await page.reload();
    await expect(await figureOn(page, 'rings')).toHaveAttribute('data-step-id', second);
  });

test('a lesson loads, and its text moves the figure', async ({ page }) => {
  await page.goto('lessons/cpu-rings/');
  const figure = await figureOn(page, 'rings');
  const link = page.locator('main .step-link[data-figure="rings"]').nth(1);
  await link.scrollIntoViewIfNeeded();
  await link.click();
  await expect(figure).toHaveAttribute('data-step-id', (await placeNamed(link)).at);
});
