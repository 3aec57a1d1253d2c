/** Why: the picture for the back row must be whole in every scene, room and language, not only where somebody looked. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, translator, type Lang, type Messages } from '../../lib/message';
import type { Trace } from '../../lib/trace';
import { STAGE_ROOMS, STAGE_TYPE, type Shape } from '../contract';
import { figure } from './figure';
import { messages as en } from './messages.en';
import { messages as zh } from './messages.zh-cn';
import { PAGINGS, SCENES } from './recordings';
import { STAGE_GRIDS } from './stage-grid';
import { Stage } from './stage';
import { LANES, type ExitState } from './state';

const messages: Readonly<Record<Lang, Messages>> = { en, 'zh-cn': zh };
const shapes = Object.keys(STAGE_ROOMS) as Shape[];
const all = SCENES.flatMap((scene) => PAGINGS.map((paging) => ({ scene, paging })));

it.each(shapes)('in %s the lanes lie under each other, and control runs inside its own', (shape) => {
  const { bands, depth, height, stop, last, span, width } = STAGE_GRIDS[shape];
  LANES.forEach((lane, i) => {
    const { y, height: tall } = bands[lane];
    const below = LANES[i + 1];
    expect(y + tall).toBeLessThan(below ? bands[below].y : height);
    expect(depth[lane]).toBeGreaterThan(y);
    expect(depth[lane]).toBeLessThan(y + tall);
  });
  expect(stop).toBeLessThan(bands.kvm.height);
  expect(last + span).toBeLessThan(width);
});

describe('every step of every scene, on both slides and in both languages', () => {
  it.each(all)('$scene.$paging', (scenario) => {
    const trace = figure.run(scenario) as Trace<ExitState>;
    for (const shape of shapes)
      for (const lang of LANGUAGES)
        trace.steps.forEach((step, index) => {
          const frame = { trace, index, step, scenario };
          const t = translator(messages[lang], lang);
          const html = renderToStaticMarkup(<Stage frame={frame} t={t} lang={lang} uid="s" shape={shape} />);
          const { width, height } = STAGE_ROOMS[shape];
          expect(html).toMatch(
            new RegExp(`^<svg[^>]* viewBox="0 0 ${width} ${height}" role="img" aria-label="[^"]+"`),
          );
          expect(html).not.toContain(' style=');
          expect(html).not.toContain('NaN');
          expect(step.focus.filter((node) => !html.includes(`data-node="${node}"`))).toEqual([]);
          const small = [...html.matchAll(/font-size="([\d.]+)/g)].filter(
            ([, size]) => Number(size) < STAGE_TYPE,
          );
          expect(small).toEqual([]);
        });
  });
});
