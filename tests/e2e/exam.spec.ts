/**
 * Why: a mock exam is an hour and a half of somebody's life: it must survive a reload, a sleeping laptop, a wrong
 * clock and a second tab, end when the time is up, and say at the end what was right and why.
 */
import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { printed } from './pdf';
import { at, LANGS, type Lang } from './site';
import { expect, test } from './test';

const WORDS = {
  en: {
    start: 'Start the exam',
    handIn: 'Hand in',
    back: 'Go back',
    own: 'My own',
    ownField: /^Percent of the marks/,
    flag: 'Flag',
    answered: /^Question \d+, answered/,
    timeUp: 'The time is up',
    tenMinutes: '10 minutes left.',
    again: 'All exams',
    open: /^Open the result/,
  },
  'zh-cn': {
    start: '开始考试',
    handIn: '交卷',
    back: '返回答题',
    own: '自定',
    ownField: /^占满分的百分比/,
    flag: '标记',
    answered: /^第 \d+ 题，已答/,
    timeUp: '考试时间到',
    tenMinutes: '还剩 10 分钟。',
    again: '全部考试',
    open: /^查看 .* 的结果/,
  },
} as const;

const START = new Date('2026-03-01T09:00:00');
const MINUTE = 60_000;

interface Key {
  readonly id: string;
  readonly kind: string;
  readonly options: readonly { readonly id: string }[];
  readonly answer: readonly string[];
}

/** The right answers, from the file that the page itself reads. */
async function keys(page: Page): Promise<Map<string, Key>> {
  const course = (await (await page.request.get('data/exam/en.json')).json()) as { bank: Key[] };
  return new Map(course.bank.map((entry) => [entry.id, entry]));
}

const card = (page: Page) => page.locator('.exam-card');
const timer = (page: Page) => page.getByRole('timer');

/** Time left, ms, as it is shown. */
async function timeLeft(page: Page): Promise<number> {
  const [seconds = 0, minutes = 0, hours = 0] = (await timer(page).locator('b').innerText())
    .split(':')
    .map(Number)
    .reverse();
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

async function startExam(page: Page, lang: Lang, preset: string, seed: number): Promise<void> {
  await page.goto(at(`exam/?preset=${preset}&seed=${seed}`, lang));
  await page.getByRole('button', { name: WORDS[lang].start }).click();
  await expect(card(page)).toHaveAttribute('data-question', /.+/);
}

/** Answers the question shown by its number keys, right or wrong. @returns its id */
async function answer(page: Page, known: Map<string, Key>, right: boolean): Promise<string> {
  const id = (await card(page).getAttribute('data-question')) ?? '';
  const { answer: wanted, options } = known.get(id)!;
  const wrong = options.map((option) => option.id).filter((option) => !wanted.includes(option));
  const shown = await card(page)
    .locator('input')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
  for (const option of right ? wanted : wrong.slice(0, 1)) {
    await page.keyboard.press(String(shown.indexOf(option) + 1));
    await expect(card(page).locator(`input[value="${option}"]`)).toBeChecked();
  }
  return id;
}

/** Enter, and the next question has the focus. */
async function onward(page: Page, n: number): Promise<void> {
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`[?&]n=${n}$`));
  await expect(page.locator('#exam-stem')).toBeFocused();
}

const answered = (page: Page, lang: Lang) =>
  page.locator('.exam-grid').getByRole('button', { name: WORDS[lang].answered });

/** What stands in somebody's way, by axe; and whether the page is wider than a small phone. */
async function expectOpenToAll(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const told = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id} at ${node.target.join(' ')}`),
  );
  expect.soft(told, what).toEqual([]);
  const size = page.viewportSize()!;
  await page.setViewportSize({ width: 320, height: 640 });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect.soft(over, `${what} at 320 px`).toBeLessThanOrEqual(0);
  await page.setViewportSize(size);
}

for (const lang of LANGS)
  test(`50 questions from start to result, with a reload, a leap and a clock set back, in ${lang}`, async ({
    page,
  }) => {
    test.slow();
    const words = WORDS[lang];
    await page.clock.install({ time: START });
    const known = await keys(page);
    await page.goto(at('exam/?preset=aca-v1.1-2019&seed=48213', lang));
    await expectOpenToAll(page, 'choosing');
    await page.getByRole('radio', { name: words.own }).check();
    await page.getByRole('textbox', { name: words.ownField }).fill('101');
    await expect(page.getByRole('button', { name: words.start })).toBeDisabled();
    await page.getByRole('textbox', { name: words.ownField }).fill('48');
    await page.getByRole('button', { name: words.start }).click();
    await expect(card(page)).toHaveAttribute('data-question', /.+/);
    await page.locator('#exam-stem').focus();
    await expectOpenToAll(page, 'the running exam');
    await page.locator('#exam-stem').focus();

    // Every second answer is right; the last four questions stay open.
    const right: string[] = [];
    const kinds: string[] = [];
    for (let n = 1; n <= 50; n++) {
      kinds.push(known.get((await card(page).getAttribute('data-question')) ?? '')!.kind);
      if (n <= 46) {
        const id = await answer(page, known, n % 2 === 0);
        if (n % 2 === 0) right.push(id);
      }
      if (n === 20) {
        await page.keyboard.press('f');
        await expect(page.locator('.exam-flag')).toHaveAttribute('aria-pressed', 'true');
        await page.reload();
        await expect(page).toHaveURL(/n=20$/);
        await expect(answered(page, lang)).toHaveCount(20);
        await expect(page.locator('.exam-flag')).toHaveAttribute('aria-pressed', 'true');
        expect(await card(page).getAttribute('data-question')).toBe(right.at(-1));
        await page.locator('#exam-stem').focus();
      }
      if (n === 25) {
        const before = await timeLeft(page);
        await page.clock.fastForward(20 * MINUTE);
        await expect.poll(() => timeLeft(page)).toBeLessThanOrEqual(before - 20 * MINUTE);
      }
      if (n === 30) {
        const before = await timeLeft(page);
        await page.clock.setSystemTime(new Date(START.getTime() - 300 * MINUTE));
        await page.clock.runFor(3000);
        await expect.poll(() => timeLeft(page)).toBeLessThan(before);
        await page.reload();
        await expect(timer(page)).toBeVisible();
        expect(await timeLeft(page)).toBeLessThan(before);
        await expect(answered(page, lang)).toHaveCount(30);
        await page.locator('#exam-stem').focus();
      }
      if (n < 50) await onward(page, n + 1);
    }
    expect(kinds.filter((kind) => kind === 'single')).toHaveLength(30);
    expect(kinds.filter((kind) => kind === 'multiple')).toHaveLength(10);
    expect(kinds.filter((kind) => kind === 'true-false')).toHaveLength(10);

    // A changed mind: the second question, once right, is now wrong, and right again.
    await page.locator('.exam-grid button').nth(1).click();
    await answer(page, known, false);
    await answer(page, known, true);

    await page.locator('.exam-bar').getByRole('button', { name: words.handIn }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText(/\b4\b/);
    await expectOpenToAll(page, 'the question before handing in');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await page.locator('.exam-bar').getByRole('button', { name: words.handIn }).click();
    await dialog.getByRole('button', { name: words.handIn }).click();

    const result = page.locator('.exam-result');
    await expect(result).toHaveAttribute('data-exam-result', 'failed');
    await expect(result.locator('.exam-verdict b')).toHaveText(`${right.length * 2}%`);
    expect(right).toHaveLength(23);
    await expect(page.locator('.exam-review > li')).toHaveCount(50);
    await expect(page.locator('.exam-review > [data-standing="isRight"]')).toHaveCount(23);
    await expect(page.locator('.exam-review > [data-standing="isOpen"]')).toHaveCount(4);
    for (const table of await page.locator('.exam-parts table').all()) {
      const cells = await table.locator('tbody td:nth-child(2)').allInnerTexts();
      const sums = cells.map((cell) => cell.split('/').map(Number));
      expect(sums.reduce((sum, [part = 0]) => sum + part, 0)).toBe(23);
      expect(sums.reduce((sum, [, total = 0]) => sum + total, 0)).toBe(50);
    }
    for (const n of [0, 33]) {
      const item = page.locator('.exam-review > li').nth(n);
      await item.locator('summary').click();
      await expect(item.locator('.quiz-option.is-mistaken')).toHaveCount(n === 0 ? 1 : 0);
      for (const why of await item.locator('.quiz-why').allInnerTexts())
        expect(why.length).toBeGreaterThan(4);
      await expect(item.locator('a.quiz-proof')).toHaveAttribute('href', /(lessons|figures)\/.*[#@]/);
    }
    await expectOpenToAll(page, 'the result');
    await page.reload();
    await expect(result.locator('.exam-verdict b')).toHaveText('46%');

    await page.getByRole('button', { name: words.again }).click();
    await expect(page.locator('.exam-history tbody tr')).toHaveCount(1);
    await expect(page.locator('.exam-chart circle')).toHaveCount(1);
    await expectOpenToAll(page, 'the history');
    await page.getByRole('button', { name: words.open }).click();
    await expect(result.locator('.exam-verdict b')).toHaveText('46%');
  });

/** What a paper shows, question by question: its id and its options in order. */
async function sheet(page: Page, lang: Lang, seed: number): Promise<string[]> {
  await page.goto(at(`exam/?preset=aca-v1.1-2019&seed=${seed}&print`, lang));
  await expect(page.locator('.paper-question')).toHaveCount(50);
  await expect(page.locator('.paper-key li')).toHaveCount(50);
  return page
    .locator('.paper-question')
    .evaluateAll((list) => list.map((item) => (item as HTMLElement).dataset['paper'] ?? ''));
}

test('the same number is the same paper for everybody, in both languages, on the screen and printed', async ({
  page,
  browser,
  baseURL,
}) => {
  const other: BrowserContext = await browser.newContext({ baseURL: baseURL! });
  const second = await other.newPage();
  const paper = await sheet(page, 'en', 48213);
  const printedKey = await page.locator('.paper-key li').allInnerTexts();
  expect(await sheet(second, 'zh-cn', 48213)).toEqual(paper);
  expect(await second.locator('.paper-key li').allInnerTexts()).toEqual(printedKey);
  expect(await sheet(second, 'en', 48214)).not.toEqual(paper);

  await startExam(page, 'en', 'aca-v1.1-2019', 48213);
  await startExam(second, 'zh-cn', 'aca-v1.1-2019', 48213);
  for (const n of [1, 17, 31, 40, 41, 50]) {
    const seen = await Promise.all(
      [page, second].map(async (tab) => {
        await tab
          .locator('.exam-grid button')
          .nth(n - 1)
          .click();
        await expect(card(tab)).toHaveAttribute('data-question', paper[n - 1]!);
        return card(tab)
          .locator('input')
          .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
      }),
    );
    expect(seen[0]).toEqual(seen[1]);
    const right = (await keys(page)).get(paper[n - 1]!)!.answer;
    const letters = right.map((id) => String.fromCharCode(65 + seen[0]!.indexOf(id))).sort();
    expect(printedKey[n - 1]).toBe(letters.join(' '));
  }
  await other.close();
});

for (const lang of LANGS)
  test(`the time is called, runs out, and what was answered counts, in ${lang}`, async ({ page }) => {
    await page.clock.install({ time: START });
    const known = await keys(page);
    await startExam(page, lang, 'aca-sibling-60min', 7);
    await page.locator('#exam-stem').focus();
    await answer(page, known, true);
    await onward(page, 2);
    await answer(page, known, true);
    await page.clock.fastForward(50 * MINUTE);
    await expect(page.getByRole('status').filter({ hasText: WORDS[lang].tenMinutes })).toHaveCount(1);
    await page.clock.fastForward(11 * MINUTE);
    await expect(page.locator('.exam-result')).toContainText(WORDS[lang].timeUp);
    await expect(page.locator('.exam-verdict b')).toHaveText('4%');
    await expect(page.locator('.exam-sum')).toContainText('1:00:00');
  });

test('an exam whose time ran out while no page was open is handed in by the next one', async ({
  page,
  context,
}) => {
  await context.clock.install({ time: START });
  const known = await keys(page);
  await startExam(page, 'en', 'course-final', 3);
  await page.locator('#exam-stem').focus();
  await answer(page, known, true);
  await expect(answered(page, 'en')).toHaveCount(1);
  const address = page.url();
  await page.goto('about/');
  await context.clock.fastForward(24 * 60 * MINUTE);
  await page.goto('exam/');
  await expect(page.locator('.exam-history tbody tr')).toHaveCount(1);
  await page.goto(address);
  await expect(page.locator('.exam-verdict b')).toHaveText('2%');
  await expect(page.locator('.exam-sum')).toContainText('1:15:00');
});

test('two tabs are one exam, in two languages', async ({ page, context }) => {
  const known = await keys(page);
  await startExam(page, 'en', 'aca-v1.1-2019', 5);
  const second = await context.newPage();
  await second.goto('zh-cn/exam/');
  await second.locator('.exam-running button').click();
  await expect(card(second)).toHaveAttribute('data-question', /.+/);
  await page.locator('#exam-stem').focus();
  const id = await answer(page, known, true);
  await expect(answered(second, 'zh-cn')).toHaveCount(1);
  await expect(card(second)).toHaveAttribute('data-question', id);
  const chosen = known.get(id)!.answer[0]!;
  await expect(card(second).locator(`input[value="${chosen}"]`)).toBeChecked();
  await second.locator('.exam-bar').getByRole('button', { name: WORDS['zh-cn'].handIn }).click();
  await second.getByRole('dialog').getByRole('button', { name: WORDS['zh-cn'].handIn }).click();
  await expect(second.locator('.exam-verdict b')).toHaveText('2%');
  await expect(page.locator('.exam-verdict b')).toHaveText('2%');
});

test('without a network no exam starts; one that runs goes on', async ({ page, context, guard }) => {
  guard.allowed.push(/Failed to load resource/, /ERR_(FAILED|INTERNET_DISCONNECTED)/);
  await page.goto('exam/?preset=course-final&seed=11');
  await page.route('**/data/questions/**', (route) => route.abort());
  await page.getByRole('button', { name: WORDS.en.start }).click();
  await expect(page.locator('.exam-alert')).toContainText('was not started');
  await expect(page.locator('.exam-running')).toHaveCount(0);
  await page.unroute('**/data/questions/**');
  await page.getByRole('button', { name: WORDS.en.start }).click();
  await expect(card(page)).toHaveAttribute('data-question', /.+/);
  await context.setOffline(true);
  await page.locator('.exam-grid button').nth(49).click();
  await expect(card(page)).toHaveAttribute('data-question', /.+/);
  await card(page).locator('.quiz-option label').first().click();
  await expect(answered(page, 'en')).toHaveCount(1);
  await page.locator('.exam-bar').getByRole('button', { name: WORDS.en.handIn }).click();
  await page.getByRole('dialog').getByRole('button', { name: WORDS.en.handIn }).click();
  await expect(page.locator('.exam-result')).toBeVisible();
  await page.locator('.exam-review summary').last().click();
  await expect(page.locator('.exam-review .quiz-why').first()).toBeVisible();
  await context.setOffline(false);
});

test('an address that leads nowhere says so, and what to do', async ({ page }) => {
  await page.goto('exam/?preset=aca-v9&seed=1');
  await expect(page.getByRole('alert')).toContainText('aca-v9');
  await page.goto('exam/?preset=course-final&seed=12x');
  await expect(page.locator('#exam-seed-bad')).toContainText('12x');
  await expect(page.getByRole('button', { name: WORDS.en.start })).toBeDisabled();
  await page.goto('exam/?preset=course-final&seed=12x&print');
  await expect(page.getByRole('alert')).toContainText('12x');
  await page.goto('zh-cn/exam/?exam=00000000-0000-4000-8000-000000000000');
  await expect(page.getByRole('alert')).toContainText('没有这场考试');
  await page.getByRole('button', { name: WORDS['zh-cn'].again }).click();
  await expect(page.getByRole('button', { name: WORDS['zh-cn'].start })).toBeEnabled();
});

test('an exam of an older edition is shown as far as it is known', async ({ page }) => {
  const known = [...(await keys(page)).keys()][0]!;
  const id = '00000000-0000-4000-8000-000000000001';
  const stamp = (n: number) => ({ v: 2, id: id.replace(/1$/, String(n)), at: START.getTime() + n });
  const events = [
    {
      ...stamp(1),
      kind: 'exam-start',
      preset: 'gone-2001',
      seed: 1,
      minutes: 30,
      paper: [known, 'gone-question'],
      pass: 50,
    },
    {
      ...stamp(2),
      kind: 'exam-answer',
      exam: id,
      lesson: 'gone',
      question: 'gone-question',
      chosen: ['x'],
      flagged: true,
    },
    { ...stamp(3), kind: 'exam-end', exam: id, seconds: 61, right: ['gone-question'] },
  ];
  const file = { format: 'ringside-progress', version: 1, exported: START.toISOString(), events };
  await page.goto('progress/');
  await page.locator('input[type="file"]').setInputFiles({
    name: 'old.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  });
  await expect(page.locator('.progress-result')).toContainText('old.json');
  await page.goto('exam/');
  await expect(page.locator('.exam-history tbody tr')).toContainText('gone-2001');
  await page.getByRole('button', { name: WORDS.en.open }).click();
  await expect(page.locator('.exam-verdict b')).toHaveText('50%');
  await expect(page.locator('.exam-note')).toHaveCount(2);
  await expect(page.locator('.exam-review')).toContainText('gone-question');
  await page.locator('.exam-review summary').last().click();
  await expect(page.locator('.exam-review li').last()).toContainText('x');
});

for (const lang of LANGS)
  for (const format of ['A4', 'Letter'] as const)
    test(`printed on ${format}, no question is cut from its options, and the key is apart, in ${lang}`, async ({
      page,
    }) => {
      const ids = await sheet(page, lang, 48213);
      const question = (n: number) => `[data-paper="${ids[n]}"]`;
      const marks = Object.fromEntries(
        ids.flatMap((_, n) => [
          [`stem-${n}`, `${question(n)} .paper-stem`],
          [`last-${n}`, `${question(n)} .paper-options li:last-child`],
        ]),
      );
      const pdf = await printed(page, format, { ...marks, 'the-key': '.paper-key h2' });
      expect([Math.round(pdf.width), Math.round(pdf.height)]).toEqual(
        format === 'A4' ? [596, 843] : [612, 792],
      );
      const at = (mark: string) => pdf.pageOf.get(mark) ?? NaN;
      expect(ids.filter((_, n) => at(`stem-${n}`) !== at(`last-${n}`))).toEqual([]);
      expect(at('stem-0')).toBe(1);
      expect(at('last-49')).toBeGreaterThan(2);
      expect(at('the-key')).toBe(at('last-49') + 1);
      await page.emulateMedia({ media: 'print' });
      await expect(page.locator('.paper-sheet')).toBeVisible();
      await expect(page.locator('.exam-print-tools')).toBeHidden();
      await expect(page.locator('.paper-sheet .quiz-why')).toHaveCount(0);
      const colours = await page
        .locator('.paper-sheet, .paper-sheet *')
        .evaluateAll((all) => [...new Set(all.map((element) => getComputedStyle(element).color))]);
      expect(colours).toEqual(['rgb(0, 0, 0)']);
    });

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  for (const lang of LANGS)
    test(`the page says what needs it and leads to the questions, in ${lang}`, async ({ page }) => {
      await page.goto(at('exam/', lang));
      await expect(page.locator('.exam noscript p').first()).toContainText('JavaScript');
      await page.locator('.exam noscript a').click();
      await expect(page).toHaveURL(/practice\/$/);
    });
});

test('after the start the rarer kinds need no network; a part of an order is no answer; the focus is kept', async ({
  page,
  context,
}) => {
  const known = await keys(page);
  await page.goto('exam/?preset=course-final&seed=48213', { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: WORDS.en.start }).click();
  await expect(page.locator('#exam-stem')).toBeFocused();
  await context.setOffline(true);
  const cells = page.locator('.exam-grid button');
  const nth = new Map<string, number>();
  for (let n = 43; n <= 50; n++) {
    await cells.nth(n - 1).click();
    await expect(page).toHaveURL(new RegExp(`[?&]n=${n}$`));
    const { kind } = known.get((await card(page).getAttribute('data-question'))!)!;
    if (nth.has(kind)) continue;
    nth.set(kind, n);
    await expect(card(page).locator('.quiz-option').first()).toBeVisible();
    if (kind === 'point') await expect(card(page).locator('.quiz-badge').first()).toBeVisible();
    if (kind === 'ordering') await page.keyboard.press('1');
  }
  expect([...nth.keys()].sort()).toEqual(['matching', 'ordering', 'point']);
  await context.setOffline(false);

  await expect(answered(page, 'en')).toHaveCount(0);
  await page.locator('.exam-bar').getByRole('button', { name: WORDS.en.handIn }).click();
  await page.getByRole('dialog').getByRole('button', { name: WORDS.en.handIn }).click();
  await expect(page.getByRole('heading', { name: 'Result', exact: true })).toBeFocused();
  await expect(page.locator('.exam-review > [data-standing="isOpen"]')).toHaveCount(50);
  await expect(page.locator('.exam-sum')).toContainText('Not answered: 50');
  const item = page.locator('.exam-review > li').nth(nth.get('ordering')! - 1);
  await item.locator('summary').click();
  await expect(item).toContainText('You did not place it');
  await expect(item).not.toContainText('Right, not chosen');

  await page.getByRole('button', { name: WORDS.en.again }).click();
  await expect(page.locator('.exam-lobby')).toBeFocused();
  await page.getByRole('button', { name: WORDS.en.open }).click();
  await expect(page.getByRole('heading', { name: 'Result', exact: true })).toBeFocused();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
});
