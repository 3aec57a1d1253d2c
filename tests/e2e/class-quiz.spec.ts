/** Why: a class quiz is counted by hand before forty people: the screen and the teacher's window agree, a reload loses nothing, the sums are right, and the last row can read it. */
import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator, Locator, Page } from '@playwright/test';
import { drawSet, type QuizItem } from '../../src/classroom/quiz-set';
import { at, dist, LANGS, type Lang } from './site';
import { expect, test } from './test';

interface Question {
  readonly id: string;
  readonly kind: string;
  readonly stem: string;
  readonly options: readonly { readonly id: string; readonly why: string }[];
  readonly answer: readonly string[];
}

/** The questions of a lesson, as the page gets them. */
const questionsOf = (lesson: string, lang: Lang): readonly Question[] =>
  JSON.parse(readFileSync(path.join(dist, `data/questions/${lesson}.${lang}.json`), 'utf8')) as Question[];

const listed = ({ kind }: Question) => kind === 'ordering' || kind === 'matching';
const itemOf = (question: Question): QuizItem => {
  const { id, options, answer } = question;
  if (listed(question)) return { id, slots: 2, right: [0] };
  const right = options.flatMap((option, i) => (answer.includes(option.id) ? [i] : []));
  return { id, slots: options.length, right };
};

async function openDeck(page: Page, lesson: string, lang: Lang, hash = ''): Promise<void> {
  await page.goto(`${at(`present/${lesson}/`, lang)}${hash}`);
  await expect(page.locator('.deck')).toHaveAttribute('data-ready');
}

const quizIn = (where: Page | FrameLocator): Locator => where.locator('.cq');
const press = async (page: Page, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const handsIn = (quiz: Locator) =>
  quiz
    .locator('.cq-row [data-hands]')
    .evaluateAll((all) => all.map((each) => Number((each as HTMLElement).dataset['hands'])));

for (const lang of LANGS) {
  test(`a set of three by clicker and number keys, the same in the teacher's window, through a reload: ${lang}`, async ({
    page,
    context,
  }) => {
    const questions = questionsOf('kvm', lang);
    const pool = questions.filter(({ kind }) => kind !== 'point').map(itemOf);
    const set = drawSet(pool, 4821, 3);
    await openDeck(page, 'kvm', lang);
    const slide = await page.locator('.deck').getAttribute('data-slide');
    const opening = context.waitForEvent('page');
    await press(page, 's');
    const speaker = await opening;
    const mirror = speaker.locator('iframe').first().contentFrame();
    await expect(mirror.locator('.deck')).toHaveAttribute('data-ready');
    await expect(speaker.locator('.speaker-notes')).toBeVisible();
    const both = async (place: string | RegExp) => {
      await expect(quizIn(page)).toHaveAttribute('data-place', place);
      await expect(quizIn(mirror)).toHaveAttribute('data-place', place);
    };

    await press(speaker, 'q');
    await both('chooser');
    await press(speaker, '4', '8', '2', '1', '-', '-', 'm');
    await expect(quizIn(page).locator('[data-seed]')).toHaveAttribute('data-seed', '4821');
    await expect(quizIn(page).locator('[data-length]')).toHaveAttribute('data-length', '3');
    await press(page, 'PageDown');

    let right = 0;
    let all = 0;
    for (const [i, item] of set.entries()) {
      // The clicker is the room's at one question and the teacher's at the next.
      const hand = i % 2 === 0 ? page : speaker;
      await both(`${item.id} asking`);
      await press(hand, 'c');
      await expect(quizIn(page).locator('.deck-countdown')).toHaveText(/0:(30|29|28)/);
      await expect(quizIn(mirror).locator('.deck-countdown')).toBeVisible();
      await press(hand, 'PageDown');
      await both(`${item.id} counting`);
      await expect(page.locator('.deck-countdown')).toHaveCount(0);
      const hands = Array.from({ length: item.slots }, (_, slot) => (slot === 0 ? 23 : 3 * slot + i));
      for (const n of hands) await press(hand, ...String(n), 'Enter');
      await expect.poll(() => handsIn(quizIn(page))).toEqual(hands);
      await expect.poll(() => handsIn(quizIn(mirror))).toEqual(hands);
      if (i === 1) {
        await page.reload();
        await both(`${item.id} counting`);
        await expect.poll(() => handsIn(quizIn(page))).toEqual(hands);
        await speaker.reload();
        await expect(speaker.locator('.speaker-notes')).toBeVisible();
        await both(`${item.id} counting`);
        await expect.poll(() => handsIn(quizIn(mirror))).toEqual(hands);
      }
      all += hands.reduce((sum, n) => sum + n, 0);
      right += item.right.reduce((sum, slot) => sum + hands[slot]!, 0);
      await press(hand, 'PageDown');
      await both(`${item.id} revealed`);
      const question = questions.find(({ id }) => id === item.id)!;
      // Every option's reason comes by, page after page, before the next question.
      const told: string[] = [];
      for (let clicks = 0; clicks < 6; clicks++) {
        told.push(...(await quizIn(page).locator('.cq-why').allTextContents()));
        if (told.length >= question.options.length) break;
        const before = await quizIn(page).locator('.cq-why').first().textContent();
        await press(hand, 'PageDown');
        await expect(quizIn(page).locator('.cq-why').first()).not.toHaveText(before ?? '');
      }
      for (const { why } of question.options)
        expect(
          told.filter((each) => each.includes(why.replace(/\*\*|`/g, ''))),
          why,
        ).toHaveLength(1);
      if (!listed(question))
        await expect(quizIn(page).locator('.cq-told [data-hands]').first()).toBeVisible();
      await press(hand, '1');
      if (i === 0) await press(hand, '2', '2', '-');
      await expect(quizIn(page).locator('.cq-teams [data-score]').first()).toHaveAttribute(
        'data-score',
        String(i + 1),
      );
      await press(hand, 'PageDown');
    }

    await both('summary');
    for (const quiz of [quizIn(page), quizIn(mirror)]) {
      await expect(quiz.locator('.cq-overall')).toHaveAttribute('data-right', String(right));
      await expect(quiz.locator('.cq-overall')).toHaveAttribute('data-all', String(all));
      await expect(quiz.locator('.cq-ranking li').first()).toHaveAttribute('data-score', '3');
      await expect(quiz.locator('.cq-ranking li').last()).toHaveAttribute('data-score', '1');
      await expect(quiz.locator('.cq-again')).toContainText('4821');
    }
    await press(page, 'PageUp');
    await both(`${set[2]!.id} revealed`);
    await press(page, 'PageDown', 'PageDown');
    await expect(quizIn(page)).toHaveCount(0);
    await expect(quizIn(mirror)).toHaveCount(0);
    await expect(page.locator('.deck')).toHaveAttribute('data-slide', slide ?? '');
  });

  test(`the deck's last slide invites to it, and forward passes by; nothing stands in anybody's way: ${lang}`, async ({
    page,
  }) => {
    await openDeck(page, 'kvm', lang, '#quiz/0');
    const invitation = page.locator('.slide-quiz');
    const count = questionsOf('kvm', lang).filter(({ kind }) => kind !== 'point').length;
    await expect(invitation).toContainText(String(count));
    await press(page, 'PageDown');
    await expect(quizIn(page)).toHaveCount(0);
    await openDeck(page, 'kvm', lang, '#quiz/0');
    await invitation.getByRole('button').click();
    await expect(quizIn(page)).toHaveAttribute('data-place', 'chooser');
    await expect(page.locator('section.slide-with-quiz')).toHaveAttribute('inert');
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const seen: string[] = [];
      for (let clicks = 0; clicks < 8; clicks++) {
        const place = (await quizIn(page).getAttribute('data-place')) ?? '';
        const { violations } = await new AxeBuilder({ page }).include('.cq').analyze();
        const told = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join('; ')}`,
        );
        expect(told, `${place}, ${colorScheme}`).toEqual([]);
        seen.push(place.split(' ').at(-1)!);
        if (place.endsWith('revealed')) break;
        await press(page, 'PageDown');
        await expect(quizIn(page)).not.toHaveAttribute('data-place', place);
      }
      expect(seen.slice(-3)).toEqual(['asking', 'counting', 'revealed']);
      await press(page, 'q');
      await expect(quizIn(page)).toHaveAttribute('data-place', 'chooser');
      await press(page, '7');
    }
    await press(page, 'Escape');
    await expect(quizIn(page)).toHaveCount(0);
  });
}

/**
 * Asks every question of a lesson, one by one from the list, through all its phases and pages, and then the summary.
 * Runs in the page. Returns what is wrong, and how many questions and screens were seen.
 */
async function walkAll() {
  const wrong: string[] = [];
  const seen = new Set<string>();
  let screens = 0;
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const key = async (name: string) => {
    dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
    await frame();
  };
  const quiz = () => document.querySelector<HTMLElement>('.cq')!;
  const place = () => quiz().dataset['place'] ?? '';
  const look = () => {
    screens++;
    const body = quiz().querySelector<HTMLElement>('.cq-body')!;
    const say = (what: string) => wrong.push(`${place()}: ${what}`);
    if (body.scrollHeight > body.clientHeight + 1) say(`${body.scrollHeight} high in ${body.clientHeight}`);
    if (body.scrollWidth > body.clientWidth + 1) say(`${body.scrollWidth} wide in ${body.clientWidth}`);
    const box = (selector: string) => quiz().querySelector(selector)!.getBoundingClientRect();
    if (box('.cq-foot').top < box('.cq-body').bottom - 1) say('the foot lies over the question');
    const hint = box('.cq-hint');
    const text = document.createRange();
    text.selectNodeContents(quiz().querySelector('.cq-hint')!);
    if (text.getBoundingClientRect().right > hint.right + 1) say('the line of keys is cut off');
    for (const element of quiz().querySelectorAll<HTMLElement>('*')) {
      const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
      if (!own || element.closest('.visually-hidden')) continue;
      const size = parseFloat(getComputedStyle(element).fontSize);
      if (size < 24) say(`${element.className || element.tagName} is ${size}`);
      if (element.scrollWidth > element.clientWidth + 1 && element.matches('.cq-text, .cq-why, .cq-stem'))
        say(`${element.className} is wider than its place`);
    }
  };
  await key('q');
  for (let i = 0; i < 4; i++) if (quiz().querySelectorAll('.cq-names input').length < 4) await key('m');
  look();
  const count = quiz().querySelectorAll('.cq-list li').length;
  for (let n = 0; n < count; n++) {
    await key('ArrowDown');
    await key('Enter');
    const id = place().split(' ')[0]!;
    for (let clicks = 0; clicks < 12 && place().startsWith(`${id} `); clicks++) {
      seen.add(place());
      look();
      await key('PageDown');
    }
    await key('q');
    if (place() !== 'chooser') wrong.push(`${place()} where the chooser was to be`);
  }
  await key('Escape');
  return { wrong, count, screens, seen: [...seen] };
}

for (const lang of LANGS)
  for (const [lesson, width] of [
    ['namespaces', 1024],
    ['what-is-virtualization', 1024],
    ['xen', 1024],
    ['exam-guide', 1366],
  ] as const)
    test(`every question stands whole on its slide, in letters that are read from afar: ${lesson} ${lang} ${width}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 768 });
      await openDeck(page, lesson, lang);
      await expect(page.locator('.slide-quiz')).not.toBeEmpty();
      const ids = questionsOf(lesson, lang)
        .filter(({ kind }) => kind !== 'point')
        .map(({ id }) => id);
      const { wrong, count, seen } = await page.evaluate(walkAll);
      expect(wrong).toEqual([]);
      expect(count).toBe(ids.length);
      expect(seen.sort()).toEqual(
        ids.flatMap((id) => ['asking', 'counting', 'revealed'].map((phase) => `${id} ${phase}`)).sort(),
      );
    });

test('the other language takes over in the middle of a question, with its hands and the same set', async ({
  page,
}) => {
  await openDeck(page, 'kvm', 'en');
  await press(page, 'q', '5', 'Enter', 'PageDown', '1', '9', 'Enter', '4');
  const place = (await quizIn(page).getAttribute('data-place')) ?? '';
  expect(place).toMatch(/ counting$/);
  const hands = await handsIn(quizIn(page));
  expect(hands.slice(0, 2)).toEqual([19, 4]);
  await press(page, 't');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(quizIn(page)).toHaveAttribute('data-place', place);
  expect(await handsIn(quizIn(page))).toEqual(hands);
  const stem = questionsOf('kvm', 'zh-cn').find(({ id }) => place.startsWith(`${id} `))!.stem;
  await expect(quizIn(page).locator('.cq-stem')).toHaveText(stem.replace(/\*\*|`/g, ''));
});

test('a summary of ten questions and four teams with long names fits its slide', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await openDeck(page, 'kvm', 'en');
  await press(page, 'q', 'm', 'm', 'm', '+', '+', '+', '+', '+');
  const names = quizIn(page).locator('.cq-names input');
  await expect(names).toHaveCount(4);
  for (let i = 0; i < 4; i++) await names.nth(i).fill(`The very long ${i}`);
  await names.nth(3).press('Enter');
  await press(page, 'Enter');
  await expect(quizIn(page)).toHaveAttribute('data-place', /asking$/);
  for (let clicks = 0; clicks < 80; clicks++) {
    const place = await quizIn(page).getAttribute('data-place');
    if (place === 'summary') break;
    if (place?.endsWith('counting')) await press(page, '9', 'Enter', '8', 'Enter');
    if (place?.endsWith('revealed')) await press(page, '1');
    await press(page, 'PageDown');
  }
  const body = quizIn(page).locator('.cq-summary');
  await expect(body.locator('.cq-results li')).toHaveCount(10);
  await expect(body.locator('.cq-ranking li')).toHaveCount(4);
  expect(await body.evaluate((box) => box.scrollHeight - box.clientHeight)).toBeLessThanOrEqual(1);
});
