/** Why: what a room sees must be what the model counted, in both layouts, whatever scene or change a class chooses. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, translator, type Lang, type Messages } from '../../lib/message';
import type { Trace } from '../../lib/trace';
import type { CgroupsState } from '../../models/cgroups/run';
import { isWithin } from '../../models/cgroups/tree';
import { GROUPS, PROCESSES } from '../../models/cgroups/types';
import { STAGE_ROOMS, type Shape } from '../contract';
import { scenarioRef } from '../scenario';
import { figure } from './figure';
import { messages as en } from './messages.en';
import { messages as zh } from './messages.zh-cn';
import { pillsOf } from './Pills';
import { RESOURCE, usedOf, usedText } from './resources';
import { Stage } from './stage';
import { STAGE } from './stage-layout';

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
  const layout = STAGE[shape];

  it('is the room, and its frames nest as the groups do', () => {
    expect(layout).toMatchObject({ width, height });
    for (const outer of GROUPS)
      for (const inner of GROUPS) {
        if (outer === inner) continue;
        const [a, b] = [layout.frames[outer], layout.frames[inner]];
        const apart = a.y + a.height <= b.y || b.y + b.height <= a.y;
        const inside = b.y > a.y && b.y + b.height < a.y + a.height && b.x > a.x;
        if (isWithin(inner, outer)) expect(inside, `${inner} in ${outer}`).toBe(true);
        else if (!isWithin(outer, inner)) expect(apart, `${inner}, ${outer}`).toBe(true);
      }
  });

  it.each(each)('%s: every step has its nodes and numbers, and no style of its own', (_, scenario) => {
    const trace = figure.run(scenario) as Trace<CgroupsState>;
    for (const lang of LANGUAGES)
      trace.steps.forEach((step, index) => {
        const frame = { trace, index, step, scenario };
        const t = translator(messages[lang], lang);
        const html = renderToStaticMarkup(<Stage {...{ frame, t, lang, shape, uid: 'u' }} />);
        expect(html).toContain(`viewBox="0 0 ${width} ${height}"`);
        for (const node of step.focus) expect(html).toContain(`data-node="${node}"`);
        for (const id of PROCESSES) expect(html).toContain(`data-node="process-${id}"`);
        const resource = RESOURCE[step.state.scene];
        const used = usedOf(resource, step.state.period, 'root');
        if (index > 0) expect(html).toContain(`>${t(usedText(resource, used))}<`);
        for (const { errno } of step.state.refused) expect(html).toContain(`>${errno}<`);
        expect(html).not.toContain('style=');
        expect(html).not.toContain('font-size');
        for (const pill of pillsOf(step.state, layout, t))
          expect(pill.x + pill.width, pill.name).toBeLessThanOrEqual(layout.meter.x - 4);
      });
  });
});
