/** Why: the picture for the back row folds code away; what a step is about must never be folded with it. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, translator, type Lang, type Messages } from '../../lib/message';
import type { Trace } from '../../lib/trace';
import { PROGRAMS } from '../../models/binary-translation/programs';
import type { BtState } from '../../models/binary-translation/types';
import { STAGE_ROOMS, STAGE_TYPE, type ScenarioValues, type Shape } from '../contract';
import { figure } from './figure';
import { messages as en } from './messages.en';
import { messages as zh } from './messages.zh-cn';
import { Stage } from './stage';
import { stageLayout } from './stage-layout';

const messages: Readonly<Record<Lang, Messages>> = { en, 'zh-cn': zh };
const shapes = Object.keys(STAGE_ROOMS) as Shape[];
const onOff = ['on', 'off'];
const all = PROGRAMS.flatMap((program) =>
  onOff.flatMap((chaining) => onOff.map((adaptive) => ({ program, chaining, adaptive }))),
);
const traceOf = (scenario: ScenarioValues) => figure.run(scenario) as Trace<BtState>;

describe.each(all)('$program, chaining $chaining, adaptive $adaptive', (scenario) => {
  const trace = traceOf(scenario);

  it.each(shapes)('keeps every block in %s, in its column, and opens the one where control is', (shape) => {
    for (const { state } of trace.steps) {
      const { guest, cache, guestBlocks, cacheBlocks } = stageLayout(state, shape);
      expect(guestBlocks.flatMap(({ code }) => code)).toEqual(state.lines);
      expect(cacheBlocks).toHaveLength(state.cache.length);
      for (const [column, blocks] of [
        [guest, guestBlocks],
        [cache, cacheBlocks],
      ] as const)
        blocks.forEach((box, i) => {
          expect(box.y).toBeGreaterThanOrEqual(i === 0 ? column.y : blocks[i - 1]!.y + blocks[i - 1]!.height);
          expect(box.y + box.height).toBeLessThanOrEqual(column.y + column.height);
        });
      if (state.where.kind === 'tc') expect(cacheBlocks[state.where.block]!.open).toBe(true);
    }
  });

  it('is drawn whole on both slides and in both languages', () => {
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
