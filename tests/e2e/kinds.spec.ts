/** Why: an order, a matching and a place in a picture are answered right and wrong by hand and by keyboard alone, told part by part, and kept. */
import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { at, dist, LANGS, type Lang } from './site';
import { expect, tabTo, test } from './test';

interface Question {
  readonly id: string;
  readonly kind: string;
  readonly options: readonly { readonly id: string; readonly text: string; readonly why: string }[];
  readonly choices?: readonly { readonly id: string }[];
  readonly answer: readonly string[];
}

/** Lessons that have a question of each of the new kinds. */
const LESSONS = ['cpu-rings', 'kvm', 'io'] as const;
const VERDICT = {
  en: { right: 'Right.', placeFirst: 'Place all {n} first.', matchFirst: 'Give all {n} a match first.' },
  'zh-cn': {
    right: '回答正确。',
    placeFirst: '请先排完全部 {n} 项。',
    matchFirst: '请先为全部 {n} 项选好匹配。',
  },
} as const;

/** The first question of a kind, as the page gets it. */
function questionOf(lesson: string, kind: string, lang: Lang): Question {
  const file = path.join(dist, `data/questions/${lesson}.${lang}.json`);
  const all = JSON.parse(readFileSync(file, 'utf8')) as Question[];
  const found = all.find((question) => question.kind === kind);
  if (!found) throw new Error(`${file} has no question of kind ${kind}`);
  return found;
}

/** The question on its page, drawn. */
async function open(page: Page, place: string, lang: Lang, { id }: Question): Promise<Locator> {
  await page.goto(`${at(place, lang)}?q=${id}`);
  const quiz = page.locator('[data-quiz]');
  await quiz.scrollIntoViewIfNeeded();
  await expect(quiz.locator('.quiz-option').first()).toBeVisible();
  return quiz;
}

const submit = (quiz: Locator) => quiz.locator('.quiz-card button[type="submit"]');
const verdict = (quiz: Locator) => quiz.locator('.quiz-verdict p');

/** Brings the focus into the question by Tab; from there the number keys work. */
async function toFirst(page: Page, quiz: Locator): Promise<void> {
  await tabTo(page, quiz.locator('.quiz-card :is(input, select)').first(), 400);
}

/** Nothing stands in anybody's way, in either theme. */
async function clean(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).include('[data-quiz]').analyze();
    const told = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join('; ')}`,
    );
    expect(told, colorScheme).toEqual([]);
  }
}

/** Each part is told, with its reason. */
async function told(quiz: Locator, { options }: Question): Promise<void> {
  await expect(quiz.locator('.quiz-why')).toHaveCount(options.length);
  for (const { why } of options) {
    const plain = why.replace(/\*\*|`/g, '');
    await expect(quiz.locator('.quiz-why', { hasText: plain })).toHaveCount(1);
  }
}

for (const lang of LANGS) {
  for (const lesson of LESSONS) {
    test(`${lesson}: an order is made, corrected and told, in ${lang}`, async ({ page }) => {
      const question = questionOf(lesson, 'ordering', lang);
      const { answer, options } = question;
      const count = answer.length;
      const quiz = await open(page, `practice/${lesson}/`, lang, question);
      const row = (id: string) => quiz.locator('.quiz-step', { has: page.locator(`input[value="${id}"]`) });
      const place = (id: string) => row(id).locator('.quiz-place');
      await clean(page);

      // By mouse: the first two the wrong way round; unfinished, it asks for the rest.
      const [first = '', second = '', ...rest] = answer;
      await row(second).locator('label').click();
      await submit(quiz).click();
      await expect(verdict(quiz)).toHaveText(VERDICT[lang].placeFirst.replace('{n}', String(count)));
      for (const id of [first, ...rest]) await row(id).locator('label').click();
      await expect(place(second)).toHaveText('1');
      await expect(place(answer.at(-1) ?? '')).toHaveText(String(count));
      await clean(page);
      await submit(quiz).click();
      await expect(verdict(quiz)).toContainText(String(count - 2));
      await expect(quiz.locator('.quiz-told-list > li.is-mistaken')).toHaveCount(2);
      await expect(quiz.locator('.quiz-told-list > li.is-hit')).toHaveCount(count - 2);
      await told(quiz, question);
      await clean(page);

      // By keyboard: number keys place, an arrow puts the last two right, Enter answers.
      await tabTo(page, quiz.locator('.quiz-actions button').nth(1), 400);
      await page.keyboard.press('Enter');
      await toFirst(page, quiz);
      const swapped = [...answer.slice(0, -2), answer.at(-1) ?? '', answer.at(-2) ?? ''];
      for (const id of swapped)
        await page.keyboard.press(String(options.findIndex((option) => option.id === id) + 1));
      await expect(row(answer.at(-2) ?? '').locator('input')).toBeFocused();
      await expect(place(answer.at(-2) ?? '')).toHaveText(String(count));
      await page.keyboard.press('ArrowUp');
      await expect(place(answer.at(-2) ?? '')).toHaveText(String(count - 1));
      const name = lang === 'en' ? `of ${count}` : `共 ${count} 位`;
      await expect(row(answer.at(-2) ?? '').getByRole('checkbox')).toHaveAccessibleName(new RegExp(name));
      await page.keyboard.press('Enter');
      await expect(verdict(quiz)).toHaveText(VERDICT[lang].right);
      await expect(quiz.locator('.quiz-told-list > li.is-hit')).toHaveCount(count);
    });

    test(`${lesson}: pairs are matched, by mouse and by keyboard, and told, in ${lang}`, async ({ page }) => {
      const question = questionOf(lesson, 'matching', lang);
      const { answer, choices = [] } = question;
      const pairs = answer.map((pair) => pair.split(':') as [string, string]);
      const quiz = await open(page, `practice/${lesson}/`, lang, question);
      const list = (term: string) => quiz.locator(`select[data-option="${term}"]`);
      await clean(page);

      // All the same meaning: one is right.
      const same = pairs[0]?.[1] ?? '';
      await list(pairs[0]?.[0] ?? '').selectOption(same);
      await submit(quiz).click();
      await expect(verdict(quiz)).toHaveText(VERDICT[lang].matchFirst.replace('{n}', String(pairs.length)));
      for (const [term] of pairs) await list(term).selectOption(same);
      await submit(quiz).click();
      await expect(verdict(quiz)).toContainText(String(pairs.length));
      await expect(quiz.locator('.quiz-pair.is-hit')).toHaveCount(1);
      await expect(quiz.locator('.quiz-pair.is-mistaken')).toHaveCount(pairs.length - 1);
      await told(quiz, question);
      await clean(page);

      // By keyboard: the number of the line, then the letter of the meaning.
      await tabTo(page, quiz.locator('.quiz-actions button').nth(1), 400);
      await page.keyboard.press('Enter');
      await toFirst(page, quiz);
      for (const [term, meaning] of pairs) {
        const number = question.options.findIndex((option) => option.id === term) + 1;
        await page.keyboard.press(String(number));
        await expect(list(term)).toBeFocused();
        await page.keyboard.press(String.fromCharCode(65 + choices.findIndex(({ id }) => id === meaning)));
        await expect(list(term)).toHaveValue(meaning);
      }
      await tabTo(page, submit(quiz), 20);
      await page.keyboard.press('Enter');
      await expect(verdict(quiz)).toHaveText(VERDICT[lang].right);
      await expect(quiz.locator('.quiz-pair.is-hit')).toHaveCount(pairs.length);
    });

    test(`${lesson}: a place is pointed at in the picture, or chosen by keyboard, in ${lang}`, async ({
      page,
    }) => {
      const question = questionOf(lesson, 'point', lang);
      const { answer, options } = question;
      const [right = ''] = answer;
      const wrong = options.find(({ id }) => id !== right)?.id ?? '';
      const quiz = await open(page, `practice/${lesson}/`, lang, question);
      const badge = (id: string) => quiz.locator(`.quiz-badge[data-option="${id}"]`);
      await expect(quiz.locator('.quiz-badge')).toHaveCount(options.length);
      for (const [i, { id }] of options.entries()) {
        await expect(badge(id)).toHaveText(String(i + 1));
        // The number lies on the very place that it names: what is there in the figure is this node.
        const node = await badge(id).evaluate((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          const under = document.elementsFromPoint(x + width / 2, y + height / 2);
          return under.map((each) => each.closest('[data-node]')?.getAttribute('data-node') ?? '');
        });
        expect(node).toContain(id);
      }
      await clean(page);

      await badge(wrong).click();
      await expect(quiz.locator(`input[value="${wrong}"]`)).toBeChecked();
      await expect(badge(wrong)).toHaveClass(/is-chosen/);
      await submit(quiz).click();
      await expect(badge(wrong)).toHaveClass(/is-mistaken/);
      await expect(badge(right)).toHaveClass(/is-missed/);
      await told(quiz, question);
      await clean(page);
      await badge(right).click({ force: true });
      await expect(quiz.locator(`input[value="${right}"]`)).not.toBeChecked();

      await tabTo(page, quiz.locator('.quiz-actions button').nth(1), 400);
      await page.keyboard.press('Enter');
      await toFirst(page, quiz);
      await page.keyboard.press(String(options.findIndex(({ id }) => id === right) + 1));
      await expect(badge(right)).toHaveClass(/is-chosen/);
      await page.keyboard.press('Enter');
      await expect(verdict(quiz)).toHaveText(VERDICT[lang].right);
      await expect(badge(right)).toHaveClass(/is-hit/);
    });
  }

  test(`in the lesson each kind keeps what was answered, in ${lang}`, async ({ page }) => {
    const lesson = 'cpu-rings';
    const order = questionOf(lesson, 'ordering', lang);
    let quiz = await open(page, `lessons/${lesson}/`, lang, order);
    for (const id of order.answer) await quiz.locator(`input[value="${id}"]`).check({ force: true });
    await submit(quiz).click();
    await expect(verdict(quiz)).toHaveText(VERDICT[lang].right);
    const match = questionOf(lesson, 'matching', lang);
    quiz = await open(page, `lessons/${lesson}/`, lang, match);
    const meaning = match.choices?.[0]?.id ?? '';
    for (const { id } of match.options)
      await quiz.locator(`select[data-option="${id}"]`).selectOption(meaning);
    await submit(quiz).click();
    const parts = await verdict(quiz).innerText();
    const point = questionOf(lesson, 'point', lang);
    quiz = await open(page, `lessons/${lesson}/`, lang, point);
    const [right = ''] = point.answer;
    await quiz.locator(`.quiz-badge[data-option="${right}"]`).click();
    await submit(quiz).click();
    await expect(quiz.locator(`.quiz-badge[data-option="${right}"]`)).toHaveClass(/is-hit/);

    quiz = await open(page, `lessons/${lesson}/`, lang, order);
    await expect(quiz.locator('.quiz-told-list > li.is-hit')).toHaveCount(order.answer.length);
    quiz = await open(page, `lessons/${lesson}/`, lang, match);
    await expect(verdict(quiz)).toHaveText(parts);
    quiz = await open(page, `lessons/${lesson}/`, lang, point);
    await expect(quiz.locator(`.quiz-badge[data-option="${right}"]`)).toHaveClass(/is-hit/);
  });
}

test('a figure is fetched when a question points into it, and not before', async ({ page }) => {
  const lesson = 'kvm';
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  const other = questionOf(lesson, 'single', 'en');
  const quiz = await open(page, `practice/${lesson}/`, 'en', other);
  await page.waitForLoadState('networkidle');
  const before = scripts.length;
  const point = questionOf(lesson, 'point', 'en');
  const all = JSON.parse(
    readFileSync(path.join(dist, `data/questions/${lesson}.en.json`), 'utf8'),
  ) as Question[];
  await quiz
    .locator('.quiz-numbers button')
    .nth(all.findIndex(({ id }) => id === point.id))
    .click();
  await expect(quiz.locator('.quiz-badge')).toHaveCount(point.options.length);
  const figure = (url: string) => /\/(figure|messages\.(en|zh-cn))\.[^/]*\.js$/.test(url);
  expect(scripts.slice(0, before).filter(figure)).toEqual([]);
  expect(scripts.slice(before).filter(figure).length).toBeGreaterThan(0);
});

test('without the picture the list still answers', async ({ page, guard }) => {
  guard.allowed.push(/figure|messages|ERR_FAILED|Failed to load/);
  const question = questionOf('kvm', 'point', 'en');
  await page.route(/\/figure\.[^/]*\.js$/, (route) => route.abort());
  const quiz = await open(page, 'practice/kvm/', 'en', question);
  await expect(quiz.locator('.quiz-picture [role="status"]')).toContainText('could not be loaded');
  await quiz.locator(`input[value="${question.answer[0] ?? ''}"]`).check();
  await submit(quiz).click();
  await expect(verdict(quiz)).toHaveText(VERDICT.en.right);
});

for (const lang of LANGS)
  test(`at 320 px nothing of the kinds runs out of the page, and all can be touched, in ${lang}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const lesson of LESSONS)
      for (const kind of ['ordering', 'matching', 'point']) {
        const question = questionOf(lesson, kind, lang);
        const quiz = await open(page, `practice/${lesson}/`, lang, question);
        if (kind === 'point') await expect(quiz.locator('.quiz-badge')).toHaveCount(question.options.length);
        if (kind === 'ordering') await quiz.locator('.quiz-step label').first().click();
        const over = await page.evaluate(() => document.scrollingElement!.scrollWidth - innerWidth);
        expect(over, question.id).toBeLessThanOrEqual(0);
        const small = await quiz
          .locator('.quiz-card :is(label, select, button), .quiz-spot-reach')
          .evaluateAll((all) =>
            all
              .map((each) => ({
                name: each.getAttribute('class') ?? each.localName,
                box: each.getBoundingClientRect(),
              }))
              .filter(({ box }) => Math.min(box.width, box.height) < 43.5)
              .map(({ name, box }) => `${name} ${box.width} x ${box.height}`),
          );
        expect(small, question.id).toEqual([]);
      }
  });
