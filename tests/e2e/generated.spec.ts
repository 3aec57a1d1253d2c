/** Why: generated questions without end, by keyboard, each with an address that shows the same question to everybody. */
import type { Page } from '@playwright/test';
import { at, LANGS } from './site';
import { expect, placeNamed, tabTo, test } from './test';

const WORDS = {
  en: {
    next: 'Next',
    again: 'Try again',
    badSeed: 'expected was a whole number',
    bad: 'Did you mean rings?',
  },
  'zh-cn': { next: '下一题', again: '再做一次', badSeed: '之间的整数', bad: '你要的是 rings 吗' },
} as const;

async function drillOn(page: Page) {
  const drill = page.locator('[data-drill]');
  await expect(drill.locator('.quiz-stem')).toBeVisible();
  return drill;
}

for (const lang of LANGS) {
  test(`a row of questions is answered by keyboard, explained, and counted, in ${lang}`, async ({ page }) => {
    await page.goto(at('practice/', lang));
    await page.locator('main a[href$="practice/generated/"]').click();
    const drill = await drillOn(page);
    await tabTo(page, drill.locator('.quiz-options input').first(), 200);
    const seen = new Set<string>();
    for (let i = 0; i < 6; i++) {
      const stem = await drill.locator('.quiz-stem').innerText();
      expect(seen.has(stem)).toBe(false);
      seen.add(stem);
      await page.keyboard.press('2');
      await expect(drill.locator('.quiz-options input').nth(1)).toBeChecked();
      await page.keyboard.press('Enter');
      const options = await drill.locator('.quiz-option').count();
      await expect(drill.locator('.quiz-why')).toHaveCount(options);
      await expect(drill.locator('.quiz-position')).toContainText(String(i + 1));
      await expect(drill.locator('.quiz-onward button')).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(drill.locator('.quiz-stem')).not.toHaveText(stem);
      await expect(drill.locator('.quiz-stem')).toBeFocused();
    }
  });

  test(`an address shows the same question, its proof and the same next one to everybody, in ${lang}`, async ({
    page,
    context,
  }) => {
    const place = at('practice/generated/?family=rings&seed=48213', lang);
    const told: string[][] = [];
    for (const tab of [page, await context.newPage()]) {
      await tab.goto(place);
      const drill = await drillOn(tab);
      const first = await drill.locator('.quiz-stem').innerText();
      await drill.getByRole('button', { name: WORDS[lang].next }).click();
      await expect(drill.locator('.quiz-stem')).not.toHaveText(first);
      told.push([first, await drill.locator('.quiz-stem').innerText(), new URL(tab.url()).search]);
    }
    expect(told[1]).toEqual(told[0]);

    await page.goto(place);
    const drill = await drillOn(page);
    await drill.locator('.quiz-option').first().click();
    await drill.locator('button[type="submit"]').click();
    const proof = drill.locator('a.quiz-proof');
    const { at: step } = await placeNamed(proof);
    await proof.click();
    await expect(page.locator('[data-figure="rings"][data-step-id]').first()).toHaveAttribute(
      'data-step-id',
      step,
    );
  });

  test(`an address that names no question says so and shows another, in ${lang}`, async ({ page }) => {
    await page.goto(at('practice/generated/?family=ring&seed=1', lang));
    const drill = await drillOn(page);
    await expect(drill).toContainText(WORDS[lang].bad);
    await page.goto(at('practice/generated/?family=pids&seed=many', lang));
    await expect(await drillOn(page)).toContainText(WORDS[lang].badSeed);
    await expect(page).toHaveURL(/family=pids&seed=\d+/);
  });
}

test('only the chosen kinds are asked, and the last one stays', async ({ page }) => {
  await page.goto('practice/generated/?family=packet&seed=7');
  const drill = await drillOn(page);
  await drill.locator('.drill-families summary').click();
  const boxes = drill.locator('input[name="drill-family"]');
  for (const box of await boxes.all())
    if ((await box.getAttribute('value')) !== 'signals') await box.uncheck();
  const last = drill.locator('input[value="signals"]');
  await last.click();
  await expect(last).toBeChecked();
  await expect(drill).toContainText('One kind must stay.');
  for (let i = 0; i < 4; i++) {
    const before = page.url();
    await drill.getByRole('button', { name: 'Next' }).click();
    await expect(page).not.toHaveURL(before);
    await expect(page).toHaveURL(/family=signals&seed=\d+/);
  }
});

test('answers are in the log under the lesson and the id of the question', async ({ page }) => {
  await page.goto('practice/generated/?family=references&seed=11');
  const drill = await drillOn(page);
  await drill.locator('.quiz-option').first().click();
  await drill.locator('button[type="submit"]').click();
  await expect(drill.locator('.quiz-verdict p')).toBeVisible();
  await page.goto('progress/');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export to a file' }).click();
  const stream = await (await downloading).createReadStream();
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  const { events } = JSON.parse(text) as { events: Record<string, unknown>[] };
  expect(events.filter(({ kind }) => kind === 'answer')).toMatchObject([
    { lesson: 'memory', question: 'gen/references/11', mode: 'practice' },
  ]);
});

test('a question loads the model of its own kind and no other', async ({ page }) => {
  const scripts: string[] = [];
  page.on('response', async (response) => {
    if (response.request().resourceType() === 'script') scripts.push(await response.text().catch(() => ''));
  });
  await page.goto('practice/generated/?family=signals&seed=3');
  await drillOn(page);
  await page.waitForLoadState('networkidle');
  const all = scripts.join('\n');
  expect(all).toContain('VMBus messages are written');
  for (const words of ['trap and emulate', 'nested paging (EPT, NPT)', 'CLONE_NEWPID', 'memory.max'])
    expect(all).not.toContain(words);
});
