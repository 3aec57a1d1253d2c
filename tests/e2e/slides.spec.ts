/**
 * Why: the back row reads every letter or the lesson is lost. Each slide of each lesson, at each of its steps, in both
 * languages and on three projectors, is measured: nothing is cut off, nothing is too small, no word lies on another.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { openDeck, placeOf } from './deck-pages';
import { LANGS, lessons } from './site';
import { expect, test } from './test';

const SIZES = [
  { width: 1024, height: 768 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
] as const;
/** Least height of a letter, pixels of a projection of 1024x768. */
const LEAST = 24;
/** Faults that are printed of one deck at one size. */
const MOST = 40;
/** Set to a folder's name: each slide is kept there as a picture, to be looked at. */
const pictures = process.env['RINGSIDE_SLIDES'];

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** What is wrong with the slide shown. Runs in the page. */
function faults(least: number): string[] {
  const section = document.querySelector<HTMLElement>('section.present')!;
  const deck = document.querySelector<HTMLElement>('.deck')!.dataset;
  const name = `${deck['slide']}~${deck['beat']}`;
  const slide = section.getBoundingClientRect();
  const scale = slide.height / 768;
  const found: string[] = [];
  const near = 2 * scale;
  const cut = (inner: DOMRect, outer: DOMRect) =>
    inner.left < outer.left - near ||
    inner.right > outer.right + near ||
    inner.top < outer.top - near ||
    inner.bottom > outer.bottom + near;
  for (const box of section.querySelectorAll<HTMLElement>('.slide-body, .stage-words, h1, h2, pre')) {
    if (box.scrollHeight > box.clientHeight + 2 && section.dataset['long'] === undefined)
      found.push(
        `${name}: ${box.className || box.tagName} is ${box.scrollHeight - box.clientHeight} px too high`,
      );
    if (box.scrollWidth > box.clientWidth + 2)
      found.push(
        `${name}: ${box.className || box.tagName} is ${box.scrollWidth - box.clientWidth} px too wide`,
      );
  }
  const last = section.querySelector('.slide-body > :last-child');
  if (last && /[:：]\s*$/.test(last.textContent ?? ''))
    found.push(`${name}: what “${last.textContent?.trim().slice(-40)}” announces is on the next slide`);
  for (const rows of section.querySelectorAll('tbody'))
    if (rows.children.length === 1)
      found.push(`${name}: “${rows.textContent?.trim().slice(0, 40)}” is a row alone`);
  const room = section.querySelector('.stage-view > svg')?.getBoundingClientRect();
  const words: { readonly text: string; readonly at: DOMRect }[] = [];
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    const parent = node.parentElement;
    if (text === '' || !parent || parent.closest('title,desc,.visually-hidden,defs')) continue;
    const style = getComputedStyle(parent);
    if (style.visibility === 'hidden' || style.display === 'none') continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const at = range.getBoundingClientRect();
    if (at.width === 0) continue;
    const svg = parent.closest('svg');
    // A picture may be scaled inside its slide.
    const inside = svg instanceof SVGSVGElement ? (svg.getScreenCTM()?.a ?? 1) / scale : 1;
    const size = parseFloat(style.fontSize) * inside;
    if (size < least - 0.1) found.push(`${name}: “${text}” is ${size.toFixed(1)} px high`);
    // A line's box has air above and below the letters, and a drawing's own edge may take that.
    const air = svg ? 7 * scale : 0;
    const letters = new DOMRect(at.x, at.y + air, at.width, at.height - 2 * air);
    if (cut(letters, svg && room ? room : slide) && section.dataset['long'] === undefined)
      found.push(`${name}: “${text}” is cut off`);
    if (svg) words.push({ text, at });
  }
  words.forEach((a, i) =>
    words.slice(i + 1).forEach((b) => {
      const x = Math.min(a.at.right, b.at.right) - Math.max(a.at.left, b.at.left);
      const y = Math.min(a.at.bottom, b.at.bottom) - Math.max(a.at.top, b.at.top);
      // Lines of text have air above and below their letters.
      if (x > 2 * scale && y > 9 * scale) found.push(`${name}: “${a.text}” lies on “${b.text}”`);
    }),
  );
  return found;
}

/** Walks the deck one way to its end, which is the slide named, and measures each place. */
async function measure(page: Page, key: string, end: string, folder: string | undefined): Promise<string[]> {
  const found: string[] = [];
  for (let before = ''; ;) {
    const place = await placeOf(page);
    const now = `${place.slide}~${place.beat}`;
    if (now === before) {
      expect(place.slide, 'the end of the walk').toBe(end);
      return found;
    }
    before = now;
    found.push(...(await page.evaluate(faults, LEAST)));
    if (folder && (place.beat === '0' || place.asking))
      await page.screenshot({ path: path.join(folder, `${now.replace(/[/~]/g, '_')}.png`) });
    await page.keyboard.press(key);
  }
}

for (const lesson of lessons)
  for (const lang of LANGS)
    test(`each slide of ${lesson} in ${lang} is whole and large enough`, async ({ page }) => {
      test.setTimeout(240_000);
      await page.setViewportSize(SIZES[0]);
      await openDeck(page, lesson, lang);
      let forth = true;
      for (const size of SIZES) {
        const name = `${size.width}x${size.height}`;
        const folder = pictures && path.join(pictures, `${lesson}.${lang}.${name}`);
        if (folder) mkdirSync(folder, { recursive: true });
        await page.setViewportSize(size);
        await expect(page.locator('.deck')).toHaveAttribute(
          'data-shape',
          size.width === 1024 ? '4:3' : '16:9',
        );
        const slips = await (forth
          ? measure(page, 'PageDown', 'quiz/0', folder)
          : measure(page, 'PageUp', 'start/0', folder));
        expect.soft([...new Set(slips)].slice(0, MOST), `${slips.length} faults at ${name}`).toEqual([]);
        forth = !forth;
      }
    });
