/**
 * Why: a handout is trusted on paper: each picture is the step that it names, no picture is cut, nothing hangs over the
 * edge, and whoever takes off the last pages has taken off the answers.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { parse } from 'yaml';
import { openStills, type Stills } from './figure-still';
import { printed } from './pdf';
import { at, LANGS, lessons, type Lang } from './site';
import { expect, test } from './test';

const content = path.resolve(import.meta.dirname, '../../content');

/** Width between the margins, in CSS pixels: the sheet less twice 14 mm. */
const PAPER = {
  A4: { points: [596, 843], width: Math.floor(((210 - 28) / 25.4) * 96) },
  Letter: { points: [612, 792], width: Math.floor(((215.9 - 28) / 25.4) * 96) },
} as const;
type Format = keyof typeof PAPER;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
const file = (lesson: string, lang: Lang) =>
  readFileSync(path.join(content, 'lessons', lesson, `${lang}.mdx`), 'utf8');

test.describe('each picture is the step that it names', () => {
  let stills: Stills;
  test.describe.configure({ mode: 'serial' });
  test.beforeAll(async () => {
    stills = await openStills();
  });
  test.afterAll(() => stills.close());

  for (const lang of LANGS)
    test(`in ${lang}`, async ({ request }) => {
      for (const lesson of lessons) {
        const html = await (await request.get(at(`handout/${lesson}/`, lang))).text();
        const pictures = [
          ...html.matchAll(
            /<figure id="(picture-\d+)">\s*<div class="paper-picture figure" data-figure="([^"]+)" data-scenario="([^"]*)" data-step="([^"]+)">\s*<div class="figure-view">/g,
          ),
        ];
        const shows = /<Figure\s/.test(file(lesson, lang));
        expect(pictures.length > 1, `${lesson} has pictures`).toBe(shows);
        expect(pictures.length).toBe(html.match(/class="strip-place"/g)?.length ?? 0);
        for (const [head, uid = '', id = '', ref = '', step = ''] of pictures) {
          const still = stills.draw(id, ref, step, lang, uid);
          const who = `${lang} ${lesson} ${uid}: ${id} ${ref}@${step}`;
          const from = html.indexOf(head) + head.length;
          expect(html.slice(from, from + still.html.length) === still.html, who).toBe(true);
          const caption = textOf(html.slice(from + still.html.length).split('</figure>')[0] ?? '');
          expect(caption, who).toContain(still.caption.replace(/\s+/g, ' '));
          expect(caption, who).toMatch(new RegExp(`\\b${still.number}\\b.*\\b${still.count}\\b`));
        }
        // What is said or shown by a projector is on no paper.
        expect(html).not.toMatch(/class="notes"|data-slide/);
      }
    });

  test('numbers in the text lead to the picture of the step', async ({ page }) => {
    await page.goto('handout/cpu-rings/');
    const source = file('cpu-rings', 'en');
    const named = source.match(/<Step figure="rings" scenario="popf" at="popf">/g)?.length ?? 0;
    const picture = page.locator('.strip').first().locator('figure:has(> [data-step="popf"])');
    const links = page.locator(`.handout-text a[href="#${(await picture.getAttribute('id')) ?? ''}"]`);
    expect(named).toBeGreaterThan(0);
    await expect(links).toHaveCount(named);
    await expect(links.first()).toHaveText((await picture.locator('.paper-number').textContent()) ?? '');
  });
});

/** Marks where things begin and, for pictures, end; says how tall pictures are in the layout for this paper. */
async function mark(page: Page, format: Format) {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: PAPER[format].width, height: 1000 });
  return page.evaluate(() => {
    const marks: Record<string, string> = {};
    const put = (name: string, element: Element) => {
      element.setAttribute('data-mark', name);
      marks[name] = `[data-mark="${name}"]`;
    };
    const tall: Record<string, number> = {};
    document.querySelectorAll('.paper-picture').forEach((picture, i) => {
      picture.querySelector('.test-end')?.remove();
      tall[i] = picture.getBoundingClientRect().height;
      const end = document.createElement('div');
      end.className = 'test-end';
      picture.append(end);
      put(`top-${i}`, picture);
      put(`end-${i}`, end);
      const caption = picture.parentElement?.querySelector('figcaption');
      if (caption) put(`caption-${i}`, caption);
    });
    document.querySelectorAll('.strip').forEach((strip, i) => {
      put(`strip-${i}`, strip.querySelector('.strip-head')!);
      tall[`strip-${i}`] = [...document.querySelectorAll('.paper-picture')].indexOf(
        strip.querySelector('.paper-picture')!,
      );
    });
    // Of a section its paragraph or list; a strip has a head of its own.
    document.querySelectorAll('.handout :is(h2, h3)').forEach((head, i) => {
      const next = head.nextElementSibling;
      if (!next) return;
      put(`head-${i}`, head);
      put(
        `next-${i}`,
        next.matches('.note, .strip, ol, ul, dl, pre') ? (next.firstElementChild ?? next) : next,
      );
    });
    document.querySelectorAll('[data-question]').forEach((question, i) => {
      put(`stem-${i}`, question.querySelector('.paper-stem')!);
      put(`last-${i}`, question.querySelector(':scope > ul:last-child > li:last-child')!);
    });
    document.querySelectorAll('[data-answer]').forEach((answer, i) => put(`answer-${i}`, answer));
    put('key', document.querySelector('.paper-key')!);
    put('foot', document.querySelector('.handout-foot')!);
    const { clientWidth } = document.documentElement;
    const over = [...document.querySelectorAll('.handout, .handout *')].filter((element) => {
      if (element.closest('svg svg, svg > *') || element.matches('.visually-hidden')) return false;
      const cut = element instanceof HTMLElement && element.scrollWidth > element.clientWidth + 1;
      const inline = getComputedStyle(element).display === 'inline';
      return element.getBoundingClientRect().right > clientWidth + 1 || (cut && !inline);
    });
    return { marks, tall, over: over.map((element) => element.outerHTML.slice(0, 160)) };
  });
}

async function checkPaper(page: Page, format: Format): Promise<void> {
  const { marks, tall, over } = await mark(page, format);
  expect.soft(over, `${format}: cut at the edge`).toEqual([]);
  const pdf = await printed(page, format, marks, '.handout');
  expect([Math.round(pdf.width), Math.round(pdf.height)]).toEqual(PAPER[format].points);
  const on = (name: string) => pdf.pageOf.get(name) ?? NaN;
  const height = (name: string) => pdf.heightOf.get(name) ?? NaN;
  const all = (prefix: string) =>
    Object.keys(marks).flatMap((name) =>
      name.startsWith(`${prefix}-`) ? [name.slice(prefix.length + 1)] : [],
    );
  const apart = (a: string, b: string) =>
    all(a).filter((i) => marks[`${b}-${i}`] !== undefined && on(`${a}-${i}`) !== on(`${b}-${i}`));

  expect.soft(apart('top', 'end'), `${format}: pictures cut by a page break`).toEqual([]);
  // As tall as laid out: not sliced at the foot of a page, and the sheet was not scaled down to fit something wide.
  const wrong = all('top').filter(
    (i) => !(Math.abs(height(`top-${i}`) - height(`end-${i}`) - (tall[i] ?? NaN) * 0.75) < 4),
  );
  expect.soft(wrong, `${format}: pictures not as tall as laid out`).toEqual([]);
  expect.soft(apart('top', 'caption'), `${format}: captions apart from their picture`).toEqual([]);
  const headless = all('strip').filter((i) => on(`strip-${i}`) !== on(`top-${tall[`strip-${i}`] ?? ''}`));
  expect.soft(headless, `${format}: strips apart from their head`).toEqual([]);
  expect.soft(apart('head', 'next'), `${format}: headings apart from their text`).toEqual([]);
  expect.soft(apart('stem', 'last'), `${format}: questions cut`).toEqual([]);

  // The key begins a page; all else stands before it, and nothing follows it but the key.
  const rest = Object.keys(marks).filter((name) => !/^(answer|key)/.test(name) && !on(name));
  expect.soft(rest, `${format}: not on paper`).toEqual([]);
  const headOfKey = on('key');
  const late = Object.keys(marks).filter(
    (name) => /^(top|stem|last|foot|strip)/.test(name) && on(name) >= headOfKey,
  );
  expect.soft(late, `${format}: stands on the pages of the key`).toEqual([]);
  expect.soft(on('foot')).toBe(headOfKey - 1);
  expect.soft(all('answer').filter((i) => on(`answer-${i}`) < headOfKey)).toEqual([]);
}

const SAMPLE: Readonly<Record<Lang, readonly string[]>> = {
  en: lessons,
  'zh-cn': lessons.filter((lesson) => ['kvm', 'namespaces', 'exam-guide', 'cpu-rings'].includes(lesson)),
};
for (const lang of LANGS)
  for (const lesson of SAMPLE[lang])
    test(`${lesson} in ${lang} prints well on both papers`, async ({ page }) => {
      await page.goto(at(`handout/${lesson}/`, lang));
      for (const format of ['A4', 'Letter'] as const) await checkPaper(page, format);
      const colours = await page
        .locator('.handout-text > :is(p, ul, ol, h2) , .paper-questions li, .paper-key .is-right')
        .evaluateAll((parts) => [...new Set(parts.map((part) => getComputedStyle(part).color))]);
      expect(colours).toEqual(['rgb(0, 0, 0)']);
      for (const gone of ['.handout-bar', '.site-header', '.site-footer'])
        await expect(page.locator(gone)).toBeHidden();
    });

interface Asked {
  readonly id: string;
  readonly kind: string;
  readonly options: readonly { readonly id: string }[];
  readonly answer: readonly string[];
}

for (const lesson of lessons)
  test(`${lesson} asks every question, and its key is right`, async ({ page }) => {
    const asked = parse(readFileSync(path.join(content, 'questions', `${lesson}.yaml`), 'utf8')) as Asked[];
    await page.goto(at(`handout/${lesson}/`, 'zh-cn'));
    const ids = (name: string) =>
      page.locator(`[${name}]`).evaluateAll((all, of) => all.map((each) => each.getAttribute(of)), name);
    expect(await ids('data-question')).toEqual(asked.map(({ id }) => id));
    expect(await ids('data-answer')).toEqual(asked.map(({ id }) => id));
    const key = await page.locator('[data-answer]').evaluateAll((all) =>
      all.map((each) => ({
        letters: each.querySelector('.paper-answer')?.textContent ?? '',
        right: [...each.querySelectorAll('li')].flatMap((li, i) => (li.matches('.is-right') ? [i] : [])),
        reasons: [...each.querySelectorAll('li > span')].filter((why) => (why.textContent ?? '').length > 3)
          .length,
      })),
    );
    for (const [n, { id, kind, options, answer }] of asked.entries()) {
      const entry = key[n]!;
      expect(entry.reasons, id).toBe(options.length);
      const at = (option: string) => options.findIndex((each) => each.id === option);
      const letters = answer.map((option) => String.fromCharCode(65 + at(option)));
      if (kind === 'matching') expect(entry.letters.split(' '), id).toHaveLength(options.length);
      else if (kind === 'ordering') expect(entry.letters, id).toBe(letters.join(' '));
      else {
        expect(entry.letters, id).toBe(letters.sort().join(' '));
        expect(entry.right, id).toEqual(answer.map(at).sort((a, b) => a - b));
      }
    }
  });

test('the bar prints, leads back to the lesson, and changes the language at the same place', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.print = () => void (document.documentElement.dataset['printed'] = 'yes');
  });
  await page.goto('lessons/kvm/');
  await page.locator('.prev-next a[href$="handout/kvm/"]').click();
  await page.locator('[data-print]').click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes');
  await page.locator('#the-loop').evaluate((head) => head.scrollIntoView({ block: 'start' }));
  // The header's link is the same as the bar's: both know the section that is being read.
  await page.waitForTimeout(100);
  await page.locator('.handout-bar [data-language]').evaluate((link) => (link as HTMLAnchorElement).click());
  await expect(page).toHaveURL(/\/zh-cn\/handout\/kvm\/#the-loop$/);
  await page.locator('.handout-bar a[href$="lessons/kvm/"]').click();
  await expect(page).toHaveURL(/\/zh-cn\/lessons\/kvm\/$/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const lang of LANGS)
    test(`the handout in ${lang} is whole and says how to print it`, async ({ page }) => {
      await page.goto(at('handout/cpu-rings/', lang));
      await expect(page.locator('[data-print]')).toBeHidden();
      await expect(page.locator('.handout-bar noscript span')).toContainText(
        lang === 'en' ? 'print' : '打印',
      );
      const pictures = page.locator('.strip .paper-picture');
      expect(await pictures.count()).toBeGreaterThan(7);
      for (const picture of await pictures.all()) await expect(picture.locator('svg').first()).toBeVisible();
      await expect(page.locator('[data-answer]').last()).toBeVisible();
    });
});
