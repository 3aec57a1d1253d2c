/** Why: choosing a set, answering it at once or at the end, leaving it and coming back, and winning back what went wrong. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { logged, plantEvents, type Planted } from './planted-log';
import { at, LANGS, type Lang } from './site';
import { expect, tabTo, test } from './test';

const WORDS = {
  en: {
    start: 'Start',
    end: 'All at the end',
    handIn: 'Hand in',
    endNow: 'End and show the result',
    favourites: /^My favourites/,
    forget: /^Discard/,
    continueGo: /^Continue/,
    wrongAgain: /^Practise the wrong ones again/,
  },
  'zh-cn': {
    start: '开始做题',
    end: '交卷后再看',
    handIn: '交卷',
    endNow: '结束并查看结果',
    favourites: /^只做收藏的题/,
    forget: /^放弃/,
    continueGo: /^继续/,
    wrongAgain: /^重做错题/,
  },
} as const;

interface Question {
  readonly id: string;
  readonly kind: string;
  readonly stem: string;
  readonly answer: readonly string[];
  readonly options: readonly { readonly id: string; readonly text: string }[];
}

const session = (page: Page) => page.locator('[data-session]');
const stem = (page: Page) => session(page).locator('.quiz-stem');
const plain = (text: string) =>
  text
    .replace(/\*\*|`/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The questions of a lesson, by what their stems say. */
async function questionsOf(page: Page, lesson: string, lang: Lang): Promise<Map<string, Question>> {
  const response = await page.request.get(`data/questions/${lesson}.${lang}.json`);
  return new Map(((await response.json()) as Question[]).map((question) => [plain(question.stem), question]));
}

/** The question shown. */
async function shown(page: Page, bank: ReadonlyMap<string, Question>): Promise<Question> {
  await expect(stem(page)).toBeVisible();
  const question = bank.get(plain(await stem(page).innerText()));
  expect(question, 'the stem is of the lesson').toBeDefined();
  return question!;
}

/** Chooses an answer of a single, multiple or true-false question, right or wrong. */
async function choose(page: Page, question: Question, right: boolean): Promise<void> {
  const wrong = question.options.map(({ id }) => id).filter((id) => !question.answer.includes(id));
  for (const id of right ? question.answer : wrong.slice(0, 1))
    await session(page).locator(`.quiz-options input[value="${id}"]`).check();
}

/** The old three kinds: what this test knows how to answer. */
const CHOICE = 'kinds=single,multiple,true-false';

/** What stands in somebody's way on the page as it is now, and what is wider than it. */
async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const told = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id} at ${node.target.join(' ')}`),
  );
  const size = page.viewportSize()!;
  await page.setViewportSize({ width: 320, height: 640 });
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  await page.setViewportSize(size);
  return over > 0 ? [...told, `${over} px too wide at 320`] : told;
}

const answer = (question: string, right: boolean, lesson = 'kvm'): Planted => ({
  kind: 'answer',
  lesson,
  question,
  chosen: ['x'],
  right,
  mode: 'lesson',
});

for (const lang of LANGS) {
  const words = WORDS[lang];

  test(`a set is chosen by keyboard, its size is said, and it starts, in ${lang}`, async ({ page }) => {
    await page.goto(at('practice/', lang));
    const status = page.locator('[data-matches]');
    await expect(status).toHaveAttribute('data-matches', /^\d{3}$/);
    const all = Number(await status.getAttribute('data-matches'));
    const chip = page.locator('.chooser input[value="kvm"]').first();
    await tabTo(page, chip, 100);
    await page.keyboard.press('Space');
    await expect(chip).toBeChecked();
    await expect(status).not.toHaveAttribute('data-matches', String(all));
    const some = Number(await status.getAttribute('data-matches'));
    expect(some).toBe((await questionsOf(page, 'kvm', lang)).size);
    await expect(page).toHaveURL(/\?lessons=kvm$/);

    // Nothing is a favourite yet: no start, a reason, and a way out.
    await page.getByRole('radio', { name: words.favourites }).check();
    await expect(status).toHaveAttribute('data-matches', '0');
    await expect(page.getByRole('link', { name: words.start, exact: true })).toHaveCount(0);
    expect(await barriers(page)).toEqual([]);
    await page.locator('.chooser-outcome button').first().click();
    await expect(status).toHaveAttribute('data-matches', String(some));

    const start = page.getByRole('link', { name: words.start, exact: true });
    await tabTo(page, start, 100);
    await page.keyboard.press('Enter');
    await expect(stem(page)).toBeVisible();
    await expect(page).toHaveURL(/practice\/session\/\?lessons=kvm&seed=\d+$/);
    await expect(session(page).locator('.quiz-numbers button')).toHaveCount(Math.min(20, some));
  });

  test(`answers at once: keys only, explained, kept over a reload and in another tab, in ${lang}`, async ({
    page,
    context,
  }) => {
    const where = at(`practice/session/?lessons=kvm&${CHOICE}&count=3&seed=5`, lang);
    await page.goto(where);
    const bank = await questionsOf(page, 'kvm', lang);
    const first = await shown(page, bank);
    // No focus yet: the page is the session's.
    const star = session(page).locator('.favourite-star');
    await expect(star).toBeEnabled();
    await expect(star).toHaveAttribute('aria-pressed', 'false');
    await page.keyboard.press('f');
    await expect(star).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('1');
    await expect(session(page).locator('.quiz-options input').first()).toBeChecked();
    await page.keyboard.press('Enter');
    await expect(session(page).locator('.quiz-why')).toHaveCount(first.options.length);
    await expect(session(page).locator('a.quiz-proof')).toHaveAttribute('href', /lessons|figures/);
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect(stem(page)).not.toHaveText(plain(first.stem));
    await expect(stem(page)).toBeFocused();

    // In the middle of the second: what was chosen is there again, here and elsewhere.
    const second = await shown(page, bank);
    await page.keyboard.press('2');
    await expect(session(page).locator('.quiz-options input').nth(1)).toBeChecked();
    await page.reload();
    expect((await shown(page, bank)).id).toBe(second.id);
    await expect(session(page).locator('.quiz-options input').nth(1)).toBeChecked();
    const other = await context.newPage();
    await other.goto(at('practice/', lang));
    await other.getByRole('link', { name: words.continueGo }).click();
    expect((await shown(other, bank)).id).toBe(second.id);
    await expect(session(other).locator('.quiz-options input').nth(1)).toBeChecked();
    // What the other tab does is seen here.
    await session(other).locator('.quiz-numbers button').nth(2).click();
    await expect(session(page).locator('.quiz-numbers button').nth(2)).toHaveAttribute(
      'aria-current',
      'step',
    );
    await other.close();

    await page.getByRole('button', { name: words.endNow }).click();
    await expect(page.locator('.session-sum')).toHaveAttribute('data-open', '2');
    expect(await logged(page, 'answer')).toMatchObject([
      { question: first.id, lesson: 'kvm', mode: 'practice' },
    ]);
    expect(await logged(page, 'favourite')).toMatchObject([{ question: first.id, on: true }]);
    await page.reload();
    await expect(page.locator('.session-sum')).toHaveAttribute('data-open', '2');
  });

  test(`answers at the end: nothing is told before, all of it after, and the wrong ones again, in ${lang}`, async ({
    page,
  }) => {
    await page.goto(at(`practice/session/?lessons=kvm,xen&${CHOICE}&answers=end&count=4&seed=9`, lang));
    const bank = new Map([
      ...(await questionsOf(page, 'kvm', lang)),
      ...(await questionsOf(page, 'xen', lang)),
    ]);
    const wrong: string[] = [];
    for (const right of [true, false, true]) {
      const question = await shown(page, bank);
      if (!right) wrong.push(question.id);
      await choose(page, question, right);
      await expect(session(page).locator('.quiz-why')).toHaveCount(0);
      await session(page).locator('.quiz-card button[type="submit"]').click();
      await expect(stem(page)).not.toHaveText(plain(question.stem));
    }
    expect(await logged(page, 'answer')).toEqual([]);
    // The last one stays open: asked once more, then handed in all the same.
    await session(page).locator('.quiz-card button[type="submit"]').click();
    await expect(session(page).locator('.session-end p')).toContainText('1');
    await session(page).locator('.session-end .is-primary').click();
    const sum = page.locator('.session-sum');
    await expect(sum).toHaveAttribute('data-right', '2');
    await expect(sum).toHaveAttribute('data-wrong', '1');
    await expect(sum).toHaveAttribute('data-open', '1');
    await expect
      .poll(async () => (await logged(page, 'answer')).map(({ right }) => right))
      .toEqual([true, false, true]);
    const item = page.locator(`[data-question="${wrong[0]}"]`);
    await item.locator('summary').click();
    await expect(item.locator('.explained-why').first()).toBeVisible();
    for (const why of await item.locator('.explained-why').allInnerTexts())
      expect(why.length).toBeGreaterThan(8);
    expect(await barriers(page)).toEqual([]);
    // A reload neither loses the result nor tells the log twice.
    await page.reload();
    await expect(sum).toHaveAttribute('data-right', '2');
    expect(await logged(page, 'answer')).toHaveLength(3);
    await page.getByRole('link', { name: words.wrongAgain }).click();
    await expect(session(page).locator('.quiz-numbers button')).toHaveCount(1);
    expect((await shown(page, bank)).id).toBe(wrong[0]);
  });

  test(`the wrong-answer book fills, counts, and empties, in ${lang}`, async ({ page }) => {
    const bank = await questionsOf(page, 'kvm', lang);
    const question = [...bank.values()].find(({ kind }) => kind === 'single')!;
    await page.goto(at('practice/wrong/', lang));
    await expect(page.locator('.quiz-empty a')).toHaveAttribute('href', /practice\/$/);
    expect(await barriers(page)).toEqual([]);
    await plantEvents(page, [
      answer(question.id, false),
      answer('not-there-any-more', false),
      answer('gen/page-walk/12', false, 'memory'),
      answer('mine', false, 'own'),
      {
        kind: 'prediction',
        figure: 'rings',
        scenario: 'popf.deprivileged.skylake',
        step: 'popf',
        chosen: 'x',
        right: false,
      },
    ]);
    await page.goto(at('practice/wrong/', lang));
    const book = page.locator('[data-wrong-book]');
    await expect(book).toHaveAttribute('data-wrong-book', '5');
    await expect(book.locator('[data-predictions] a')).toHaveAttribute(
      'href',
      /figures\/rings\/\?rings=popf\.deprivileged\.skylake@popf$/,
    );
    for (const name of ['not-there-any-more', 'page-walk', 'mine']) await expect(book).toContainText(name);
    const entry = book.locator(`[data-question="${question.id}"]`);
    await expect(entry.locator('.wrong-stem')).toContainText(plain(question.stem).slice(0, 20));
    await expect(entry.locator('.wrong-missing')).toContainText('2');
    await entry.locator('summary').click();
    await expect(entry.locator('.explained-options > li')).toHaveCount(question.options.length);
    expect(await barriers(page)).toEqual([]);

    const practise = async () => {
      await book.locator('[data-lesson="kvm"] a.button').click();
      await expect(session(page).locator('.quiz-numbers button')).toHaveCount(1);
      await choose(page, await shown(page, bank), true);
      await session(page).locator('.quiz-card button[type="submit"]').click();
      await expect(session(page).locator('.is-right').first()).toBeVisible();
      await page.goto(at('practice/wrong/', lang));
    };
    await practise();
    await expect(entry.locator('.wrong-missing')).toContainText('1');
    // One in a row would have been enough: the whole book is computed anew.
    await page.getByRole('radio', { name: '1', exact: true }).check();
    await expect(book.locator('[data-lesson="kvm"]')).toHaveCount(0);
    await expect(book).toHaveAttribute('data-wrong-book', '4');
    await page.getByRole('radio', { name: '2', exact: true }).check();
    await expect(entry).toBeVisible();
    await practise();
    await expect(book).toHaveAttribute('data-wrong-book', '4');
    await expect(entry).toHaveCount(0);
  });

  test(`an address with slips, and scratch paper that cannot be read, are told and mended, in ${lang}`, async ({
    page,
  }) => {
    await page.goto(at('practice/session/?lessons=kwm&count=2&only=nonsense&seed=4', lang));
    await expect(stem(page)).toBeVisible();
    await expect(page).toHaveURL(/\?lessons=kvm&count=2&seed=4$/);
    await expect(page.locator('.practice-notice li')).toHaveCount(2);
    await expect(page.locator('.practice-notice')).toContainText('kwm');
    await page.goto(at('practice/session/?lessons=kvm&only=favourites', lang));
    await expect(page.locator('.quiz-empty')).toBeVisible();
    expect(await barriers(page)).toEqual([]);
    await page.evaluate(() =>
      localStorage.setItem('ringside:practice-sessions', '{"version":1,"sessions":[7]}'),
    );
    await page.goto(at('practice/', lang));
    await expect(page.getByRole('alert')).toContainText('sessions[0]');
    expect(
      await page.evaluate(() => localStorage.getItem('ringside:practice-sessions-unreadable')),
    ).toContain('7');
  });
}

test('the same link asks the same questions in the same order, and the other language goes on with it', async ({
  page,
  browser,
  baseURL,
}) => {
  const where = `practice/session/?lessons=io&${CHOICE}&count=5&seed=77`;
  await page.goto(where);
  const english = await questionsOf(page, 'io', 'en');
  const first = await shown(page, english);
  await session(page).locator('.quiz-numbers button').nth(3).click();
  await expect(stem(page)).not.toHaveText(plain(first.stem));
  const fourth = await shown(page, english);
  await page.locator('header a[data-language]').click();
  await expect(page).toHaveURL(/zh-cn\/practice\/session\//);
  expect((await shown(page, await questionsOf(page, 'io', 'zh-cn'))).id).toBe(fourth.id);
  const stranger = await (await browser.newContext({ baseURL: baseURL! })).newPage();
  await stranger.goto(where);
  expect((await shown(stranger, english)).id).toBe(first.id);
  await stranger.context().close();
});

test('a session that is discarded is no longer offered', async ({ page }) => {
  await page.goto('practice/session/?lessons=io&count=5&seed=1');
  await expect(stem(page)).toBeVisible();
  await session(page).locator('.quiz-numbers button').nth(2).click();
  await page.goto('practice/');
  await expect(page.locator('.practice-continue li')).toHaveCount(1);
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: WORDS.en.forget }).click();
  await expect(page.locator('.practice-continue')).toHaveCount(0);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test('everything to touch is at least 44 pixels high, and a session is answered by taps', async ({
    page,
  }) => {
    await page.goto('practice/');
    await expect(page.locator('[data-matches]')).toBeVisible();
    await page
      .locator('.chips label', { has: page.locator('[value="kvm"]') })
      .first()
      .tap();
    const low = await page
      .locator('.practice-live :is(button, a, .chips label)')
      .evaluateAll((all) =>
        all.filter((one) => one.getBoundingClientRect().height < 43.5).map((one) => one.outerHTML),
      );
    expect(low).toEqual([]);
    await page.getByRole('link', { name: WORDS.en.start, exact: true }).tap();
    await expect(stem(page)).toBeVisible();
    await session(page).locator('.favourite-star').tap();
    await expect(session(page).locator('.favourite-star')).toHaveAttribute('aria-pressed', 'true');
    const small = await page
      .locator('.practice-live :is(button, a)')
      .evaluateAll((all) =>
        all.filter((one) => one.getBoundingClientRect().height < 43.5).map((one) => one.outerHTML),
      );
    expect(small).toEqual([]);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const place of ['practice/', 'practice/session/', 'practice/wrong/'])
    test(`/${place} says what it needs and leads on`, async ({ page }) => {
      await page.goto(place);
      await expect(page.locator('.practice noscript p')).toContainText('JavaScript');
      await expect(page.locator('main a[href$="practice/kvm/"]')).toBeVisible();
    });
});
