/** Why: what was learnt is asked again in time: by keyboard, with a way back, across midnight and time zones, and nothing is lost. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { logged, plantEvents, type Planted } from './planted-log';
import { at, LANGS } from './site';
import { syllabus } from './syllabus';
import { expect, tabTo, test } from './test';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** 18:00 in Shanghai. */
const NOW = Date.UTC(2026, 5, 10, 10);

const WORDS = {
  en: {
    start: 'Start review',
    end: 'End session',
    undo: /^Undo/,
    wait: /\d (min|d|mo|y)$/,
    over: 'Done for now',
  },
  'zh-cn': {
    start: '开始复习',
    end: '结束复习',
    undo: /^撤销/,
    wait: /\d (分钟|天|个月|年)$/,
    over: '本次复习结束',
  },
} as const;

const review = (card: string, grade: number, at: number): Planted => ({ kind: 'review', card, grade, at });
const setting = (name: string, value: unknown): Planted => ({
  kind: 'setting',
  name,
  value,
  at: NOW - 60 * DAY,
});

/** The number of cards due, new or soon, as the page says it. */
const count = (page: Page, what: 'due' | 'fresh' | 'soon') => page.locator(`[data-count="${what}"] dd`);

/** Lets the page look at the clock again, as it does when somebody comes back to it. */
async function lookAt(page: Page, now: number): Promise<void> {
  await page.clock.setFixedTime(now);
  await page.evaluate(() => dispatchEvent(new Event('focus')));
}

/** Shows the answer of the card that has the focus, by keyboard. */
async function turnOver(page: Page): Promise<void> {
  await expect(page.locator('.quiz-stem')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.locator('.review-grades')).toBeVisible();
}

test.use({ timezoneId: 'Asia/Shanghai' });

for (const lang of LANGS)
  test(`a session by keyboard: questions are answered, terms turned over, all graded, in ${lang}`, async ({
    page,
  }) => {
    const words = WORDS[lang];
    await page.clock.setFixedTime(NOW);
    const lesson = (await syllabus(page)).find(({ id }) => id === 'kvm')!;
    const [first, second] = lesson.questions;
    const [term] = lesson.terms;
    const cards = [`question/${first?.id}`, `question/${second?.id}`, `term/${term}`];
    await plantEvents(page, cards.map((card, i) => review(card, 3, NOW - (10 - i) * DAY))); // prettier-ignore
    await page.goto(at('review/', lang));
    await expect(count(page, 'due')).toHaveText('3');

    await tabTo(page, page.getByRole('button', { name: words.start }));
    await page.keyboard.press('Enter');
    const asked: string[] = [];
    for (let i = 0; i < 3; i++) {
      const stem = page.locator('.quiz-stem');
      await expect(stem).toBeFocused();
      const card = (await page.locator('[data-asking]').getAttribute('data-asking')) ?? '';
      asked.push(card);
      await expect(page.locator('.review-grades')).toHaveCount(0);
      if (card.startsWith('question/')) {
        const single = page.locator('.quiz-options input').first();
        await page.keyboard.press('1');
        await expect(single).toBeChecked();
        await page.keyboard.press('Enter');
        await expect(page.locator('.quiz-why').first()).toBeVisible();
        const right = (await page.locator('.quiz-verdict .is-right').count()) === 1;
        await expect(page.locator('.is-suggested')).toHaveAttribute('data-grade', right ? '3' : '1');
        await expect(page.locator('.is-suggested')).toBeFocused();
      } else await turnOver(page);
      for (const wait of await page.locator('.review-grades small').allInnerTexts())
        expect(wait).toMatch(words.wait);
      await page.keyboard.press(i === 0 ? '4' : '3');
    }
    expect(asked).toEqual(cards);
    await expect(page.getByRole('heading', { name: words.over })).toBeFocused();
    await expect(count(page, 'due')).toHaveText('0');
    expect((await logged(page, 'answer')).map(({ mode }) => mode)).toEqual(['review', 'review']);

    await page.reload();
    await expect(count(page, 'due')).toHaveText('0');
    await expect(page.locator('.review-nothing')).toContainText(/\d/);
    const given = (await logged(page, 'review')).slice(3);
    expect(given.map(({ card, grade }) => [card, grade])).toEqual(
      cards.map((card, i) => [card, i === 0 ? 4 : 3]),
    );
    // All three come back within the year, and the forecast holds those of the next days.
    await page.locator('.review-desk details summary').first().click();
    await expect(page.locator('.review-desk details table tbody tr')).toHaveCount(30);
  });

test('a grade can be taken back until the next one; then it is in the log, once', async ({ page }) => {
  await page.clock.setFixedTime(NOW);
  await plantEvents(page, [
    review('term/vm-exit', 3, NOW - 9 * DAY),
    review('term/hypervisor', 3, NOW - 8 * DAY),
  ]);
  await page.goto('review/');
  await page.getByRole('button', { name: WORDS.en.start }).click();
  await turnOver(page);
  await page.keyboard.press('1');
  await expect(page.locator('[data-asking]')).toHaveAttribute('data-asking', 'term/hypervisor');
  expect(await logged(page, 'review')).toHaveLength(2);

  await expect(page.locator('.quiz-stem')).toBeFocused();
  await page.keyboard.press('u');
  await expect(page.locator('[data-asking]')).toHaveAttribute('data-asking', 'term/vm-exit');
  await expect(page.locator('.review-status')).not.toBeEmpty();
  await expect(page.locator('[data-grade="3"]')).toBeFocused();
  await page.keyboard.press('4');
  await turnOver(page);
  await page.keyboard.press('2');
  await expect.poll(async () => (await logged(page, 'review')).length).toBe(3);
  expect((await logged(page, 'review')).at(-1)).toMatchObject({ card: 'term/vm-exit', grade: 4 });

  // The last grade still waits; who leaves the page keeps it.
  await expect(page.getByRole('button', { name: WORDS.en.undo })).toBeVisible();
  await page.goto('progress/');
  await expect(page.locator('.mastery-tile').first()).toBeVisible();
  await expect.poll(async () => (await logged(page, 'review')).length).toBe(4);
  expect((await logged(page, 'review')).at(-1)).toMatchObject({ card: 'term/hypervisor', grade: 2 });
});

test('a forgotten card comes back in the same session, and practice of one day changes no date', async ({
  page,
}) => {
  await page.clock.setFixedTime(NOW);
  await plantEvents(page, [review('term/vm-exit', 3, NOW - 9 * DAY)]);
  await page.goto('review/');
  await page.getByRole('button', { name: WORDS.en.start }).click();
  await turnOver(page);
  await expect(page.locator('[data-grade="1"] small')).toHaveText('10 min');
  await page.keyboard.press('1');
  await turnOver(page);
  const waits = await page.locator('.review-grades small').allInnerTexts();
  // What was forgotten a moment ago is no better known for being repeated: the same date for any success.
  expect(new Set(waits.slice(1)).size).toBe(1);
  await page.keyboard.press('3');
  await expect(page.getByRole('heading', { name: WORDS.en.over })).toBeVisible();
});

test('a day ends at four in the morning: cards and the limit of new ones', async ({ page }) => {
  const evening = Date.UTC(2026, 5, 10, 15, 40); // 23:40 in Shanghai
  await page.clock.setFixedTime(evening + 10 * 60_000);
  const lesson = (await syllabus(page)).find(({ id }) => id === 'kvm')!;
  const begun = lesson.questions.slice(0, 10).map(({ id }, i) => review(`question/${id}`, 3, evening + i));
  await plantEvents(page, [setting('review.questions/kvm', true), ...begun]);
  await page.goto('review/');
  await expect(count(page, 'due')).toHaveText('0');
  await expect(count(page, 'fresh')).toHaveText('0');
  await lookAt(page, evening + 30 * 60_000); // ten past midnight
  await expect(count(page, 'fresh')).toHaveText('0');
  const four = Date.UTC(2026, 5, 10, 20);
  await lookAt(page, four - 1);
  await expect(count(page, 'fresh')).toHaveText('0');
  await lookAt(page, four);
  await expect(count(page, 'fresh')).toHaveText('10');
  await lookAt(page, four + DAY - 1);
  await expect(count(page, 'due')).toHaveText('0');
  await lookAt(page, four + DAY);
  await expect(count(page, 'due')).toHaveText('10');
});

test.describe('on a journey', () => {
  test.use({ timezoneId: 'America/New_York' });
  test('the day is that of the place where the learner is', async ({ page }) => {
    // Reviewed at 23:40 in Shanghai, which is 11:40 in New York: due two days later at four, there.
    const reviewed = Date.UTC(2026, 5, 10, 15, 40);
    const fourInShanghai = Date.UTC(2026, 5, 11, 20);
    const fourInNewYork = Date.UTC(2026, 5, 12, 8);
    await page.clock.setFixedTime(fourInShanghai);
    await plantEvents(page, [review('term/vm-exit', 3, reviewed)]);
    await page.goto('review/');
    await expect(count(page, 'due')).toHaveText('0');
    await lookAt(page, fourInNewYork - 1);
    await expect(count(page, 'due')).toHaveText('0');
    await lookAt(page, fourInNewYork);
    await expect(count(page, 'due')).toHaveText('1');
  });
});

test('the device is carried to another zone while the page is open', async ({ page }) => {
  const fourInShanghai = Date.UTC(2026, 5, 11, 20);
  await page.clock.setFixedTime(fourInShanghai);
  await plantEvents(page, [review('term/vm-exit', 3, Date.UTC(2026, 5, 10, 15, 40))]);
  await page.goto('review/');
  await expect(count(page, 'due')).toHaveText('1');
  // What a browser says after the system's zone has changed: New York, four hours behind UTC.
  await page.evaluate(() => {
    Date.prototype.getTimezoneOffset = () => 240;
  });
  await lookAt(page, fourInShanghai + 1000);
  await expect(count(page, 'due')).toHaveText('0');
});

test('settings and lessons put in by hand are kept, and change what is asked', async ({ page }) => {
  await page.clock.setFixedTime(NOW);
  await plantEvents(page, [review('term/vm-exit', 3, NOW - 9 * DAY)]);
  const waits = async () => {
    await page.getByRole('button', { name: WORDS.en.start }).click();
    await turnOver(page);
    return page.locator('[data-grade="3"] small').innerText();
  };
  await page.goto('review/');
  const usual = Number.parseInt(await waits());
  await page.getByRole('button', { name: WORDS.en.end }).click();
  await page.locator('select[name="retention"]').selectOption('97');
  const row = page.locator('.review-deck tr[data-lesson="io"]');
  await row.locator('input').last().click();
  await expect(row.locator('input').last()).toBeChecked();
  await expect(count(page, 'fresh')).toHaveText('10');
  await page.locator('select[name="new-per-day"]').selectOption('5');
  await expect(count(page, 'fresh')).toHaveText('5');

  await page.reload();
  await expect(page.locator('select[name="retention"]')).toHaveValue('97');
  await expect(row.locator('input').last()).toBeChecked();
  await expect(count(page, 'fresh')).toHaveText('5');
  await expect(count(page, 'due')).toHaveText('1');
  expect(Number.parseInt(await waits())).toBeLessThan(usual);
  // Two entries of one moment have no before and after.
  await page.clock.setFixedTime(NOW + HOUR);
  await page.goto('review/');
  await row.locator('input').last().click();
  await expect(count(page, 'fresh')).toHaveText('0');
});

test('cards of an older edition are told and kept; a lesson that does not load can be asked again', async ({
  page,
  guard,
}) => {
  await page.clock.setFixedTime(NOW);
  const lesson = (await syllabus(page)).find(({ id }) => id === 'kvm')!;
  await plantEvents(page, [
    review('question/of-an-older-edition', 2, NOW - 9 * DAY),
    review(`question/${lesson.questions[0]?.id}`, 3, NOW - 9 * DAY),
  ]);
  guard.allowed.push(/ERR_FAILED|Failed to load resource/);
  await page.route('**/data/questions/kvm.en.json', (route) => route.abort());
  await page.goto('review/');
  await expect(count(page, 'due')).toHaveText('1');
  await expect(page.locator('[data-strangers]')).toContainText('1');
  await page.getByRole('button', { name: WORDS.en.start }).click();
  await expect(page.getByText('could not be loaded')).toBeVisible();
  await page.unroute('**/data/questions/kvm.en.json');
  await page.getByRole('button', { name: 'Load again' }).click();
  await expect(page.locator('.quiz-stem')).toBeFocused();
  expect(await logged(page, 'review')).toHaveLength(2);
});

test('before the first answer the page says how cards come about', async ({ page }) => {
  await page.goto('review/');
  await expect(page.locator('.review-today')).toContainText('You have no cards yet.');
  await expect(page.getByRole('button', { name: WORDS.en.start })).toHaveCount(0);
});

for (const lang of LANGS)
  test(`mastery is drawn, said and listed, and what to study next leads there, in ${lang}`, async ({
    page,
  }) => {
    await page.clock.setFixedTime(NOW);
    const lessons = await syllabus(page);
    const kvm = lessons.find(({ id }) => id === 'kvm')!;
    const io = lessons.find(({ id }) => id === 'io')!;
    const answer = (lesson: string, question: string, right: boolean, at: number): Planted => ({
      kind: 'answer',
      lesson,
      question,
      chosen: ['a'],
      right,
      mode: 'practice',
      at,
    });
    await plantEvents(page, [
      ...kvm.questions.flatMap(({ id }, i) =>
        [1, 2, 3].map((n) => answer('kvm', id, true, NOW - HOUR + 10 * i + n)),
      ),
      ...io.questions.slice(0, 4).map(({ id }, i) => answer('io', id, false, NOW - HOUR / 2 + i)),
    ]);
    await page.goto(at('progress/', lang));
    const tile = (lesson: string) => page.locator(`[data-mastery="${lesson}"]`);
    // Three right answers in a row, an hour ago: 3 / 3.5.
    await expect(tile('kvm')).toContainText(lang === 'en' ? '85% · firm' : '85% · 已掌握');
    await expect(tile('io')).toContainText(
      lang === 'en' ? '0% · begun · few answers' : '0% · 刚起步 · 做题较少',
    );
    await expect(tile('memory')).toContainText(lang === 'en' ? 'no answers yet' : '还没做题');
    const next = page.locator('[data-suggestion]');
    await expect(next).toHaveCount(3);
    await expect(page.locator('[data-suggestion="due"]')).toContainText('10');
    await expect(page.locator('[data-suggestion="misses"]')).toContainText('4');
    for (const link of await next.locator('a').all()) {
      const target = new URL((await link.getAttribute('href')) ?? '', page.url());
      expect((await page.request.get(target.href)).status(), target.href).toBe(200);
    }
    const section = page.locator('section[aria-labelledby="mastery"]');
    await section.locator('summary').first().click();
    const row = section.locator('table').first().locator('tbody tr').filter({ hasText: 'KVM' }).first();
    await expect(row).toContainText(lang === 'en' ? '85% · firm' : '85% · 已掌握');
    await expect(page.locator('.review-link')).toHaveAttribute('data-waiting', '10');
    await tabTo(page, tile('kvm'), 100);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/practice\/kvm\/$/);
  });

for (const lang of LANGS)
  test(`every state of a review is accessible in both themes and fits a phone, in ${lang}`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const words = WORDS[lang];
    await page.clock.setFixedTime(NOW);
    const lesson = (await syllabus(page)).find(({ id }) => id === 'kvm')!;
    await plantEvents(page, [
      setting('review.questions/kvm', true),
      setting('review.terms/io', true),
      ...lesson.questions.map(({ id }, i) => review(`question/${id}`, 1 + (i % 4), NOW - (40 - i) * DAY)),
      review('term/vm-exit', 3, NOW - 60 * DAY),
    ]);
    const sound = async (state: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const { violations } = await new AxeBuilder({ page }).analyze();
        const told = violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target }) => `${id} at ${target.join(' ')}`),
        );
        expect.soft(told, `${state}, ${colorScheme}`).toEqual([]);
      }
      for (const width of [320, 768, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth); // prettier-ignore
        expect.soft(over, `${state} at ${width}`).toBe(0);
      }
      await page.setViewportSize({ width: 320, height: 640 });
      const small = await page.locator('.review-live').evaluate((root) =>
        [...root.querySelectorAll('button, select, summary, label')].flatMap((element) => {
          const { width, height } = element.getBoundingClientRect();
          return width > 0 && (height < 44 || width < 44)
            ? [`${element.outerHTML.slice(0, 60)} ${width}x${height}`]
            : [];
        }),
      );
      expect.soft(small, `${state}: what a finger misses`).toEqual([]);
    };
    await page.goto(at('review/', lang));
    await page.locator('.review-desk details summary').first().click();
    await sound('before');
    await page.getByRole('button', { name: words.start }).click();
    await expect(page.locator('.quiz-stem')).toBeFocused();
    await sound('term asked');
    await page.locator('.quiz-stem').focus();
    await page.keyboard.press('Space');
    await sound('term shown');
    await page.locator('[data-grade="3"]').click();
    await expect(page.locator('.quiz-options')).toBeVisible();
    await sound('question asked');
    await page.locator('.quiz-options input').first().click();
    await page.locator('.quiz-actions .is-primary').click();
    await expect(page.locator('.is-suggested')).toBeVisible();
    await sound('question shown');
    await page.locator('[data-grade="1"]').click();
    await page.getByRole('button', { name: words.end }).click();
    await expect(page.getByRole('heading', { name: words.over })).toBeVisible();
    await sound('over');
  });

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  for (const lang of LANGS)
    test(`the page says what needs it, and leads on, in ${lang}`, async ({ page }) => {
      await page.goto(at('review/', lang));
      const paper = page.locator('main noscript');
      await expect(paper.locator('p').first()).toBeVisible();
      await expect(page.locator('main .review-live')).toBeHidden();
      for (const place of ['practice/', 'glossary/'])
        await expect(paper.locator(`a[href$="/${at(place, lang)}"]`)).toBeVisible();
    });
});
