/** Why: the picture for a room must be true to the model in both of its layouts, whatever a class chooses. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, translator, type Lang, type Messages } from '../../lib/message';
import type { Trace } from '../../lib/trace';
import { CELLS, METHODS, type MigrationState } from '../../models/live-migration/types';
import { KNOBS, KNOB_NAMES } from '../../models/live-migration/setup';
import { STAGE_ROOMS, type ScenarioValues, type Shape } from '../contract';
import { figure } from './figure';
import { cellAt } from './geometry';
import { messages as en } from './messages.en';
import { messages as zh } from './messages.zh-cn';
import { Stage } from './stage';
import { placesIn, stageLayout } from './stage-layout';

const messages: Readonly<Record<Lang, Messages>> = { en, 'zh-cn': zh };
const shapes = Object.keys(STAGE_ROOMS) as Shape[];

/** Draws each step of a scenario and holds it to the laws. */
function holds(scenario: ScenarioValues, shape: Shape, lang: Lang) {
  const { width, height } = STAGE_ROOMS[shape];
  const trace = figure.run(scenario) as Trace<MigrationState>;
  const t = translator(messages[lang], lang);
  const { rounds } = stageLayout(shape);
  trace.steps.forEach((step, index) => {
    const frame = { trace, index, step, scenario };
    const html = renderToStaticMarkup(<Stage {...{ frame, t, lang, shape, uid: 'u' }} />);
    expect(html).toContain(`viewBox="0 0 ${width} ${height}"`);
    for (const node of step.focus) expect(html, step.id).toContain(`data-node="${node}"`);
    expect(html).toContain('data-token="guest"');
    expect(html).not.toContain('style=');
    expect(html).not.toContain('font-size');
    expect(html).not.toContain('NaN');
    const bars = [
      ...html.matchAll(/class="lm-(?:bar|bar-stopped|written)"[^>]*? x="([\d.]+)"[^>]*? width="([\d.]+)"/g),
    ];
    expect(bars.length).toBeGreaterThanOrEqual(step.state.rounds.length);
    for (const [, x, wide] of bars) expect(Number(x) + Number(wide)).toBeLessThan(rounds.x + rounds.width);
  });
}

describe.each(shapes)('%s', (shape) => {
  const { width, height } = STAGE_ROOMS[shape];
  const layout = stageLayout(shape);

  it.each(Object.keys(figure.scenarios))('%s: every step has its nodes, and no style of its own', (id) => {
    for (const lang of LANGUAGES) holds(figure.scenarios[id]!, shape, lang);
  });

  it.each(METHODS)('%s: so it is with every setting', (scene) => {
    const base = figure.scenarios['web']!;
    for (const name of KNOB_NAMES)
      for (const value of KNOBS[name]) holds({ ...base, scene, [name]: String(value) }, shape, 'en');
  });

  it('hosts, what is between them and what is below stand apart, in the room', () => {
    const { source, destination, decision, network, rounds, time } = layout;
    expect(destination.x + destination.width).toBeLessThan(width);
    for (const { x, y, width: wide, height: high } of [decision, network]) {
      expect(x).toBeGreaterThan(source.x + source.width);
      expect(x + wide).toBeLessThan(destination.x);
      expect(y + high).toBeLessThan(source.y + source.height);
    }
    expect(decision.y + decision.height).toBeLessThan(network.y);
    expect(rounds.y).toBeGreaterThan(source.y + source.height);
    expect(time.x > rounds.x + rounds.width || time.y > rounds.y + rounds.height + 26).toBe(true);
    for (const { y } of layout.lines) {
      expect(y).toBeGreaterThan(time.y + time.height + 30);
      expect(y).toBeLessThan(height);
    }
  });

  it('all cells lie inside their host, between its slot and its count', () => {
    for (const host of [layout.source, layout.destination])
      for (const cell of [0, CELLS - 1]) {
        const { x, y } = cellAt(layout, host, cell);
        expect(x).toBeGreaterThan(host.x);
        expect(x + layout.pitch).toBeLessThan(host.x + host.width);
        expect(y).toBeGreaterThan(host.y + layout.host.slot.y + layout.host.slot.height);
        expect(y + layout.pitch).toBeLessThan(host.y + layout.host.count - 20);
      }
  });

  it('the legend takes a new line where one is full', () => {
    const half = (width - layout.lines[0]!.x) / 2;
    const places = placesIn(layout, [half, half, half]);
    expect(places.map(({ y }) => y)).toEqual(
      [0, 1, 1 + (layout.lines.length > 2 ? 1 : 0)].map((i) => layout.lines[i]!.y),
    );
  });
});
