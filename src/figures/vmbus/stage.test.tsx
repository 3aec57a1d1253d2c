/** Why: the picture for the back row must be whole in every choice, room and language, not only where somebody looked. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, translator } from '../../lib/message';
import type { Trace } from '../../lib/trace';
import { SCENES, type VmbusState } from '../../models/vmbus/types';
import { STAGE_ROOMS, STAGE_TYPE, type Shape } from '../contract';
import { figure } from './figure';
import { messages as en } from './messages.en';
import { messages as zh } from './messages.zh-cn';
import { Stage } from './stage';
import { stagePlan } from './stage-plan';

const messages = { en, 'zh-cn': zh };
const shapes = Object.keys(STAGE_ROOMS) as Shape[];
const choices = ['synthetic', 'emulated'].flatMap((device) =>
  ['1', '2'].flatMap((children) =>
    SCENES.map((scene) => ({ scene, device, children, beside: device === 'emulated' ? 'xen' : 'none' })),
  ),
);

describe('every step of every preset and of every other choice, on both slides and in both languages', () => {
  it.each(
    [...Object.values(figure.scenarios), ...choices].map((each) => [Object.values(each).join('.'), each]),
  )('%s', (_, chosen) => {
    const scenario = chosen as Readonly<Record<string, string>>;
    const trace = figure.run(scenario) as Trace<VmbusState>;
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

it.each(shapes)('%s: parts lie in their partition, and rings between the partitions', (shape) => {
  const { geometry } = stagePlan(shape);
  const { root, vsp, switch: middle, driver, user } = geometry.plan;
  const inside = (outer: typeof root, inner: typeof root) => {
    expect(inner.x).toBeGreaterThanOrEqual(outer.x);
    expect(inner.y).toBeGreaterThanOrEqual(outer.y);
    expect(inner.x + inner.width).toBeLessThanOrEqual(outer.x + outer.width);
    expect(inner.y + inner.height).toBeLessThanOrEqual(outer.y + outer.height);
  };
  for (const part of [vsp, middle, driver, user]) inside(root, part);
  for (const children of [1, 2])
    for (const child of children === 1 ? ([0] as const) : ([0, 1] as const)) {
      const { box, app, vsc } = geometry.childAreas(children, child);
      inside(box, app);
      inside(box, vsc);
      expect(app.y + app.height).toBeLessThan(vsc.y);
      const out = geometry.dial(children, child, 'out');
      const back = geometry.dial(children, child, 'in');
      const shared = geometry.buffer(children, child);
      expect(out.cy - out.outer).toBeGreaterThan(shared.y + shared.height);
      expect(back.cy - back.outer).toBeGreaterThan(out.cy + out.outer);
      expect(back.cy + back.outer).toBeLessThan(box.y + box.height);
      expect(out.cx - out.outer).toBeGreaterThan(root.x + root.width);
      expect(out.cx + out.outer).toBeLessThan(box.x);
    }
});
