/** Why: the picture for a room must be true to the model in both of its layouts, whatever a class chooses. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, translator, type Lang, type Messages } from '../../lib/message';
import type { Trace } from '../../lib/trace';
import { OPERATIONS, SIZES, TECHNIQUES, type State } from '../../models/address-translation/types';
import { STAGE_ROOMS, type ScenarioValues, type Shape } from '../contract';
import { figure } from './figure';
import { messages as en } from './messages.en';
import { messages as zh } from './messages.zh-cn';
import { Stage } from './stage';
import { gridRoom, stageCell, stageColumns, stageLayout, STAGE_STRIP } from './stage-layout';

const messages: Readonly<Record<Lang, Messages>> = { en, 'zh-cn': zh };
const shapes = Object.keys(STAGE_ROOMS) as Shape[];

/** The steps of a scenario as drawn. */
function drawn(scenario: ScenarioValues, shape: Shape, lang: Lang) {
  const trace = figure.run(scenario) as Trace<State>;
  const t = translator(messages[lang], lang);
  return trace.steps.map((step, index) => {
    const frame = { trace, index, step, scenario };
    return { step, html: renderToStaticMarkup(<Stage {...{ frame, t, lang, shape, uid: 'u' }} />) };
  });
}

function holds({ step, html }: ReturnType<typeof drawn>[number], shape: Shape) {
  const { width, height } = STAGE_ROOMS[shape];
  const { state, focus } = step;
  expect(html).toContain(`viewBox="0 0 ${width} ${height}"`);
  for (const node of focus) expect(html, step.id).toContain(`data-node="${node}"`);
  expect(html).not.toContain('style=');
  expect(html).not.toContain('font-size');
  expect(html).not.toContain('NaN');
  for (const ref of state.walk)
    expect(html.includes(`data-node="ref-${ref.n}"`), step.id).toBe(state.picture === 'grid');
  if (state.picture === 'tables' && state.lower) expect(html).toContain('data-token="control"');
  expect(html.includes('url(#u-hazard)'), step.id).toBe(state.stale);
}

describe.each(shapes)('%s', (shape) => {
  const { width, height } = STAGE_ROOMS[shape];

  it.each(Object.keys(figure.scenarios))('%s: every step has its nodes, and no style of its own', (id) => {
    for (const lang of LANGUAGES)
      for (const each of drawn(figure.scenarios[id]!, shape, lang)) holds(each, shape);
  });

  it.each(OPERATIONS)('%s: so it is under every technique and with every table', (operation) => {
    const base = figure.scenarios['nested']!;
    for (const technique of TECHNIQUES)
      for (const [i, guest] of SIZES.entries()) {
        const host = SIZES[(i + 1) % SIZES.length]!;
        for (const each of drawn({ ...base, operation, technique, guest, host }, shape, 'en'))
          holds(each, shape);
      }
  });

  it.each([true, false])('bands, tables and CPU stand apart, in the room (bare metal: %s)', (native) => {
    const { cpu, upper, lower, strip } = stageLayout(shape, native);
    const boxes = [cpu, upper, ...(lower ? [lower] : [])];
    expect(lower === undefined).toBe(native);
    boxes.forEach((a, i) => {
      expect(a.x).toBeGreaterThan(0);
      expect(a.y).toBeGreaterThan(0);
      expect(a.x + a.width).toBeLessThan(width);
      expect(a.y + a.height).toBeLessThan(height);
      for (const b of boxes.slice(i + 1))
        expect(a.x + a.width < b.x || a.y + a.height < b.y || b.y + b.height < a.y).toBe(true);
    });
    expect(strip / 2 - 3).toBeGreaterThan(STAGE_STRIP.slot);
    const columns = stageColumns(upper, 5);
    columns.slice(1).forEach((x, i) => expect(x - columns[i]!).toBeGreaterThan(STAGE_STRIP.width + 20));
  });

  it('the largest grid has room for a number over an index in each cell, and ends in the room', () => {
    const room = gridRoom(shape);
    const last = stageCell(room, 5, 5, 6, 6);
    expect(last.x + last.width).toBeLessThan(width);
    expect(last.y + last.height).toBeLessThan(room.side ? height : room.cpu.y);
    expect(last.height).toBeGreaterThan(54);
    // Five signs of the mono face.
    expect(last.width).toBeGreaterThan(5 * 14.4 + 7);
  });
});
