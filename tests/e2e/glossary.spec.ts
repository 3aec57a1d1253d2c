/** Why: a term is found in either language by what one types, shown in its place in a lesson, and never hidden from a link. */
import { expect, test } from './test';

for (const { start, query, id } of [
  { start: 'glossary/', query: '影子', id: 'shadow-page-table' },
  { start: 'zh-cn/glossary/', query: 'shadow p', id: 'shadow-page-table' },
]) {
  test(`/${start}: “${query}” leaves the terms that hold it, and says how many`, async ({ page }) => {
    await page.goto(start);
    const rows = page.locator('.glossary > div');
    const all = await rows.count();
    await page.getByRole('searchbox').fill(query);
    const left = await rows.filter({ visible: true }).count();
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(all);
    await expect(page.locator(`#${id}`)).toBeVisible();
    await expect(page.locator('.glossary-filter [role=status]')).toContainText(`${left}`);
    await page.getByRole('searchbox').fill('qqzz');
    await expect(rows.filter({ visible: true })).toHaveCount(0);
    await expect(page.locator('.glossary-filter [role=status]')).toContainText('qqzz');
  });
}

test('a link to a term shows it although the filter hid it', async ({ page }) => {
  await page.goto('glossary/');
  await page.getByRole('searchbox').fill('hypercall');
  await expect(page.locator('#vmbus')).toBeHidden();
  await page.evaluate(() => (location.hash = 'vmbus'));
  await expect(page.locator('#vmbus')).toBeVisible();
  await expect(page.getByRole('searchbox')).toHaveValue('');
});

test('each term that a lesson teaches leads to the first lesson that does', async ({ page }) => {
  await page.goto('glossary/');
  await page.locator('#vmbus small a').first().click();
  await expect(page).toHaveURL(/lessons\/hyper-v\//);
  await expect(page.locator('article a.term[href$="#vmbus"]').first()).toBeVisible();
});

test('the definition opens beside the word by keyboard, and gives the focus back', async ({ page }) => {
  await page.goto('lessons/hyper-v/');
  const word = page.locator('article a.term[href$="#vmbus"]').first();
  await word.focus();
  await page.keyboard.press('Enter');
  const box = page.locator('#term-popover');
  await expect(box).toBeVisible();
  await expect(box).toContainText('VMBus');
  await page.keyboard.press('Escape');
  await expect(box).toBeHidden();
  await expect(word).toBeFocused();
});
