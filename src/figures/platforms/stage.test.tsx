/** Why: the picture for a room must be true to the model in both of its layouts, whatever a class chooses. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, translator, type Lang, type Messages } from '../../lib/message';
import { PLATFORMS, type PlatformId, type PlatformsState } from '../../models/platforms/types';
import { STACKS } from '../../models/platforms/stacks';
import { STAGE_ROOMS, type Shape } from '../contract';
import type { Trace } from '../../lib/trace';
import { scenarioRef } from '../scenario';
import { spell } from './columns';
import { figure } from './figure';
import { boxesOf } from './geometry';
import { messages as en } from './messages.en';
import { messages as zh } from './messages.zh-cn';
import { Stage } from './stage';
import { STAGE_TOKEN, stageLayout, stageSeat } from './stage-layout';

const messages: Readonly<Record<Lang, Messages>> = { en, 'zh-cn': zh };
const shapes = Object.keys(STAGE_ROOMS) as Shape[];
const choices = PLATFORMS.map((_, i) => spell(PLATFORMS.slice(0, i + 1)));
const scenarios = Object.values(figure.scenarios).flatMap((preset) => [
  preset,
  ...[...figure.controls[1]!.options.map(({ value }) => value), ...choices].map((columns) => ({
    ...preset,
    columns,
  })),
]);
const each = [...new Map(scenarios.map((scenario) => [scenarioRef(figure, scenario), scenario]))];

describe.each(shapes)('%s', (shape) => {
  const { width, height } = STAGE_ROOMS[shape];

  it.each(each)('%s: every step has its nodes, tokens and sums, and no style of its own', (_, scenario) => {
    const trace = figure.run(scenario) as Trace<PlatformsState>;
    for (const lang of LANGUAGES)
      trace.steps.forEach((step, index) => {
        const frame = { trace, index, step, scenario };
        const t = translator(messages[lang], lang);
        const html = renderToStaticMarkup(<Stage {...{ frame, t, lang, shape, uid: 'u' }} />);
        expect(html).toContain(`viewBox="0 0 ${width} ${height}"`);
        for (const node of step.focus) expect(html).toContain(`data-node="${node}"`);
        for (const { platform } of step.state.columns) expect(html).toContain(`data-token="${platform}"`);
        const moves = step.state.columns.filter(({ hop, from }) => hop.layer !== from);
        expect(html.match(/data-draw/g) ?? []).toHaveLength(moves.length);
        const unsure = step.state.columns.filter(({ moved, hop }) => moved && hop.certainty === 'unverified');
        expect(html.match(/is-unsure/g) ?? []).toHaveLength(unsure.length);
        expect(html).not.toContain('style=');
        expect(html).not.toContain('font-size');
      });
  });

  it.each(PLATFORMS.map((_, i) => i + 1))(
    '%i stacks stand apart, in the room, control in its own layer',
    (count) => {
      const layout = stageLayout(count, shape);
      const { places, stack, rows } = layout;
      const bottom = rows.hardware.y + rows.hardware.height;
      places.forEach(({ x, y }, i) => {
        expect(x).toBeGreaterThan(0);
        expect(x + stack).toBeLessThan(width);
        expect(y + bottom).toBeLessThan(layout.legend === undefined ? height : layout.legend - 20);
        for (const other of places.slice(i + 1))
          expect(other.x >= x + stack || other.y >= y + bottom).toBe(true);
      });
      for (const platform of PLATFORMS satisfies readonly PlatformId[])
        for (const layer of STACKS[platform].layers) {
          const seat = stageSeat(platform, layer, layout);
          const around = boxesOf(platform, stack, rows).filter(
            (box) =>
              seat.x - STAGE_TOKEN >= box.x &&
              seat.x + STAGE_TOKEN <= box.x + box.width &&
              seat.y - STAGE_TOKEN >= box.y &&
              seat.y + STAGE_TOKEN <= box.y + box.height,
          );
          expect(around.at(-1)?.layer, `${platform} ${layer}`).toBe(layer);
        }
    },
  );
});
