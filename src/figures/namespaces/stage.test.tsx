/** Why: what a room sees must be what the kernel's table says, in both layouts, whatever scene a class chooses. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, translator, type Lang, type Messages } from '../../lib/message';
import type { Trace } from '../../lib/trace';
import type { NamespacesState } from '../../models/namespaces/state';
import { STAGE_ROOMS, type Shape } from '../contract';
import { scenarioRef } from '../scenario';
import { figure } from './figure';
import { messages as en } from './messages.en';
import { messages as zh } from './messages.zh-cn';
import { rowsOf } from './rows';
import { Stage } from './stage';
import { netRooms, stageLayout, userRooms } from './stage-layout';

const messages: Readonly<Record<Lang, Messages>> = { en, 'zh-cn': zh };
const shapes = Object.keys(STAGE_ROOMS) as Shape[];
const scenarios = Object.values(figure.scenarios).flatMap((preset) => [
  preset,
  ...figure.controls.flatMap(({ name, options }) =>
    options.map(({ value }) => ({ ...preset, [name]: value })),
  ),
]);
const each = [...new Map(scenarios.map((scenario) => [scenarioRef(figure, scenario), scenario]))];

describe.each(shapes)('%s', (shape) => {
  const { width, height } = STAGE_ROOMS[shape];

  it.each(each)(
    '%s: every step has its nodes, calls and processes, and no style of its own',
    (_, scenario) => {
      const trace = figure.run(scenario) as Trace<NamespacesState>;
      for (const lang of LANGUAGES)
        trace.steps.forEach((step, index) => {
          const frame = { trace, index, step, scenario };
          const t = translator(messages[lang], lang);
          const html = renderToStaticMarkup(<Stage {...{ frame, t, lang, shape, uid: 'u' }} />);
          expect(html).toContain(`viewBox="0 0 ${width} ${height}"`);
          for (const node of step.focus) expect(html).toContain(`data-node="${node}"`);
          for (const { pid } of step.state.snapshot.procs)
            expect(html).toContain(`data-node="process-${pid}"`);
          const refused = step.state.calls.filter(({ error }) => error !== undefined);
          for (const { error } of refused) expect(html).toContain(`= −1 ${error}`);
          expect(html.includes('url(#u-hazard)')).toBe(refused.length > 0);
          expect(html).not.toContain('style=');
          expect(html).not.toContain('font-size');
        });
    },
  );

  it.each(each)('%s: table and rooms have their places, none over another', (_, scenario) => {
    const trace = figure.run(scenario) as Trace<NamespacesState>;
    const layout = stageLayout(trace, shape);
    trace.steps.forEach(({ state }, index) => {
      const end = layout.rows + rowsOf(trace, index).length * layout.row;
      expect(end).toBeLessThanOrEqual(layout.strip?.y ?? height);
      if (!layout.strip) return;
      const rooms = layout.strip.kind === 'net' ? netRooms(state, layout) : userRooms(state, layout);
      rooms.forEach((room, i) => {
        expect(room.y + room.height).toBeLessThanOrEqual(height);
        expect(room.x + room.width).toBeLessThanOrEqual(width);
        for (const other of rooms.slice(i + 1))
          expect(other.x >= room.x + room.width || other.y >= room.y + room.height).toBe(true);
      });
    });
  });
});
