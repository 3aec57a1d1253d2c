/**
 * Why: a projector washes colours out. On slides, whose letters are all large (24 px and more), every text colour has
 * the contrast that WCAG's level AAA asks of large text, on every ground it stands on; running text has that of small text.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const style = (name: string) => readFileSync(path.join(import.meta.dirname, '../src/styles', name), 'utf8');
const deck = style('deck.css');
const tokens = style('tokens.css');

type Rgb = readonly [number, number, number];

/** The custom properties of the first rule whose selector holds `selector`. */
function colours(css: string, selector: string): Record<string, Rgb> {
  const start = css.indexOf(selector);
  expect(start, selector).toBeGreaterThanOrEqual(0);
  const rule = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start));
  return Object.fromEntries(
    [...rule.matchAll(/--([\w-]+): #([0-9a-f]{3,6});/g)].map(([, name = '', hex = '']) => {
      const six = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
      return [name, [0, 2, 4].map((at) => parseInt(six.slice(at, at + 2), 16)) as unknown as Rgb];
    }),
  );
}

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
const luminance = (rgb: Rgb): number => {
  const [r = 0, g = 0, b = 0] = rgb.map((byte) => {
    const c = byte / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ratio = (a: Rgb, b: Rgb): number => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};
/** `color-mix(in srgb, a share%, b)`. */
const mix = (a: Rgb, b: Rgb, share: number): Rgb =>
  a.map((byte, i) => Math.round(byte * share + b[i]! * (1 - share))) as unknown as Rgb;

const light = colours(tokens, ":root[data-theme='light']");
const dark = colours(tokens, ":root[data-theme='dark']");
const themes = {
  light,
  dark,
  'high contrast': colours(deck, '.deck[data-contrast]'),
};
const OWNERS = ['hw', 'vmm', 'host', 'kern', 'user', 'data'];
const muted =
  Number(/--muted: color-mix\(in srgb, var\(--ink\) (\d+)%, var\(--paper\)\)/.exec(deck)?.[1]) / 100;

describe.each(Object.entries(themes))('slides in the theme %s', (name, theme) => {
  const colour = (key: string): Rgb => {
    const found = theme[key];
    if (!found) throw new Error(`no colour --${key} in the theme ${name}`);
    return found;
  };
  const grounds = ['paper', 'panel', ...OWNERS.map((owner) => `${owner}-fill`)];

  test('running text and what is muted: 7 to 1', () => {
    expect(muted).toBeGreaterThan(0.5);
    const quiet = mix(colour('ink'), colour('paper'), muted);
    for (const ground of grounds) {
      expect(ratio(colour('ink'), colour(ground)), `ink on ${ground}`).toBeGreaterThanOrEqual(7);
      expect(ratio(quiet, colour(ground)), `muted on ${ground}`).toBeGreaterThanOrEqual(7);
    }
  });

  test("an owner's colour on its own fill and on the page, and links: 4.5 to 1, in high contrast 7", () => {
    const least = name === 'high contrast' ? 7 : 4.5;
    for (const owner of [...OWNERS, 'accent'])
      for (const ground of ['paper', 'panel', ...(owner === 'accent' ? [] : [`${owner}-fill`])])
        expect(ratio(colour(owner), colour(ground)), `${owner} on ${ground}`).toBeGreaterThanOrEqual(least);
  });
});
