/**
 * Why: a candidate's whole way, in one browser and one log: practise, miss, find it in the wrong-answer book, sit an
 * exam that survives a reload and a wrong clock, see the result, review what is due, and take all of it to another
 * machine. The parts are tested one by one elsewhere; here they must meet.
 */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { logged } from './planted-log';
import { at, LANGS } from './site';
import { expect, test } from './test';

const WORDS = {
  en: {
    start: 'Start the exam',
    handIn: 'Hand in',
    review: 'Start review',
    export: 'Export to a file',
  },
  'zh-cn': { start: '开始考试', handIn: '交卷', review: '开始复习', export: '导出为文件' },
} as const;
const START = new Date('2026-03-01T09:00:00');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

interface Key {
  readonly id: string;
  readonly kind: string;
  readonly lesson: string;
  readonly options: readonly { readonly id: string }[];
  readonly answer: readonly string[];
}

/** The right answers, from the file that the exam page itself reads. */
async function keys(page: Page): Promise<Map<string, Key>> {
  const course = (await (await page.request.get('data/exam/en.json')).json()) as { bank: Key[] };
  return new Map(course.bank.map((entry) => [entry.id, entry]));
}

/** Chooses in the card shown, right or wrong. */
async function choose(page: Page, within: string, { options, answer }: Key, right: boolean): Promise<void> {
  const wrong = options.map(({ id }) => id).filter((id) => !answer.includes(id));
  for (const id of right ? answer : wrong.slice(0, 1))
    await page.locator(`${within} .quiz-options input[value="${id}"]`).check();
}

/** Seconds left on the exam's clock. */
async function secondsLeft(page: Page): Promise<number> {
  const [s = 0, m = 0, h = 0] = (await page.getByRole('timer').locator('b').innerText())
    .split(':')
    .map(Number)
    .reverse();
  return (h * 60 + m) * 60 + s;
}

const bookSize = async (page: Page) =>
  Number(await page.locator('[data-wrong-book]').getAttribute('data-wrong-book'));

for (const lang of LANGS)
  test(`practise, miss, find it again, sit an exam, review what is due, move house, in ${lang}`, async ({
    page,
    browser,
    baseURL,
  }, info) => {
    test.slow();
    const words = WORDS[lang];
    await page.clock.install({ time: START });
    const known = await keys(page);

    // Practise two questions of one lesson: the first is missed.
    await page.goto(at('practice/session/?lessons=xen&kinds=single&count=2&seed=5', lang));
    const session = page.locator('[data-session]');
    const practised: string[] = [];
    await expect(session.locator('.favourite-star')).toBeEnabled();
    await session.locator('.favourite-star').click();
    for (const right of [false, true]) {
      await expect(session.locator('.quiz-stem')).toBeVisible();
      const chosen = await session
        .locator('.quiz-options input')
        .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
      const id = new URL(page.url()).searchParams.get('q') ?? (await shownId(page, lang, chosen));
      practised.push(id);
      await choose(page, '[data-session]', known.get(id)!, right);
      await session.locator('.quiz-card button[type="submit"]').click();
      await expect(
        session.locator(right ? '.quiz-verdict .is-right' : '.quiz-verdict .is-wrong'),
      ).toBeVisible();
      if (!right) await session.locator('.quiz-onward .is-primary').click();
    }

    // The miss, and only the miss, is in the wrong-answer book.
    await page.goto(at('practice/wrong/', lang));
    await expect(page.locator('[data-wrong-book]')).toHaveAttribute('data-wrong-book', '1');
    await expect(page.locator(`[data-question="${practised[0]}"]`)).toBeVisible();
    await page.getByRole('radio', { name: '3', exact: true }).check();

    // 50 questions, every third one wrong; a reload, a leap of ten minutes, and a clock set back five hours.
    await page.goto(at('exam/?preset=aca-v1.1-2019&seed=48213', lang));
    await page.getByRole('button', { name: words.start }).click();
    const card = page.locator('.exam-card');
    const missed = new Set([practised[0]!]);
    for (let n = 1; n <= 50; n++) {
      if (n > 1) {
        const nth = page.locator('.exam-grid button').nth(n - 1);
        await nth.click();
        await expect(page).toHaveURL(new RegExp(`[?&]n=${n}$`));
      }
      await expect(card).toHaveAttribute('data-question', /.+/);
      const key = known.get((await card.getAttribute('data-question'))!)!;
      await choose(page, '.exam-card', key, n % 3 !== 0);
      if (n % 3 === 0) missed.add(key.id);
      if (n === 20) {
        await page.reload();
        await expect(card).toHaveAttribute('data-question', key.id);
      }
      if (n === 30) {
        const before = await secondsLeft(page);
        await page.clock.fastForward(10 * MINUTE);
        await expect.poll(() => secondsLeft(page)).toBeLessThanOrEqual(before - 600);
        const after = await secondsLeft(page);
        await page.clock.setSystemTime(new Date(START.getTime() - 300 * MINUTE));
        await page.clock.runFor(2000);
        expect(await secondsLeft(page)).toBeLessThan(after);
      }
    }
    await page.locator('.exam-bar').getByRole('button', { name: words.handIn }).click();
    await page.getByRole('dialog').getByRole('button', { name: words.handIn }).click();
    await expect(page.locator('.exam-verdict b')).toHaveText('68%');
    await expect(page.locator('.exam-review > [data-standing="isWrong"]')).toHaveCount(16);

    // What the exam missed is in the book too, each once.
    await page.goto(at('practice/wrong/', lang));
    await expect.poll(() => bookSize(page)).toBe(missed.size);

    // The next day: ten new cards may come; one is answered and graded, nine are left.
    await page.clock.setSystemTime(new Date(START.getTime() + DAY));
    await page.goto(at('review/', lang));
    await expect(page.locator('[data-count="fresh"] dd')).toHaveText('10');
    await page.getByRole('button', { name: words.review }).click();
    const asked = await page.locator('[data-asking]').getAttribute('data-asking');
    const first = known.get(asked!.replace('question/', ''))!;
    await expect(page.locator('.quiz-options').first()).toBeVisible();
    await choose(page, '[data-asking]', first, true);
    await page.locator('.quiz-card button[type="submit"]').click();
    await page.locator('.review-grades [data-grade="3"]').click();
    await page.goto(at('review/', lang));
    await expect(page.locator('[data-count="fresh"] dd')).toHaveText('9');
    expect((await logged(page, 'review')).map(({ card: name, grade }) => [name, grade])).toEqual([
      [asked, 3],
    ]);

    // Another machine: one file brings the book, the exam and the schedule along.
    await page.goto(at('practice/wrong/', lang));
    await expect(page.locator('[data-wrong-book]')).toBeVisible();
    const book = await bookSize(page);
    await page.goto(at('progress/', lang));
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: words.export }).first().click();
    const file = info.outputPath('progress.json');
    await (await downloading).saveAs(file);
    const house = await browser.newContext({ baseURL: baseURL!, locale: lang === 'en' ? 'en-US' : 'zh-CN' });
    const there = await house.newPage();
    await there.clock.install({ time: new Date(START.getTime() + DAY + MINUTE) });
    await there.goto(at('progress/', lang));
    await there.locator('input[type="file"]').setInputFiles(file);
    await expect(there.locator('.progress-result')).toContainText('progress.json');
    // Nothing lost, nothing added: the file of the one profile is what the other would write.
    const saved = JSON.parse(readFileSync(file, 'utf8')) as { events: { kind: string }[] };
    const kinds = [...new Set(saved.events.map(({ kind }) => kind))];
    for (const kind of ['answer', 'exam-start', 'exam-answer', 'exam-end', 'review', 'favourite', 'setting'])
      expect(kinds).toContain(kind);
    for (const kind of kinds) expect(await logged(there, kind), kind).toEqual(await logged(page, kind));
    await there.goto(at('practice/wrong/', lang));
    await expect.poll(() => bookSize(there)).toBe(book);
    await there.goto(at('exam/', lang));
    await expect(there.locator('.exam-history tbody tr')).toHaveCount(1);
    await there.goto(at('review/', lang));
    await expect(there.locator('[data-count="fresh"] dd')).toHaveText('9');
    await house.close();
  });

/** The id of the question of Xen that offers exactly these options under the stem shown. */
async function shownId(page: Page, lang: string, options: readonly string[]): Promise<string> {
  const list = (await (await page.request.get(`data/questions/xen.${lang}.json`)).json()) as {
    id: string;
    stem: string;
    options: { id: string }[];
  }[];
  const plain = (text: string) =>
    text
      .replace(/\*\*|`/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  const stem = plain(await page.locator('[data-session] .quiz-stem').innerText());
  const found = list.find((entry) => plain(entry.stem) === stem);
  expect(found?.options.map(({ id }) => id).toSorted()).toEqual([...options].toSorted());
  return found!.id;
}
