/** Why: the picture for the back row must be whole in every preset, room and language, not only where somebody looked. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, translator } from '../../lib/message';
import type { Trace } from '../../lib/trace';
import type { IoState } from '../../models/io-paths/types';
import { STAGE_ROOMS, STAGE_TYPE, type Shape } from '../contract';
import { figure } from './figure';
import { messages as en } from './messages.en';
import { messages as zh } from './messages.zh-cn';
import { Stage } from './stage';
import { inLines } from './stage-parts';
import { PATH_PLAN } from './stage-plan';

const messages = { en, 'zh-cn': zh };
const shapes = Object.keys(STAGE_ROOMS) as Shape[];

describe('every step of every preset, on both slides and in both languages', () => {
  it.each(Object.entries(figure.scenarios))('%s', (_, scenario) => {
    const trace = figure.run(scenario) as Trace<IoState>;
    for (const shape of shapes)
      for (const lang of LANGUAGES)
        trace.steps.forEach((step, index) => {
          const frame = { trace, index, step, scenario };
          const t = translator<string>(messages[lang], lang);
          const html = renderToStaticMarkup(<Stage frame={frame} t={t} lang={lang} uid="s" shape={shape} />);
          const { width, height } = STAGE_ROOMS[shape];
          expect(html).toMatch(
            new RegExp(`^<svg[^>]* viewBox="0 0 ${width} ${height}" role="img" aria-label="[^"]+"`),
          );
          expect(html).not.toContain(' style=');
          expect(step.focus.filter((node) => !html.includes(`data-node="${node}"`))).toEqual([]);
          const sizes = [...html.matchAll(/font-size="([\d.]+)/g)].map(([, size]) => Number(size));
          expect(sizes.filter((size) => size < STAGE_TYPE)).toEqual([]);
        });
  });
});

it.each(shapes)('%s: everybody stays inside the box that the place belongs to', (shape) => {
  const { seats, r, ...plan } = PATH_PLAN[shape];
  const home = {
    app: 'app',
    driver: 'kernel',
    ring: 'kernel',
    kvm: 'kvm',
    qemu: 'qemu',
    vhost: 'host',
    tap: 'host',
    nic: 'nic',
    wire: 'nic',
  } as const;
  for (const [place, area] of Object.entries(home) as [
    keyof typeof home,
    (typeof home)[keyof typeof home],
  ][]) {
    const { x, y } = seats[place];
    const box = plan[area];
    expect(x - r, place).toBeGreaterThanOrEqual(box.x);
    expect(x + r, place).toBeLessThanOrEqual(box.x + box.width);
    expect(y - r, place).toBeGreaterThanOrEqual(box.y);
    expect(y + r, place).toBeLessThanOrEqual(box.y + box.height);
  }
});

it('words are broken, never lost', () => {
  for (const lang of LANGUAGES)
    for (const [key, text] of Object.entries<string>(messages[lang]))
      if (/^(stream|driver|mood)\./.test(key))
        expect(inLines(text, 13).join('').replaceAll(' ', '')).toBe(text.replace(/[| ]/g, ''));
});
